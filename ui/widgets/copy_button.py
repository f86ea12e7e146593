"""Takes words to the clipboard, as they stand."""

from dataclasses import dataclass

from PySide6.QtGui import QGuiApplication

from ui.widgets.announcement import announce
from ui.widgets.button import Button


@dataclass(frozen=True, slots=True)
class CopyWords:
    """What it says.

    Attributes
    ----------
    copy, copied
        Before and after it was pressed.
    named
        What a screen reader says before, with ``{words}`` where the first line goes.
    """

    copy: str
    copied: str
    named: str


class CopyButton(Button):
    """Copies some words, and says that it did.

    Parameters
    ----------
    words
        What is copied.
    says
        What it says itself.
    """

    def __init__(self, words: str, says: CopyWords) -> None:
        super().__init__("plain", "copy")
        self._words = words
        self._says = says
        self.set_words(says.copy, says.named.replace("{words}", words.partition("\n")[0]))
        self.clicked.connect(self._copy)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._words)
        self.set_words(self._says.copied)
        announce(self, self._says.copied)
