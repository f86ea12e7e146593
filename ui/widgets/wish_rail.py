"""What the person said, beside the list: needs, what counts double, wishes, what was moved."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.rail_part import RailPart
from ui.widgets.text import Text

_PARTS = ("moved", "needs", "double", "wishes")


class WishRail(RailPart):
    """What was said, in words, and the way to change it.

    Signals
    -------
    change_requested
        The person wants to change what they said.
    """

    change_requested = Signal()

    def __init__(self) -> None:
        super().__init__("rail")
        self._heads = {part: Text("eyebrow", f"rail_{part}") for part in _PARTS}
        self._columns: dict[str, QVBoxLayout] = {}
        self._lines: dict[str, list[Text]] = {part: [] for part in _PARTS}
        self._nothing = Text("small", "rail_nothing")
        self._change = Button("quiet", "change")
        for part in _PARTS:
            lines = QVBoxLayout()
            lines.setSpacing(4)
            lines.addWidget(self._heads[part])
            self._columns[part] = lines
            self.inside.addLayout(lines)
        self.inside.addWidget(self._nothing)
        self._change.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.inside.addWidget(self._change)
        self._change.clicked.connect(self.change_requested)

    @property
    def words(self) -> dict[str, tuple[str, ...]]:
        """The lines shown, by part."""
        return {
            part: tuple(line.plain for line in lines if line.plain)
            for part, lines in self._lines.items()
        }

    def say(self, language: Language, lines: dict[str, Sequence[str]]) -> None:
        """Show the lines of each part in the language that holds."""
        text = language.text
        self._change.set_words(text("results.rail.change"), text("results.rail.change_what"))
        for part in _PARTS:
            said = lines.get(part, ())
            self._heads[part].set_words(text(f"results.rail.{part}") if said else "")
            self._show(part, said)
        self._nothing.set_words("" if any(lines.values()) else text("results.rail.nothing"))
        self.set_heading(text("results.rail.heading"))

    def set_folded(self, *, is_folded: bool) -> None:
        """Stand beside the list, or fold above it: nothing is folded where nothing was said."""
        super().set_folded(is_folded=is_folded)
        self.setVisible(not (is_folded and self._nothing.plain))

    def _show(self, part: str, said: Sequence[str]) -> None:
        shown = self._lines[part]
        while len(shown) < len(said):
            line = Text("small")
            self._columns[part].addWidget(line)
            shown.append(line)
        for place, line in enumerate(shown):
            line.set_words(said[place] if place < len(said) else "")
