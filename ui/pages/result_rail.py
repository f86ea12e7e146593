"""Beside the list: what counts how much, when numbers are shown, and what the person said."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from matcher.questionnaire.definition import Questionnaire
from matcher.services.matching import Match
from ui.controllers.weights_controller import WeightsController
from ui.language import Language
from ui.widgets import answer_words
from ui.widgets.scroll_area import ScrollArea
from ui.widgets.weights_panel import WeightsPanel
from ui.widgets.wish_rail import WishRail


class ResultRail(QWidget):
    """Two parts, one below the other.

    Parameters
    ----------
    words
        The language that holds.
    weights
        How much each group counts.

    Signals
    -------
    change_requested
        The person wants to change what they said.
    """

    change_requested = Signal()

    def __init__(self, words: Language, weights: WeightsController) -> None:
        super().__init__()
        self.setObjectName("result_rail")
        self._words = words
        self._weights = weights
        self.said = WishRail()
        self.weights = WeightsPanel(is_live=weights.is_live)
        self.weights.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.weights)
        column.addWidget(self.said)
        column.addStretch(1)
        self.said.change_requested.connect(self.change_requested)
        self.weights.moved.connect(weights.set_points)
        self.weights.preset_chosen.connect(self._use_preset)
        self.weights.back_requested.connect(weights.go_back)
        self.weights.update_requested.connect(weights.apply)
        weights.changed.connect(self._show_weights)

    def say(self, match: Match, questionnaire: Questionnaire) -> None:
        """Say needs, priorities and wishes of a match."""
        self.said.say(
            self._words,
            {
                "needs": answer_words.needs(match, questionnaire, self._words),
                "double": answer_words.priorities(match, self._words),
                "wishes": answer_words.wishes(match, questionnaire, self._words),
            },
        )
        self.weights.retranslate(self._words)
        self._show_weights()

    def show_numbers(self, *, are_shown: bool) -> None:
        """Show what counts how much, or put it away."""
        self.weights.setVisible(are_shown)
        self._show_weights()

    def set_folded(self, *, is_folded: bool) -> None:
        """Stand beside the list, or fold above it."""
        self.weights.set_folded(is_folded=is_folded)
        self.said.set_folded(is_folded=is_folded)

    def _use_preset(self, preset: str) -> None:
        if preset != self._weights.preset:
            self._weights.use_preset(preset)
        else:
            self._show_weights()

    def _show_weights(self) -> None:
        if self.weights.isHidden():
            return
        weights, panel = self._weights, self.weights
        panel.show_points(weights.points, self._words)
        panel.show_presets(weights.presets, weights.preset, self._words)
        panel.show_ways(self._words, is_changed=weights.is_changed, is_waiting=weights.is_waiting)


class RailArea(ScrollArea):
    """Scrolls the rail by wheel and finger; the keys for scrolling are for the list."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave every key to the page."""
        event.ignore()
