"""By which a person lets staff help without showing what was answered."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.controllers.cover_controller import CoverController
from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.text import Text


class CoverPart(QWidget):
    """Says what it is for, and a button that covers the answers or shows them again."""

    def __init__(self, words: Language, cover: CoverController) -> None:
        super().__init__()
        self._words = words
        self._cover = cover
        self.setObjectName("cover_part")
        self._why = Text("strong", "cover_why")
        self._button = Button("quiet", "cover")
        self._button.clicked.connect(self._turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._why)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        cover.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Say what it does now, in the language that holds."""
        what = "show" if self._cover.is_covered else "cover"
        self._why.set_words(self._words.text("screen.cover.why"))
        self._button.set_words(self._words.text(f"screen.cover.{what}"))
        self._button.setAccessibleDescription(self._why.plain)

    def _turn(self) -> None:
        self._cover.set_covered(not self._cover.is_covered)
