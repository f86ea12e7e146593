"""What may be written into where strangers share the screen: nobody learns from it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

ENTRY_FIELDS = (QLineEdit, QPlainTextEdit)
"""Every kind of field one writes in."""

SILENT = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
"""Asks a keyboard on the screen, or whatever helps to write, to remember and to suggest nothing."""


def silence(widget: QWidget) -> None:
    """Let nothing that is written in `widget` be learned, dragged away or offered in a menu."""
    if not isinstance(widget, ENTRY_FIELDS):
        return
    if widget.inputMethodHints() & SILENT != SILENT:
        widget.setInputMethodHints(widget.inputMethodHints() | SILENT)
    widget.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
    widget.setAcceptDrops(False)


def silence_all(within: QWidget) -> None:
    """Do the same to every field there is in a widget now."""
    for kind in ENTRY_FIELDS:
        for field in within.findChildren(kind):
            silence(field)
