"""One line of a comparison: what it is about, and what holds for each person beside it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.language import Language
from ui.widgets.compare_words import CellWords, RowWords
from ui.widgets.fit_strip import Swatch
from ui.widgets.text import Text
from ui.widgets.width import limit_width

GAP = 24
"""Pixels between columns."""


class CompareCell(QWidget):
    """What holds for one person; screen readers say it in one go.

    Parameters
    ----------
    name
        How the person is called; shown only where the column does not say it.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2)
        self._person = Text("eyebrow")
        self.column.addWidget(self._person)
        self._person.set_words(name)
        self.set_stacked(is_stacked=False)

    def set_stacked(self, *, is_stacked: bool) -> None:
        """Show who it is about where no heading above does."""
        self._person.setVisible(is_stacked)

    def add(self, role: str, words: str) -> None:
        """Add a paragraph."""
        text = Text(role)
        self.column.addWidget(text)
        text.set_words(words)


class CompareRow(QWidget):
    """Cells side by side under the people they are about, or one below the other.

    Parameters
    ----------
    about
        What the line is about.
    cells
        One for each person.
    side
        Where cells that are lower than others stand.
    """

    def __init__(
        self,
        about: QWidget,
        cells: Sequence[QWidget],
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignTop,
    ) -> None:
        super().__init__()
        self.about = about
        self.cells = (*cells,)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(0, 8, 0, 8)
        for widget in (about, *cells):
            self._across.addWidget(widget, 0, side)
        self._across.addStretch(1)

    def arrange(self, first: int, each: int) -> None:
        """Stand in columns of these widths; without any, one below the other."""
        is_wide = each > 0
        way = QBoxLayout.Direction
        self._across.setDirection(way.LeftToRight if is_wide else way.TopToBottom)
        self._across.setSpacing(GAP if is_wide else 16)
        for widget, width in zip((self.about, *self.cells), (first, *[each] * 3), strict=False):
            widget.setMinimumWidth(width if is_wide else 0)
            limit_width(widget, width if is_wide else 0)
            if isinstance(widget, CompareCell):
                widget.set_stacked(is_stacked=not is_wide)


def wish_row(words: RowWords, people: Sequence[str], language: Language) -> CompareRow:
    """Return the line of one wish or need."""
    about = QWidget()
    column = QVBoxLayout(about)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    for role, said in (("strong", words.name), ("small", words.asked)):
        text = Text(role)
        column.addWidget(text)
        text.set_words(said)
    cells = [
        _wish_cell(cell, person, words.name, language)
        for cell, person in zip(words.cells, people, strict=True)
    ]
    row = CompareRow(about, cells)
    row.setObjectName(f"compare_{words.subject}")
    return row


def _wish_cell(words: CellWords, person: str, wish: str, language: Language) -> CompareCell:
    cell = CompareCell(person)
    kind = language.text(f"results.kind.{words.kind}")
    head = QHBoxLayout()
    head.setSpacing(10)
    swatch, text = Swatch(), Text("strong")
    swatch.set_block(words.block)
    head.addWidget(swatch, 0, Qt.AlignmentFlag.AlignTop)
    head.addWidget(text, 1)
    cell.column.addLayout(head)
    text.set_words(kind)
    cell.add("body", words.offered)
    cell.add("small", words.source)
    said = " ".join(filter(None, (kind, words.offered, words.source)))
    cell.setAccessibleName(language.text("compare.spoken", wish=wish, name=person, words=said))
    return cell


def list_row(
    name: str, lists: Sequence[Sequence[str]], people: Sequence[str], language: Language
) -> CompareRow:
    """Return a line with some sentences for each person, under a heading of that name."""
    cells = []
    for sentences, person in zip(lists, people, strict=True):
        cell = CompareCell(person)
        cell.column.setSpacing(8)
        for sentence in sentences:
            cell.add("body", sentence)
        spoken = language.text("compare.spoken", wish=name, name=person, words=" ".join(sentences))
        cell.setAccessibleName(spoken)
        cells.append(cell)
    return CompareRow(QWidget(), cells)
