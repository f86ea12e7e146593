"""The columns of a clinic's own list as cards, a page at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from matcher.services.intake.mapping_choice import open_count
from matcher.services.intake.mapping_offer import field_label
from ui.language import Language
from ui.staff.arrow_watch import ArrowWatch
from ui.widgets.button import Button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.option_group import OptionGroup
from ui.widgets.shown_name import shown_name
from ui.widgets.text import Text

if TYPE_CHECKING:
    from matcher.services.intake.mapping import ColumnDraft

COLUMNS_SHOWN = 8
_LETTERS = 40


class ColumnList(QWidget):
    """One card for each column; the chosen one is decided about.

    Parameters
    ----------
    words
        The language that holds.

    Signals
    -------
    place_chosen
        With the place of a column.
    place_entered
        Somebody pressed Return on the chosen column, to say something about it.
    place_pressed
        Somebody chose a column with a pointer, and not on the way to another.
    """

    place_chosen = Signal(int)
    place_entered = Signal()
    place_pressed = Signal()

    def __init__(self, words: Language) -> None:
        super().__init__()
        self.setObjectName("columns")
        self._words = words
        self._columns: tuple[ColumnDraft, ...] = ()
        self.place = 0
        self._first = 0
        self.label = Text("strong", "columns_label")
        self.cards = OptionGroup("columns", [str(slot) for slot in range(COLUMNS_SHOWN)], columns=1)
        self.earlier, self.later = (
            Button("quiet", "columns_earlier"),
            Button("quiet", "columns_later"),
        )
        self.where = Text("quiet", "columns_where")
        self.where.setWordWrap(False)
        self.pager = QWidget()
        flow = FlowLayout(self.pager, across=16, down=8)
        for widget in (self.earlier, self.later, self.where):
            flow.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.label, self.cards, self.pager):
            column.addWidget(part)
        column.addStretch(1)
        self.cards.chosen_changed.connect(self._choose)
        self._arrows = ArrowWatch(self.cards.cards)
        self.earlier.clicked.connect(lambda: self._turn(-1))
        self.later.clicked.connect(lambda: self._turn(1))

    def retranslate(self) -> None:
        """Say every word."""
        text = self._words.text
        what = text("intake.map.columns")
        self.label.set_words(what)
        self.cards.setAccessibleName(what)
        self.earlier.set_words(
            text("intake.pager.earlier"), text("intake.pager.earlier_for", what=what)
        )
        self.later.set_words(text("intake.pager.later"), text("intake.pager.later_for", what=what))
        self._show()

    def show_columns(self, columns: tuple[ColumnDraft, ...], place: int) -> None:
        """Show columns as they are decided now, one of them chosen."""
        self._columns, self.place = columns, place
        self._first = max(0, place) // COLUMNS_SHOWN * COLUMNS_SHOWN
        self._show()

    def focus_chosen(self) -> QWidget:
        """Return the card of the chosen column."""
        return self.cards.chosen_card() or self.cards.cards[0]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Return on a card lead to what the column means; else it would try the file out."""
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_return and any(card.hasFocus() for card in self.cards.cards):
            self.place_entered.emit()
        else:
            super().keyPressEvent(event)

    def _choose(self, codes: tuple[str, ...]) -> None:
        self.place = self._first + int(codes[0])
        self.place_chosen.emit(self.place)
        if not self._arrows.looks_around:
            self.place_pressed.emit()

    def _turn(self, step: int) -> None:
        self.show_columns(self._columns, self._first + step * COLUMNS_SHOWN)
        self.place_chosen.emit(self.place)
        self.focus_chosen().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        seen = self._columns[self._first : self._first + COLUMNS_SHOWN]
        for slot, card in enumerate(self.cards.cards):
            card.setVisible(slot < len(seen))
            if slot < len(seen):
                card.set_words(*self._words_of(self._first + slot, seen[slot]))
        self.cards.set_chosen([str(self.place - self._first)] if seen else [])
        count, last = len(self._columns), self._first + len(seen)
        self.pager.setVisible(count > COLUMNS_SHOWN)
        self.earlier.setEnabled(self._first > 0)
        self.later.setEnabled(last < count)
        self.where.set_words(
            self._words.text("intake.pager.place", first=self._first + 1, last=last, n=count)
            if count > COLUMNS_SHOWN
            else ""
        )

    def _words_of(self, place: int, column: ColumnDraft) -> tuple[str, str]:
        text = self._words.text
        header = shown_name(column.header, _LETTERS)
        name = header or text("intake.map.no_header", n=place + 1)
        still = open_count(column)
        if not column.field:
            return name, text(f"intake.map.{'undecided' if column.is_unsettled else 'out'}")
        field = field_label(column.field, self._words.catalogue)
        return name, text("intake.map.open_here", n=still, field=field) if still else field
