"""What stands in front of the files of a computer, in a window that anybody can walk up to."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from ui.language import Language

AskWhere = Callable[[QWidget, Path, Language, Callable[[Path], object]], None]
"""Asks on a page where to save, and calls with the answer; a kiosk's sitting has nothing like it.

With the page, the file that is offered, the language that holds, and what saves.
"""


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
