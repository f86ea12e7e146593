"""Tells when letters may have grown or shrunk."""

from PySide6.QtCore import QEvent

_TELLING = frozenset({QEvent.Type.FontChange, QEvent.Type.StyleChange})


def changes_text_size(event: QEvent) -> bool:
    """Tell whether what was measured in letters is to be measured again."""
    return event.type() in _TELLING
