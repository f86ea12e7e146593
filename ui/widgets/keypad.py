"""Digits by big buttons or by keys; nobody reads them over a shoulder."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.language import Language
from ui.widgets.accessible_role import speak_as
from ui.widgets.button import Button
from ui.widgets.text import Text

_ACROSS = 3
_FULL, _EMPTY, _BETWEEN = "\N{BLACK CIRCLE}", "\N{WHITE CIRCLE}", "\N{THIN SPACE}"


class Keypad(QWidget):
    """Digits, one after the other.

    Parameters
    ----------
    length
        How many digits make a code.
    most
        Where a code may be longer than that, how long at most; it is then entered by Return, or
        by `enter`.

    Signals
    -------
    entered
        With the digits when there are enough of them; the keypad is empty again by then.
    """

    entered = Signal(str)

    def __init__(self, words: Language, name: str, length: int = 4, most: int = 0) -> None:
        super().__init__()
        self._words = words
        self._length = length
        self._most = most
        self._digits = ""
        self.setObjectName(name)
        # A button's least height by the style sheet is that of a finger, and may be less than its
        # digit's: a page with little room would press them together.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._shown = Text("title", f"{name}_shown")
        self._shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._back = Button("quiet", f"{name}_back")
        self._back.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)
        self._back.clicked.connect(self._take_back)
        grid = QGridLayout()
        grid.setSpacing(12)
        self._buttons = {digit: self._button(digit) for digit in "1234567890"}
        for number, button in enumerate(self._buttons.values()):
            grid.addWidget(button, *divmod(number, _ACROSS))
        grid.addWidget(self._back, 3, 1, 1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(16)
        column.addWidget(self._shown)
        column.addLayout(grid)
        if most:
            # Itself has the focus, so that Return enters the code and presses no digit.
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            speak_as(self, QAccessible.Role.Grouping)
        else:
            self.setFocusProxy(self._buttons["1"])
        self.retranslate()

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        self._back.set_words(self._words.text("screen.hide.erase"))
        self._show()

    def clear(self) -> None:
        """Begin anew."""
        self._digits = ""
        self._show()

    def enter(self) -> None:
        """Take what is typed, however long it is."""
        entered = self._digits
        self.clear()
        self.entered.emit(entered)

    def _button(self, digit: str) -> Button:
        button = Button("digit", f"{self.objectName()}_{digit}")
        button.set_words(digit)
        button.clicked.connect(partial(self._add, digit))
        if self._most:
            # Return would press it, where it is to enter the code; the digits are typed.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def _add(self, digit: str) -> None:
        self._digits += digit
        if self._most:
            self._digits = self._digits[: self._most]
        if self._most or len(self._digits) < self._length:
            self._show()
        else:
            self.enter()

    def _take_back(self) -> None:
        self._digits = self._digits[:-1]
        self._show()

    def _show(self) -> None:
        count = len(self._digits)
        self._shown.set_words(_BETWEEN.join(_FULL * count + _EMPTY * (self._length - count)))
        told = "staff.pin.typed" if self._most else "screen.hide.typed"
        self._shown.setAccessibleName(self._words.text(told, n=count, total=self._length))
        if self._most:
            self.setAccessibleName(self._words.text("staff.pin.name"))
            self.setAccessibleDescription(self._shown.accessibleName())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take digits from the keyboard, whichever button has the focus."""
        if event.text() and event.text() in "0123456789":
            self._add(event.text())
        elif event.key() == Qt.Key.Key_Backspace:
            self._take_back()
        elif self._most and self._digits and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter()
        else:
            super().keyPressEvent(event)
