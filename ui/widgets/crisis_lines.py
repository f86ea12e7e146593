"""People to call: each line with its number, whom it is for, and when it was checked."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from matcher.checklist.crisis import CrisisLine
from ui.language import Language
from ui.widgets.text import Text

STALE_AFTER_DAYS = 180
"""A line checked longer ago says so."""


class CrisisLines(QWidget):
    """Cards, one a line; the number is large and can be selected."""

    def __init__(self, name: str, words: Language) -> None:
        super().__init__()
        self.setObjectName(name)
        self._words = words
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    def show_lines(self, lines: Sequence[CrisisLine]) -> None:
        """Show these lines."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        for line in lines:
            self._column.addWidget(self._card(line))

    def _card(self, line: CrisisLine) -> QFrame:
        card = QFrame()
        card.setObjectName(f"line_{line.id}")
        card.setProperty("kind", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(4)
        text = self._words.text
        for role, words in (
            ("small", text(f"crisis.kind.{line.kind.value}")),
            ("heading", line.number),
            ("strong", text(f"crisis.line.{line.id}.name")),
            ("body", text(f"crisis.line.{line.id}.about")),
            ("small", self._checked(line)),
        ):
            label = Text(role)
            label.set_words(words)
            column.addWidget(label)
        return card

    def _checked(self, line: CrisisLine) -> str:
        text = self._words.text
        parts = []
        if line.languages:
            names = [text(f"term.languages.{code}") for code in line.languages]
            parts.append(text("crisis.panel.languages", languages=tuple(names)))
        if line.checked_on is None:
            parts.append(text("crisis.panel.not_checked"))
        else:
            days = (date.today() - line.checked_on).days
            stale = days > STALE_AFTER_DAYS
            parts.append(
                text("crisis.panel.stale", n=days)
                if stale
                else text("crisis.panel.checked", date=line.checked_on)
            )
        return " · ".join(parts)
