"""A recovery code on its way to paper; it is never saved."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from matcher.errors import MatcherError, Message
from matcher.i18n import Catalogue
from ui.controllers.paper_controller import PaperController
from ui.controllers.region_controller import RegionController

if TYPE_CHECKING:
    from matcher.region import Paper


@dataclass(frozen=True, slots=True)
class CodeOrder:
    """All that the page is made from."""

    code: str = field(repr=False)
    language: str
    region: str
    paper: Paper
    day: date

    def make(self) -> bytes:
        """Return the page as PDF."""
        from matcher.services.personal.code_paper import code_pdf

        words = Catalogue(self.language, self.region)
        return code_pdf(self.code, words, self.paper, self.day)


class CodePaperController(PaperController):
    """Holds a code for as long as it is shown; it is not for a file.

    Parameters
    ----------
    region
        Says which paper is usual.
    """

    kind = "code"

    def __init__(self, region: RegionController, parent: QObject | None = None) -> None:
        super().__init__(region, parent)
        self.code = ""

    @property
    def lacks(self) -> str:
        """Key of the sentence that says that no code is shown any more; else ``""``."""
        return "" if self.code else "keeping.paper.gone"

    def order(self, catalogue: Catalogue) -> CodeOrder:
        """Return what the page is made from; the catalogue is that of the screen."""
        day = date.today()  # it was made just now, else it would not be shown
        return CodeOrder(self.code, catalogue.language, catalogue.region, self.paper, day)

    def usual_path(self) -> Path:
        """Return no place: a code that lies beside what it opens protects nothing."""
        return Path()

    def save(self, _path: Path, _catalogue: Catalogue) -> None:
        """Refuse."""
        self.failed.emit(MatcherError(Message("keeping.paper.no_file")))

    def forget(self) -> None:
        """Hold no code any more."""
        super().forget()
        self.code = ""
