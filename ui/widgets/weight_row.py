"""How much one group counts: a slider, − and +, and its value in words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QVBoxLayout, QWidget

from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.text import Text

_MOST = 100
_STEP = 5
_PAGE = 10
_LESS, _MORE = "\N{MINUS SIGN}", "+"


class WeightSlider(QSlider):
    """A slider that the wheel passes over: whoever scrolls past it means the page."""

    def __init__(self, name: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setObjectName(name)
        self.setRange(0, _MOST)
        self.setPageStep(_PAGE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class WeightRow(QWidget):
    """One group.

    Parameters
    ----------
    group
        Its id.

    Signals
    -------
    moved
        With the group's id and so many points of 100, by the person's hand.
    """

    moved = Signal(str, int)

    def __init__(self, group: str) -> None:
        super().__init__()
        self._group = group
        self.name = Text("strong", f"weight_name_{group}")
        self.slider = WeightSlider(f"weight_{group}")
        self.less = Button("step", f"less_{group}")
        self.more = Button("step", f"more_{group}")
        self.value = Text("small", f"weight_value_{group}")
        across = QHBoxLayout()
        across.setSpacing(8)
        for widget in (self.less, self.slider, self.more):
            across.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.name)
        column.addLayout(across)
        column.addWidget(self.value)
        self.slider.valueChanged.connect(self._tell)
        for button, shift in ((self.less, self._lower), (self.more, self._raise)):
            button.setAutoRepeat(True)
            button.clicked.connect(shift)

    def show_points(self, points: int, language: Language) -> None:
        """Show for how many of 100 the group counts."""
        text = language.text
        name = text(f"screen.group.{self._group}")
        said = text("results.weights.counts", n=points) if points else text("results.weights.none")
        self.name.set_words(name)
        self.value.set_words(said)
        self.slider.setAccessibleName(name)
        self.slider.setAccessibleDescription(said)
        self.less.set_words(_LESS, text("results.weights.less", name=name))
        self.more.set_words(_MORE, text("results.weights.more", name=name))
        if self.slider.value() != points:
            self.slider.blockSignals(True)
            self.slider.setValue(points)
            self.slider.blockSignals(False)

    def _lower(self) -> None:
        self.slider.setValue(self.slider.value() - _STEP)

    def _raise(self) -> None:
        self.slider.setValue(self.slider.value() + _STEP)

    def _tell(self, points: int) -> None:
        self.moved.emit(self._group, points)
