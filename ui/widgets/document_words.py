"""The words of a document: names are bold, what is typed has a face of its own, links lead on."""

import re
from html import escape

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QFont, QFontMetrics

from matcher.marked_words import MarkedWords, Run
from ui.theme.fonts import code_font
from ui.theme.text_size import changes_text_size
from ui.widgets.text import Text, runs_of

_JOIN = "\N{WORD JOINER}"
_SIGN = re.compile(r"([^\w\s])(?=\S)")


class DocumentWords(Text):
    """Words with their marks; a screen reader says them all alike.

    What a link leads to is told by `linkActivated`. For keys a page offers the same elsewhere.

    Parameters
    ----------
    role, name
        As of any text.
    """

    def __init__(self, role: str = "body", name: str = "") -> None:
        self._runs_marked: tuple[Run, ...] = ()
        self._longest: tuple[str, int] = ("", 0)
        super().__init__(role, name)

    def set_words(self, words: str) -> None:
        """Show other words."""
        runs = words.runs if isinstance(words, MarkedWords) else ()
        self._runs_marked = runs if any(_is_marked(run) for run in runs) else ()
        self._longest = ("", 0)
        super().set_words(str(words))

    def minimumSizeHint(self) -> QSize:
        """Ask for the longest word as it is marked."""
        least = super().minimumSizeHint()
        if not self._runs_marked:
            return least
        key = self.font().key()
        if self._longest[0] != key:
            self._longest = (key, _longest(self._runs_marked, self.font()))
        return QSize(max(least.width(), self._longest[1]), least.height())

    def _show_words(self) -> None:
        if not self._runs_marked:
            super()._show_words()
            return
        # Put together of escaped parts: nothing of it can be mark-up.
        said = "".join(map(self._html, self._runs_marked))
        self._show_marked_up(said)

    def _html(self, run: Run) -> str:
        if run.is_code:
            font = code_font(self.font().pixelSize())
            style = f"font-family:'{font.families()[0]}'; font-size:{font.pixelSize()}px"
            said = f'<span style="{style}">{escape(_in_one(run.words))}</span>'
        else:
            said = escape(self._breakable(run.words))
        if run.is_strong:
            said = f"<b>{said}</b>"
        if run.address:
            ink = self.palette().windowText().color().name()
            said = f'<a href="{escape(run.address)}" style="color:{ink}">{said}</a>'
        return said

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text, and the colours."""
        super().changeEvent(event)
        is_of_looks = changes_text_size(event) or event.type() == QEvent.Type.PaletteChange
        if is_of_looks and self._runs_marked:
            self._show_words()


def widths_of(words: str, font: QFont) -> tuple[int, int]:
    """Return how wide the longest word is, and all of them in one line."""
    runs = words.runs if isinstance(words, MarkedWords) else (Run(words),)
    return _longest(runs, font), sum(
        _metrics(run, font).horizontalAdvance(run.words) for run in runs
    )


def _longest(runs: tuple[Run, ...], font: QFont) -> int:
    longest = width = 0
    for run in runs:
        measure = _metrics(run, font).horizontalAdvance
        for number, part in enumerate(runs_of(run.words)):
            width = measure(part) + (0 if number else width)
            longest = max(longest, width)
    return longest


def _metrics(run: Run, font: QFont) -> QFontMetrics:
    face = QFont(code_font(font.pixelSize()) if run.is_code else font)
    face.setBold(run.is_strong or font.bold())
    return QFontMetrics(face)


def _in_one(code: str) -> str:
    """Return what is typed so that a line ends at its spaces alone, and not at a hyphen."""
    return _SIGN.sub(rf"\1{_JOIN}", code)


def _is_marked(run: Run) -> bool:
    return run.is_strong or run.is_code or bool(run.address)
