"""A column of words that is as high as its words need at its width, and no higher."""

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget


class Column(QWidget):
    """What scrolls inside a page.

    Wrapping labels ask for the height they would have when narrow; added up over a long page that
    leaves an empty screen or two at its end. Here only the width is asked for beforehand.

    Attributes
    ----------
    column
        Its layout, without margins.
    """

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)

    def minimumSizeHint(self) -> QSize:
        """Ask for width alone; the height follows from it."""
        return QSize(super().minimumSizeHint().width(), 0)


def make_room(grown: QWidget) -> None:
    """Lay out everything around a widget that has grown, up to what scrolls, in one go.

    Left to itself Qt does so level by level, and what lies between is seen squeezed for a moment.
    """
    widget: QWidget | None = grown
    while widget is not None:
        layout = widget.layout()
        if layout is not None:
            layout.activate()
        if isinstance(widget, QScrollArea):
            QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.LayoutRequest))
            return
        widget = widget.parentWidget()
