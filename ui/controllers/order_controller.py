"""Why somebody stands where they stand, and how firm that is: worked out off the GUI thread."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from matcher.i18n import Catalogue
from matcher.services.matching import Match
from matcher.services.order_words import OrderWords
from ui.controllers.asking_controller import AskingController
from ui.controllers.results_controller import ResultsController


@dataclass(frozen=True, slots=True)
class OrderSentences:
    """What an order hangs on for one profile, in sentences.

    Attributes
    ----------
    why
        Why the profile is not higher, and what would change that.
    firm
        How firm its place is when priorities change a little.
    figures
        How far weights may move, and ranks under other weights.
    """

    profile_id: str
    why: tuple[str, ...]
    firm: tuple[str, ...]
    figures: tuple[str, ...]


class OrderController(AskingController):
    """What the page about one profile knows of its place, as `OrderSentences`.

    Parameters
    ----------
    results
        Whose match it is about.
    """

    def __init__(self, results: ResultsController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._results = results

    def request(self, profile_id: str, catalogue: Catalogue) -> None:
        """Ask about a profile; there has to be a match. What was asked before is dropped."""
        assert self._results.match is not None
        self._ask(_sentences, self._results.match, profile_id, catalogue)


def _sentences(match: Match, profile_id: str, catalogue: Catalogue) -> OrderSentences:
    said = OrderWords(match, catalogue)
    why = tuple(said.why_not_higher(profile_id))
    if not match.criteria:
        return OrderSentences(profile_id, why, (), ())
    row = match.evaluation.snapshot.row_of(profile_id)
    figures = (*said.stability(row), said.presets(row))
    return OrderSentences(profile_id, why, tuple(said.firmness(row)), figures)
