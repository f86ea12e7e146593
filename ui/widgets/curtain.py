"""What covers the window when somebody wants it hidden: nothing but the way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from ui.language import Language
from ui.widgets.announcement import announce
from ui.widgets.button import Button
from ui.widgets.help_words import help_words
from ui.widgets.hold_button import HoldButton
from ui.widgets.keypad import Keypad
from ui.widgets.layer import Layer
from ui.widgets.press_pause import pause_presses
from ui.widgets.text import Text

_WIDEST = 440


class Curtain(Layer):
    """Plain, the same whatever it hides, and deaf to every key but those of its own buttons.

    It says whom to call, since the way to help is hidden with the rest.

    Signals
    -------
    code_entered
        With four digits.
    opened
        It was held long enough, or the second step was taken.
    cleared
        The person would sooner begin anew.
    """

    code_entered = Signal(str)
    opened = Signal()
    cleared = Signal()

    def __init__(self, words: Language) -> None:
        super().__init__(words, "curtain", _WIDEST)
        self._say = Text("quiet", "curtain_say")
        self._help = Text("quiet", "curtain_help")
        self._wrong = Text("error", "curtain_wrong")
        self._keypad = Keypad(words, "code")
        self._hold = HoldButton("hold")
        self._show = Button("primary", "show")
        self._again = Button("plain", "start_again")
        self._sure = Button("quiet", "sure")
        self._fill(
            self._say,
            self._wrong,
            self._keypad,
            self._hold,
            self._show,
            self._again,
            self._sure,
            self._help,
        )
        self._connect()
        self.retranslate()
        self.prepare(needs_code=False)

    def prepare(self, *, needs_code: bool) -> None:
        """Be ready to be seen; what was tried the last time is forgotten."""
        self._needs_code = needs_code
        self._keypad.clear()
        self._keypad.setVisible(needs_code)
        self._hold.setVisible(not needs_code)
        self._again.setVisible(needs_code)
        for widget in (self._show, self._sure):
            widget.hide()
        self._wrong.set_words("")
        self._say.set_words(self._words.text(self._explained))

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        text = self._words.text
        self.setAccessibleName(text("screen.hide.hidden"))
        self._keypad.retranslate()
        self._hold.set_words(text("screen.hide.hold"))
        self._show.set_words(text("screen.hide.show"))
        self._again.set_words(text("screen.hide.again"))
        self._sure.set_words(text("screen.hide.sure"))
        self._say_help()

    def accept(self) -> None:
        """Offer the page for the right code: one digit too many must not be written into it."""
        self._needs_code = False
        for widget in (self._keypad, self._again, self._sure):
            widget.hide()
        self._wrong.set_words("")
        self._say.set_words("")
        self._offer_to_show()

    def refuse(self) -> None:
        """Say that this was not the code."""
        self._wrong.set_words(self._words.text("screen.hide.wrong"))
        self._middle.reveal(self._wrong)
        announce(self, self._wrong.plain)

    @property
    def _explained(self) -> str:
        return "screen.hide.by_code" if self._needs_code else "screen.hide.by_hold"

    @property
    def _first(self) -> QWidget:
        return self._keypad if self._needs_code else self._hold

    def _connect(self) -> None:
        self._keypad.entered.connect(self.code_entered)
        self._hold.held.connect(self.opened)
        self._hold.clicked.connect(self._offer_to_show)
        self._show.clicked.connect(self.opened)
        self._again.clicked.connect(self._ask_whether_sure)
        self._sure.clicked.connect(self.cleared)

    def _offer_to_show(self) -> None:
        self._show.show()
        self._show.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_whether_sure(self) -> None:
        self._wrong.set_words(self._words.text("screen.hide.loses"))
        announce(self, self._wrong.plain)
        self._sure.show()
        self._sure.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_help(self) -> None:
        # Read when it is needed: the first page is painted before.
        self._help.set_words(help_words(self._words) if self.isVisible() else "")

    def showEvent(self, event: QShowEvent) -> None:
        """Say whom to call, and take no second tap on what is hidden now."""
        super().showEvent(event)
        pause_presses(self)
        self._say_help()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let digits reach the keypad, and swallow everything else."""
        if self._needs_code:
            self._keypad.keyPressEvent(event)
        super().keyPressEvent(event)
