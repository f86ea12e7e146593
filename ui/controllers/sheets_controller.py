"""Pages as they would come out now: made off the GUI thread, held in memory only."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from matcher.i18n import Catalogue
from matcher.region import Paper
from ui.controllers.print_source import PrintOrder, PrintSource
from ui.pdf_pages import PdfPage, read_pages
from ui.tasks import LatestJob


@dataclass(frozen=True, slots=True)
class Sheets:
    """Finished sheets: the file, what is on each page, and what they were made from."""

    data: bytes
    pages: tuple[PdfPage, ...]
    order: PrintOrder

    @property
    def paper(self) -> Paper:
        """The paper they are for."""
        return self.order.paper


class SheetsController(QObject):
    """Owner of the newest sheets.

    Parameters
    ----------
    source
        Knows what goes on them.

    Signals
    -------
    made
        With the `Sheets`.
    failed
        With the `MatcherError` that says why there are none.
    lost
        There is nothing any more that they could come from.
    """

    made = Signal(object)
    failed = Signal(object)
    lost = Signal()

    def __init__(self, source: PrintSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._sheets: Sheets | None = None
        self._making = LatestJob(self)
        self._making.done.connect(self._take)
        self._making.failed.connect(self.failed)

    @property
    def source(self) -> PrintSource:
        """Knows what goes on the sheets."""
        return self._source

    @property
    def sheets(self) -> Sheets | None:
        """The newest sheets; ``None`` until they are made."""
        return self._sheets

    def are_current(self, catalogue: Catalogue) -> bool:
        """Tell whether the newest sheets are those that are wanted now."""
        if self._sheets is None or self._source.lacks or self._source.is_outdated:
            return False
        return self._sheets.order == self._source.order(catalogue)

    def make(self, catalogue: Catalogue) -> None:
        """Make the sheets as they are wanted now; the catalogue is that of the screen."""
        self._sheets = None
        with self._source.reading():
            self._making.start(_make, self._source.order(catalogue))

    def forget(self) -> None:
        """Keep nothing of the sitting."""
        self._making.drop()
        self._sheets = None

    def _take(self, sheets: Sheets) -> None:
        self._sheets = sheets
        self.made.emit(sheets)


def _make(order: PrintOrder) -> Sheets:
    data = order.make()
    return Sheets(data, read_pages(data), order)
