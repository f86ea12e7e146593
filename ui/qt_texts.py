"""Lets Qt's own texts follow the language: the file dialog, and the menu of a text field."""

from PySide6.QtCore import QLibraryInfo, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from ui.language import Language

_FOLDER = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)


class QtTexts(QObject):
    """Qt's texts in the language that holds.

    English is what they are written in, and stays where Qt has no translation.

    Parameters
    ----------
    app
        What is translated.
    words
        The language that holds.
    """

    def __init__(self, app: QApplication, words: Language) -> None:
        super().__init__(words)
        self._app = app
        self._words = words
        self._translator = QTranslator(self)
        self._code = "en"
        self._follow()
        words.changed.connect(self._follow)

    def _follow(self) -> None:
        if self._code == self._words.code:
            return
        self._code = self._words.code
        self._app.removeTranslator(self._translator)
        if self._translator.load(f"qtbase_{self._code}", _FOLDER):
            self._app.installTranslator(self._translator)
