"""What is open in one column of a clinic's own list, one thing after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from matcher.services.intake.mapping_choice import is_open
from ui.widgets.paged_rows import PagedRows

if TYPE_CHECKING:
    from matcher.services.intake.mapping import ColumnDraft

HEAD = -1
"""The place of what is asked of the column as a whole; its words follow."""

_BEFORE = -2


class OpenThings:
    """Where somebody is among the column itself and its words.

    Parameters
    ----------
    panel
        Holds all that can be said of the column.
    rows
        Its words.

    Attributes
    ----------
    was_open
        Whether what was decided last had been open.
    """

    def __init__(self, panel: QWidget, rows: PagedRows) -> None:
        self._panel, self._rows = panel, rows
        self._at = _BEFORE
        self.was_open = True

    def begin(self) -> None:
        """Stand before all of it."""
        self._at = _BEFORE

    def stand_at(self, place: int, column: ColumnDraft | None) -> None:
        """Stand where something is about to be decided, wherever the focus goes afterwards."""
        self._at = place
        self.was_open = column is not None and place in _places(column, HEAD)

    def here(self, column: ColumnDraft) -> int | None:
        """Return the place of what is open where one stands or follows it, round and round."""
        return self._move_to([*_places(column, self._at), *_places(column, HEAD)])

    def beyond(self, column: ColumnDraft) -> int | None:
        """Return the place of what is open next after what has, or had, the focus."""
        focused = QApplication.focusWidget()
        if focused is not None and self._panel.isAncestorOf(focused):
            self._at = self._place_of(focused)
        return self._move_to(_places(column, self._at + 1))

    def _move_to(self, places: list[int]) -> int | None:
        if not places:
            return None
        self._at = places[0]
        return self._at

    def _place_of(self, focused: QWidget) -> int:
        first = self._rows.first
        for slot, row in enumerate(self._rows.rows):
            if row.isAncestorOf(focused):
                return first + slot
        return first - 1 if self._rows.isAncestorOf(focused) else HEAD


def _places(column: ColumnDraft, since: int) -> list[int]:
    """Return the places of what is open, none before one of them."""
    head = [HEAD] if is_open(column) else []
    words = [column.terms.index(term) for term in column.open_terms]
    return [place for place in (*head, *words) if place >= since]
