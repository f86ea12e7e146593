"""*Why this place, and what would change it*: worked out when it is opened."""

from PySide6.QtCore import Signal

from matcher.errors import MatcherError
from ui.controllers.order_controller import OrderController, OrderSentences
from ui.controllers.results_controller import ResultsController
from ui.language import Language
from ui.widgets.announcement import announce
from ui.widgets.fold import Fold
from ui.widgets.order_notes import OrderNotes


class PlaceFold(Fold):
    """About the profile that is looked at.

    Signals
    -------
    how_requested
        How the order comes about is wanted.
    """

    how_requested = Signal()

    def __init__(self, words: Language, results: ResultsController, order: OrderController) -> None:
        self._notes = OrderNotes("place")
        super().__init__("place_fold", self._notes)
        self._words = words
        self._results = results
        self._order = order
        self._notes.how_requested.connect(self.how_requested)
        self.turned.connect(self._ask)
        order.found.connect(self._show)
        order.failed.connect(self._tell_failed)

    def show_profile(self) -> None:
        """Begin anew, closed: another profile is looked at, or another language holds."""
        self._order.forget()
        self.set_open(is_open=False)
        self._notes.clear()
        self._notes.retranslate(self._words)
        self.line.set_words(self._words.text("profile.order.open"))

    def _ask(self, is_open: bool) -> None:
        if is_open and not self._notes.why.words:
            self._notes.wait(self._words)
            self._order.request(self._results.opened, self._words.catalogue)

    def _show(self, found: OrderSentences) -> None:
        if found.profile_id == self._results.opened:
            self._notes.say(found.why, found.firm, found.figures, self._words)
            announce(self, " ".join(found.why))

    def _tell_failed(self, error: MatcherError) -> None:
        said = self._words.render_all(error)
        self._notes.waiting.set_words(said)
        announce(self, said)
