"""A button whose words are never taken for a keyboard mnemonic."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy


class Button(QPushButton):
    """A push button; Return presses it as Space does.

    Parameters
    ----------
    kind
        ``primary`` (one a page), ``quiet`` (outlined), ``plain`` (underlined words), ``header``,
        ``help``, ``section`` (a line of the staff's rail).
    name
        Its object name.
    """

    def __init__(self, kind: str = "quiet", name: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def set_kind(self, kind: str) -> None:
        """Look like another kind from now on."""
        if kind != self.property("kind"):
            self.setProperty("kind", kind)
            self.style().polish(self)
            self.updateGeometry()

    def set_words(self, words: str, accessible: str = "") -> None:
        """Show `words`; a screen reader says `accessible`, or the words when it is empty."""
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(accessible or words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Return, too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)
