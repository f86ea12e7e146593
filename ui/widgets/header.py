"""The line at the top of every page: the name, the language, the looks, *Hide*, and help."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.ends_layout import EndsLayout
from ui.widgets.language_button import LanguageButton
from ui.widgets.steady_button import SteadyButton
from ui.widgets.text import Text

_MARGIN = 32
_AIR = 10
_GAP = 12


class Header(QFrame):
    """Stands above the pages, the same on each.

    Signals
    -------
    language_chosen
        With the code of a language.
    comfort_requested, hide_requested, help_requested, finish_requested, read_requested
        Text size and contrast, a blank screen, people to call, the end, or being read to, or that
        this stops, are asked for.
    """

    language_chosen = Signal(str)
    comfort_requested = Signal()
    hide_requested = Signal()
    help_requested = Signal()
    finish_requested = Signal()
    read_requested = Signal()

    def __init__(self, words: Language) -> None:
        super().__init__()
        self._words = words
        self.setObjectName("header")
        self.setProperty("kind", "bar")
        # A page that asks for more height than there is must not press it together.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._mark = Text("strong", "mark")
        self._mark.setWordWrap(False)
        self._language = LanguageButton(words)
        self._comfort = Button("header", "comfort")
        self._read = SteadyButton("header", "read")
        self._read.hide()
        self._is_reading = False
        self._hide = Button("header", "hide")
        self._finish = Button("header", "finish")
        self._finish.hide()
        self._help = Button("help", "help")
        self._build()
        self._comfort.clicked.connect(self.comfort_requested)
        self._hide.clicked.connect(self.hide_requested)
        self._help.clicked.connect(self.help_requested)
        self._finish.clicked.connect(self.finish_requested)
        self._read.clicked.connect(self.read_requested)
        self._language.chosen.connect(self.language_chosen)
        self.retranslate()

    def offer_finish(self) -> None:
        """Let one finish from any page: who is called away leaves nothing behind."""
        self._finish.show()

    def offer_reading(self, *, is_offered: bool, is_reading: bool) -> None:
        """Let one be read to from any page, and stop it."""
        self._is_reading = is_reading
        self._read.setVisible(is_offered)
        self._say_reading()

    def retranslate(self) -> None:
        """Say the words in the language that holds."""
        text = self._words.text
        self._mark.set_words(text("screen.window.name"))
        self._language.retranslate()
        self._comfort.set_words(text("screen.window.comfort"))
        self._hide.set_words(text("screen.window.hide"))
        self._hide.setAccessibleDescription(text("screen.window.hide_keys"))
        self._finish.set_words(text("screen.window.finish"))
        self._help.set_words(text("screen.window.help"))
        self._say_reading()

    def _say_reading(self) -> None:
        text = self._words.text
        read, stop = text("screen.reading.read"), text("screen.reading.stop")
        self._read.set_turns(read, stop)
        self._read.set_words(stop if self._is_reading else read)
        self._read.setAccessibleDescription(text("screen.reading.keys"))

    def _build(self) -> None:
        inside = QWidget()
        row = EndsLayout(inside, across=_GAP, down=8)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _AIR, _MARGIN, _AIR)
        column.addWidget(inside)
        for widget in (
            self._mark,
            self._language,
            self._comfort,
            self._read,
            self._hide,
            self._finish,
            self._help,
        ):
            row.addWidget(widget)
