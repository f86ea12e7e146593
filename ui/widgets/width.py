"""How wide a widget may become."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

_NO_LIMIT = 2**24 - 1
"""Qt's own ``QWIDGETSIZE_MAX``, which has no name in Python."""

_ALL_THERE_IS = 1000

_FRAME = 34
"""Pixels of a field's padding and border, and of the cursor behind its words."""


def limit_width(widget: QWidget, most: int = 0) -> None:
    """Let a widget be so many pixels wide and no wider; ``0`` lets it be as wide as it likes."""
    widget.setMaximumWidth(most or _NO_LIMIT)


def row_of_width(widget: QWidget, most: int) -> QHBoxLayout:
    """Return a row that holds a widget, no wider than so many pixels.

    A column asks how high a widget is at its own width, whatever the widget's limit; words that
    take one line there and two below the limit would press together what stands with them.
    """
    limit_width(widget, most)
    row = QHBoxLayout()
    row.addWidget(widget, _ALL_THERE_IS)
    row.addStretch(1)
    return row


def fit_words(field: QLineEdit, words: str) -> None:
    """Let a field be as wide as these words, whatever the size of the text."""
    field.ensurePolished()
    field.setFixedWidth(field.fontMetrics().horizontalAdvance(words) + _FRAME)
