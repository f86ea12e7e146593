"""A column of words that is as high as its words need at its width, and no higher."""

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QLayout, QScrollArea, QVBoxLayout, QWidget


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

    def sizeHint(self) -> QSize:
        """Ask for the same: what it would be at a width it never has costs a layout of all."""
        return self.minimumSizeHint()


def make_room(grown: QWidget, *added: QWidget) -> None:
    """Show what was added to a widget, and lay out everything around it in one go.

    Left to itself Qt does so level by level, each within its old height: what lies there is
    squeezed, seen, and given its room again, on every level once.

    Parameters
    ----------
    grown
        What needs more or less room now.
    *added
        Widgets inside it that are not shown yet.
    """
    around, area = _around(grown)
    for layout in around:
        layout.setEnabled(False)
    for widget in added:
        widget.show()
    for layout in around:
        layout.setEnabled(True)
        layout.invalidate()
        parent = layout.parentWidget()
        if parent is not None:
            parent.updateGeometry()
    if area is not None:
        QCoreApplication.sendEvent(area, QEvent(QEvent.Type.LayoutRequest))


def take_out_all(layout: QLayout) -> None:
    """Take every widget out of a layout, and let go of it."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


def _around(widget: QWidget) -> tuple[list[QLayout], QScrollArea | None]:
    """Return the layouts from a widget outwards, and the area it scrolls in."""
    layouts = []
    outer: QWidget | None = widget
    while outer is not None and not isinstance(outer, QScrollArea):
        layout = outer.layout()
        if layout is not None:
            layouts.append(layout)
        outer = outer.parentWidget()
    return layouts, outer
