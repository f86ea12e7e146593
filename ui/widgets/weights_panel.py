"""What counts how much: ready sets of points, one slider for each group, and the way back."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.rail_part import RailPart
from ui.widgets.text import Text
from ui.widgets.weight_row import WeightRow


class WeightsPanel(RailPart):
    """Shows points and hears of wishes for others; knows nothing of the list.

    Signals
    -------
    moved
        With a group's id and the points of 100 it is to count for.
    preset_chosen
        With the name of a ready set of points.
    back_requested
        What the answers said is wanted back.
    update_requested
        The list is to follow now.
    """

    moved = Signal(str, int)
    preset_chosen = Signal(str)
    back_requested = Signal()
    update_requested = Signal()

    def __init__(self, *, is_live: bool = True) -> None:
        super().__init__("weights")
        self._is_live = is_live
        self._presets: dict[str, Button] = {}
        self._rows: dict[str, WeightRow] = {}
        self._begin = Text("eyebrow", "weights_presets")
        chips = QWidget()
        self._chips = FlowLayout(chips, across=8, down=8)
        self._alone = Text("small", "weights_alone")
        self._hint = Text("small", "weights_hint")
        self._sliders = QVBoxLayout()
        self._sliders.setSpacing(16)
        self.update_list = Button("quiet", "update_list")
        self.back = Button("quiet", "weights_back")
        for widget in (self._begin, chips, self._alone):
            self.inside.addWidget(widget)
        self.inside.addLayout(self._sliders)
        self.inside.addWidget(self._hint)
        for button in (self.update_list, self.back):
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            self.inside.addWidget(button)
        self.update_list.setVisible(not is_live)
        self.update_list.clicked.connect(self.update_requested)
        self.back.clicked.connect(self.back_requested)

    @property
    def rows(self) -> dict[str, WeightRow]:
        """The rows shown, by group."""
        return {group: row for group, row in self._rows.items() if not row.isHidden()}

    @property
    def presets(self) -> dict[str, Button]:
        """The buttons of the ready sets of points, by name."""
        return dict(self._presets)

    def show_points(self, points: Mapping[str, int], language: Language) -> None:
        """Show how much each group in play counts."""
        alone = next(iter(points)) if len(points) == 1 else ""
        name = language.text(f"screen.group.{alone}") if alone else ""
        self._alone.set_words(language.text("results.weights.alone", name=name) if alone else "")
        for group in points:
            if group not in self._rows:
                row = self._rows[group] = WeightRow(group)
                row.moved.connect(self.moved)
                self._sliders.addWidget(row)
        for group, row in self._rows.items():
            row.setVisible(group in points and not alone)
            if group in points:
                row.show_points(points[group], language)

    def show_presets(self, presets: Sequence[str], held: str, language: Language) -> None:
        """Show the ready sets of points; `held` is the one that holds, ``""`` for none."""
        for preset in presets:
            if preset not in self._presets:
                self._add_preset(preset)
        for preset, button in self._presets.items():
            button.set_words(language.text(f"model.preset.{preset}"))
            button.blockSignals(True)
            button.setChecked(preset == held)
            button.blockSignals(False)

    def show_ways(self, language: Language, *, is_changed: bool, is_waiting: bool) -> None:
        """Let go back whoever has changed something, and update whoever has to."""
        self._hint.set_words(language.text("results.weights.waiting") if is_waiting else "")
        self.back.setEnabled(is_changed)
        self.update_list.setEnabled(is_waiting)

    def retranslate(self, language: Language) -> None:
        """Say what is always there in the language that holds."""
        self.set_heading(language.text("results.weights.heading"))
        self._begin.set_words(language.text("results.weights.presets"))
        self.back.set_words(language.text("results.weights.back"))
        self.update_list.set_words(language.text("results.weights.update"))

    def _add_preset(self, preset: str) -> None:
        button = self._presets[preset] = Button("group", f"preset_{preset}")
        button.setCheckable(True)
        # A screen reader toggles; whoever presses the one that holds leaves it as it is.
        button.toggled.connect(self._choose_preset)
        self._chips.addWidget(button)

    def _choose_preset(self) -> None:
        chosen = self.sender()
        self.preset_chosen.emit(next(name for name, one in self._presets.items() if one is chosen))
