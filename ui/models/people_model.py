"""People of the directory as rows of a table, each cell in words when it is asked for."""

from __future__ import annotations

from datetime import date
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from matcher.directory.profile import Source
from matcher.services.people.people_wish import CHOICES, PeopleColumn
from ui.language import Language

if TYPE_CHECKING:  # numpy comes with them
    from matcher.services.people.people_search import Rows
    from matcher.services.people.people_table import PeopleTable

COLUMNS = (*PeopleColumn,)

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_ROLE = Qt.ItemDataRole
_SHOWN = (_ROLE.DisplayRole, _ROLE.ToolTipRole)


class PeopleRole(IntEnum):
    """What else a cell holds."""

    PROFILE_ID = Qt.ItemDataRole.UserRole + 1


class PeopleModel(QAbstractTableModel):
    """Whoever was found, in their order; it holds the rows and no words.

    Parameters
    ----------
    words
        The language that holds.

    Signals
    -------
    sort_requested
        With a `PeopleColumn` and whether from its end: a heading was pressed.
    """

    sort_requested = Signal(object, bool)

    def __init__(self, words: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._table: PeopleTable | None = None
        self._rows: Rows | None = None
        self._codes: dict[tuple[PeopleColumn, int], str] = {}
        self._days: dict[int, str] = {}
        self._headings: dict[PeopleColumn, str] = {}

    def set_people(self, table: PeopleTable, rows: Rows) -> None:
        """Show others."""
        self.beginResetModel()
        self._table, self._rows = table, rows
        self.endResetModel()

    def retranslate(self) -> None:
        """Say every cell in the language that holds."""
        self._codes, self._days, self._headings = {}, {}, {}
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        if self.rowCount():
            last = self.index(self.rowCount() - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def profile_id(self, row: int) -> str:
        """Return whose row it is."""
        assert self._table is not None
        assert self._rows is not None
        return self._table.ids[int(self._rows[row])]

    def row_of(self, profile_id: str) -> int:
        """Return the row of somebody, or -1 when they are not shown."""
        from bisect import bisect_left

        if self._table is None or self._rows is None:
            return -1
        ids = self._table.ids
        place = bisect_left(ids, profile_id)
        if place == len(ids) or ids[place] != profile_id:
            return -1
        (found,) = (self._rows == place).nonzero()
        return int(found[0]) if len(found) else -1

    def heading(self, column: PeopleColumn) -> str:
        """Say what a column is called."""
        if column not in self._headings:
            self._headings[column] = self._words.text(f"staff_people.column.{column}")
        return self._headings[column]

    def choice(self, column: PeopleColumn, code: str) -> str:
        """Say one of the `CHOICES` of a column."""
        return self._words.text(f"staff_people.{column}.{code}")

    def usual_words(self, column: PeopleColumn) -> tuple[str, ...]:
        """Return words that should have room in a column."""
        if column in CHOICES:
            return tuple(self.choice(column, code) for code in CHOICES[column])
        if column is PeopleColumn.CONFIRMED_ON:
            return tuple(self._words.catalogue.day(date(2028, n, 28)) for n in range(1, 13))
        return (self._words.text(f"staff_people.usual.{column}"),)

    def _cell(self, row: int, column: PeopleColumn) -> str:
        table = self._table
        assert table is not None
        if column in table.texts:
            return table.texts[column][row]
        if column is PeopleColumn.CONFIRMED_ON:
            return self._day(int(table.confirmed_on[row]))
        if column is PeopleColumn.SOURCE:
            return self._sources(int(table.said_by[row]))
        return self._code(column, int(table.codes[column][row]))

    def _code(self, column: PeopleColumn, place: int) -> str:
        key = (column, place)
        if key not in self._codes:
            self._codes[key] = self.choice(column, CHOICES[column][place])
        return self._codes[key]

    def _sources(self, said: int) -> str:
        key = (PeopleColumn.SOURCE, said)
        if key not in self._codes:
            names = [
                self.choice(PeopleColumn.SOURCE, source)
                for n, source in enumerate(Source)
                if said & 1 << n
            ]
            self._codes[key] = ", ".join(names)
        return self._codes[key]

    def _day(self, ordinal: int) -> str:
        if ordinal not in self._days:
            day = date.fromordinal(ordinal) if ordinal else None
            self._days[ordinal] = self._words.catalogue.day(day) if day else ""
        return self._days[ordinal]

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """Return how many people were found."""
        return 0 if parent.isValid() or self._rows is None else len(self._rows)

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        """Return how many things are told of everybody."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: _Index, role: int = _ROLE.DisplayRole) -> Any:
        """Return what a cell holds under a role."""
        if not index.isValid() or self._rows is None:
            return None
        if role in _SHOWN:
            return self._cell(int(self._rows[index.row()]), COLUMNS[index.column()])
        if role == _ROLE.AccessibleTextRole:
            column = COLUMNS[index.column()]
            cell = self._cell(int(self._rows[index.row()]), column)
            return self._words.text(
                "staff_people.cell",
                heading=self.heading(column),
                cell=cell or self._words.text("staff_people.empty_cell"),
            )
        return self.profile_id(index.row()) if role == PeopleRole.PROFILE_ID else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> Any:
        """Return what a column is called."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role in (_ROLE.DisplayRole, _ROLE.AccessibleTextRole):
            return self.heading(COLUMNS[section])
        if role == _ROLE.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Wish for another order; whoever answers shows others."""
        if 0 <= column < len(COLUMNS):
            is_reversed = order == Qt.SortOrder.DescendingOrder
            self.sort_requested.emit(COLUMNS[column], is_reversed)
