"""A comparison: people at the top, needs, wishes, what to ask, and the points."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.language import Language
from ui.widgets.column import make_room
from ui.widgets.compare_head import CompareHead
from ui.widgets.compare_row import CompareRow, list_row, wish_row
from ui.widgets.compare_words import CompareWords, RowWords
from ui.widgets.document_table import DocumentTable
from ui.widgets.fold import Fold
from ui.widgets.shown_name import shown_name
from ui.widgets.side_by_side import SideBySide
from ui.widgets.text import Text

_AT_ONCE = 4
"""How many steps fill the window."""

_ROWS_AT_ONCE = 4


class CompareTable(SideBySide):
    """Everything about two or three people, side by side where there is room.

    Parameters
    ----------
    words
        Who is compared, and what is said.

    Signals
    -------
    open_requested
        With the id of a profile.
    choose_requested
        With the id of a profile, and whether it is wanted on the sheets.
    """

    open_requested = Signal(str)
    choose_requested = Signal(str, bool)

    def __init__(self, words: CompareWords) -> None:
        super().__init__("comparison", len(words.people))
        self._words = words
        self._language: Language = words.said.language
        self._people = [shown_name(result.name) for result, _ in words.people]
        self.heads = [CompareHead(*person, words.said) for person in words.people]
        for head in self.heads:
            head.open_requested.connect(self.open_requested)
            head.choose_requested.connect(self.choose_requested)
        self.column.setSpacing(4)
        self._steps = self._add_all()
        # Some hundred labels take longer to make than a page may take to appear.
        self._later = QTimer(self)
        self._later.timeout.connect(self._add_next)
        self._later.start(0)
        for _ in range(_AT_ONCE):
            self._add_next()

    @property
    def is_complete(self) -> bool:
        """Whether every line is there."""
        return not self._later.isActive()

    def _add_next(self) -> None:
        added = next(self._steps, None)
        if added is None:
            self._later.stop()
        else:
            make_room(self, *added)

    def _add_all(self) -> Iterator[list[QWidget]]:
        """Make it bit by bit; yields what was added."""
        yield [
            self.add_row(
                self.column, CompareRow(QWidget(), self.heads, Qt.AlignmentFlag.AlignBottom)
            )
        ]
        yield from self._add_needs()
        yield from self._add_wishes()
        yield from self._add_questions()
        yield from self._add_numbers()

    def _add_needs(self) -> Iterator[list[QWidget]]:
        needs = self._words.needs
        if not needs:
            return
        heading = self._add_heading("compare.needs")
        met = [row for row in needs if row.is_same and row.cells[0].kind == "met"]
        for row in needs:
            if row not in met:
                yield [*heading, *self._add_wish(self.column, row)]
                heading = []
        if met:
            names = tuple(row.name for row in met)
            words = self._language.text("compare.needs_met", names=names)
            yield [*heading, self._add_text("body", words, "needs_met")]

    def _add_wishes(self) -> Iterator[list[QWidget]]:
        same = [row for row in self._words.wishes if row.is_same]
        apart = [row for row in self._words.wishes if not row.is_same]
        if not self._words.wishes:
            return
        yield self._add_heading("compare.differences" if apart else "compare.wishes")
        for row in apart:
            yield self._add_wish(self.column, row)
        if same:
            fold, column = self._make_fold("same_for_all", 4)
            fold.line.set_words(self._language.text("compare.same_for_all", n=len(same)))
            yield [fold]
            for row in same:
                self._add_wish(column, row)
                yield []

    def _add_questions(self) -> Iterator[list[QWidget]]:
        name = self._language.text("compare.questions")
        heading = self._add_heading("compare.questions")
        asked = [self._words.questions(result) for result, _ in self._words.people]
        row = list_row(name, asked, self._people, self._language)
        yield [*heading, self.add_row(self.column, row)]

    def _add_numbers(self) -> Iterator[list[QWidget]]:
        if not self._words.wishes:
            return
        fold, column = self._make_fold("show_numbers", 12)
        fold.line.set_words(self._language.text("results.numbers.open"))
        heads, *rows = self._words.figures()
        table = DocumentTable([*heads[:2], *map(shown_name, heads[2:])], rows, self._say_figure)
        note = Text("quiet")
        for widget in (note, table):
            column.addWidget(widget)
        note.set_words(self._language.text("compare.numbers_note"))
        yield [fold]
        while not table.is_complete:
            table.add_rows(_ROWS_AT_ONCE)
            yield []

    def _say_figure(self, heading: str, cell: str) -> str:
        return self._language.text("compare.cell", heading=heading, cell=cell)

    def _add_heading(self, key: str) -> list[QWidget]:
        self.column.addSpacing(24)
        return [self._add_text("heading", self._language.text(key))]

    def _add_text(self, role: str, words: str, name: str = "") -> QWidget:
        text = Text(role, name)
        text.hide()
        self.column.addWidget(text)
        text.set_words(words)
        return text

    def _make_fold(self, name: str, spacing: int) -> tuple[Fold, QVBoxLayout]:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing)
        fold = Fold(name, inside)
        fold.hide()
        fold.turned.connect(self._make_room)
        self.column.addSpacing(8)
        self.column.addWidget(fold)
        return fold, column

    def _add_wish(self, column: QVBoxLayout, words: RowWords) -> list[QWidget]:
        rule = QFrame()
        rule.setProperty("kind", "rule")
        column.addWidget(rule)
        return [rule, self.add_row(column, wish_row(words, self._people, self._language))]

    def _make_room(self) -> None:
        make_room(self)
