"""The window of staff over the screen of a kiosk: before somebody comes in, strangers share it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject

from ui.kiosk.entry_fields import silence_all
from ui.kiosk.full_screen import FullScreen
from ui.kiosk.shell import stops
from ui.page_window import PageWindow


class DoorShell(FullScreen):
    """Makes a window cover the screen, and stops what a kiosk stops until somebody has come in.

    It can be closed all the same: behind it is the kiosk.

    Parameters
    ----------
    window
        Not shown yet.
    is_open
        Tells whether somebody has come in.
    """

    def __init__(self, window: PageWindow, is_open: Callable[[], bool]) -> None:
        super().__init__(window)
        self._pages = window
        self._is_open = is_open
        window.page_entered.connect(self._quieten)

    def show(self) -> None:
        """Cover the screen, and take the keys; or come back to the front."""
        self._quieten()
        super().show()

    def _quieten(self) -> None:
        if not self._is_open():
            silence_all(self._pages)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stop what leads elsewhere."""
        super().eventFilter(watched, event)
        return not self._is_open() and event.type() != QEvent.Type.Close and stops(event)
