"""The sheets as they would come out now: made off the GUI thread, held in memory only."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from matcher.i18n import Catalogue
from matcher.region import Paper
from ui.controllers.checklist_controller import ChecklistController, SheetsOrder
from ui.pdf_pages import PdfPage, read_pages
from ui.tasks import LatestJob


@dataclass(frozen=True, slots=True)
class Sheets:
    """Finished sheets: the file, what is on each page, and the paper they are for."""

    data: bytes
    pages: tuple[PdfPage, ...]
    paper: Paper


class SheetsController(QObject):
    """Owner of the newest sheets.

    Parameters
    ----------
    checklist
        What goes on them.

    Signals
    -------
    made
        With the `Sheets`.
    failed
        With the `MatcherError` that says why there are none.
    """

    made = Signal(object)
    failed = Signal(object)

    def __init__(self, checklist: ChecklistController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._checklist = checklist
        self._sheets: Sheets | None = None
        self._making = LatestJob(self)
        self._making.done.connect(self._take)
        self._making.failed.connect(self.failed)

    @property
    def checklist(self) -> ChecklistController:
        """What goes on the sheets."""
        return self._checklist

    @property
    def sheets(self) -> Sheets | None:
        """The newest sheets; ``None`` until they are made."""
        return self._sheets

    @property
    def can_make(self) -> bool:
        """Whether there is somebody, and something, to make sheets of."""
        return bool(self._checklist.people and self._checklist.parts)

    def make(self, catalogue: Catalogue) -> None:
        """Make the sheets as they are wanted now; the catalogue is that of the screen."""
        self._sheets = None
        with self._checklist.reading():
            self._making.start(_make, self._checklist.order(catalogue))

    def forget(self) -> None:
        """Keep nothing of the sitting."""
        self._making.drop()
        self._sheets = None

    def _take(self, sheets: Sheets) -> None:
        self._sheets = sheets
        self.made.emit(sheets)


def _make(order: SheetsOrder) -> Sheets:
    data = order.make()
    paper = order.options.paper
    assert paper is not None  # the page always says which
    return Sheets(data, read_pages(data), paper)
