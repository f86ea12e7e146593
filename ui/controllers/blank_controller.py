"""The questions to fill in by hand: how many of them, how large; saved off the GUI thread."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from matcher.document import Edition
from matcher.i18n import Catalogue
from matcher.region import load_region
from matcher.services.sheets.forms import FILE_NAME, make_blank_questionnaire, write_blank
from ui.controllers.documents_folder import free_path
from ui.controllers.region_controller import RegionController
from ui.tasks import LatestJob

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


class BlankController(QObject):
    """What the page *On paper* knows.

    Parameters
    ----------
    region
        Says which payers, which money and which paper are usual.

    Signals
    -------
    saved
        With the path of the file.
    failed
        With the `MatcherError` that says why not.
    """

    saved = Signal(object)
    failed = Signal(object)

    kind = "blank"
    is_private = False
    lacks = ""
    is_outdated = False

    def __init__(self, region: RegionController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._region = region
        self._paper: Paper | None = None
        self._looks: tuple[str, ...] = ()
        self._saving = LatestJob(self)
        self._saving.done.connect(self.saved)
        self._saving.failed.connect(self.failed)

    @property
    def looks(self) -> tuple[str, ...]:
        """Which of `BLANK_LOOKS` the form has."""
        return self._looks

    def set_looks(self, looks: Sequence[str]) -> None:
        """Say which of `BLANK_LOOKS` the form has."""
        self._looks = tuple(look for look in BLANK_LOOKS if look in looks)

    def set_paper(self, paper: Paper) -> None:
        """Say which paper is in the printer."""
        self._paper = paper

    def reading(self) -> AbstractContextManager[None]:
        """Let the questions be read; they are always there."""
        return nullcontext()

    def usual_path(self) -> Path:
        """Return a free place for the file, where people look for documents."""
        return free_path(FILE_NAME)

    def order(self, catalogue: Catalogue) -> BlankOrder:
        """Return what the form is made from; the catalogue is that of the screen."""
        region = self._region.region
        paper = self._paper or load_region(region).paper
        return BlankOrder(catalogue.language, region, paper, self._looks)

    def save(self, path: Path, catalogue: Catalogue) -> None:
        """Make the form and write it to a file; told by `saved` or `failed`."""
        self._saving.start(_save, path, self.order(catalogue))

    def forget(self) -> None:
        """Be as in the beginning, for the next person."""
        self._saving.drop()
        self._paper = None
        self._looks = ()


def _save(path: Path, order: BlankOrder) -> Path:
    return write_blank(path, order.make())
