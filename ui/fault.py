"""What becomes of a mistake in the program: a line in the log, and a layer over the page.

The page below is left as it is, with everything that was answered.
"""

import sys
from collections.abc import Callable
from contextlib import suppress
from time import monotonic
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from matcher.log import note_fault
from matcher.trace import fault_code
from ui.page_window import PageWindow
from ui.widgets.fault_layer import FaultLayer

STOPPED = 130
"""The exit code of what was stopped from the keyboard."""

_SOON = 60.0
"""Seconds within which faults count as one trouble."""

_MOST_WAYS_ON = 2
"""How often one can go on in that time."""

_SAID_AGAIN_AFTER = 10.0
"""Seconds before the same fault is noted once more: what paints can fail sixty times a second."""

_Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


class FaultCover(QObject):
    """Lays the sentence about a fault over one window, below what hides it.

    Parameters
    ----------
    window
        What went wrong.
    make_layer
        Makes the layer, when it is first needed.
    clock
        Seconds since some moment.

    Signals
    -------
    started_again
        The person would sooner begin anew.
    """

    started_again = Signal()

    def __init__(
        self,
        window: PageWindow,
        make_layer: Callable[[], FaultLayer],
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(window)
        self.window = window
        self._make_layer = make_layer
        self._clock = clock
        self._layer: FaultLayer | None = None
        self._ways_on: list[float] = []

    @property
    def is_shown(self) -> bool:
        """Whether it lies over the window, be it seen or hidden in its turn."""
        return self._layer is not None and self.window.stage.is_over(self._layer)

    def show(self) -> None:
        """Say that something went wrong; after a few times, with no way but to start again."""
        if self.is_shown:
            return
        if self._layer is None:
            self._layer = self._make_layer()
            self.window.stage.keep(self._layer)
            self._layer.gone_on.connect(self._go_on)
            self._layer.started_again.connect(self._start_again)
        late = self._clock() - _SOON
        self._ways_on = [moment for moment in self._ways_on if moment > late]
        self._layer.prepare(can_go_on=len(self._ways_on) < _MOST_WAYS_ON)
        self.window.stage.lay_on_ground(self._layer)

    def forget(self) -> None:
        """Count from now on: what went wrong before is another person's."""
        self._ways_on.clear()

    def _go_on(self) -> None:
        self._ways_on.append(self._clock())
        if self._layer is not None:
            self.window.take_off(self._layer)

    def _start_again(self) -> None:
        self.forget()
        self.started_again.emit()


class Faults(QObject):
    """Hears of every exception that nobody caught, and has it noted and covered.

    Parameters
    ----------
    clock
        Seconds since some moment.

    Signals
    -------
    met
        With the code of a fault, as `fault_code` makes it: told on the thread of the windows.
    """

    met = Signal(str)
    _came = Signal(str)

    def __init__(self, parent: QObject | None = None, clock: Callable[[], float] = monotonic):
        super().__init__(parent)
        self._clock = clock
        self._covers: list[FaultCover] = []
        self._noted: dict[str, float] = {}
        self._hook_before: _Hook | None = None
        # Shown when what failed has come to its end: nothing is laid over a page half-way.
        self._came.connect(self._cover, Qt.ConnectionType.QueuedConnection)

    def watch(self, cover: FaultCover) -> None:
        """Let a window be covered when something goes wrong while it is worked with."""
        self._covers.append(cover)
        cover.destroyed.connect(lambda: self._forget(cover))

    def listen(self) -> None:
        """Hear of everything that Python would print from now on."""
        if self._hook_before is None:
            self._hook_before = sys.excepthook
            sys.excepthook = self.take

    def stop(self) -> None:
        """Let Python do again what it did before."""
        if self._hook_before is not None:
            sys.excepthook, self._hook_before = self._hook_before, None

    def take(
        self,
        kind: type[BaseException],
        error: BaseException,
        traceback: TracebackType | None,
    ) -> None:
        """Note a fault, on whichever thread, and have it covered."""
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.exit(STOPPED)
            return
        code, now = fault_code(kind, traceback), self._clock()
        if now - self._noted.get(code, -_SAID_AGAIN_AFTER) >= _SAID_AGAIN_AFTER:
            self._noted[code] = now
            note_fault(error.with_traceback(traceback))
            self._came.emit(code)
        else:
            self._came.emit("")

    def _cover(self, code: str) -> None:
        try:
            if code:
                self.met.emit(code)
            if cover := self._worked_with():
                cover.show()
        except Exception as error:  # noqa: BLE001 - a fault of this would lead here again
            note_fault(error)

    def _worked_with(self) -> FaultCover | None:
        """Return the cover of the window that somebody works with, or of the last one shown."""
        shown = [cover for cover in self._covers if cover.window.isVisible()]
        active = QApplication.activeWindow()
        worked_with = [cover for cover in shown if cover.window is active]
        return (worked_with or shown)[-1] if shown else None

    def _forget(self, cover: FaultCover) -> None:
        with suppress(ValueError):
            self._covers.remove(cover)
