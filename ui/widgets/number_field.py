"""A whole number between two limits: written, or in steps with − and +."""

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.theme.text_size import changes_text_size
from ui.widgets.announcement import announce
from ui.widgets.button import Button
from ui.widgets.text import Text
from ui.widgets.width import fit_words

_LESS, _MORE = "\N{MINUS SIGN}", "+"
_LONGEST = 6


class NumberField(QWidget):
    """A field between two buttons, its unit beside it, and room for what is wrong.

    Parameters
    ----------
    name
        Object name of the field.
    least, most
        Its limits.
    step
        What − and + go by, from one multiple of it to the next.

    Signals
    -------
    number_changed
        With the number that holds after the person changed it, or ``None`` when it is none.
    """

    number_changed = Signal(object)

    def __init__(self, name: str, least: int, most: int, step: int) -> None:
        super().__init__()
        self._least, self._most, self._step = least, most, step
        self.less, self.more = Button("quiet", f"{name}_less"), Button("quiet", f"{name}_more")
        self.field = QLineEdit()
        self.field.setObjectName(name)
        self.field.setMaxLength(_LONGEST)
        self.field.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.field.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.unit = Text("body", f"{name}_unit")
        self.error = Text("error", f"{name}_error")
        row = QHBoxLayout()
        row.setSpacing(12)
        for button in (self.less, self.more):
            button.setProperty("shape", "square")
            button.setAutoRepeat(True)
        for widget in (self.less, self.field, self.more):
            row.addWidget(widget)
        row.addWidget(self.unit, 1, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.error)
        self.error.set_words("")
        self.less.clicked.connect(self._lower)
        self.more.clicked.connect(self._raise)
        # Not textEdited: a screen reader or dictation writes without a key.
        self.field.textChanged.connect(self._tell)

    @property
    def number(self) -> int | None:
        """The number that is written; ``None`` when it is none, or beyond the limits."""
        written = self.field.text().strip()
        if not (written.isascii() and written.isdecimal()):
            return None
        number = int(written)
        return number if self._least <= number <= self._most else None

    def show_number(self, number: int) -> None:
        """Show what holds."""
        if self.number != number:
            with QSignalBlocker(self.field):
                self.field.setText(str(number))
        self._step_buttons()

    def set_words(self, name: str, less: str, more: str, hint: str = "") -> None:
        """Say what it is, also to those who do not see it."""
        self.field.setAccessibleName(name)
        self.field.setAccessibleDescription(self.error.plain or hint)
        self.less.set_words(_LESS, less)
        self.more.set_words(_MORE, more)

    def show_error(self, words: str) -> None:
        """Say why it cannot be so, also to a screen reader; ``""`` when it can."""
        self.error.set_words(words)
        self.field.setProperty("wrong", bool(words))
        self.field.style().polish(self.field)
        if words:
            announce(self, words)

    def _lower(self) -> None:
        now = self._least if self.number is None else self.number
        self._go_to((now - 1) // self._step * self._step)

    def _raise(self) -> None:
        now = self._least if self.number is None else self.number
        self._go_to((now // self._step + 1) * self._step)

    def _go_to(self, number: int) -> None:
        self.field.setText(str(min(max(number, self._least), self._most)))

    def _tell(self) -> None:
        self._step_buttons()
        self.number_changed.emit(self.number)

    def _step_buttons(self) -> None:
        """Let no button promise what it cannot do, unless it has the focus, which would go."""
        for button, end in ((self.less, self._least), (self.more, self._most)):
            button.setEnabled(self.number != end or button.hasFocus())

    def changeEvent(self, event: QEvent) -> None:
        """Be as wide as the letters ask for."""
        super().changeEvent(event)
        if changes_text_size(event):
            self._measure()

    def event(self, event: QEvent) -> bool:
        """Keep the measure when it is first shown."""
        done = super().event(event)
        if event.type() == QEvent.Type.Polish:
            self._measure()
        return done

    def _measure(self) -> None:
        fit_words(self.field, "0" * _LONGEST)
