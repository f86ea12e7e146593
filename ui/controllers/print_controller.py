"""Printing: which printer, how far it has come, and stopping it."""

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Event

from PySide6.QtCore import QObject, Signal

from ui.controllers.sheets_controller import Sheets
from ui.printing import THIS_COMPUTER, PrinterFacts, Printers, Tell
from ui.tasks import LatestJob


@dataclass(frozen=True, slots=True)
class _Order:
    """What is printed where; ``stop`` is set when nothing should come out any more."""

    printers: Printers
    name: str
    data: bytes
    first: int
    stop: Event


class PrintController(QObject):
    """Sends sheets to a printer off the GUI thread.

    Parameters
    ----------
    printers
        The way to the printers.
    is_choosing
        Whether the person may take another printer than the usual one: where strangers share a
        screen, that one may stand in another room.

    Signals
    -------
    found
        It is known which printers there are.
    moved
        With how many pages are ready, and how many there are.
    printed, stopped
        The sheets are with the printer; or nothing is, because the person cancelled.
    failed
        With the `MatcherError` that says why not; nothing is lost.
    """

    found = Signal()
    moved = Signal(int, int)
    printed = Signal()
    stopped = Signal()
    failed = Signal(object)

    def __init__(
        self,
        printers: Printers = THIS_COMPUTER,
        *,
        is_choosing: bool = True,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._printers = printers
        self._is_choosing = is_choosing
        self._known: tuple[PrinterFacts, ...] | None = None
        self._name = ""
        self._has_printed = False
        self._stop = Event()
        self._looking = LatestJob(self)
        self._printing = LatestJob(self)
        self._looking.done.connect(self._take)
        self._printing.done.connect(self._tell)
        self._printing.moved.connect(self._tell_progress)
        for job in (self._looking, self._printing):
            job.failed.connect(self.failed)

    @property
    def known(self) -> tuple[PrinterFacts, ...] | None:
        """The printers one may use, the usual one first; ``None`` until they were looked for."""
        return self._known

    @property
    def has_none(self) -> bool:
        """Whether it was looked, and there is no printer one may use."""
        return self._known == ()

    @property
    def printer(self) -> PrinterFacts | None:
        """The printer that will be used."""
        known = self._known or ()
        return next((each for each in known if each.name == self._name), next(iter(known), None))

    @property
    def has_printed(self) -> bool:
        """Whether something came out in this sitting."""
        return self._has_printed

    @property
    def busy(self) -> bool:
        """Whether sheets are on their way to the printer."""
        return self._printing.busy

    def look(self) -> None:
        """See which printers there are; told by `found`."""
        self._looking.start(_find, self._printers)

    def choose(self, name: str) -> None:
        """Use another printer."""
        self._name = name

    def print(self, sheets: Sheets, first: int = 0) -> None:
        """Print the sheets from a page on, counted from 0."""
        printer = self.printer
        assert printer is not None
        self._stop = Event()
        order = _Order(self._printers, printer.name, sheets.data, first, self._stop)
        self._printing.start_telling(_print, order)

    def cancel(self) -> None:
        """Let nothing come out; told by `stopped`, or by `printed` when it was too late."""
        self._stop.set()

    def forget(self) -> None:
        """Stop, and keep nothing of the sitting."""
        self.cancel()
        self._printing.drop()
        self._looking.drop()
        self._name = ""
        self._has_printed = False

    def _take(self, found: Sequence[PrinterFacts]) -> None:
        self._known = tuple(found if self._is_choosing else found[:1])
        self.found.emit()

    def _tell(self, has_printed: bool) -> None:
        self._has_printed = self._has_printed or has_printed
        (self.printed if has_printed else self.stopped).emit()

    def _tell_progress(self, progress: tuple[int, int]) -> None:
        self.moved.emit(*progress)


def _find(printers: Printers) -> Sequence[PrinterFacts]:
    return printers.find()


def _print(tell: Tell, order: _Order) -> bool:
    return order.printers.print(order.name, order.data, order.first, order.stop, tell)
