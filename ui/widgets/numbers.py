"""The score in figures: weights, points, and what could come, adding up."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from matcher.ranking.explanation import ProfileResult
from matcher.services.people.wording import describe_name
from ui.language import Language
from ui.widgets.text import Text

_HUNDREDTH = 100
_COLUMNS = ("wish", "weight", "points", "could_add")


def rounded(parts: Sequence[Fraction]) -> list[Decimal]:
    """Round to hundredths so that what is shown adds up to the rounded sum.

    Each is rounded down; the hundredths that are left go to the largest remainders.
    """
    exact = [part * _HUNDREDTH for part in parts]
    whole = [int(part) for part in exact]
    left = int(sum(exact, Fraction(1, 2))) - sum(whole)
    order = sorted(range(len(parts)), key=lambda place: (whole[place] - exact[place], place))
    for place in order[:left]:
        whole[place] += 1
    return [Decimal(hundredths) / _HUNDREDTH for hundredths in whole]


class Numbers(QWidget):
    """A table of the wishes with their weights and points, and the sum below.

    Parameters
    ----------
    name
        Its object name.
    result
        Whose figures.
    """

    def __init__(self, name: str, result: ProfileResult) -> None:
        super().__init__()
        self.setObjectName(name)
        self._result = result
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._note = Text("quiet", f"{name}_note")
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        column.addWidget(self._note)
        column.addLayout(grid)
        last = len(result.contributions) + 1
        self._cells = [
            [
                _add_cell(grid, row, place, is_edge=row in {0, last})
                for place in range(len(_COLUMNS))
            ]
            for row in range(last + 1)
        ]

    @property
    def rows(self) -> list[tuple[str, ...]]:
        """The words of the table, row by row."""
        return [tuple(cell.plain for cell in row) for row in self._cells]

    def say(self, language: Language) -> None:
        """Show the figures in the language that holds."""
        self._note.set_words(language.text("results.numbers.note"))
        rows = [*_rows(self._result, language)]
        heads = rows[0]
        for cells, words in zip(self._cells, rows, strict=True):
            for cell, head, word in zip(cells, heads, words, strict=True):
                cell.set_words(word)
                if words is not heads:
                    cell.setAccessibleName(f"{words[0]}, {head}: {word}")


def _rows(result: ProfileResult, language: Language) -> Iterator[tuple[str, ...]]:
    number = language.catalogue.number
    parts = result.contributions
    columns = (
        [Decimal(part.weight) / _HUNDREDTH for part in parts],
        rounded([part.points for part in parts]),
        rounded([part.could_add for part in parts]),
    )
    yield tuple(language.text(f"results.numbers.{column}") for column in _COLUMNS)
    for part, *figures in zip(parts, *columns, strict=True):
        name = describe_name(part.criterion, language.catalogue)
        yield (name, *(number(figure) for figure in figures))
    sums = (number(sum(column, Decimal(0))) for column in columns)
    yield (language.text("results.numbers.sum"), *sums)


def _add_cell(grid: QGridLayout, row: int, column: int, *, is_edge: bool) -> Text:
    cell = Text("strong" if is_edge else "body")
    if column:
        cell.setWordWrap(False)
        cell.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
    grid.addWidget(cell, row, column)
    return cell
