"""The line at the top of the staff window: who is signed in, and the way in and out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from ui.controllers.staff_session import StaffSession
from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.ends_layout import EndsLayout
from ui.widgets.language_button import LanguageButton
from ui.widgets.text import Text

_MARGIN = 32
_AIR = 10
_GAP = 12


class StaffHeader(QFrame):
    """Stands above the pages, the same on each.

    Parameters
    ----------
    words
        The language that holds.
    session
        Who is signed in.

    Signals
    -------
    language_chosen
        With the code of a language.
    looks_requested, close_requested
        Text size and contrast, or the end, are asked for.
    leave_requested
        The kiosk is to end, of which this window is a part.
    """

    language_chosen = Signal(str)
    looks_requested = Signal()
    close_requested = Signal()
    leave_requested = Signal()

    def __init__(self, words: Language, session: StaffSession) -> None:
        super().__init__()
        self._words = words
        self._session = session
        self._is_open = self._offers_leaving = False
        self.setObjectName("header")
        self.setProperty("kind", "bar")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._mark = Text("strong", "mark")
        self._who = Text("small", "who")
        for text in (self._mark, self._who):
            text.setWordWrap(False)
        self._sign = Button("help", "sign")
        self._language = LanguageButton(words)
        self._looks = Button("header", "looks")
        self._leave = Button("header", "leave")
        self._close = Button("header", "close")
        self._build()
        self._sign.clicked.connect(self._sign_in_or_out)
        self._looks.clicked.connect(self.looks_requested)
        self._leave.clicked.connect(self.leave_requested)
        self._close.clicked.connect(self.close_requested)
        self._language.chosen.connect(self.language_chosen)
        session.changed.connect(self.retranslate)
        self.retranslate()

    @property
    def way_out(self) -> QWidget:
        """The button that closes the window."""
        return self._close

    def set_open(self, *, is_open: bool) -> None:
        """Tell who is signed in once somebody is past the PIN; there is nobody before."""
        self._is_open = is_open
        self.retranslate()

    def offer_leaving(self) -> None:
        """Have a way out of the kiosk for whoever is past the PIN; closing leads back to it."""
        self._offers_leaving = True
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words in the language that holds."""
        text = self._words.text
        self._mark.set_words(text("staff.window.mark"))
        is_signed_in = self._session.may_change
        key = "signed_in" if is_signed_in else "reading"
        who = text(f"staff.window.{key}", name=self._session.who.name)
        self._who.set_words(who if self._is_open else "")
        self._sign.set_words(text(f"staff.window.{'sign_out' if is_signed_in else 'sign_in'}"))
        self._sign.setVisible(self._is_open)
        self._language.retranslate()
        self._looks.set_words(text("screen.window.comfort"))
        self._leave.set_words(text("staff.window.leave"))
        self._leave.setVisible(self._is_open and self._offers_leaving)
        close = "close_in_kiosk" if self._offers_leaving else "close"
        self._close.set_words(text(f"staff.window.{close}"))

    def _build(self) -> None:
        inside = QWidget()
        row = EndsLayout(inside, across=_GAP, down=8)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _AIR, _MARGIN, _AIR)
        column.addWidget(inside)
        for widget in (
            *(self._mark, self._who, self._sign),
            *(self._language, self._looks, self._leave, self._close),
        ):
            row.addWidget(widget)

    def _sign_in_or_out(self) -> None:
        if self._session.may_change:
            self._session.sign_out()
        else:
            self._session.sign_in_requested.emit()
