"""Why somebody stands where they stand, and how firm that is: worked out off the GUI thread."""

from dataclasses import dataclass

from matcher.i18n import Catalogue
from matcher.services.matching.match import Match
from matcher.services.matching.order_words import OrderWords
from ui.controllers.match_asking_controller import MatchAskingController


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


class OrderController(MatchAskingController):
    """What the page about one profile knows of its place, as `OrderSentences`."""

    def request(self, profile_id: str, catalogue: Catalogue) -> None:
        """Ask about a profile; there has to be a match. What was asked before is dropped."""
        self._ask_of_match(_sentences, profile_id, catalogue)


def _sentences(match: Match, profile_id: str, catalogue: Catalogue) -> OrderSentences:
    said = OrderWords(match, catalogue)
    why = tuple(said.why_not_higher(profile_id))
    if not match.criteria:
        return OrderSentences(profile_id, why, (), ())
    row = match.evaluation.snapshot.row_of(profile_id)
    figures = (*said.stability(row), said.presets(row))
    return OrderSentences(profile_id, why, tuple(said.firmness(row)), figures)
