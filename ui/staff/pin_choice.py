"""A new PIN, typed twice."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.controllers.accounts_controller import check_pin
from ui.language import Language
from ui.staff.staff_sign_in_page import PIN_LEAST, PIN_MOST
from ui.widgets.announcement import announce
from ui.widgets.keypad import Keypad
from ui.widgets.text import Text
from ui.widgets.width import row_of_width

_WIDEST = 420


class PinChoice(QWidget):
    """Asks for it, says why it will not do, and asks for it once more.

    Signals
    -------
    chosen
        With the PIN.
    asked
        It asks for something else than before.
    """

    chosen = Signal(str)
    asked = Signal()

    def __init__(self, words: Language, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._words = words
        self._first = ""
        self._say = Text("strong", f"{name}_say")
        self._error = Text("error", f"{name}_error")
        self.keypad = Keypad(words, f"{name}_keypad", PIN_LEAST, PIN_MOST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self._error, self._say):
            column.addWidget(widget)
        column.addLayout(row_of_width(self.keypad, _WIDEST))
        self.setFocusProxy(self.keypad)
        self.keypad.entered.connect(self._take)
        self.forget()

    def retranslate(self) -> None:
        """Say what is asked in the language that holds."""
        self.keypad.retranslate()
        key = "repeat" if self._first else "choose"
        self._say.set_words(self._words.text(f"staff.pin.{key}", least=PIN_LEAST))

    def forget(self) -> None:
        """Begin anew."""
        self._first = ""
        self.keypad.clear()
        self._error.set_words("")
        self.retranslate()

    def enter(self) -> None:
        """Take what is typed."""
        self.keypad.enter()

    def _take(self, pin: str) -> None:
        if self._first:
            self._compare(pin)
        elif error := check_pin(pin):
            self._refuse(self._words.render_all(error))
        else:
            self._first = pin
            self._ask("")

    def _compare(self, pin: str) -> None:
        first, self._first = self._first, ""
        if pin != first:
            self._refuse(self._words.text("staff.pin.differ"))
            return
        self._ask("")
        self.chosen.emit(pin)

    def _refuse(self, why: str) -> None:
        self._ask(why)

    def _ask(self, why: str) -> None:
        self._error.set_words(why)
        self.retranslate()
        self.keypad.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, why or self._say.plain)
        self.asked.emit()
