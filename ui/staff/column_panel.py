"""What one column of a clinic's own list means, and each of its words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from matcher.directory.field import FIELDS, FieldKind
from matcher.services.intake.field_words import FieldWords
from matcher.services.intake.mapping import is_day
from matcher.services.intake.mapping_offer import field_choices, field_label
from ui.controllers.mapping_controller import DATE_STYLES, SPLIT_NAMES, MappingController
from ui.language import Language
from ui.staff.arrow_watch import ArrowWatch
from ui.staff.open_things import HEAD, OpenThings
from ui.staff.word_row import WordRow
from ui.widgets.button import Button
from ui.widgets.column import make_room
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.fold import Fold
from ui.widgets.note import Note
from ui.widgets.one_picker import OnePicker
from ui.widgets.option_group import OptionGroup
from ui.widgets.paged_rows import PagedRows
from ui.widgets.shown_name import shown_name
from ui.widgets.text import Text

if TYPE_CHECKING:
    from matcher.services.intake.mapping import ColumnDraft

_BETWEEN_CELLS = "  ·  "
_WORDS_SHOWN = 8
_RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ColumnPanel(QWidget):
    """Everything somebody can say about one column.

    Parameters
    ----------
    words
        The language that holds.
    mapping
        Owner of what is decided.

    Signals
    -------
    went_on
        Somebody pressed Return on what is chosen of how lists or dates are written.
    """

    went_on = Signal()

    def __init__(self, words: Language, mapping: MappingController) -> None:
        super().__init__()
        self.setObjectName("column")
        self._words, self._mapping = words, mapping
        self.place = -1
        self.header = Text("heading", "column_header", is_foreign=True)
        self.examples = Text("quiet", "column_examples", is_foreign=True)
        self.found = Text("body", "column_found")
        self.questions = Note("column_questions")
        self.holds = Text("strong", "column_holds")
        self.field = Text("lead", "column_field")
        self.accept = Button("quiet", "column_accept")
        self.change = Button("quiet", "column_change")
        self.leave = Button("link", "column_leave")
        self.picker = OnePicker("column_picker", words, self.header)
        self.split = OptionGroup("column_split", [*SPLIT_NAMES], columns=2)
        self.split_fold = Fold("column_split_fold", self.split)
        self.dates_label = Text("strong", "column_dates_label")
        self.dates = OptionGroup("column_dates", DATE_STYLES, columns=1)
        self.terms_label = Text("strong", "column_terms_label")
        self.terms = PagedRows("term", words, self._make_row, self._fill_row, _WORDS_SHOWN)
        self._open = OpenThings(self, self.terms)
        self._lay_out()
        self._connect()

    @property
    def column(self) -> ColumnDraft | None:
        """The column it is about."""
        columns = self._mapping.columns
        return columns[self.place] if 0 <= self.place < len(columns) else None

    def retranslate(self) -> None:
        """Say every word."""
        text = self._words.text
        self.holds.set_words(text("intake.map.holds"))
        self.split_fold.line.set_words(text("intake.map.split"))
        self.split.set_words(lambda name: text(f"intake.split_at.{name}"))
        self.split.setAccessibleName(text("intake.map.split"))
        self.dates_label.set_words(text("intake.map.dates"))
        self.dates.set_words(lambda style: text(f"intake.date_style.{style}"))
        self.dates.setAccessibleName(text("intake.map.dates"))
        self.show_column(self.place)

    def show_column(self, place: int) -> None:
        """Show a column as it is decided now."""
        is_other, self.place = place != self.place, place
        column = self.column
        self.setVisible(column is not None)
        if column is None:
            return
        if is_other:
            self.picker.hide()
            self._open.begin()
        self._say_head(column)
        self._show_ways(column, is_other=is_other)
        has_terms = bool(column.terms)
        at = self.terms.first if not is_other else 0
        self.terms.setVisible(has_terms)
        self.terms.set_count(len(column.terms), at)
        still = len(column.open_terms)
        key = "words_open" if still else "words"
        label = self._words.text(f"intake.map.{key}", n=len(column.terms), open=still)
        self.terms_label.set_words(label if has_terms else "")
        self.terms.retranslate(label)
        make_room(self)

    def focus_first_open(self) -> bool:
        """Give the focus to the first thing that is open here; tell whether there is one."""
        self._open.begin()
        return self.focus_open()

    def focus_open(self) -> bool:
        """Go on with what is open here where something was decided, round and round."""
        return self.column is not None and self._focus_place(self._open.here(self.column))

    def focus_next_open(self) -> bool:
        """Leave what has the focus for what is open after it; tell whether anything is."""
        return self.column is not None and self._focus_place(self._open.beyond(self.column))

    def goes_on_from(self, pressed: QWidget | None) -> bool:
        """Tell whether what was decided here by pressing this is settled, so that one goes on.

        Arrows lead from one way of writing to the next, and whoever changes what was settled before
        stays there.
        """
        if pressed in self._ways():
            return not self._arrows.looks_around
        return self._open.was_open and isinstance(pressed, Button) and self.isAncestorOf(pressed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Return on a way that is chosen lead on here; else it would try the file out."""
        if event.key() in _RETURNS and any(card.hasFocus() for card in self._ways()):
            self.went_on.emit()
        else:
            super().keyPressEvent(event)

    def _ways(self) -> tuple[QWidget, ...]:
        return (*self.split.cards, *self.dates.cards)

    def _focus_place(self, place: int | None) -> bool:
        if place is None:
            return False
        row = self.terms.show_place(place) if place != HEAD else None
        stop = row.first_button() if isinstance(row, WordRow) else self._head_stop()
        stop.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _head_stop(self) -> QWidget:
        for group in (self.dates, self.split):
            if self.questions.words and group.isVisibleTo(self):
                return group.chosen_card() or group.cards[0]
        return self.change if self.accept.isHidden() else self.accept

    def _say_head(self, column: ColumnDraft) -> None:
        text, words = self._words.text, self._words
        header = column.header or text("intake.map.no_header", n=self.place + 1)
        self.header.set_words(header)
        cells = _BETWEEN_CELLS.join(map(shown_name, column.examples))
        key = "examples" if cells else "no_examples"
        self.examples.set_words(text(f"intake.map.{key}", cells=cells))
        self.found.set_words(_found(column, words))
        said = FieldWords(words.catalogue)
        self.questions.set_lines([said.say(each) for each in column.questions])
        is_undecided = column.is_unsettled and not column.field
        field = field_label(column.field, words.catalogue)
        self.field.set_words(text("intake.map.undecided") if is_undecided else field)
        what = shown_name(header)
        self.accept.set_words(
            text("intake.map.accept"),
            text("intake.map.accept_for", what=what, meaning=self.field.plain),
        )
        for button, key in ((self.change, "change"), (self.leave, "leave")):
            button.set_words(text(f"intake.map.{key}"), text(f"intake.map.{key}_for", what=what))
        self.accept.setVisible(column.is_unsettled and bool(column.field))

    def _show_ways(self, column: ColumnDraft, *, is_other: bool) -> None:
        known = FIELDS.get(column.field)
        has_list = known is not None and known.kind is FieldKind.CODES and bool(column.terms)
        asks_commas = any(each.key.endswith(".commas") for each in column.questions)
        self.split_fold.setVisible(has_list)
        if is_other or asks_commas:
            self.split_fold.set_open(is_open=asks_commas)
        names = [name for name, sign in SPLIT_NAMES.items() if sign == column.split]
        self.split.set_chosen([] if asks_commas else names)
        has_days = is_day(column.field)
        for widget in (self.dates_label, self.dates):
            widget.setVisible(has_days)
        is_asked = has_days and bool(column.questions)
        self.dates.set_chosen([] if is_asked else [column.dates])

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        buttons = FlowLayout(across=16, down=8)
        for button in (self.accept, self.change, self.leave):
            buttons.addWidget(button)
        for widget in (self.header, self.examples, self.found, self.questions):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addWidget(self.holds)
        column.addWidget(self.field)
        column.addLayout(buttons)
        column.addWidget(self.picker)
        for way in (self.dates_label, self.dates, self.split_fold):
            column.addWidget(way)
        column.addSpacing(8)
        column.addWidget(self.terms_label)
        column.addWidget(self.terms)
        column.addStretch(1)
        self.picker.hide()

    def _connect(self) -> None:
        mapping = self._mapping
        self.accept.clicked.connect(self._accept)
        self.change.clicked.connect(self._open_picker)
        self.leave.clicked.connect(lambda: self._set_field(""))
        self.picker.chosen.connect(self._set_field)
        self.picker.closed.connect(self._close_picker)
        self._arrows = ArrowWatch(self._ways())
        self.split.chosen_changed.connect(lambda to: mapping.set_column(self.place, split=to[0]))
        self.dates.chosen_changed.connect(lambda to: mapping.set_column(self.place, dates=to[0]))

    def _open_picker(self) -> None:
        column, words = self.column, self._words
        if column is None:
            return
        self.picker.offer(
            field_choices(words.catalogue), (column.field,), words.text("intake.map.search_field")
        )
        self.picker.show()
        make_room(self, self.picker)
        self.picker.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_picker(self) -> None:
        self.picker.hide()
        make_room(self)
        self.change.setFocus(Qt.FocusReason.OtherFocusReason)

    def _accept(self) -> None:
        self._open.stand_at(HEAD, self.column)
        self._mapping.accept_column(self.place)

    def _set_field(self, field: str) -> None:
        if not self.picker.isHidden():
            self._close_picker()
        self._open.stand_at(HEAD, self.column)
        self._mapping.set_column(self.place, field=field)

    def _make_row(self, name: str) -> QWidget:
        row = WordRow(name, self._words)
        row.decided.connect(partial(self._set_term, row))
        return row

    def _set_term(self, row: WordRow, text: str, token: str) -> None:
        self._open.stand_at(self.terms.first + self.terms.rows.index(row), self.column)
        self._mapping.set_term(self.place, text, token)

    def _fill_row(self, row: QWidget, place: int) -> None:
        column = self.column
        if column is not None and isinstance(row, WordRow) and place < len(column.terms):
            row.show_term(column.field, column.terms[place])


def _found(column: ColumnDraft, words: Language) -> str:
    """Say how a field was found."""
    how = column.how or "none"
    if how == "chosen" and not column.field:
        how = "left"
    return words.text(f"intake.found.{how}", score=column.score)
