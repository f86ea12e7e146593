"""What keeps a person's answers from other eyes, on the page about text size and colors."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.controllers.cover_controller import CoverController
from ui.controllers.hide_code import DIGITS, HideCode
from ui.language import Language
from ui.pages.cover_part import CoverPart
from ui.widgets.announcement import announce
from ui.widgets.button import Button
from ui.widgets.fold import Fold
from ui.widgets.keypad import Keypad
from ui.widgets.text import Text
from ui.widgets.width import row_of_width

_WIDEST = 420


class PrivacyPart(QWidget):
    """A code for *Hide*, to choose or not, and the cover for while staff helps."""

    def __init__(self, words: Language, code: HideCode, cover: CoverController) -> None:
        super().__init__()
        self._words = words
        self._code = code
        self._first = ""
        self.setObjectName("privacy")
        self._why = Text("body", "code_why")
        self._say = Text("strong", "code_say")
        self._keypad = Keypad(words, "choose_code", DIGITS)
        self._remove = Button("quiet", "remove_code")
        self._fold = Fold("hide_code", self._inside())
        self._cover = CoverPart(words, cover)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._fold)
        column.addWidget(self._cover)
        self._keypad.entered.connect(self._take)
        self._remove.clicked.connect(self._take_off)
        self._fold.turned.connect(self.show_state)
        self.show_state()

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        text = self._words.text
        self._fold.line.set_words(text("screen.hide.code.open"))
        self._why.set_words(text("screen.hide.code.why"))
        self._remove.set_words(text("screen.hide.code.remove"))
        self._keypad.retranslate()
        self._cover.retranslate()
        self.show_state()

    def show_state(self) -> None:
        """Ask for a code, or say that there is one; half a choice is forgotten."""
        self._first = ""
        self._keypad.clear()
        self._say_now("chosen" if self._code.is_set else "choose")

    def _inside(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self._why, self._say):
            column.addWidget(widget)
        column.addLayout(row_of_width(self._keypad, _WIDEST))
        column.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignLeft)
        return inside

    def _take(self, digits: str) -> None:
        if not self._first:
            self._first = digits
            self._tell("repeat")
        elif digits == self._first:
            self._code.choose(digits)
            self.show_state()
            self._remove.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, self._say.plain)
        else:
            self._first = ""
            self._tell("differ")

    def _take_off(self) -> None:
        self._code.forget()
        self.show_state()
        self._keypad.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self._say.plain)

    def _tell(self, what: str) -> None:
        self._say_now(what)
        announce(self, self._say.plain)

    def _say_now(self, what: str) -> None:
        self._say.set_words(self._words.text(f"screen.hide.code.{what}"))
        self._keypad.setVisible(not self._code.is_set)
        self._remove.setVisible(self._code.is_set)
