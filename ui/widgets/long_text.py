"""Foreign text of any length: a few lines of it, and all of it when asked for."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.column import make_room
from ui.widgets.text import Text

LONG = 480
"""Letters of a text that are shown at once."""

_PARAGRAPH = 1200
"""Letters of a label: a longer one is laid out again and again as a whole."""


class LongText(QWidget):
    """A text that is folded when it is long.

    Parameters
    ----------
    name
        Its object name; that of the button is ``<name>_all``.
    words
        The text.
    about
        What it is about, for screen readers.
    language
        The language of the button.
    """

    def __init__(self, name: str, words: str, about: str, language: Language) -> None:
        super().__init__()
        self.setObjectName(name)
        self._words = words
        self._about = about
        self._language = language
        self._rest: list[Text] = []
        self._left: list[str] = []
        self._later = QTimer(self)
        self._later.timeout.connect(self._add_next)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.beginning = Text("body", f"{name}_beginning", is_foreign=True)
        self._column.addWidget(self.beginning)
        self.beginning.set_words(shortened(words))
        self.all = Button("fold", f"{name}_all")
        self.all.setCheckable(True)
        self._column.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        self.all.setVisible(self.beginning.plain != words)
        self.all.toggled.connect(self._turn)
        self._say()

    @property
    def shown(self) -> str:
        """The text that is seen."""
        if not self.all.isChecked():
            return self.beginning.plain
        return "\n".join(text.plain for text in self._rest)

    @property
    def is_complete(self) -> bool:
        """Whether all of what was asked for is shown."""
        return not self._later.isActive()

    def _turn(self, is_open: bool) -> None:
        self.beginning.setVisible(not is_open)
        if is_open and not self._rest:
            self._left = paragraphs(self._words)
            self._later.start(0)
            self._add_next()
        for text in self._rest:
            text.setVisible(is_open)
        self._say()
        make_room(self)

    def _add_next(self) -> None:
        """Show a little more: all at once would keep the window from answering."""
        if not self._left:
            self._later.stop()
            return
        text = Text("body", is_foreign=True)
        text.hide()
        self._column.insertWidget(self._column.count() - 1, text)
        text.set_words(self._left.pop(0))
        self._rest.append(text)
        text.setVisible(self.all.isChecked())
        make_room(self)

    def _say(self) -> None:
        key = "less" if self.all.isChecked() else "all"
        text = self._language.text
        self.all.set_words(
            text(f"profile.long.{key}"), text(f"profile.long.{key}_for", name=self._about)
        )


def shortened(words: str) -> str:
    """Return the beginning of a long text, up to the end of a word; a short one whole."""
    if len(words) <= LONG:
        return words
    beginning = words[:LONG]
    at_word, _, _ = beginning.rpartition(" ")
    return f"{(at_word or beginning).rstrip()} …"


def paragraphs(words: str) -> list[str]:
    """Divide a text into parts that are quickly laid out, at line ends if there are any."""
    found, rest = [], words.strip()
    while len(rest) > _PARAGRAPH:
        ends = (rest.rfind(sign, 1, _PARAGRAPH) for sign in ("\n", " "))
        end = next((end for end in ends if end > 0), _PARAGRAPH)
        found.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    return [*found, rest]
