"""A few lines set apart on a tinted ground."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout

from ui.widgets.text import Text


class Note(QFrame):
    """Lines of text in one frame; hidden when there are none.

    Parameters
    ----------
    name
        Its object name.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("kind", "note")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 16, 24, 16)
        self._column.setSpacing(8)
        self._lines: list[Text] = []
        self.hide()

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
