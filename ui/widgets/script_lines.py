"""Words to type as they stand, in a face whose signs are all of one width."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.fonts import code_font
from ui.theme.text_size import changes_text_size
from ui.widgets.accessible_role import speak_as
from ui.widgets.script_layout import Piece, laid_out

_AIR = 1.15
"""Height of a line, in heights of its letters."""

_LEAST_SIGNS = 12
"""So many have room in the narrowest line."""


class ScriptLines(QWidget):
    """Lines that keep their columns, and never break inside a word or at a hyphen.

    Parameters
    ----------
    lines
        As they are typed.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__()
        self._lines = lines
        self._laid: tuple[int, list[Piece]] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        # Read from the left, whichever way the window runs.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setAccessibleName(self.plain)
        speak_as(self, QAccessible.Role.StaticText)

    @property
    def plain(self) -> str:
        """The words shown."""
        return "\n".join(self._lines)

    def pieces(self, width: int) -> list[Piece]:
        """Return where the words go at a width."""
        if self._laid is None or self._laid[0] != width:
            measure = self._metrics().horizontalAdvance
            self._laid = width, laid_out(self._lines, width, measure)
        return self._laid[1]

    def hasHeightForWidth(self) -> bool:
        """Tell that lines may break."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        return self._line() * (max((each.line for each in self.pieces(width)), default=0) + 1)

    def minimumSizeHint(self) -> QSize:
        """Ask for little width: lines break."""
        return QSize(self._metrics().horizontalAdvance("0" * _LEAST_SIGNS), self._line())

    def sizeHint(self) -> QSize:
        """Ask for the same."""
        return self.minimumSizeHint()

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(code_font(self.font().pixelSize()))

    def _line(self) -> int:
        return round(self._metrics().height() * _AIR)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint every piece where it goes."""
        painter = QPainter(self)
        painter.setFont(code_font(self.font().pixelSize()))
        painter.setPen(self.palette().windowText().color())
        line, ascent = self._line(), self._metrics().ascent()
        for piece in self.pieces(self.width()):
            painter.drawText(piece.left, piece.line * line + ascent, piece.words)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the text grows."""
        super().changeEvent(event)
        if changes_text_size(event):
            self._laid = None
            self.updateGeometry()
