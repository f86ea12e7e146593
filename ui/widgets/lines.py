"""Sentences one below the other."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.text import Text


class Lines(QWidget):
    """Lines of text; hidden when there are none.

    Parameters
    ----------
    name
        Its object name.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._lines: list[Text] = []

    @property
    def words(self) -> tuple[str, ...]:
        """The lines shown."""
        return tuple(line.plain for line in self._lines if line.plain)

    def set_lines(self, lines: Sequence[str]) -> None:
        """Show other lines."""
        while len(self._lines) < len(lines):
            line = Text("body")
            self._column.addWidget(line)
            self._lines.append(line)
        for place, line in enumerate(self._lines):
            line.set_words(lines[place] if place < len(lines) else "")
        self.setVisible(bool(lines))
