"""A picture of what was seen, fading away over what is seen now."""

from PySide6.QtCore import QEvent, QObject, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget


class Veil(QWidget):
    """Lets every press through, takes no focus, and ends by itself.

    Parameters
    ----------
    over
        What the picture fades away over.
    picture
        What it shows at first.
    milliseconds
        How long it lasts.
    """

    def __init__(self, over: QWidget, picture: QPixmap, milliseconds: int) -> None:
        super().__init__(over)
        self._picture = picture
        self._left = 1.0
        self.setObjectName("veil")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setGeometry(over.rect())
        over.installEventFilter(self)
        self._fading = QVariantAnimation(self)
        self._fading.setStartValue(1.0)
        self._fading.setEndValue(0.0)
        self._fading.setDuration(milliseconds)
        self._fading.valueChanged.connect(self._fade)
        self._fading.finished.connect(self.deleteLater)
        self.show()
        self.raise_()
        self._fading.start()

    def _fade(self, left: float) -> None:
        self._left = left
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as what it covers."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what is left of the picture."""
        painter = QPainter(self)
        painter.setOpacity(self._left)
        painter.drawPixmap(self.rect(), self._picture)


def fade_from(widget: QWidget, picture: QPixmap | None, milliseconds: int) -> None:
    """Let `picture` fade away over a widget, in place of one that still does."""
    for veil in widget.findChildren(Veil, options=Qt.FindChildOption.FindDirectChildrenOnly):
        veil.hide()
        veil.deleteLater()
    if picture is not None and milliseconds > 0:
        Veil(widget, picture, milliseconds)
