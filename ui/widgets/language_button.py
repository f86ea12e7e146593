"""A button that names the language that holds, and opens a menu of all of them."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from matcher.i18n import languages
from ui.language import Language
from ui.widgets.button import Button


class LanguageButton(Button):
    """Each language by its own name.

    Signals
    -------
    chosen
        With the code of a language.
    """

    chosen = Signal(str)

    def __init__(self, words: Language) -> None:
        super().__init__("header", "language")
        self._words = words
        self._menu = QMenu(self)
        self._choices = QActionGroup(self)
        for code in languages():
            action = QAction(words.text(f"screen.language.{code}"), self._menu)
            action.setData(code)
            action.setCheckable(True)
            self._choices.addAction(action)
            self._menu.addAction(action)
        self.setMenu(self._menu)
        self._choices.triggered.connect(self._choose)

    def retranslate(self) -> None:
        """Say the words in the language that holds."""
        own_name = self._words.own_name
        self.set_words(own_name, self._words.text("screen.window.language", language=own_name))
        for action in self._choices.actions():
            action.setChecked(action.data() == self._words.code)

    def _choose(self, action: QAction) -> None:
        self.chosen.emit(action.data())
