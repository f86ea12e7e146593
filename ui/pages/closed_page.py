"""What a kiosk shows when it has no directory to show: whom to ask, and that help is there."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.language import Language
from ui.pages.language_choice import LanguageChoice
from ui.pages.sheet_page import SheetPage
from ui.widgets.button import Button
from ui.widgets.text import Text

_BELOW = 16
"""Pixels between the languages and the heading."""


class ClosedPage(SheetPage):
    """Nothing can be begun here.

    Parameters
    ----------
    words
        The language that holds.
    first
        Codes of the languages that stand before the others.

    Signals
    -------
    staff_requested
        Somebody of the staff wishes to see to it.
    """

    staff_requested = Signal()
    offers_back = False

    def __init__(self, words: Language, first: Sequence[str] = ()) -> None:
        super().__init__(words, "closed")
        self._first = first
        self.compose()

    def first_focus(self) -> QWidget:
        """Begin at the way to help."""
        return self.next_button

    def go_on(self) -> None:
        """Show whom to call."""
        self.help_requested.emit()

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        super().retranslate()
        text = self.words.text
        self._languages.say()
        self.set_heading(text("screen.closed.heading"), text("screen.closed.why"))
        self._help.set_words(text("screen.closed.help"))
        self.next_button.set_words(text("screen.window.help"))
        self._staff.set_words(text("screen.welcome.staff"))

    def _build(self) -> None:
        self._languages = LanguageChoice(self.words, "closed_language", self._first)
        self._help = Text("body", "closed_help")
        self._staff = Button("link", "staff")
        self.column.insertWidget(0, self._languages)
        self.column.insertSpacing(1, _BELOW)
        self.column.addWidget(self._help)
        self.column.addWidget(self._staff, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        self._staff.clicked.connect(self._call_staff)

    def _call_staff(self) -> None:
        # Whoever is here when staff's window is closed again is no staff.
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self.staff_requested.emit()
