"""What the person said, beside the list: needs, what counts double, wishes."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.fold import Fold
from ui.widgets.text import Text

_PARTS = ("needs", "double", "wishes")


class WishRail(QFrame):
    """A narrow column; on a narrow window a fold above the list.

    Signals
    -------
    change_requested
        The person wants to change what they said.
    """

    change_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setProperty("kind", "bar")
        self._inside = QWidget()
        self._heads = {part: Text("eyebrow", f"rail_{part}") for part in _PARTS}
        self._columns: dict[str, QVBoxLayout] = {}
        self._lines: dict[str, list[Text]] = {part: [] for part in _PARTS}
        self._change = Button("quiet", "change")
        self._fold = Fold("rail_fold", self._inside)
        self._heading = Text("heading", "rail_heading")
        self._is_folded = False
        self._build()
        self._change.clicked.connect(self.change_requested)

    @property
    def words(self) -> dict[str, tuple[str, ...]]:
        """The lines shown, by part."""
        return {
            part: tuple(line.plain for line in lines if line.plain)
            for part, lines in self._lines.items()
        }

    def set_folded(self, *, is_folded: bool) -> None:
        """Stand beside the list, or fold above it."""
        self._is_folded = is_folded
        self._heading.setVisible(not is_folded)
        self._fold.line.setVisible(is_folded)
        self._inside.setVisible(not is_folded or self._fold.is_open)
        side = 0 if is_folded else 24
        self._column.setContentsMargins(side, side, side // 2, side // 2)

    def say(self, language: Language, lines: dict[str, Sequence[str]]) -> None:
        """Show the lines of each part in the language that holds."""
        text = language.text
        self._heading.set_words(text("results.rail.heading"))
        self._fold.line.set_words(text("results.rail.heading"))
        self._change.set_words(text("results.rail.change"), text("results.rail.change_what"))
        for part in _PARTS:
            said = lines.get(part, ())
            self._heads[part].set_words(text(f"results.rail.{part}") if said else "")
            self._show(part, said)
        self.set_folded(is_folded=self._is_folded)

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setSpacing(8)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._fold)
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 8, 8)
        inside.setSpacing(12)
        for part in _PARTS:
            lines = QVBoxLayout()
            lines.setSpacing(4)
            lines.addWidget(self._heads[part])
            self._columns[part] = lines
            inside.addLayout(lines)
        self._change.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        inside.addWidget(self._change)
        self._column.addStretch(1)

    def _show(self, part: str, said: Sequence[str]) -> None:
        shown = self._lines[part]
        while len(shown) < len(said):
            line = Text("small")
            self._columns[part].addWidget(line)
            shown.append(line)
        for place, line in enumerate(shown):
            line.set_words(said[place] if place < len(said) else "")
