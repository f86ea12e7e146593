"""The way to *My search*, on every page where somebody may think of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.wrapping_button import WrappingLink


class SearchWay(QWidget):
    """A button.

    Parameters
    ----------
    words
        The language that holds.
    is_short
        Whether it stands where there is little room.

    Signals
    -------
    wanted
        With the id of the page that it leads to.
    """

    wanted = Signal(str)

    def __init__(self, words: Language, *, is_short: bool = False) -> None:
        super().__init__()
        self.setObjectName("search_way")
        self._words = words
        self.button = WrappingLink("search") if is_short else Button("quiet", "search")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.button.clicked.connect(lambda: self.wanted.emit("search"))
        words.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Say where it leads in the language that holds."""
        self.button.set_words(self._words.text("search.heading"))
