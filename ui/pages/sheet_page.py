"""A page that is one sheet of paper: a column of readable width that scrolls when it must."""

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollBar, QWidget

from ui.language import Language
from ui.pages.page import GUTTER, Page
from ui.theme.tokens import measure_characters
from ui.widgets.scroll_area import ScrollArea
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text

_MARGIN = 64
"""Pixels between the edge of the sheet and its column, where there is room for them."""

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
        row = QHBoxLayout(self._table)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self._sheet, 1000)
        row.addStretch(1)
        self._area = ScrollArea("scroll", self._table)
        self._area.viewport().installEventFilter(self)
        self.body.addWidget(self._area)

    @property
    def scroll_bar(self) -> QScrollBar:
        """Where on the sheet one is."""
        return self._area.verticalScrollBar()

    def compose(self) -> None:
        """Build the page; what is left of the sheet stays empty below."""
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

    def show_from(self, widget: QWidget) -> None:
        """Scroll until a widget begins at the top."""
        top = widget.mapTo(self._table, QPoint(0, 0)).y()
        self.scroll_bar.setValue(top - _ABOVE)

    def _measure(self) -> None:
        """Let the column be as wide as a line of text may be, and no wider than the window."""
        letters = "abcdefghijklmnopqrstuvwxyz "
        self.why.ensurePolished()
        metrics = QFontMetricsF(self.why.font())
        line = metrics.horizontalAdvance(letters) / len(letters) * measure_characters()
        self._line = int(line)
        wanted = line * self.breadth
        margin = min(_MARGIN, max(GUTTER, (self.width() - int(wanted)) // 4))
        self.column.setContentsMargins(margin, 40, margin, 40)
        self._sheet.setMaximumWidth(int(wanted) + 2 * margin)
        self.bar_row.setMaximumWidth(self._sheet.maximumWidth())
        self._stand_below_sheet(self.width() - self._area.viewport().width())

    def _stand_below_sheet(self, scroll_bar: int) -> None:
        """Let the bar leave as much room beside it as the scroll bar takes beside the sheet."""
        layout = self.bar_frame.layout()
        assert layout is not None
        margins = layout.contentsMargins()
        beside = GUTTER + (scroll_bar if 0 <= scroll_bar < GUTTER else 0)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            layout.setContentsMargins(beside, margins.top(), GUTTER, margins.bottom())
        else:
            layout.setContentsMargins(GUTTER, margins.top(), beside, margins.bottom())

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep the measure when the room for the sheet changes."""
        if event.type() == QEvent.Type.Resize:
            self._measure()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll with the keys for it, wherever the focus is: a page may hold nothing but words."""
        if not self._area.scroll_with(event.key()):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the measure when the text grows."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()


class _Table(QWidget):
    """What the sheet lies on."""

    def sizeHint(self) -> QSize:
        """Ask for no height: at a width it never has that costs a layout of all."""
        return self.minimumSizeHint()
