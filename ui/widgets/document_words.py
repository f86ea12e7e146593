"""The words of a document: names are bold, what is typed has a face of its own, links lead on."""

import re
from dataclasses import replace
from html import escape

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QFont, QFontMetrics

from matcher.marked_words import MarkedWords, Run
from ui.theme.fonts import code_font
from ui.theme.text_size import changes_text_size
from ui.widgets.text import BREAK, Text, runs_of

_JOIN = "\N{WORD JOINER}"
_LONG = 24
"""Signs of what is typed that always stay together."""

_RUN = re.compile(r"\S+")
_PART = re.compile(r"[^/_.=:]*[/_.=:]+|[^/_.=:]+")
_SIGN = re.compile(r"([^\w\s])(?=\S)")


class DocumentWords(Text):
    """Words with their marks; a screen reader says them all alike.

    What a link leads to is told by `linkActivated`. For keys a page offers the same elsewhere.

    Parameters
    ----------
    role, name
        As of any text.
    hangs
        How many signs stand before the lines that go on.
    """

    def __init__(self, role: str = "body", name: str = "", *, hangs: int = 0) -> None:
        self._hangs = hangs
        self._runs_marked: tuple[Run, ...] = ()
        self._longest: tuple[str, int] = ("", 0)
        super().__init__(role, name)

    def set_words(self, words: str) -> None:
        """Show other words."""
        runs = words.runs if isinstance(words, MarkedWords) else ()
        if not any(_is_marked(run) for run in runs):
            runs = (Run(str(words)),) if self._hangs else ()
        self._runs_marked = runs
        self._longest = ("", 0)
        super().set_words(str(words))

    def minimumSizeHint(self) -> QSize:
        """Ask for the longest word as it is marked."""
        least = super().minimumSizeHint()
        if not self._runs_marked:
            return least
        key = self.font().key()
        if self._longest[0] != key:
            shown = tuple(replace(run, words=self._shown(run)) for run in self._runs_marked)
            self._longest = (key, _longest(shown, self.font()) + self._hang())
        return QSize(max(least.width(), self._longest[1]), least.height())

    def _show_words(self) -> None:
        if not self._runs_marked:
            super()._show_words()
            return
        # Put together of escaped parts: nothing of it can be mark-up.
        said = "".join(map(self._html, self._runs_marked))
        hang = self._hang()
        self._show_marked_up(said, f";margin-left:{hang}px;text-indent:-{hang}px")

    def _hang(self) -> int:
        return self.fontMetrics().horizontalAdvance(self.plain[: self._hangs])

    def _shown(self, run: Run) -> str:
        """Return words with the places where a line may break, or may not."""
        if not run.is_code:
            return self._breakable(run.words)
        return _RUN.sub(lambda found: self._in_parts(found[0]), run.words)

    def _in_parts(self, code: str) -> str:
        """Keep what is typed in one; a long name of a file breaks where its own parts end."""
        if len(code) <= _LONG:
            return _SIGN.sub(rf"\1{_JOIN}", code)
        return BREAK.join(
            self._breakable(_SIGN.sub(rf"\1{_JOIN}", part)) for part in _PART.findall(code)
        )

    def _html(self, run: Run) -> str:
        if run.is_code:
            font = code_font(self.font().pixelSize())
            style = f"font-family:'{font.families()[0]}'; font-size:{font.pixelSize()}px"
            said = f'<span style="{style}">{escape(self._shown(run))}</span>'
        else:
            said = escape(self._shown(run))
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
        for number, part in enumerate(runs_of(run.words.replace(_JOIN, ""))):
            width = measure(part) + (0 if number else width)
            longest = max(longest, width)
    return longest


def _metrics(run: Run, font: QFont) -> QFontMetrics:
    face = QFont(code_font(font.pixelSize()) if run.is_code else font)
    face.setBold(run.is_strong or font.bold())
    return QFontMetrics(face)


def _is_marked(run: Run) -> bool:
    return run.is_strong or run.is_code or bool(run.address)
