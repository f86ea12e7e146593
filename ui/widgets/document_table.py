"""A table to be read: in columns where there is room, else one cell below the other."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from matcher.marked_words import marked_at_end
from ui.theme.text_size import changes_text_size
from ui.widgets.document_words import DocumentWords, widths_of
from ui.widgets.width import limit_width

_GAP = 16
_AIR = 1.25
"""How much wider than its longest words a table has to be to stand in columns."""


class DocumentTable(QWidget):
    """Rows under headings; a screen reader says each row in one go.

    A row whose first cell is empty goes on with what the row above is about.

    Parameters
    ----------
    headings, rows
        The words.
    cell_words
        Says a heading with its cell, for where they do not stand below each other.
    """

    def __init__(
        self,
        headings: Sequence[str],
        rows: Sequence[Sequence[str]],
        cell_words: Callable[[str, str], str],
    ) -> None:
        super().__init__()
        self._headings = headings
        self._words = rows
        self._cell_words = cell_words
        self._rows: list[_Row] = []
        self._about = ""
        self._measured_in = ""
        self._shares: list[int] = []
        self._widths: tuple[list[int], list[int]] = ([0], [0])
        self._figures = [
            _are_figures([row[place] for row in rows]) for place in range(len(headings))
        ]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._head = _Row(headings, self._figures, "strong")
        self._column.addWidget(self._head)

    @property
    def is_complete(self) -> bool:
        """Whether every row is there."""
        return len(self._rows) == len(self._words)

    @property
    def is_stacked(self) -> bool:
        """Whether the cells of a row stand one below the other."""
        return self._head.isHidden()

    @property
    def spoken(self) -> tuple[str, ...]:
        """What a screen reader says of each row."""
        return tuple(row.accessibleName() for row in self._rows)

    def add_rows(self, count: int) -> list[QWidget]:
        """Make and return the next rows: all take longer than a page may take to appear."""
        done = len(self._rows)
        for cells in self._words[len(self._rows) : len(self._rows) + count]:
            if cells[0] or not self._rows:
                self._add_rule()
            self._about = cells[0] or self._about
            row = _Row(cells, self._figures, "cell")
            row.setAccessibleName(". ".join(self._labelled((self._about, *cells[1:]))))
            self._column.addWidget(row)
            self._rows.append(row)
        if self.isVisible():
            self._arrange_rows(done)
        return [*self._rows[done:]]

    def _labelled(self, cells: Sequence[str]) -> list[str]:
        pairs = zip(self._headings, cells, strict=True)
        return [
            marked_at_end(self._cell_words(heading, cell), cell) if cell else ""
            for heading, cell in pairs
        ]

    def _add_rule(self) -> None:
        rule = QFrame()
        rule.setProperty("kind", "table_rule")
        self._column.addWidget(rule)

    def _arrange(self) -> None:
        """Stand in columns where their longest words have room."""
        self._head.cells[0].ensurePolished()
        least, wanted = self._measure()
        room = self.width() - _GAP * (len(least) - 1)
        is_wide = room >= sum(least) * _AIR
        self._head.setVisible(is_wide)
        self._shares = _shared(room, least, wanted) if is_wide else []
        self._head.arrange(self._shares, self._headings)
        self._arrange_rows(0)

    def _arrange_rows(self, first: int) -> None:
        for row, cells in zip(self._rows[first:], self._words[first:], strict=False):
            said = cells if self._shares else (cells[0], *self._labelled(cells)[1:])
            row.arrange(self._shares, said)

    def _measure(self) -> tuple[list[int], list[int]]:
        """Return per column the widths of its longest word and of its longest cell."""
        font = self._head.cells[0].font()
        if font.key() != self._measured_in:
            self._measured_in = font.key()
            columns = [*zip(self._headings, *self._words, strict=True)]
            widths = [[widths_of(cell, font) for cell in cells] for cells in columns]
            self._widths = (
                [max(longest for longest, _ in cells) for cells in widths],
                [max(whole for _, whole in cells) for cells in widths],
            )
        return self._widths

    def minimumSizeHint(self) -> QSize:
        """Ask for the longest word alone: columns must not keep the page from growing narrow."""
        return QSize(max(self._measure()[0]), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for the new width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Arrange for another text size."""
        super().changeEvent(event)
        if changes_text_size(event):
            self._arrange()


class _Row(QWidget):
    """The cells of one row."""

    def __init__(self, words: Sequence[str], figures: Sequence[bool], role: str) -> None:
        super().__init__()
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._figures = figures
        self.cells = [
            DocumentWords("strong" if place == 0 else role) for place in range(len(words))
        ]
        for cell in self.cells:
            self._across.addWidget(cell, 0, Qt.AlignmentFlag.AlignTop)
        self._across.addStretch(1)

    def arrange(self, widths: Sequence[int], words: Sequence[str]) -> None:
        """Stand side by side in these widths; without any, one below the other."""
        is_wide = bool(widths)
        way = QBoxLayout.Direction
        self._across.setDirection(way.LeftToRight if is_wide else way.TopToBottom)
        self._across.setSpacing(_GAP if is_wide else 2)
        for place, (cell, said) in enumerate(zip(self.cells, words, strict=True)):
            if cell.plain != said:
                cell.set_words(said)
            cell.setVisible(is_wide or bool(said))
            cell.setMinimumWidth(widths[place] if is_wide else 0)
            limit_width(cell, widths[place] if is_wide else 0)
            at_end = is_wide and self._figures[place]
            side = Qt.AlignmentFlag.AlignTrailing if at_end else Qt.AlignmentFlag.AlignLeading
            cell.setAlignment(side | Qt.AlignmentFlag.AlignTop)


def _are_figures(cells: Sequence[str]) -> bool:
    return all(cell[:1].isdigit() and " " not in cell for cell in cells)


def _shared(room: int, least: Sequence[int], wanted: Sequence[int]) -> list[int]:
    """Give each column its longest word, and what is left to those that want more."""
    wishes = [most - few for few, most in zip(least, wanted, strict=True)]
    left = min(room - sum(least), sum(wishes))
    ends = [0]
    for wish in wishes:
        ends.append(ends[-1] + wish)
    in_all = ends[-1] or 1
    more = [left * end // in_all - left * start // in_all for start, end in pairwise(ends)]
    return [few + added for few, added in zip(least, more, strict=True)]
