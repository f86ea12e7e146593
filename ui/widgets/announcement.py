"""Saying something aloud that changed on screen without taking the focus."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, words: str) -> None:
    """Let a screen reader say `words` when it is done with what it is saying.

    Parameters
    ----------
    widget
        Where the change took place.
    """
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
