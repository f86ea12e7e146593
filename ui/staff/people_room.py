"""What stands on the page of all people, and which of it gives way where lines are few."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from ui.language import Language
from ui.pages.page import GUTTER
from ui.staff.people_filters import PeopleFilters
from ui.staff.people_notice import PeopleNotice
from ui.staff.people_search_field import PeopleSearchField
from ui.widgets.column import Column
from ui.widgets.data_table import DataTable
from ui.widgets.note import Note
from ui.widgets.text import Text

_SCROLL_BAR = 14
"""Pixels that the bar beside the page takes."""

_FEW_LINES = 22
"""With room for fewer lines of text, the table has it before the filters do."""

_ABOVE, _BETWEEN, _BELOW = 24, 16, 8
"""Pixels above the heading, between two things, and below the table."""


class PeopleRoom(Column):
    """The search, the filters, and the table or what is said in its place.

    Parameters
    ----------
    words
        The language that holds.

    Attributes
    ----------
    heading, copy, changed, search_name, search, filters, table, notice
        What stands below each other; `copy` and `changed` are hidden while they have no words.
    """

    def __init__(self, words: Language) -> None:
        super().__init__("people_room")
        self._words = words
        self._has_people = False
        self.heading = Text("title", "heading")
        self.copy = Text("quiet", "copy")
        self.copy.set_words("")
        self.changed = Note("changed_outside")
        self.search_name = Text("strong", "search_name")
        self.search_name.setWordWrap(False)
        self.search = PeopleSearchField()
        self.filters = PeopleFilters(words)
        self.table = DataTable("table")
        self.notice = PeopleNotice()
        find = QHBoxLayout()
        find.setSpacing(16)
        find.addWidget(self.search_name)
        find.addWidget(self.search, 1)
        find.addWidget(self.filters.fold)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.copy)
        self.column.addWidget(self.changed)
        self.column.addLayout(find)
        self.column.addWidget(self.filters)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.notice, 1)

    def show_people(self, *, has_people: bool, is_any_found: bool) -> None:
        """Show what there is to do where there is somebody to look for, and where nobody is."""
        self._has_people = has_people
        self.search.setVisible(has_people)
        self.filters.setVisible(has_people)
        self.table.setVisible(is_any_found)
        self.fit()

    def fit(self) -> None:
        """Where lines are few, fold the filters and leave out what else says what this is."""
        around = self.parentWidget()
        height = around.height() if around is not None else self.height()
        is_low = self._has_people and height < _FEW_LINES * self.search.fontMetrics().height()
        self.filters.set_folded(is_folded=is_low)
        self.search_name.setVisible(self._has_people and not is_low)
        self.heading.setVisible(not is_low)
        air = 2 if is_low else 1
        self.column.setSpacing(_BETWEEN // air)
        beside_bar, other = GUTTER - _SCROLL_BAR, GUTTER
        sides = (beside_bar, other) if self._words.is_right_to_left else (other, beside_bar)
        self.column.setContentsMargins(sides[0], _ABOVE // air, sides[1], _BELOW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave as much room to the table as it needs."""
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Do so when the text grows."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit()
