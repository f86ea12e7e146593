"""Saying something aloud that changed on screen without taking the focus."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, words: str) -> None:
    """Let a screen reader say `words` when it is done with what it is saying.

    What is not seen is not said either: it may be covered, or hidden by the person.

    Parameters
    ----------
    widget
        Where the change took place.
    """
    if widget.isVisible():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
