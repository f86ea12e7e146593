"""Beside the list: what counts how much, when numbers are shown, and what the person said."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from matcher.questionnaire.definition import Questionnaire
from matcher.services.matching.match import Match
from ui.controllers.weights_controller import WeightsController
from ui.language import Language
from ui.widgets import answer_words
from ui.widgets.rail_part import set_rail_margins
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
        self._panel: WeightsPanel | None = None
        self._is_folded = False
        self._added = QVBoxLayout()
        self.said = WishRail()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.said)
        self._column.addLayout(self._added)
        self._column.addStretch(1)
        self.said.change_requested.connect(self.change_requested)
        weights.changed.connect(self._show_weights)

    @property
    def weights(self) -> WeightsPanel:
        """What counts how much; made when it is first wanted."""
        if self._panel is None:
            self._panel = self._make_panel()
        return self._panel

    def add(self, widget: QWidget) -> None:
        """Let something stand below what the person said."""
        self._added.addWidget(widget)
        set_rail_margins(self._added, is_folded=self._is_folded, above=0)

    def say(self, match: Match, questionnaire: Questionnaire) -> None:
        """Say needs, priorities and wishes of a match."""
        moved = self._words.text("results.rail.way_back") if self._weights.is_changed else ""
        self.said.say(
            self._words,
            {
                "moved": (moved,) if moved else (),
                "needs": answer_words.needs(match, questionnaire, self._words),
                "double": answer_words.priorities(match, self._words),
                "wishes": answer_words.wishes(match, questionnaire, self._words),
            },
        )
        if self._panel is not None:
            self._panel.retranslate(self._words)
            self._show_weights()

    def show_numbers(self, *, are_shown: bool) -> None:
        """Show what counts how much, unfolded, or put it away."""
        if are_shown and self.weights.isHidden():
            self.weights.open()
            self.weights.show()
        elif not are_shown and self._panel is not None:
            self._panel.hide()
        self._show_weights()

    def set_folded(self, *, is_folded: bool) -> None:
        """Stand beside the list, or fold above it."""
        self._is_folded = is_folded
        self.said.set_folded(is_folded=is_folded)
        if self._added.count():
            set_rail_margins(self._added, is_folded=is_folded, above=0)
        if self._panel is not None:
            self._panel.set_folded(is_folded=is_folded)

    def _make_panel(self) -> WeightsPanel:
        panel = WeightsPanel(is_live=self._weights.is_live)
        panel.hide()
        self._column.insertWidget(0, panel)
        panel.set_folded(is_folded=self._is_folded)
        panel.moved.connect(self._weights.set_points)
        panel.preset_chosen.connect(self._use_preset)
        panel.back_requested.connect(self._weights.go_back)
        panel.update_requested.connect(self._weights.apply)
        panel.retranslate(self._words)
        return panel

    def _use_preset(self, preset: str) -> None:
        if preset != self._weights.preset:
            self._weights.use_preset(preset)
        else:
            self._show_weights()

    def _show_weights(self) -> None:
        weights, panel = self._weights, self._panel
        if panel is None or panel.isHidden():
            return
        panel.show_points(weights.points, self._words)
        panel.show_presets(weights.presets, weights.preset, self._words)
        panel.show_ways(self._words, is_changed=weights.is_changed, is_waiting=weights.is_waiting)


class RailArea(ScrollArea):
    """Scrolls the rail by wheel and finger; the keys for scrolling are for the list."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave every key to the page."""
        event.ignore()
