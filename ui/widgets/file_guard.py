"""What stands in front of the files of a computer, in a window that anybody can walk up to."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget


class FileGuard(QObject):
    """Decides, for everything in one window, whether somebody may choose among files.

    Parameters
    ----------
    window
        What it stands in.
    asks
        Tells whether they may; where they may not yet, it sees to what they can do about that.
    """

    def __init__(self, window: QWidget, asks: Callable[[], bool]) -> None:
        super().__init__(window)
        self.asks = asks


def may_choose_files(page: QWidget) -> bool:
    """Tell whether somebody on a page may; in a window without a guard everybody may."""
    only_own = Qt.FindChildOption.FindDirectChildrenOnly
    guard = page.window().findChild(FileGuard, options=only_own)
    return guard is None or guard.asks()
