"""What controllers share that have something worked out about the match that is shown."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from ui.controllers.asking_controller import AskingController
from ui.controllers.results_controller import ResultsController


class MatchAskingController(AskingController):
    """Asks about the match that is shown.

    Parameters
    ----------
    results
        Whose match it is about.
    """

    def __init__(self, results: ResultsController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._results = results

    def _ask_of_match(self, work: Callable[..., object], *inputs: object) -> None:
        """Have ``work(match, *inputs)`` done; there has to be a match."""
        assert self._results.match is not None
        self._ask(work, self._results.match, *inputs)
