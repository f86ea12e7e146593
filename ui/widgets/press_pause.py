"""Lets a second tap of the same finger come to nothing on what has only just appeared."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

PAUSE_MS = 700
"""Longer than two taps are apart that are meant as one; shorter than it takes to read a line."""

_THROUGH = Qt.WidgetAttribute.WA_TransparentForMouseEvents
_NAME = "press_pause"


def pause_presses(widget: QWidget) -> None:
    """Let `widget`, and all that is on it, take no tap and no click for a moment; keys it takes."""
    timer = widget.findChild(QTimer, _NAME, Qt.FindChildOption.FindDirectChildrenOnly)
    if timer is None:
        timer = QTimer(widget, singleShot=True, interval=PAUSE_MS)
        timer.setObjectName(_NAME)
        timer.timeout.connect(lambda: widget.setAttribute(_THROUGH, False))
    widget.setAttribute(_THROUGH)
    timer.start()
