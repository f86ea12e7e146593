"""Editor for the times of a week."""

from PySide6.QtWidgets import QWidget

from matcher.directory.week import CELLS
from matcher.questionnaire.item import Item
from matcher.questionnaire.response import Times, Value
from ui.language import Language
from ui.widgets.editor import Editor
from ui.widgets.text import Text
from ui.widgets.time_grid import TimeGrid


class TimesEditor(Editor):
    """The grid."""

    def __init__(self, item: Item, words: Language) -> None:
        super().__init__(item, words)
        self._hint = Text("quiet", f"{item.id}_hint")
        self._grid = TimeGrid(item.id)
        self.column.addWidget(self._hint)
        self.column.addWidget(self._grid)
        self._grid.times_changed.connect(self._tell)

    def show_value(self, value: Value | None) -> None:
        """Show the marks."""
        self._grid.set_times(value if isinstance(value, Times) else Times())

    def first_focus(self) -> QWidget:
        """Return the first cell."""
        return self._grid.cell(CELLS[0])

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        text = self.words.text
        self._hint.set_words(text("screen.times.hint"))
        self._grid.set_words(
            lambda day: text(f"screen.times.day.{day}"),
            lambda part: text(f"screen.times.part.{part}"),
            lambda day, part, mark: text(
                "screen.times.cell",
                day=text(f"fact.day.{day}"),
                part=text(f"term.day_part.{part}"),
                mark=text(f"screen.times.{mark}"),
            ),
            lambda mark: text(f"screen.times.{mark}"),
        )

    def _tell(self, times: Times) -> None:
        self.value_changed.emit(times if times.good or times.possible else None)
