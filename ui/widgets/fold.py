"""Something that is opened and closed by the line above it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.button import Button


class Fold(QWidget):
    """A line of words that opens what is below it.

    Parameters
    ----------
    name
        Object name; that of the line is ``<name>_open``.
    content
        What is opened; closed at first.
    kind
        Kind of the line's button.

    Signals
    -------
    turned
        With whether it is open now.
    """

    turned = Signal(bool)

    def __init__(self, name: str, content: QWidget, kind: str = "fold") -> None:
        super().__init__()
        self.setObjectName(name)
        self.content = content
        self.line = Button(kind, f"{name}_open")
        self.line.setCheckable(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.line, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(content)
        content.hide()
        self.line.toggled.connect(self._turn)

    @property
    def is_open(self) -> bool:
        """Whether the content is shown."""
        return self.line.isChecked()

    def set_open(self, *, is_open: bool) -> None:
        """Open or close it."""
        self.line.setChecked(is_open)

    def _turn(self, is_open: bool) -> None:
        self.content.setVisible(is_open)
        self.turned.emit(is_open)
