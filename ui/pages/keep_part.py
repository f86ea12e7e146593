"""The way to keep all this for another day; once that is done, the way to what is kept."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.controllers.keeping_controller import KeepingController
from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.text import Text
from ui.widgets.wrapping_button import WrappingLink


class KeepPart(QWidget):
    """A sentence and a button, on every page where somebody may think of leaving.

    Parameters
    ----------
    words
        The language that holds.
    keeping
        Tells whether changes are kept.
    is_short
        Whether there is room for the button alone.

    Signals
    -------
    wanted
        With the id of the page that the button leads to.
    """

    wanted = Signal(str)

    def __init__(
        self, words: Language, keeping: KeepingController, *, is_short: bool = False
    ) -> None:
        super().__init__()
        self.setObjectName("keep_part")
        self._words = words
        self._keeping = keeping
        self._is_short = is_short
        self._say = Text("body", "keep_say")
        self.button = WrappingLink("keep") if is_short else Button("quiet", "keep")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._say)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.button.clicked.connect(self._open)
        keeping.changed.connect(self.retranslate)
        words.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Say what can be done in the language that holds."""
        key = "on" if self._keeping.is_on else "off"
        say = self._words.text(f"keeping.part.{key}_say")
        self._say.set_words("" if self._is_short else say)
        self.button.set_words(self._words.text(f"keeping.part.{key}"))

    def _open(self) -> None:
        self.wanted.emit("kept" if self._keeping.is_on else "keep")
