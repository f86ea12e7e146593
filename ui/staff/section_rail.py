"""The column beside the pages: the sections of the staff window."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.scroll_area import ScrollArea

_MARGIN = 16
_BAR = 14
_RING = 6
"""Pixels beside a button that the ring around it takes while it has the focus."""


class SectionRail(QFrame):
    """One button for each section; the one that is open is marked.

    Parameters
    ----------
    words
        The language that holds.
    sections
        Ids of their first pages, in order.

    Signals
    -------
    chosen
        With the id of a section.
    """

    chosen = Signal(str)

    def __init__(self, words: Language, sections: Sequence[str]) -> None:
        super().__init__()
        self._words = words
        self.setObjectName("sections")
        self.setProperty("kind", "bar")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._buttons = {section: Button("section", f"section_{section}") for section in sections}
        self._content = _Content()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(_MARGIN, _MARGIN, _RING, _MARGIN)
        column.setSpacing(8)
        for section, button in self._buttons.items():
            button.setCheckable(True)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(partial(self.chosen.emit, section))
            column.addWidget(button)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._area = ScrollArea("sections_scroll", self._content)
        outer.addWidget(self._area)
        self.retranslate()

    def show_open(self, section: str) -> None:
        """Mark the section that is open."""
        for name, button in self._buttons.items():
            button.setChecked(name == section)

    def offer(self, section: str, *, is_offered: bool) -> None:
        """Show the button of a section, or hide it where there is nothing to be found there."""
        self._buttons[section].setVisible(is_offered)

    def open_stops(self) -> Iterator[QWidget]:
        """Give the button of the section that is open."""
        return (button for button in self._buttons.values() if button.isChecked())

    def retranslate(self) -> None:
        """Say the words in the language that holds."""
        for section, button in self._buttons.items():
            button.set_words(self._words.text(f"staff.section.{section}"))
        self.setAccessibleName(self._words.text("staff.section.all"))
        self._measure()

    def _measure(self) -> None:
        """Be as wide as the longest of the words."""
        widest = max((_widest(button) for button in self._buttons.values()), default=0)
        self.setFixedWidth(widest + _MARGIN + _RING + _BAR)

    def event(self, event: QEvent) -> bool:
        """Keep the measure when it is shown, and when the text grows."""
        kinds = QEvent.Type
        done = super().event(event)
        if event.type() in (kinds.Polish, kinds.FontChange, kinds.StyleChange, kinds.Show):
            self._measure()
        return done


class _Content(QWidget):
    """As high as its buttons wish to be: it scrolls, and their least height is a finger's."""

    def minimumSizeHint(self) -> QSize:
        """Return the least width, and the height they wish for."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())


def _widest(button: Button) -> int:
    """Return the width of a button when it is open, and so in bold letters."""
    bold = QFont(button.font())
    bold.setBold(True)
    more = QFontMetrics(bold).horizontalAdvance(button.text())
    return button.sizeHint().width() + more - button.fontMetrics().horizontalAdvance(button.text())
