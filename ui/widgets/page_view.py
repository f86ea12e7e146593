"""One page of paper on the screen: white whatever the colours of the window are."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.palette import LINE
from ui.widgets.accessible_role import speak_as

_PAPER = QColor("white")


class PageView(QWidget):
    """Shows the picture of a page; a screen reader is told its words.

    Parameters
    ----------
    name
        Its object name.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        speak_as(self, QAccessible.Role.Document)
        self._picture: QImage | None = None

    @property
    def has_picture(self) -> bool:
        """Whether there is more to see than white paper."""
        return self._picture is not None

    def set_words(self, name: str, text: str) -> None:
        """Say which page it is, and what stands on it."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(text)

    def set_size(self, size: QSize) -> None:
        """Be so many pixels wide and high."""
        self.setFixedSize(size)

    def set_picture(self, picture: QImage | None) -> None:
        """Show a picture; none is white paper."""
        if picture is not self._picture:
            self._picture = picture
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint paper, what stands on it, and its edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), _PAPER)
        if self._picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(self.rect()), self._picture)
        painter.setPen(QPen(self.palette().color(LINE)))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
