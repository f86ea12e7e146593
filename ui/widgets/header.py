"""The line at the top of every page: the name, the language, the looks, and help."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy

from matcher.i18n import languages
from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.text import Text


class Header(QFrame):
    """Stands above the pages, the same on each.

    Signals
    -------
    language_chosen
        With the code of a language.
    comfort_requested, help_requested
        Text size and contrast, or people to call, are asked for.
    """

    language_chosen = Signal(str)
    comfort_requested = Signal()
    help_requested = Signal()

    def __init__(self, words: Language) -> None:
        super().__init__()
        self._words = words
        self.setObjectName("header")
        self.setProperty("kind", "bar")
        # A page that asks for more height than there is must not press it together.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._mark = Text("strong", "mark")
        self._mark.setWordWrap(False)
        self._language = Button("header", "language")
        self._comfort = Button("header", "comfort")
        self._help = Button("help", "help")
        self._menu = QMenu(self)
        self._choices = QActionGroup(self)
        self._build()
        self._comfort.clicked.connect(self.comfort_requested)
        self._help.clicked.connect(self.help_requested)
        self._choices.triggered.connect(self._choose)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words in the language that holds."""
        text = self._words.text
        own_name = text(f"screen.language.{self._words.code}")
        self._mark.set_words(text("screen.window.name"))
        self._language.set_words(own_name, text("screen.window.language", language=own_name))
        self._comfort.set_words(text("screen.window.comfort"))
        self._help.set_words(text("screen.window.help"))
        for action in self._choices.actions():
            action.setChecked(action.data() == self._words.code)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 10, 32, 10)
        row.setSpacing(12)
        row.addWidget(self._mark)
        row.addStretch(1)
        for button in (self._language, self._comfort, self._help):
            row.addWidget(button)
        for code in languages():
            action = QAction(self._words.text(f"screen.language.{code}"), self._menu)
            action.setData(code)
            action.setCheckable(True)
            self._choices.addAction(action)
            self._menu.addAction(action)
        self._language.setMenu(self._menu)

    def _choose(self, action: QAction) -> None:
        self.language_chosen.emit(action.data())
