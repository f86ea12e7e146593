"""How firm the head of the list is: worked out while the list is looked at, never in its way."""

from PySide6.QtCore import QObject

from matcher.services.list_firmness import list_firmness
from ui.controllers.asking_controller import AskingController
from ui.controllers.results_controller import ResultsController


class FirmnessController(AskingController):
    """What the list knows of its own first places, as a `ListFirmness` or ``None``.

    Parameters
    ----------
    results
        Whose match it is about.
    """

    def __init__(self, results: ResultsController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._results = results

    def request(self) -> None:
        """Ask about the match that is shown; there has to be one."""
        assert self._results.match is not None
        self._ask(list_firmness, self._results.match)
