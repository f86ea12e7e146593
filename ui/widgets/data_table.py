"""A table as wide as its room: columns that would not fit are left out, the least wanted first."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QTableView

from ui.theme.text_size import changes_text_size
from ui.widgets.focus_ring import HAS_RING

_AIR = 20
"""Pixels of a row above and below its letters, together."""

_BESIDE = 30
"""Pixels of a cell that are not for letters."""

_LEAST_ROWS = 4
_MARK = 12


class ColumnRoom(NamedTuple):
    """How wide a column is.

    Attributes
    ----------
    words
        What should have room in it; its heading does, too.
    rank
        The higher, the sooner it is left out.
    stretch
        Its share of the width that is left over.
    """

    words: Sequence[str]
    rank: int
    stretch: int = 0


class DataTable(QTableView):
    """Rows that are read, walked with the arrows, and opened.

    Parameters
    ----------
    name
        Its object name.

    Signals
    -------
    row_opened
        With the number of a row: Return or a double click.
    typed
        With letters typed on the table: somebody is looking for something.
    """

    row_opened = Signal(int)
    typed = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty(HAS_RING, True)
        self._rooms: Sequence[ColumnRoom] = ()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        head = _Head(self)
        self.setHorizontalHeader(head)
        head.setSectionsClickable(True)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setHighlightSections(False)
        down = self.verticalHeader()
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(lambda index: self.row_opened.emit(index.row()))

    @property
    def shown_columns(self) -> tuple[int, ...]:
        """The columns that have room."""
        return tuple(n for n in range(len(self._rooms)) if not self.isColumnHidden(n))

    def set_rooms(self, rooms: Sequence[ColumnRoom]) -> None:
        """Say how wide each column of the model is."""
        self._rooms = rooms
        self._fit()

    def choose_row(self, row: int) -> None:
        """Go to a row, which is then in sight."""
        model = self.model()
        if model is not None and 0 <= row < model.rowCount():
            column = max(0, self.currentIndex().column())
            if self.isColumnHidden(column):
                column = 0
            self.setCurrentIndex(model.index(row, column))
            self.scrollTo(self.currentIndex())

    def _fit(self) -> None:
        self.ensurePolished()
        height = self.fontMetrics().height() + _AIR
        head = self.horizontalHeader()
        head.ensurePolished()
        head.setFixedHeight(head.fontMetrics().height() + _AIR)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self.setMinimumHeight(head.height() + _LEAST_ROWS * height)
        if not self._rooms:
            return
        wanted = [self._least_width(column) for column in range(len(self._rooms))]
        spare = self.viewport().width()
        shown: list[int] = []
        for column in sorted(range(len(wanted)), key=lambda each: self._rooms[each].rank):
            if shown and wanted[column] > spare:
                break
            shown.append(column)
            spare -= wanted[column]
        in_all = sum(self._rooms[column].stretch for column in shown) or 1
        for column, width in enumerate(wanted):
            self.setColumnHidden(column, column not in shown)
            more = max(0, spare) * self._rooms[column].stretch // in_all
            self.setColumnWidth(column, min(width + more, self.viewport().width()))

    def _least_width(self, column: int) -> int:
        model = self.model()
        heading = model.headerData(column, Qt.Orientation.Horizontal) if model else ""
        letters = self.fontMetrics().horizontalAdvance
        for_heading = (
            self.horizontalHeader().fontMetrics().horizontalAdvance(str(heading)) + _MARK + _GAP
        )
        return max([for_heading, *map(letters, self._rooms[column].words)]) + _BESIDE

    def keyboardSearch(self, search: str) -> None:
        """Leave it to who listens: Qt would read every row."""
        self.typed.emit(search)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open a row with Return, go to the ends with Home and End; Space does nothing."""
        model = self.model()
        last = model.rowCount() - 1 if model else -1
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if self.currentIndex().isValid():
                    self.row_opened.emit(self.currentIndex().row())
            case Qt.Key.Key_Home:
                self.choose_row(0)
            case Qt.Key.Key_End:
                self.choose_row(last)
            case Qt.Key.Key_Space:
                event.accept()
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which row the keys are on; Qt would leave it unseen."""
        super().focusInEvent(event)
        if self.currentIndex().isValid() and not self.selectionModel().hasSelection():
            self.choose_row(self.currentIndex().row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as there is room for."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the letters."""
        super().changeEvent(event)
        if changes_text_size(event):
            self._fit()


_GAP = 6


class _Head(QHeaderView):
    """Headings, and a mark beside the one the rows are sorted by."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)

    def paintSection(self, painter: QPainter, rect: QRect, column: int) -> None:
        """Paint a heading; the mark points up where the first of the order stands on top."""
        painter.save()
        super().paintSection(painter, rect, column)
        painter.restore()
        if not self.isSortIndicatorShown() or self.sortIndicatorSection() != column:
            return
        model = self.model()
        heading = model.headerData(column, Qt.Orientation.Horizontal) if model else ""
        beside = _BESIDE // 2 + self.fontMetrics().horizontalAdvance(str(heading)) + _GAP
        box = QRect(rect.left() + beside, rect.center().y() - _MARK // 2, _MARK, _MARK)
        centre = QStyle.visualRect(self.layoutDirection(), rect, box).toRectF().center()
        is_up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        tip, foot = (-3.0, 3.0) if is_up else (3.0, -3.0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().text(), 2.0))
        corners = ((-5.0, foot), (0.0, tip), (5.0, foot))
        painter.drawPolyline(QPolygonF([centre + QPointF(x, y) for x, y in corners]))
        painter.restore()
