"""People to call: each line with its number, whom it is for, and when it was checked."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from matcher.checklist.crisis import CrisisLine
from matcher.checklist.help_lines import language_name
from ui.language import Language
from ui.theme.text_size import changes_text_size
from ui.widgets.accessible_role import speak_as
from ui.widgets.column import take_out_all
from ui.widgets.text import Text

_MARGIN = 20
_GAP = 24
_LEAST_IN_LETTERS = 18
"""Room for words beside a number; with less, they stand below it."""


class CrisisLines(QWidget):
    """Cards, one a line: the numbers in a column, and beside each what it is for."""

    def __init__(self, name: str, words: Language) -> None:
        super().__init__()
        self.setObjectName(name)
        self._words = words
        self._cards: list[_Card] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_lines(self, lines: Sequence[CrisisLine], *, says_checks: bool = True) -> None:
        """Show these lines.

        Parameters
        ----------
        says_checks
            Whether to tell when each was checked, or that nobody has.
        """
        take_out_all(self._column)
        shared = _shared_check(lines) if says_checks else None
        self._cards = []
        for line in lines:
            says_own = says_checks and (shared is None or line.checked_on is None)
            card = _Card(line, self._words, self._note(line, says_check=says_own))
            self._cards.append(card)
            self._column.addWidget(card)
        if shared is not None:
            self._add_check(shared, is_of_all=all(line.checked_on for line in lines))
        self._arrange()

    def _add_check(self, day: date, *, is_of_all: bool) -> None:
        """Say once what holds for all lines, or for all that say nothing else."""
        which = "all_checked" if is_of_all else "others_checked"
        said = Text("small", f"{self.objectName()}_checked")
        said.set_words(self._words.text(f"crisis.panel.{which}", date=day))
        self._column.addWidget(said)

    def _note(self, line: CrisisLine, *, says_check: bool) -> str:
        parts = [self._spoken(line)]
        if says_check:
            parts.append(self._checked(line))
        return " · ".join(part for part in parts if part)

    def _spoken(self, line: CrisisLine) -> str:
        """Return the languages of a line, unless it is the reader's alone or in its name."""
        text = self._words.text
        title = text(f"crisis.line.{line.id}.name").casefold()
        names = [text(f"term.languages.{code}") for code in line.languages]
        is_plain = line.languages == (self._words.code,)
        if is_plain or all(name.casefold() in title for name in names):
            return ""
        spoken = tuple(language_name(code, self._words.catalogue) for code in line.languages)
        return text("crisis.panel.languages", languages=spoken)

    def _checked(self, line: CrisisLine) -> str:
        text, today = self._words.text, date.today()
        if line.checked_on is None:
            return text("crisis.panel.not_checked")
        if line.is_stale(today):
            return text("crisis.panel.stale", n=(today - line.checked_on).days)
        return text("crisis.panel.checked", date=line.checked_on)

    def _arrange(self) -> None:
        """Let all numbers take the same room, beside the words or above them."""
        widest = max((card.number_width for card in self._cards), default=0)
        for card in self._cards:
            card.arrange(widest, self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See again whether there is room beside the numbers."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """See again when the text grows."""
        super().changeEvent(event)
        if changes_text_size(event):
            self._arrange()


class _Card(QFrame):
    """One line; a screen reader is told its number and name as one."""

    def __init__(self, line: CrisisLine, words: Language, note: str) -> None:
        super().__init__()
        self.setObjectName(f"line_{line.id}")
        self.setProperty("kind", "card")
        name = words.text(f"crisis.line.{line.id}.name")
        self.setAccessibleName(", ".join(part for part in (line.number, name) if part))
        self.setAccessibleDescription(words.text(f"crisis.kind.{line.kind.value}"))
        speak_as(self, QAccessible.Role.Grouping)
        self._number = Text("name", "number")
        # An address is long: in the letters of a number it would push the words aside.
        if not any(sign.isalpha() for sign in line.number):
            self._number.setProperty("role", "heading")
        self._number.setWordWrap(False)
        column = QVBoxLayout()
        column.setSpacing(2)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(_MARGIN, 12, _MARGIN, 12)
        self._row.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(column, 1)
        self._number.set_words(line.number)
        about = words.text(f"crisis.line.{line.id}.about")
        for role, said in (("strong", name), ("body", about), ("small", note)):
            label = Text(role)
            column.addWidget(label)
            label.set_words(said)

    @property
    def number_width(self) -> int:
        """How wide the number is."""
        self._number.ensurePolished()
        return self._number.sizeHint().width() if self._number.plain else 0

    def arrange(self, number_width: int, width: int) -> None:
        """Put the words beside a number so wide, or below it in a card too narrow for both."""
        room = width - 2 * _MARGIN - _GAP - number_width
        is_narrow = room < _LEAST_IN_LETTERS * self.fontMetrics().averageCharWidth()
        way = QBoxLayout.Direction
        self._row.setDirection(way.TopToBottom if is_narrow else way.LeftToRight)
        self._row.setSpacing(2 if is_narrow else _GAP)
        self._number.setMinimumWidth(0 if is_narrow else number_width)


def _shared_check(lines: Sequence[CrisisLine]) -> date | None:
    """Return the day on which several lines were checked, if it is one and not long ago."""
    checked = [line for line in lines if line.checked_on is not None]
    days = {line.checked_on for line in checked}
    if len(checked) < 2 or len(days) > 1 or checked[0].is_stale(date.today()):
        return None
    return checked[0].checked_on
