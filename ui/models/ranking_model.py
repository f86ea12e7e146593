"""The profiles of one group in shown order, explained only as far as they are shown."""

from collections.abc import Callable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from matcher.ranking.explanation import ProfileResult
from matcher.scoring.result import Group
from matcher.services.matching import Match

STEP = 10
"""How many more profiles are shown at a time."""

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class RankingRole(IntEnum):
    """What else a row holds."""

    RESULT = Qt.ItemDataRole.UserRole + 1
    PROFILE_ID = Qt.ItemDataRole.UserRole + 2
    CHOSEN = Qt.ItemDataRole.UserRole + 3


class RankingModel(QAbstractListModel):
    """A list of `ProfileResult`, ten at first; ``fetchMore`` gives ten more.

    Parameters
    ----------
    group
        Whose profiles it lists.
    """

    def __init__(self, group: Group, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._group = group
        self._match: Match | None = None
        self._results: list[ProfileResult] = []
        self._in_all = 0
        self._chosen: tuple[str, ...] = ()
        self._describe: Callable[[ProfileResult], str] = _name

    @property
    def group(self) -> Group:
        """Whose profiles it lists."""
        return self._group

    @property
    def in_all(self) -> int:
        """How many profiles are in the group, shown or not."""
        return self._in_all

    def set_match(self, match: Match | None) -> None:
        """List another match, or nobody."""
        self.beginResetModel()
        self._match = match
        self._results = []
        self._in_all = 0 if match is None else match.counts[self._group]
        self._read(min(STEP, self._in_all))
        self.endResetModel()

    def set_chosen(self, chosen: tuple[str, ...]) -> None:
        """Say which profiles are chosen; rows that change say so."""
        changed = {*self._chosen} ^ {*chosen}
        self._chosen = chosen
        for row, result in enumerate(self._results):
            if result.profile_id in changed:
                index = self.index(row)
                self.dataChanged.emit(index, index, [RankingRole.CHOSEN])

    def set_description(self, describe: Callable[[ProfileResult], str]) -> None:
        """Say rows aloud with other words."""
        self._describe = describe
        if self._results:
            role = Qt.ItemDataRole.AccessibleTextRole
            self.dataChanged.emit(self.index(0), self.index(len(self._results) - 1), [role])

    def _read(self, count: int) -> None:
        if self._match is None or not count:
            return
        rows = self._match.order(self._group, count)
        self._results += [self._match.result(row) for row in rows[len(self._results) :]]

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """Return how many profiles are shown."""
        return 0 if parent.isValid() else len(self._results)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a row holds under a role."""
        if not index.isValid():
            return None
        result = self._results[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._describe(result)
        by_role: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: result.name,
            RankingRole.RESULT: result,
            RankingRole.PROFILE_ID: result.profile_id,
            RankingRole.CHOSEN: result.profile_id in self._chosen,
        }
        return by_role.get(role)

    def canFetchMore(self, parent: _Index = _NO_PARENT) -> bool:
        """Tell whether there are profiles that are not shown yet."""
        return not parent.isValid() and len(self._results) < self._in_all

    def fetchMore(self, parent: _Index = _NO_PARENT) -> None:
        """Show ten more."""
        if not self.canFetchMore(parent):
            return
        shown = len(self._results)
        wanted = min(shown + STEP, self._in_all)
        self.beginInsertRows(_NO_PARENT, shown, wanted - 1)
        self._read(wanted)
        self.endInsertRows()


def _name(result: ProfileResult) -> str:
    return result.name
