"""The week as a grid: seven days, five parts of a day, each no, good or possible."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from matcher.directory.week import DAYS, PARTS
from matcher.questionnaire.response import Times
from ui.widgets.text import Text
from ui.widgets.time_cell import ALL_MARKS, TimeCell, TimeMark
from ui.widgets.time_legend import MARK_NAMES, TimeLegend
from ui.widgets.time_row_name import TimeRowName

_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}

_GAP, _NARROW_GAP = 8, 4
"""Pixels between two cells."""


class TimeGrid(QWidget):
    """Marks cells by a press, by a stroke over several, or by arrows and Space.

    Parameters
    ----------
    name
        Object name; a cell's is ``<name>_<day>-<part>``.
    marks
        What a cell may say.

    Signals
    -------
    times_changed
        With the `Times` that hold after the person changed them.
    """

    times_changed = Signal(object)

    def __init__(self, name: str, marks: Sequence[TimeMark] = ALL_MARKS) -> None:
        super().__init__()
        self.setObjectName(name)
        self._cells: dict[tuple[int, int], TimeCell] = {}
        self._codes: dict[TimeCell, str] = {}
        self._days = [Text("small", f"{name}_{day}") for day in DAYS]
        self._parts = [TimeRowName(f"{name}_row_{part}") for part in PARTS]
        self._legend = TimeLegend(f"{name}_legend", marks)
        self._cell_words: Callable[[str, str, str], str] = "{} {} {}".format
        self._stroke: TimeMark | None = None
        self._is_showing = False
        self._marks = marks
        self._build()

    @property
    def times(self) -> Times:
        """What the cells say."""
        marked: dict[TimeMark, list[str]] = {mark: [] for mark in TimeMark}
        for cell, code in self._codes.items():
            marked[cell.mark].append(code)
        return Times(tuple(marked[TimeMark.GOOD]), tuple(marked[TimeMark.POSSIBLE]))

    def cell(self, code: str) -> TimeCell:
        """Return the cell of a code such as ``mon-evening``."""
        return next(cell for cell, its in self._codes.items() if its == code)

    def set_times(self, times: Times) -> None:
        """Show which cells are good and which possible."""
        self._is_showing = True
        for cell, code in self._codes.items():
            good, possible = code in times.good, code in times.possible
            cell.set_mark(TimeMark.GOOD if good else TimeMark.POSSIBLE if possible else TimeMark.NO)
        self._is_showing = False

    def set_words(
        self,
        day: Callable[[str], str],
        part: Callable[[str], str],
        cell: Callable[[str, str, str], str],
        legend: Callable[[str], str],
    ) -> None:
        """Say every word.

        Parameters
        ----------
        day, part
            Heading of a column and of a row.
        cell
            Of a day, a part and what the cell says: *Monday evening: good*.
        legend
            Of ``no``, ``good`` and ``possible``.
        """
        self._cell_words = cell
        for label, code in zip(self._days, DAYS, strict=True):
            label.set_words(day(code))
        for button, code in zip(self._parts, PARTS, strict=True):
            button.set_words(part(code))
        self._legend.set_words(legend)
        for one in self._codes:
            self._name(one)

    def _build(self) -> None:
        grid = self._grid = QGridLayout()
        grid.setHorizontalSpacing(_GAP)
        grid.setVerticalSpacing(_GAP)
        for column, label in enumerate(self._days):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(False)
            grid.addWidget(label, 0, column + 1)
            grid.setColumnStretch(column + 1, 1)
        for row, (part, button) in enumerate(zip(PARTS, self._parts, strict=True)):
            grid.addWidget(button, row + 1, 0, Qt.AlignmentFlag.AlignLeft)
            button.setProperty("row", row)
            button.clicked.connect(self._mark_row)
            for column, day in enumerate(DAYS):
                cell = TimeCell(f"{self.objectName()}_{day}-{part}", self._marks)
                cell.installEventFilter(self)
                cell.checkStateChanged.connect(self._tell)
                self._cells[column, row] = cell
                grid.addWidget(cell, row + 1, column + 1)
        # Codes in the order of the week, whatever the order on screen.
        for column, day in enumerate(DAYS):
            for row, part in enumerate(PARTS):
                self._codes[self._cells[column, row]] = f"{day}-{part}"
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(16)
        rows.addLayout(grid)
        rows.addWidget(self._legend)

    def _name(self, cell: TimeCell) -> None:
        day, _, part = self._codes[cell].partition("-")
        cell.setAccessibleName(self._cell_words(day, part, MARK_NAMES[cell.mark]))

    def _tell(self) -> None:
        cell = self.sender()
        assert isinstance(cell, TimeCell)
        self._name(cell)
        if not self._is_showing:
            self.times_changed.emit(self.times)

    def _mark_row(self) -> None:
        row = self.sender().property("row")
        cells = [self._cells[column, row] for column in range(len(DAYS))]
        mark = cells[0].following
        self._is_showing = True
        for cell in cells:
            cell.set_mark(mark)
        self._is_showing = False
        self.times_changed.emit(self.times)

    def _move(self, cell: TimeCell, key: Qt.Key) -> None:
        column, row = next(place for place, one in self._cells.items() if one is cell)
        across, down = _STEPS[key]
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            across = -across
        neighbour = self._cells.get((column + across, row + down))
        if neighbour is not None:
            neighbour.setFocus(Qt.FocusReason.TabFocusReason)

    def _pressed(self, cell: TimeCell) -> bool:
        self._stroke = cell.following
        cell.setFocus(Qt.FocusReason.MouseFocusReason)
        cell.set_mark(self._stroke)
        return True

    def _dragged(self, cell: TimeCell, position: QPoint) -> bool:
        under = self.childAt(cell.mapTo(self, position))
        if self._stroke is not None and isinstance(under, TimeCell) and under in self._codes:
            under.set_mark(self._stroke)
        return True

    def _stroke_event(self, cell: TimeCell, event: QMouseEvent) -> bool:
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            return event.button() is not Qt.MouseButton.LeftButton or self._pressed(cell)
        if event.type() == QEvent.Type.MouseMove:
            return self._dragged(cell, event.position().toPoint())
        self._stroke = None
        return True

    def _key_event(self, cell: TimeCell, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._move(cell, key)
        elif key == Qt.Key.Key_Space:
            cell.nextCheckState()
        return key in _STEPS or key == Qt.Key.Key_Space

    def _width_with(self, *, is_broken: bool, gap: int = _GAP) -> int:
        """Return the least width with the names of the rows on two lines or on one."""
        names = max(name.width_of(is_broken=is_broken) for name in self._parts)
        cell = self._cells[0, 0].minimumSizeHint().width()
        days = [max(cell, day.minimumSizeHint().width()) + gap for day in self._days]
        return names + sum(days)

    def minimumSizeHint(self) -> QSize:
        """Ask for the room that is needed with the names on two lines and the days together."""
        least = self._width_with(is_broken=True, gap=_NARROW_GAP)
        return QSize(least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the names of the rows where they have no room, and then bring the days together."""
        super().resizeEvent(event)
        is_broken = self.width() < self._width_with(is_broken=False)
        for name in self._parts:
            name.set_broken(is_broken=is_broken)
        is_narrow = self.width() < self._width_with(is_broken=True)
        self._grid.setHorizontalSpacing(_NARROW_GAP if is_narrow else _GAP)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take presses, strokes, arrows and Space of the cells."""
        if not isinstance(watched, TimeCell):
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key_event(watched, event)
        return isinstance(event, QMouseEvent) and self._stroke_event(watched, event)
