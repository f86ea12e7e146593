"""The questions for one person: those on the sheet in order, and all others by topic."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from matcher.checklist.selection import OfferedQuestion, Selection
from matcher.services.people.wording import topic_text
from ui.language import Language
from ui.widgets.fold import Fold
from ui.widgets.own_question import OwnQuestion
from ui.widgets.question_row import QuestionRow
from ui.widgets.text import Text

Say = Callable[[OfferedQuestion], tuple[str, str]]
"""Says a question and the reason for it."""


class QuestionPicker(QWidget):
    """Puts questions on a sheet, takes them off, and moves them.

    Parameters
    ----------
    name
        Object name.
    takes_own
        Whether there is a field for a question in one's own words.

    Signals
    -------
    pick_requested
        With a question's id, and whether it is wanted on the sheet.
    move_requested
        With a question's id, and -1 for up or 1 for down.
    own_requested
        With a question in words.
    """

    pick_requested = Signal(str, bool)
    move_requested = Signal(str, int)
    own_requested = Signal(str)

    def __init__(self, name: str, *, takes_own: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self._rows: dict[str, QuestionRow] = {}
        self._topics: dict[str, QVBoxLayout] = {}
        self._heads: dict[str, Text] = {}
        self._selection: Selection | None = None
        self._say: tuple[Say, Language] | None = None
        self.heading = Text("heading", f"{name}_heading")
        self.note = Text("quiet", f"{name}_note")
        self.before_heading = Text("strong", f"{name}_before_heading")
        self.before = Text("body", f"{name}_before")
        self.own = OwnQuestion(f"{name}_own") if takes_own else None
        more = QWidget()
        self._more_column = QVBoxLayout(more)
        self._more_column.setContentsMargins(0, 0, 0, 0)
        self._more_column.setSpacing(16)
        self.more = Fold(f"{name}_more", more)
        self._picked = QVBoxLayout()
        self._picked.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self.heading, self.note):
            column.addWidget(widget)
        column.addLayout(self._picked)
        column.addLayout(self._settled_before())
        if self.own is not None:
            column.addWidget(self.own)
            self.own.added.connect(self.own_requested)
        column.addWidget(self.more)
        self.more.turned.connect(self._fill_more)

    @property
    def picked(self) -> tuple[str, ...]:
        """Ids of the questions on the sheet, in order."""
        return tuple(each.id for each in self._selection.suggested) if self._selection else ()

    def row(self, question_id: str) -> QuestionRow:
        """Return the row of a question."""
        return self._rows[question_id]

    def show_selection(self, selection: Selection, say: Say, language: Language) -> None:
        """Show the questions in the language that holds."""
        self._selection = selection
        self._say = (say, language)
        self._let_go_of_rows(selection)
        self._show_picked(selection.suggested)
        known = [offered for offered in selection.others if offered.id in self._rows]
        beside = sum(self._picked.indexOf(self._row_of(offered)) >= 0 for offered in known)
        left = len(selection.others) - beside
        self.more.line.set_words(language.text("checklist.more", n=left))
        self.more.setVisible(left > 0)
        before = [say(offered)[0] for offered in selection.before_booking]
        heading, words = (
            language.text("sheet.before.title") if before else "",
            language.text("checklist.before", questions=" ".join(before)) if before else "",
        )
        self.before_heading.set_words(heading)
        self.before.set_words(words)
        if self.more.is_open or self._topics:
            self._show_others(selection.others, language)

    def _settled_before(self) -> QVBoxLayout:
        """Lay out what stands on another sheet, with air around it: no hint to a field."""
        layout = QVBoxLayout()
        layout.setContentsMargins(0, 12, 0, 12)
        layout.setSpacing(4)
        for text in (self.before_heading, self.before):
            text.set_words("")
            layout.addWidget(text)
        return layout

    def _let_go_of_rows(self, selection: Selection) -> None:
        """Forget rows of questions that are offered no more: one's own ones, taken off."""
        offered = {each.id for each in (*selection.suggested, *selection.others)}
        for id_ in [id_ for id_ in self._rows if id_ not in offered]:
            row = self._rows.pop(id_)
            self._picked.removeWidget(row)
            row.hide()
            row.deleteLater()

    def _show_picked(self, picked: Sequence[OfferedQuestion]) -> None:
        """Show the questions on the sheet, and below them those just taken off, to be put back."""
        last = len(picked) - 1
        for place, offered in enumerate(picked):
            row = self._row_of(offered)
            self._picked.insertWidget(place, row)
            row.set_movable(can_move=True)
            row.set_place(is_picked=True, is_first=place == 0, is_last=place == last)
        for row in [*_rows_in(self._picked)][len(picked) :]:
            row.set_place(is_picked=False)

    def _fill_more(self, is_open: bool) -> None:
        if is_open and self._selection is not None and self._say is not None:
            self._show_others(self._selection.others, self._say[1])

    def _show_others(self, others: Sequence[OfferedQuestion], language: Language) -> None:
        for offered in others:
            row = self._row_of(offered)
            if self._picked.indexOf(row) < 0:
                self._column_of(offered.topic).addWidget(row)
                row.set_movable(can_move=False)
                row.set_place(is_picked=False)
        for topic, column in self._topics.items():
            has_rows = column.count() > 1
            self._heads[topic].set_words(topic_text(topic, language.catalogue) if has_rows else "")

    def _ask(self, question_id: str, wanted: bool) -> None:
        """Ask for a question; one that leaves its place hands the focus to its neighbour there."""
        beside = self._beside(question_id) if wanted else self._beside_on_sheet(question_id)
        self.pick_requested.emit(question_id, wanted)
        # An own question that is taken off goes to its field, and the focus with it.
        has_moved = (question_id in self.picked) == wanted and question_id in self._rows
        if beside is not None and has_moved:
            beside.setFocus(Qt.FocusReason.OtherFocusReason)

    def _beside_on_sheet(self, question_id: str) -> QWidget | None:
        """Return what stands after, else before a question on the sheet."""
        place = self.picked.index(question_id)
        beside = [*self.picked[place + 1 : place + 2], *self.picked[max(0, place - 1) : place]]
        return self._rows[beside[0]].card if beside else None

    def _beside(self, question_id: str) -> QWidget | None:
        """Return what stands after, else before a question among the others; else ``None``."""
        rows = [row for column in self._topics.values() for row in _rows_in(column)]
        row = self._rows[question_id]
        if row not in rows:
            return None
        place = rows.index(row)
        neighbours = [*rows[place + 1 : place + 2], *rows[max(0, place - 1) : place]]
        return neighbours[0].card if neighbours else self.more.line

    def _column_of(self, topic: str) -> QVBoxLayout:
        if topic not in self._topics:
            column = QVBoxLayout()
            column.setSpacing(12)
            self._heads[topic] = Text("strong", f"{self.objectName()}_{topic}")
            column.addWidget(self._heads[topic])
            self._more_column.addLayout(column)
            self._topics[topic] = column
        return self._topics[topic]

    def _row_of(self, offered: OfferedQuestion) -> QuestionRow:
        """Return the row of a question, made once: a row that moves keeps the focus."""
        row = self._rows.get(offered.id)
        if row is None:
            row = QuestionRow(f"{self.objectName()}_{offered.id}", offered.id)
            row.turned.connect(self._ask)
            row.move_requested.connect(self.move_requested)
            self._rows[offered.id] = row
        if self._say is not None:
            say, language = self._say
            row.say(*say(offered), language)
        return row


def _rows_in(column: QVBoxLayout) -> Iterator[QuestionRow]:
    """Yield the rows of a layout in order."""
    for place in range(column.count()):
        item = column.itemAt(place)
        row = None if item is None else item.widget()
        if isinstance(row, QuestionRow):
            yield row
