"""How firm the head of the list is: worked out while the list is looked at, never in its way."""

from matcher.services.matching.list_firmness import list_firmness
from ui.controllers.match_asking_controller import MatchAskingController


class FirmnessController(MatchAskingController):
    """What the list knows of its own first places, as a `ListFirmness` or ``None``."""

    def request(self) -> None:
        """Ask about the match that is shown; there has to be one."""
        self._ask_of_match(list_firmness)
