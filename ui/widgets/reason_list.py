"""Reasons one below the other, each with the block of the strip it speaks about."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.language import Language
from ui.widgets.fit_strip import Swatch
from ui.widgets.result_words import ReasonLine
from ui.widgets.text import Text


class ReasonList(QWidget):
    """Lines of reasons; a screen reader also says whether each fits.

    Parameters
    ----------
    name
        Its object name.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._rows: list[tuple[QWidget, Swatch, Text]] = []

    @property
    def words(self) -> tuple[str, ...]:
        """The lines shown."""
        return tuple(text.plain for row, _, text in self._rows if not row.isHidden())

    def set_lines(self, lines: Sequence[ReasonLine], language: Language) -> None:
        """Show other lines."""
        while len(self._rows) < len(lines):
            self._rows.append(self._add_row())
        for row, _, _ in self._rows[len(lines) :]:
            row.hide()
        for (row, swatch, text), line in zip(self._rows, lines, strict=False):
            swatch.set_block(line.block)
            text.set_words(line.words)
            kind = language.text(f"results.kind.{line.kind}")
            text.setAccessibleName(f"{kind} {line.words}")
            row.show()
        self.setVisible(bool(lines))

    def _add_row(self) -> tuple[QWidget, Swatch, Text]:
        row = QWidget(self)
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(10)
        swatch, text = Swatch(), Text("body")
        across.addWidget(swatch, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(text, 1)
        self._column.addWidget(row)
        return row, swatch, text
