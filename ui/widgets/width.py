"""How wide a widget may become."""

from PySide6.QtWidgets import QWidget

_NO_LIMIT = 2**24 - 1
"""Qt's own ``QWIDGETSIZE_MAX``, which has no name in Python."""


def limit_width(widget: QWidget, most: int = 0) -> None:
    """Let a widget be so many pixels wide and no wider; ``0`` lets it be as wide as it likes."""
    widget.setMaximumWidth(most or _NO_LIMIT)
