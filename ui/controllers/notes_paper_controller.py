"""What a person notes after the list, on its way to paper."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from matcher.i18n import Catalogue
from matcher.region import load_region
from matcher.services.followup.files import (
    NOTES,
    PaperKind,
    followup_document,
    followup_pdf,
    write_followup,
)
from ui.controllers.documents_folder import free_path
from ui.controllers.region_controller import RegionController
from ui.tasks import LatestJob

if TYPE_CHECKING:
    from matcher.document import Sheet
    from matcher.region import Paper

    MakeSheets = Callable[[Catalogue], tuple[Sheet, ...]]


@dataclass(frozen=True, slots=True)
class NotesOrder:
    """All that the pages are made from."""

    sheets: tuple[Sheet, ...]
    language: str
    region: str
    paper: Paper
    kind: PaperKind = NOTES

    def make(self) -> bytes:
        """Return the pages as PDF."""
        from matcher.document import Edition

        words = Catalogue(self.language, self.region)
        document = followup_document(self.sheets, words, self.kind)
        return followup_pdf(document, paper=self.paper, edition=Edition())


class NotesPaperController(QObject):
    """Holds which notes were wanted last; its pages are ``preview_notes`` and ``print_notes``.

    Parameters
    ----------
    region
        Says which paper is usual.

    Signals
    -------
    saved
        With the path of the file.
    failed
        With the `MatcherError` that says why not.
    """

    saved = Signal(object)
    failed = Signal(object)

    kind = "notes"
    is_private = True
    is_outdated = False

    def __init__(self, region: RegionController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._region = region
        self._paper: Paper | None = None
        self._make: MakeSheets | None = None
        self._kind = NOTES
        self._saving = LatestJob(self)
        self._saving.done.connect(self.saved)
        self._saving.failed.connect(self.failed)

    @property
    def lacks(self) -> str:
        """Key of the sentence that says that nothing was wanted; else ``""``."""
        return "" if self._make is not None else "search.paper.nothing"

    def want(self, make: MakeSheets, kind: PaperKind = NOTES) -> None:
        """Print what this makes in the language of the screen."""
        self._make, self._kind = make, kind

    def set_paper(self, paper: Paper) -> None:
        """Say which paper is in the printer."""
        self._paper = paper

    def reading(self) -> AbstractContextManager[None]:
        """Let the notes be read."""
        return nullcontext()

    def order(self, catalogue: Catalogue) -> NotesOrder:
        """Return what the pages are made from; the catalogue is that of the screen."""
        sheets = () if self._make is None else self._make(catalogue)
        paper = self._paper or load_region(self._region.region).paper
        return NotesOrder(sheets, catalogue.language, catalogue.region, paper, self._kind)

    def usual_path(self) -> Path:
        """Return a free place for the file, where people look for documents."""
        return free_path(self._kind.file_name)

    def save(self, path: Path, catalogue: Catalogue) -> None:
        """Make the pages and write them to a file; told by `saved` or `failed`."""
        self._saving.start(_save, path, self.order(catalogue))

    def forget(self) -> None:
        """Hold nothing any more."""
        self._saving.drop()
        self._make = self._paper = None
        self._kind = NOTES


def _save(path: Path, order: NotesOrder) -> Path:
    return write_followup(path, order.make())
