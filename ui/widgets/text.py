"""Words on a page: never taken for mark-up, with air between the lines, known to screen readers."""

import re
from html import escape

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QSizePolicy

from matcher.text_direction import directed
from ui.widgets.accessible_role import speak_as

_PARAGRAPHS = frozenset({"body", "quiet", "lead"})
_HEADINGS = frozenset({"title", "heading"})
_AIR = 115
"""Height of a line of running text, in hundredths of what its letters take."""

BREAK = "\N{ZERO WIDTH SPACE}"
_LONG_RUN, _LONG_IN_TITLE = (re.compile(rf"(\S{{{most}}})(?=\S)") for most in (24, 18))
"""Signs of a directory without a space among them: a line may break inside."""

_SPACES = re.compile(rf"[ \n{BREAK}]+")
"""Where a line may break; not at a space that holds its words together."""


def runs_of(words: str) -> list[str]:
    """Return what stands on one line each, however narrow it is."""
    return _SPACES.split(words)


class Text(QLabel):
    """A label that wraps.

    Parameters
    ----------
    role
        What it looks like in the style sheet: ``title``, ``heading``, ``lead``, ``body``,
        ``strong``, ``quiet``, ``small``, ``eyebrow``, ``error``.
    name
        Its object name.
    is_foreign
        Whether it is a text of its own: it then begins at the side it is read from, where
        everything else runs as the window does.
    """

    def __init__(self, role: str = "body", name: str = "", *, is_foreign: bool = False) -> None:
        super().__init__()
        self._plain = ""
        self._is_foreign = is_foreign
        self._runs: list[str] = []
        self._airy = role in _PARAGRAPHS
        self._long_run = _LONG_IN_TITLE if role in _HEADINGS else _LONG_RUN
        self.setObjectName(name)
        self.setProperty("role", role)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        if role in _HEADINGS:
            speak_as(self, QAccessible.Role.Heading)

    def set_role(self, role: str) -> None:
        """Look like another role: the same words, said as what they were."""
        if role == self.property("role"):
            return
        self.setProperty("role", role)
        self._airy = role in _PARAGRAPHS
        self.style().unpolish(self)
        self.style().polish(self)
        self._show_words()
        self.updateGeometry()

    @property
    def plain(self) -> str:
        """The words shown."""
        return self._plain

    def set_words(self, words: str) -> None:
        """Show other words; nothing shown when empty."""
        self._plain = words
        self._runs = runs_of(self._breakable(words))
        self._show_words()
        self.setAccessibleName(self._plain)
        # A label that stands nowhere yet would open as a window of its own.
        if not self._plain or self.parentWidget() is not None:
            self.setVisible(bool(self._plain))

    def minimumSizeHint(self) -> QSize:
        """Return one line of the longest word: how high it is, its width alone decides."""
        if not self.wordWrap():
            return super().minimumSizeHint()
        metrics = self.fontMetrics()
        longest = max((metrics.horizontalAdvance(run) for run in self._runs), default=0)
        return QSize(longest, metrics.height())

    def _show_words(self) -> None:
        words = self._breakable(self._plain)
        is_rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if not self._is_foreign:
            # Qt lets a label run as its first word does.
            words = directed(words, "rtl" if is_rtl else "ltr")
        # Of plain words that run from the right, Qt shifts every line by the space at its end.
        if self._airy or is_rtl:
            self._show_marked_up(escape(words))
        else:
            self._show_as(Qt.TextFormat.PlainText, words)

    def _show_marked_up(self, escaped: str, style: str = "") -> None:
        """Show words of which every part was escaped before it was marked."""
        air = _AIR if self._airy else 100
        lines = escaped.replace("\n", "<br>")
        said = f'<p style="line-height:{air}%{style}">{lines}</p>'
        self._show_as(Qt.TextFormat.RichText, said)

    def _show_as(self, form: Qt.TextFormat, words: str) -> None:
        self.setTextFormat(form)
        self.setText(words)

    def _breakable(self, words: str) -> str:
        return self._long_run.sub(rf"\1{BREAK}", words)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the window's direction."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange and self._plain:
            self._show_words()
