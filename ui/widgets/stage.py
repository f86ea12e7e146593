"""What is seen in a window, and what may be laid over it so that nothing below is left in sight."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid


class Stage(QWidget):
    """Shows one widget and keeps those below it out of sight, of Tab and of screen readers.

    What is covered stays in the window and is hidden there: taking a whole page out of a window
    styles every widget on it anew, and nobody who hides something has that time. Qt tells screen
    readers of hidden widgets that they are neither visible nor showing. It is kept as it was, with
    its focus.

    Parameters
    ----------
    ground
        What is shown when nothing is laid over it.

    Signals
    -------
    covered
        Something is about to be laid over what is seen.
    """

    covered = Signal()

    def __init__(self, ground: QWidget) -> None:
        super().__init__()
        self._layers: list[QWidget] = [ground]
        self._focus: list[QWidget | None] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(ground)
        self.keep(ground)

    @property
    def top(self) -> QWidget:
        """What is seen."""
        return self._layers[-1]

    def is_over(self, layer: QWidget) -> bool:
        """Tell whether something is laid over, be it seen or covered in its turn."""
        return layer in self._layers[1:]

    def keep(self, layer: QWidget) -> None:
        """Let a layer end with the stage, also while it has never been laid over it."""
        self.destroyed.connect(layer.deleteLater)

    def lay_over(self, layer: QWidget) -> None:
        """Show `layer` and nothing else: menus and dialogs over the window are closed."""
        if layer in self._layers:
            return
        self.covered.emit()
        for window in (QApplication.activePopupWidget(), QApplication.activeModalWidget()):
            if window is not None:
                window.close()
                self.activateWindow()
        focused = QApplication.focusWidget()
        is_inside = focused is not None and self.top.isAncestorOf(focused)
        self._focus.append(focused if is_inside else None)
        covered = self.top
        self._layers.append(layer)
        self._swap(covered, layer, layer)

    def lay_on_ground(self, layer: QWidget) -> None:
        """Lay `layer` over the ground, but below whatever was laid over it already."""
        if len(self._layers) == 1:
            self.lay_over(layer)
        elif layer not in self._layers:
            self._layers.insert(1, layer)
            self._focus.insert(1, None)

    def take_off(self, layer: QWidget) -> None:
        """Show what was below it again, as it was."""
        if not self.is_over(layer):
            return
        place = self._layers.index(layer)
        was_seen = layer is self.top
        del self._layers[place]
        if was_seen:
            focused = self._focus.pop()
            self._swap(layer, self.top, focused if focused and isValid(focused) else self.top)
        else:
            del self._focus[place]

    def clear(self) -> None:
        """Take off everything that was laid over."""
        while len(self._layers) > 1:
            self.take_off(self.top)

    def _swap(self, old: QWidget, new: QWidget, focused: QWidget) -> None:
        # Seen before the old one goes: hiding what is on a page takes a moment.
        if new.parentWidget() is not self:
            new.setParent(self)
            self._column.addWidget(new)
        new.setGeometry(self.rect())
        new.show()
        new.raise_()
        new.repaint()
        # As a menu takes it: any other reason would make a field forget what is marked in it.
        focused.setFocus(Qt.FocusReason.PopupFocusReason)
        old.hide()
