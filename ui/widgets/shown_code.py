"""A recovery code, large enough to be written down."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from ui.widgets.text import Text

_GROUPS_A_LINE = 4


class ShownCode(QFrame):
    """A card with a code in groups, said one group after the other by a screen reader.

    Parameters
    ----------
    name
        Object name of the words.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._shown = Text("title", name)
        self._shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(24, 24, 24, 24)
        inside.addWidget(self._shown)

    @property
    def plain(self) -> str:
        """What is shown."""
        return self._shown.plain

    def show_code(self, code: str) -> None:
        """Show a code; ``""`` forgets the one that was shown."""
        groups = code.split("-")
        lines = (
            "  ".join(groups[start : start + _GROUPS_A_LINE])
            for start in range(0, len(groups), _GROUPS_A_LINE)
        )
        self._shown.set_words("\n".join(lines))
        self._shown.setAccessibleName(", ".join(" ".join(group) for group in groups))
