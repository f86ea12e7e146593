"""The field in which staff write whom they look for; keys lead on to who was found."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

_LONGEST = 200


class PeopleSearchField(QLineEdit):
    """Escape empties it.

    Signals
    -------
    table_requested
        Down: whoever was found is to be walked through.
    entered
        Return: whoever was found is wanted.
    """

    table_requested = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("search")
        self.setMaxLength(_LONGEST)

    def begin(self) -> None:
        """Take the focus, ready for other words."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def begin_with(self, letters: str) -> None:
        """Take the focus, with letters that were typed elsewhere."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setText(letters)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead on with Down and Return."""
        match event.key():
            case Qt.Key.Key_Down:
                self.table_requested.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.entered.emit()
            case Qt.Key.Key_Escape if self.text():
                self.clear()
            case _:
                super().keyPressEvent(event)
