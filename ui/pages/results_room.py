"""The room of the results page: the list with what stands beside it, or folded into it."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollBar, QWidget

from ui.pages.page import GUTTER
from ui.pages.result_rail import RailArea, ResultRail
from ui.theme.text_size import changes_text_size
from ui.widgets.column import Column
from ui.widgets.scroll_area import ScrollArea

_NARROW_IN_LETTERS = 112
"""Below this many letters of width, the rail folds into the list."""

_RAIL_WIDTH = 272

_HIGH = 1.25
"""How many times higher than wide a room is that stands upright."""

_ALONE_IN_LETTERS = 62
"""Width of the answer where there is no list below it."""

_ALONE_TOP = 96


class ResultsRoom(QWidget):
    """A rail beside a list that scrolls.

    Parameters
    ----------
    rail
        Stands beside the list, or below its first part.
    parts
        What the list is made of; the first is the answer.

    Signals
    -------
    arranged
        There may be more or less room than before.
    """

    arranged = Signal()

    def __init__(self, rail: ResultRail, *parts: QWidget) -> None:
        super().__init__()
        self._rail = rail
        self._has_people = False
        list_ = Column("list")
        self._column = list_.column
        self._column.setSpacing(8)
        for part in parts:
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._area = ScrollArea("scroll", list_)
        self._rail_area = RailArea("rail_scroll", rail)
        self._rail_area.setFixedWidth(_RAIL_WIDTH)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._rail_area)
        across.addWidget(self._area, 1)

    @property
    def is_narrow(self) -> bool:
        """Whether there is no room beside the list."""
        return self.width() < self.fontMetrics().averageCharWidth() * _NARROW_IN_LETTERS

    @property
    def is_high(self) -> bool:
        """Whether it stands upright, as on a kiosk: cards may then take more room."""
        return self.height() > self.width() * _HIGH

    @property
    def scroll_bar(self) -> QScrollBar:
        """Where in the list one is."""
        return self._area.verticalScrollBar()

    def scroll_with(self, key: int) -> bool:
        """Scroll the list by a key that is for scrolling; tell whether it was one."""
        return self._area.scroll_with(key)

    def arrange(self, *, has_people: bool) -> None:
        """Put everything where there is room for it; without people the answer stands alone."""
        self._has_people = has_people
        is_narrow = self.is_narrow
        if is_narrow and self._rail_area.widget() is not None:
            self._column.insertWidget(1, self._rail_area.takeWidget())
        elif not is_narrow and self._rail_area.widget() is None:
            self._rail_area.setWidget(self._rail)
        self._rail.set_folded(is_folded=is_narrow)
        self._rail.setVisible(has_people)
        self._rail_area.setVisible(not is_narrow and has_people)
        self._place_answer()
        self.arranged.emit()

    def _place_answer(self) -> None:
        if self._has_people:
            self._column.setContentsMargins(GUTTER, 16, GUTTER, GUTTER)
            return
        wanted = self.fontMetrics().averageCharWidth() * _ALONE_IN_LETTERS
        side = max(GUTTER, (self.width() - wanted) // 2)
        self._column.setContentsMargins(side, _ALONE_TOP, side, GUTTER)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the rail where there is no room for it."""
        super().resizeEvent(event)
        self.arrange(has_people=self._has_people)

    def changeEvent(self, event: QEvent) -> None:
        """Fold the rail when the text grows."""
        super().changeEvent(event)
        if changes_text_size(event):
            self.arrange(has_people=self._has_people)
