"""Keeps the staff window open until what was begun there is done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer

from ui.controllers.staff_work import StaffWork
from ui.language import Language
from ui.staff.staff_window import StaffWindow
from ui.staff.work_layer import WorkLayer


class WorkGuard(QObject):
    """Says what is under way when the window is to be closed, and closes it afterward.

    Where something went wrong meanwhile, or rows were left out, the window stays, so that somebody
    reads of it.

    Parameters
    ----------
    window
        What is to be closed.
    work
        What must not be broken off.
    words
        The language that holds.
    in_public
        Whether closing it gives the screen back to a kiosk.

    Attributes
    ----------
    layer
        What is laid over the window as long as it waits.
    """

    def __init__(
        self, window: StaffWindow, work: StaffWork, words: Language, *, in_public: bool = False
    ) -> None:
        super().__init__(window)
        self._closes = self._follows = "kiosk" if in_public else "laptop"
        self._window = window
        self._work = work
        self._then: Callable[[], object] = window.close
        self.layer = WorkLayer(words)
        window.stage.keep(self.layer)
        self.layer.stay_chosen.connect(self._stay)
        self.layer.stop_chosen.connect(work.stop)
        work.ended.connect(self._go_on)
        work.moved.connect(self.layer.show_rows)
        window.installEventFilter(self)

    def waits(self, then: Callable[[], object], follows: str = "") -> bool:
        """Tell whether something is under way; then say so, and do `then` once it is done.

        Parameters
        ----------
        follows
            What `then` is, as `WorkLayer.say` knows it; ``""`` where it closes the window.
        """
        if not self._work.under_way:
            return False
        self._then, self._follows = then, follows or self._closes
        self._say()
        self._window.lay_over(self.layer)
        return True

    def _say(self) -> None:
        is_open = self._window.is_open
        can_stop = is_open and self._work.can_stop
        what = self._work.under_way
        self.layer.say(what, self._follows, can_stay=is_open, can_stop=can_stop)

    def _go_on(self, is_well: bool) -> None:
        if not self._window.stage.is_over(self.layer):
            return
        if is_well and self._work.under_way:
            self._say()
            return
        self._stay()
        if is_well or not self._window.is_open:
            # Not before everybody else has heard how it ended.
            QTimer.singleShot(0, self, self._then)

    def _stay(self) -> None:
        self._window.take_off(self.layer)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep the window open as long as something is under way."""
        if event.type() == QEvent.Type.Close and self.waits(self._window.close):
            event.ignore()
            return True
        return False
