"""A part of the column beside the list; where there is no room beside it, a fold above it."""

from PySide6.QtWidgets import QFrame, QLayout, QVBoxLayout, QWidget

from ui.widgets.fold import Fold
from ui.widgets.text import Text

_EDGE, _AIR = 32, 24
"""Pixels between the edge of the window and what stands on a page, and around it elsewhere."""


def set_rail_margins(column: QLayout, *, is_folded: bool, above: int = _AIR) -> None:
    """Let what stands beside the list begin where the header and the bar begin."""
    if is_folded:
        column.setContentsMargins(0, 0, 0, 0)
        return
    beside = column.parentWidget()
    is_mirrored = beside is not None and beside.isRightToLeft()  # Qt mirrors no margins
    left, right = (_AIR, _EDGE) if is_mirrored else (_EDGE, _AIR)
    column.setContentsMargins(left, above, right, _AIR // 2)


class RailPart(QFrame):
    """A heading and what stands below it.

    Parameters
    ----------
    name
        Its object name.

    Attributes
    ----------
    inside
        Layout to add to.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("kind", "bar")
        self._content = QWidget()
        self.inside = QVBoxLayout(self._content)
        self.inside.setContentsMargins(0, 0, 0, 8)
        self.inside.setSpacing(12)
        self._heading = Text("heading", f"{name}_heading")
        self._fold = Fold(f"{name}_fold", self._content)
        self._is_folded = False
        self._column = QVBoxLayout(self)
        self._column.setSpacing(8)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._fold)

    def set_heading(self, words: str) -> None:
        """Say what the part is about."""
        self._heading.set_words(words)
        self._fold.line.set_words(words)
        self.set_folded(is_folded=self._is_folded)

    def open(self) -> None:
        """Show what stands below the heading, even where it is folded."""
        self._fold.set_open(is_open=True)

    def set_folded(self, *, is_folded: bool) -> None:
        """Stand beside the list, or fold above it."""
        self._is_folded = is_folded
        self._heading.setVisible(not is_folded)
        self._fold.line.setVisible(is_folded)
        self._content.setVisible(not is_folded or self._fold.is_open)
        set_rail_margins(self._column, is_folded=is_folded)
