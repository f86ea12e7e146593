"""A button that is pressed and held; how long still is seen on it."""

from PySide6.QtCore import Qt, QVariantAnimation, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle

from ui.theme.palette import ACCENT
from ui.widgets.button import Button

_HOLD_MS = 1000
_LINE = 6


class HoldButton(Button):
    """Tells when it was held long enough, by pointer, Space or Return.

    A press that ends sooner is a click: who cannot hold is offered another way by that.

    Signals
    -------
    held
        Once for each press that lasted.
    """

    held = Signal()

    def __init__(self, name: str, milliseconds: int = _HOLD_MS) -> None:
        super().__init__("quiet", name)
        self._progress = QVariantAnimation(self)
        self._progress.setStartValue(0.0)
        self._progress.setEndValue(1.0)
        self._progress.setDuration(milliseconds)
        self._progress.valueChanged.connect(self._show_progress)
        self._progress.finished.connect(self._tell)
        self.pressed.connect(self._progress.start)
        self.released.connect(self._let_go)

    @property
    def progress(self) -> float:
        """How much of the time it has been held, from 0 to 1."""
        is_running = self._progress.state() == QVariantAnimation.State.Running
        return float(self._progress.currentValue()) if is_running else 0.0

    def _show_progress(self) -> None:
        self.update()

    def _let_go(self) -> None:
        self._progress.stop()
        self.update()

    def _tell(self) -> None:
        # Let go of, so that the end of this press is no click.
        self.setDown(False)
        self.update()
        self.held.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hold with Return as with Space."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.setDown(True)
            self.pressed.emit()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let go with Return as with Space."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyReleaseEvent(event)
        elif not event.isAutoRepeat() and self.isDown():
            self.setDown(False)
            self.released.emit()
            self.clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a line below the words that grows while the button is held."""
        super().paintEvent(event)
        share = self.progress
        if share:
            inner = self.rect().adjusted(_LINE, 0, -_LINE, -_LINE)
            line = inner.adjusted(0, inner.height() - _LINE, 0, 0)
            line.setWidth(round(line.width() * share))
            painter = QPainter(self)
            place = QStyle.visualRect(self.layoutDirection(), inner, line)
            painter.fillRect(place, self.palette().color(ACCENT))
