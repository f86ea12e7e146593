"""The blocks of a document on the screen: paragraphs, lists, named facts, what to type."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from matcher.document import Fit, Tone
from ui.widgets.copy_button import CopyButton, CopyWords
from ui.widgets.document_words import DocumentWords
from ui.widgets.script_lines import ScriptLines
from ui.widgets.text import Text

_ROLES = {Tone.BODY: "body", Tone.STRONG: "strong", Tone.QUIET: "quiet"}
_BULLET = "•"


class ParagraphBlock(DocumentWords):
    """Running text.

    Parameters
    ----------
    words, tone
        What it says, and how loudly.
    hangs
        How many signs stand before the lines that go on.
    """

    def __init__(self, words: str, tone: Tone = Tone.BODY, hangs: int = 0) -> None:
        super().__init__(_ROLES[tone], hangs=hangs)
        self.set_words(words)


class BulletsBlock(QWidget):
    """Short texts one below the other.

    Parameters
    ----------
    items
        The texts.
    """

    def __init__(self, items: Sequence[str]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 0, 0)
        column.setSpacing(8)
        for item in items:
            row = QHBoxLayout()
            row.setSpacing(12)
            sign, text = Text("body"), DocumentWords("body")
            sign.setWordWrap(False)
            row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(text, 1)
            column.addLayout(row)
            sign.set_words(_BULLET)
            sign.setAccessibleName("")
            text.set_words(item)


class FitBlock(QWidget):
    """A name with what is said of it; a screen reader says it in one go.

    Parameters
    ----------
    fit
        What it says.
    """

    def __init__(self, fit: Fit) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        said = (("strong", fit.name), ("small", fit.status), *(("body", one) for one in fit.lines))
        words = [(role, one) for role, one in (*said, ("small", fit.source)) if one]
        for role, one in words:
            text = Text(role)
            column.addWidget(text)
            text.set_words(one)
        self.setAccessibleName(". ".join(one.rstrip(".") for _, one in words))


class ScriptBlock(QFrame):
    """Words to type as they stand, line by line.

    Parameters
    ----------
    label, lines
        What stands above them, and they.
    copying
        Lets them be copied; without it they can be read alone.
    """

    def __init__(self, label: str, lines: Sequence[str], copying: CopyWords | None = None) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        if label:
            above = Text("strong")
            column.addWidget(above)
            above.set_words(label)
        if lines:
            self.lines = ScriptLines(lines)
            column.addWidget(self.lines)
        if lines and copying is not None:
            column.addWidget(CopyButton("\n".join(lines), copying), 0, Qt.AlignmentFlag.AlignLeft)
