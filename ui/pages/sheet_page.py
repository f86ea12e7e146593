"""A page that is one sheet of paper: a column of readable width that scrolls when it must."""

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, QTimer
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QScrollBar, QVBoxLayout, QWidget

from ui.language import Language
from ui.pages.page import GUTTER, Page
from ui.theme.text_size import changes_text_size
from ui.theme.tokens import measure_characters
from ui.widgets.scroll_area import ScrollArea
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from ui.widgets.width import limit_width

BROAD = 1.25
"""How wide a sheet of rows is, in lines of text: one width for pages that follow each other."""

_MARGIN = 64
"""Pixels between the edge of the sheet and its column, where there is ground beside the sheet."""

_UPRIGHT_MARGIN = 48
"""The least of them in a window that is higher than wide; in any other it is the gutter."""

_TOP, _TOP_OF_ROW, _TOP_OF_FEW, _TOP_OF_VERY_FEW = 40, 24, 16, 8
"""Pixels above the column: as a rule, where a row of controls brings air of its own, and where
letters are so large that few lines have room."""

_FEW_LINES = 18
_VERY_FEW_LINES = 13
"""Of body text: with less room than that, headings take no more than they must."""

_ARRIVING_MS = 500
"""A sheet that grows by itself so soon after it was shown is going to be a long one."""

_ABOVE = 24
"""Pixels seen above what is scrolled to."""


