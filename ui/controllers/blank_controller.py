"""The questions to fill in by hand: how many of them, how large; saved off the GUI thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from matcher.document import Edition
from matcher.i18n import Catalogue
from matcher.services.sheets.forms import FILE_NAME, make_blank_questionnaire, write_blank
from ui.controllers.documents_folder import free_path
from ui.controllers.paper_controller import PaperController
from ui.controllers.region_controller import RegionController

if TYPE_CHECKING:
    from matcher.region import Paper

FULL, LARGE = "full", "large"
BLANK_LOOKS = (FULL, LARGE)
"""What the form can be besides usual: codes of the choices on the page, in their order."""


@dataclass(frozen=True, slots=True)
class BlankOrder:
    """All that the form is made from."""

    language: str
    region: str
    paper: Paper
    looks: tuple[str, ...]

    def make(self) -> bytes:
        """Return the form as PDF."""
        return make_blank_questionnaire(
            Catalogue(self.language, self.region),
            is_full=FULL in self.looks,
            paper=self.paper,
            edition=Edition(is_large=LARGE in self.looks),
        )


class BlankController(PaperController):
    """What the page *On paper* knows.

    Parameters
    ----------
    region
        Says which payers, which money and which paper are usual.
    """

    kind = "blank"
    write = staticmethod(write_blank)

    def __init__(self, region: RegionController, parent: QObject | None = None) -> None:
        super().__init__(region, parent)
        self._looks: tuple[str, ...] = ()

    @property
    def looks(self) -> tuple[str, ...]:
        """Which of `BLANK_LOOKS` the form has."""
        return self._looks

    def set_looks(self, looks: Sequence[str]) -> None:
        """Say which of `BLANK_LOOKS` the form has."""
        self._looks = tuple(look for look in BLANK_LOOKS if look in looks)

    def usual_path(self) -> Path:
        """Return a free place for the file, where people look for documents."""
        return free_path(FILE_NAME)

    def order(self, catalogue: Catalogue) -> BlankOrder:
        """Return what the form is made from; the catalogue is that of the screen."""
        return BlankOrder(catalogue.language, self._region.region, self.paper, self._looks)

    def forget(self) -> None:
        """Be as in the beginning, for the next person."""
        super().forget()
        self._looks = ()
