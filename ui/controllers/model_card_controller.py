"""How this works: the model's own account of itself; read, saved and printed off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from matcher.directory.field import AGE_LIMIT_DAYS
from matcher.i18n import Catalogue
from matcher.services.model_card.files import FILE_NAME, model_card_pdf, write_card
from ui.controllers.documents_folder import free_path
from ui.controllers.paper_controller import PaperController
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


class ModelCardController(PaperController):
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
    """

    written = Signal(object)

    kind = "card"
    write = staticmethod(write_card)

    def __init__(
        self,
        region: RegionController,
        limit_days: Callable[[], int] = lambda: AGE_LIMIT_DAYS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(region, parent)
        self._limit_days = limit_days
        self._writing = LatestJob(self)
        self._writing.done.connect(self.written)
        self._writing.failed.connect(self.failed)

    def order(self, catalogue: Catalogue) -> CardOrder:
        """Return what the card is made from; the catalogue is that of the screen."""
        return CardOrder(catalogue.language, catalogue.region, self.paper, self._limit_days)

    def request(self, catalogue: Catalogue) -> None:
        """Ask for the card in a language; told by `written`."""
        self._writing.start(_sections, self._limit_days, catalogue)

    def usual_path(self) -> Path:
        """Return a free place for the file, where people look for documents."""
        return free_path(FILE_NAME)


# What makes the card and the PDF is imported where it runs: off the GUI thread.


def _sections(limit_days: Callable[[], int], catalogue: Catalogue) -> tuple[Section, ...]:
    from matcher.services.model_card.card import load_model_card
    from matcher.services.model_card.words import model_card_sections

    return model_card_sections(load_model_card(limit_days()), catalogue)
