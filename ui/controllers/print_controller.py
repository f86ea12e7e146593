"""Printing: which printer, how far it has come, and stopping it."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtPrintSupport import QPrinter

from ui.controllers.sheets_controller import Sheets
from ui.printing import THIS_COMPUTER, PrinterFacts, Printers, PrintWatch, paint_pages
from ui.tasks import LatestJob


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
        self._watch: PrintWatch | None = None
        self._looking = LatestJob(self)
        self._printing = LatestJob(self)
        self._looking.done.connect(self._take)
        self._printing.done.connect(self._tell)
        for job in (self._looking, self._printing):
            job.failed.connect(self.failed)

    @property
    def known(self) -> tuple[PrinterFacts, ...] | None:
        """The printers one may use, the usual one first; ``None`` until they were looked for."""
        return self._known

    @property
    def printer(self) -> PrinterFacts | None:
        """The printer that will be used."""
        known = self._known or ()
        return next((each for each in known if each.name == self._name), next(iter(known), None))

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
        self._watch = PrintWatch()
        self._watch.moved.connect(self.moved, Qt.ConnectionType.QueuedConnection)
        inputs = (self._printers, printer.name, sheets.data, first, self._watch)
        self._printing.start(_print, *inputs)

    def cancel(self) -> None:
        """Let nothing come out; told by `stopped`, or by `printed` when it was too late."""
        if self._watch is not None:
            self._watch.cancel()

    def forget(self) -> None:
        """Stop, and keep nothing of the sitting."""
        self.cancel()
        self._watch = None
        self._printing.drop()
        self._looking.drop()
        self._name = ""

    def _take(self, found: Sequence[PrinterFacts]) -> None:
        self._known = tuple(found if self._is_choosing else found[:1])
        self.found.emit()

    def _tell(self, has_printed: bool) -> None:
        self._watch = None
        (self.printed if has_printed else self.stopped).emit()


def _find(printers: Printers) -> Sequence[PrinterFacts]:
    return printers.find()


def _print(printers: Printers, name: str, data: bytes, first: int, watch: PrintWatch) -> bool:
    printer: QPrinter = printers.open(name)
    return paint_pages(data, printer, first, watch)
