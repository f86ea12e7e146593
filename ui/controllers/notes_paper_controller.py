"""What a person notes after the list, on its way to paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from matcher.i18n import Catalogue
from matcher.services.followup.files import (
    NOTES,
    PaperKind,
    followup_document,
    followup_pdf,
    write_followup,
)
from ui.controllers.documents_folder import free_path
from ui.controllers.paper_controller import PaperController
from ui.controllers.region_controller import RegionController

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


class NotesPaperController(PaperController):
    """Holds which notes were wanted last; its pages are ``preview_notes`` and ``print_notes``.

    Parameters
    ----------
    region
        Says which paper is usual.
    """

    kind = "notes"
    is_private = True
    write = staticmethod(write_followup)

    def __init__(self, region: RegionController, parent: QObject | None = None) -> None:
        super().__init__(region, parent)
        self._make: MakeSheets | None = None
        self._kind = NOTES

    @property
    def lacks(self) -> str:
        """Key of the sentence that says that nothing was wanted; else ``""``."""
        return "" if self._make is not None else "search.paper.nothing"

    def want(self, make: MakeSheets, kind: PaperKind = NOTES) -> None:
        """Print what this makes in the language of the screen."""
        self._make, self._kind = make, kind

    def order(self, catalogue: Catalogue) -> NotesOrder:
        """Return what the pages are made from; the catalogue is that of the screen."""
        sheets = () if self._make is None else self._make(catalogue)
        return NotesOrder(sheets, catalogue.language, catalogue.region, self.paper, self._kind)

    def usual_path(self) -> Path:
        """Return a free place for the file, where people look for documents."""
        return free_path(self._kind.file_name)

    def forget(self) -> None:
        """Hold nothing any more."""
        super().forget()
        self._make = None
        self._kind = NOTES