class SheetPage(Page):
    """The base of pages that are read from top to bottom.

    Attributes
    ----------
    column
        Layout to add to; `eyebrow`, `heading` and `why` already stand at its top, and show
        nothing until they have words.
    """

    breadth = 1.0
    """How wide the sheet may be, in lines of text; more than one for what stands side by side."""

    lowered = 3
    """Of the free height of an upright window, one part in so many is left above a short sheet:
    it is met standing, and its buttons are below. Beside a rail all begin where the rail does."""

    bottom = 48
    """Pixels below the column."""

    _line = 0
    """Pixels that a line of text may be wide."""

    def __init__(self, words: Language, name: str) -> None:
        super().__init__(words, name)
        self.eyebrow = Text("eyebrow", "place")
        self.heading = Text("title", "heading")
        self.why = Text("lead", "why")
        self._sheet = Sheet()
        self.column = self._sheet.column
        self.column.setSpacing(16)
        for text in (self.eyebrow, self.heading, self.why):
            text.set_words("")
            self.column.addWidget(text)
        self._table = _Table()
        across = QHBoxLayout()
        across.addStretch()
        across.addWidget(self._sheet, 1)
        across.addStretch()
        self._down = QVBoxLayout(self._table)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._down.addLayout(across)
        self._down.addStretch(1)
        self._lowered_in, self._lowered_at = QSize(), 0
        self._arriving = QTimer(self)
        self._arriving.setSingleShot(True)
        self._area = ScrollArea("scroll", self._table, lies_over=True)
        self._area.viewport().installEventFilter(self)
        self._sheet.installEventFilter(self)
        self.body.addWidget(self._area)

    @property
    def scroll_bar(self) -> QScrollBar:
        """Where on the sheet one is."""
        return self._area.verticalScrollBar()

    def compose(self) -> None:
        """Build the page; below a short sheet the ground is seen."""
        super().compose()
        self.column.addStretch(1)
        self._measure()

    def enter(self) -> None:
        """Begin at the top of the sheet."""
        self.scroll_bar.setValue(0)

    def set_heading(self, heading: str, why: str = "", place: str = "") -> None:
        """Show the heading, why it is asked, and where in the order the page stands."""
        self.heading.set_words(heading)
        self.why.set_words(why)
        self.eyebrow.set_words(place)
        self.setAccessibleName(heading)
        self._measure()

    def begin_anew(self) -> None:
        """Begin as when the page is entered: at the top, wherever its first stop is."""
        self.scroll_bar.setValue(0)
        self.begin()

    def show_from(self, widget: QWidget) -> None:
        """Scroll until a widget begins at the top."""
        top = widget.mapTo(self._table, QPoint(0, 0)).y()
        self.scroll_bar.setValue(top - _ABOVE)

    def lower_anew(self) -> None:
        """Begin where a short sheet does, now that all that was waited for is on it."""
        self._arriving.stop()
        self._lower()

    def _measure(self) -> None:
        """Let the column be as wide as a line of text may be, and no wider than the window."""
        letters = "abcdefghijklmnopqrstuvwxyz "
        self._suit_height()
        self.why.ensurePolished()
        metrics = QFontMetricsF(self.why.font())
        line = metrics.horizontalAdvance(letters) / len(letters) * measure_characters()
        self._line = int(line)
        wanted, room = int(line * self.breadth), self._area.viewport().width()
        has_ground = room >= wanted + 2 * (_MARGIN + GUTTER)
        least = _UPRIGHT_MARGIN if self._is_upright() else GUTTER
        margin = _MARGIN if has_ground else max(least, (room - wanted) // 2)
        self.column.setContentsMargins(margin, self._top(), margin, self.bottom)
        self._sheet.set_line(shown=has_ground)
        limit_width(self._sheet, wanted + 2 * margin if has_ground else 0)
        self.bar_row.setMaximumWidth(wanted + 2 * margin if has_ground else room - 2 * margin)

    def _suit_height(self) -> None:
        """Let what is asked for be seen at once where letters are large and the window is low."""
        self.heading.set_role("heading" if self._is_low else "title")
        self.why.set_role("body" if self._is_low else "lead")
        self.column.setSpacing(8 if self._is_low else 16)

    @property
    def _is_low(self) -> bool:
        return self.height() < _VERY_FEW_LINES * self.fontMetrics().height()

    def _is_upright(self) -> bool:
        return self.window().height() > self.window().width()

    def _top(self) -> int:
        """Return how much air the column has above it."""
        if self._is_low:
            return _TOP_OF_VERY_FEW
        if self.height() < _FEW_LINES * self.why.fontMetrics().height():
            return _TOP_OF_FEW
        return _TOP if self.column.indexOf(self.eyebrow) >= 0 else _TOP_OF_ROW

    def _lower(self) -> None:
        """Let a short sheet begin lower in an upright window, wherever it ends from now on."""
        self._lowered_in = self.size()
        if not self._is_upright() or self.width() < self.window().width():
            self._begin_at(0)
            return
        # They know no better than before it was shown, and would tell each other one by one.
        for layout in self._sheet.findChildren(QLayout):
            layout.invalidate()
        room = self._area.viewport().size()
        self._lowered_at = self._sheet.heightForWidth(min(room.width(), self._sheet.maximumWidth()))
        self._begin_at(max(0, room.height() - self._lowered_at) // self.lowered)

    def _begin_at(self, above: int) -> None:
        self._down.setContentsMargins(0, above, 0, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the measure when the room for the sheet changes, and where it begins."""
        if event.type() != QEvent.Type.Resize:
            return False
        if watched is not self._sheet:
            self._measure()
            # Not whenever the bar grows: nothing moves under a finger.
            if self.size() != self._lowered_in:
                self._lower()
        elif self._arriving.isActive() and self._sheet.height() > self._lowered_at:
            self._begin_at(0)
        return False

    def showEvent(self, event: QShowEvent) -> None:
        """Find where the sheet begins for what is on it now."""
        super().showEvent(event)
        self._arriving.start(_ARRIVING_MS)
        self._lower()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll with the keys for it, wherever the focus is: a page may hold nothing but words."""
        if not self._area.scroll_with(event.key()):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the measure when the text grows."""
        super().changeEvent(event)
        if changes_text_size(event):
            self._lowered_in = QSize()
            self._measure()


class _Table(QWidget):
    """What the sheet lies on."""

    def sizeHint(self) -> QSize:
        """Ask for no height: at a width it never has that costs a layout of all."""
        return self.minimumSizeHint()
