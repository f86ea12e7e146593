"""A fact that is the times of a week."""

from PySide6.QtWidgets import QWidget

from matcher.directory.cells import SEPARATOR
from matcher.directory.field import Field
from matcher.directory.week import CELLS
from matcher.questionnaire.response import Times
from ui.language import Language
from ui.widgets.cell_field import CellField
from ui.widgets.hours_field import HoursField
from ui.widgets.time_cell import TimeMark
from ui.widgets.time_grid import TimeGrid

_MARKS = (TimeMark.NO, TimeMark.GOOD)


class TimesCell(CellField):
    """The grid that clients see, with *free* in place of their good and possible; exact hours."""

    def __init__(self, field: Field, words: Language) -> None:
        super().__init__(field, words)
        self.grid = TimeGrid(f"field_{field.name}", _MARKS)
        self.hours = HoursField(f"field_{field.name}_hours", words)
        self.column.addWidget(self.grid)
        self.column.addWidget(self.hours)
        self.grid.times_changed.connect(self._tell)
        self.hours.hours_changed.connect(self._tell)

    def set_cell(self, cell: str) -> None:
        """Show the times."""
        tokens = tuple(part.strip() for part in cell.split(SEPARATOR) if part.strip())
        self.grid.set_times(Times(tuple(token for token in tokens if token in CELLS)))
        exact = tuple(token for token in tokens if token not in CELLS)
        if exact != self.hours.hours:
            self.hours.set_hours(exact)

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        text = self.words.text
        self.grid.set_words(
            lambda day: text(f"screen.times.day.{day}"),
            lambda part: text(f"screen.times.part.{part}"),
            lambda day, part, mark: text(
                "screen.times.cell",
                day=text(f"fact.day.{day}"),
                part=text(f"term.day_part.{part}"),
                mark=text(f"editor.time.{mark}"),
            ),
            lambda mark: text(f"editor.time.{mark}"),
        )
        self.hours.retranslate()

    def first(self) -> QWidget:
        """Return the first cell."""
        return self.grid.cell(CELLS[0])

    def settle(self) -> bool:
        """Take hours that are written and not yet added."""
        return not self.hours.is_begun or self.hours.settle()

    def _tell(self) -> None:
        self.cell_changed.emit(SEPARATOR.join((*self.grid.times.good, *self.hours.hours)))
