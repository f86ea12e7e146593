"""How this works: the model's own account of itself; read, saved and printed off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from matcher.directory.field import AGE_LIMIT_DAYS
from matcher.i18n import Catalogue
from matcher.region import load_region
from matcher.services.model_card.files import FILE_NAME, model_card_pdf, write_card
from ui.controllers.documents_folder import free_path
from ui.controllers.region_controller import RegionController
from ui.tasks import LatestJob

if TYPE_CHECKING:
    from matcher.document import Section
    from matcher.region import Paper


@dataclass(frozen=True, slots=True)
class CardOrder:
    """All that the card is made from."""

    language: str
    region: str
    paper: Paper
    limit_days: Callable[[], int]

    def make(self) -> bytes:
        """Return the card as PDF."""
        from matcher.services.model_card.card import load_model_card
        from matcher.services.model_card.words import model_card_document

        card = load_model_card(self.limit_days())
        document = model_card_document(card, Catalogue(self.language, self.region))
        return model_card_pdf(document, paper=self.paper)


class ModelCardController(QObject):
    """What the page *How this works* knows.

    Parameters
    ----------
    region
        Says which paper is usual.
    limit_days
        Gives the age in days up to which a dated fact counts; called off the GUI thread.

    Signals
    -------
    written
        With the `Section`s of the card in the language asked for.
    saved
        With the path of the file.
    failed
        With the `MatcherError` that says why not.
    """

    written = Signal(object)
    saved = Signal(object)
    failed = Signal(object)

    kind = "card"
    is_private = False
    lacks = ""
    is_outdated = False

    def __init__(
        self,
        region: RegionController,
        limit_days: Callable[[], int] = lambda: AGE_LIMIT_DAYS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._region = region
        self._limit_days = limit_days
        self._paper: Paper | None = None
        self._writing, self._saving = LatestJob(self), LatestJob(self)
        self._writing.done.connect(self.written)
        self._saving.done.connect(self.saved)
        for job in (self._writing, self._saving):
            job.failed.connect(self.failed)

    @property
    def paper(self) -> Paper:
        """The paper; at first what is usual in the region."""
        return self._paper or load_region(self._region.region).paper

    def set_paper(self, paper: Paper) -> None:
        """Say which paper is in the printer."""
        self._paper = paper

    def reading(self) -> AbstractContextManager[None]:
        """Let the card be read; it is always there."""
        return nullcontext()

    def order(self, catalogue: Catalogue) -> CardOrder:
        """Return what the card is made from; the catalogue is that of the screen."""
        return CardOrder(catalogue.language, catalogue.region, self.paper, self._limit_days)

    def request(self, catalogue: Catalogue) -> None:
        """Ask for the card in a language; told by `written`."""
        self._writing.start(_sections, self._limit_days, catalogue)

    def usual_path(self) -> Path:
        """Return a free place for the file, where people look for documents."""
        return free_path(FILE_NAME)

    def save(self, path: Path, catalogue: Catalogue) -> None:
        """Write the card as PDF to a file; told by `saved` or `failed`."""
        self._saving.start(_save, path, self.order(catalogue))

    def forget(self) -> None:
        """Be as in the beginning, for the next person."""
        self._saving.drop()
        self._paper = None


# What makes the card and the PDF is imported where it runs: off the GUI thread.


def _sections(limit_days: Callable[[], int], catalogue: Catalogue) -> tuple[Section, ...]:
    from matcher.services.model_card.card import load_model_card
    from matcher.services.model_card.words import model_card_sections

    return model_card_sections(load_model_card(limit_days()), catalogue)


def _save(path: Path, order: CardOrder) -> Path:
    return write_card(path, order.make())
