"""The profiles of one group in shown order, explained only as far as they are shown."""

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from matcher.scoring.result import Group
from matcher.services.matching.match import Match

STEP = 10
"""How many more profiles are shown at a time."""

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class RankingRole(IntEnum):
    """What else a row holds."""

    PROFILE_ID = Qt.ItemDataRole.UserRole + 1
    CHOSEN = Qt.ItemDataRole.UserRole + 2


class RankingModel(QAbstractListModel):
    """A list of people, ten at first; ``fetchMore`` gives ten more.

    Parameters
    ----------
    group
        Whose profiles it lists.
    """

    def __init__(self, group: Group, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._group = group
        self._match: Match | None = None
        self._rows: Sequence[int] = ()
        self._in_all = 0
        self._chosen: tuple[str, ...] = ()

    @property
    def group(self) -> Group:
        """Whose profiles it lists."""
        return self._group

    @property
    def in_all(self) -> int:
        """How many profiles are in the group, shown or not."""
        return self._in_all

    def set_match(self, match: Match | None, *, is_reordered: bool = False) -> None:
        """List another match, or nobody.

        Parameters
        ----------
        is_reordered
            Whether it holds the same people in another order: then as many stay listed.
        """
        self.beginResetModel()
        listed = len(self._rows) if is_reordered else STEP
        self._match = match
        self._in_all = 0 if match is None else match.counts[self._group]
        self._read(min(max(STEP, listed), self._in_all))
        self.endResetModel()

    def set_chosen(self, chosen: tuple[str, ...]) -> None:
        """Say which profiles are chosen; rows that change say so."""
        changed = {*self._chosen} ^ {*chosen}
        self._chosen = chosen
        for row in range(len(self._rows)):
            if self._id(row) in changed:
                index = self.index(row)
                self.dataChanged.emit(index, index, [RankingRole.CHOSEN])

    def _read(self, count: int) -> None:
        self._rows = () if self._match is None else self._match.order(self._group, count)

    def _id(self, row: int) -> str:
        assert self._match is not None
        return self._match.evaluation.snapshot.ids[self._rows[row]]

    def _name(self, row: int) -> str:
        assert self._match is not None
        return self._match.result(self._rows[row]).name

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """Return how many profiles are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a row holds under a role."""
        if not index.isValid():
            return None
        row = index.row()
        by_role: dict[int, Callable[[], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda: self._name(row),
            RankingRole.PROFILE_ID: lambda: self._id(row),
            RankingRole.CHOSEN: lambda: self._id(row) in self._chosen,
        }
        return by_role[role]() if role in by_role else None

    def canFetchMore(self, parent: _Index = _NO_PARENT) -> bool:
        """Tell whether there are profiles that are not shown yet."""
        return not parent.isValid() and len(self._rows) < self._in_all

    def fetchMore(self, parent: _Index = _NO_PARENT) -> None:
        """Show ten more."""
        if not self.canFetchMore(parent):
            return
        shown = len(self._rows)
        wanted = min(shown + STEP, self._in_all)
        self.beginInsertRows(_NO_PARENT, shown, wanted - 1)
        self._read(wanted)
        self.endInsertRows()
