"""A window that strangers share: all of the screen, and no way out of it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from ui.kiosk.clean_clipboard import CleanClipboard
from ui.kiosk.entry_fields import silence, silence_all
from ui.kiosk.full_screen import FullScreen
from ui.kiosk.key_rules import is_let_through
from ui.page_window import PageWindow

_KIND = QEvent.Type
_KEYS = frozenset({_KIND.KeyPress, _KIND.KeyRelease, _KIND.ShortcutOverride})
_CLICKS = frozenset({_KIND.MouseButtonPress, _KIND.MouseButtonRelease, _KIND.MouseButtonDblClick})
_NEVER = frozenset(
    {
        *(_KIND.Close, _KIND.ContextMenu, _KIND.WhatsThisClicked, _KIND.EnterWhatsThisMode),
        *(_KIND.DragEnter, _KIND.DragMove, _KIND.Drop),
    }
)


class KioskShell(FullScreen):
    """Makes a window cover the screen, and stops what would lead out of it.

    It stops closing, menus of the other mouse button, dragging, and every key that does not write,
    move or choose (`ui.kiosk.key_rules`). What is written stays in its field: see
    `ui.kiosk.entry_fields` and `ui.kiosk.clean_clipboard`. Keys that belong to the system or to a
    window manager never come here; keeping those is the affair of the session that a kiosk runs in.

    Parameters
    ----------
    window
        Not shown yet. Whatever else is to hear of stopped keys listens to the window after this.
    """

    def __init__(self, window: PageWindow) -> None:
        super().__init__(window)
        self._pages = window
        self._clipboard = CleanClipboard(self)
        window.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._quieten(window)
        window.page_entered.connect(self._quieten_page)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._quieten_focused)

    def show(self) -> None:
        """Cover the screen, take the keys, and forget what was copied before."""
        self._clipboard.clear()
        super().show()

    def _quieten_page(self, _page: str) -> None:
        self._quieten(self._pages.page)

    def _quieten(self, within: QWidget) -> None:
        silence_all(within)
        for menu in within.findChildren(QMenu):
            # A menu is a window of its own; listening twice is listening once.
            menu.installEventFilter(self)

    def _quieten_focused(self, _old: QWidget | None, new: QWidget | None) -> None:
        # Some fields are made later than their page.
        if new is not None:
            silence(new)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stop what leads elsewhere."""
        if event.type() == _KIND.Close and isinstance(watched, QMenu):
            return False  # else it would stay over whatever is laid over the window
        super().eventFilter(watched, event)
        return stops(event)


def stops(event: QEvent) -> bool:
    """Tell whether an event is to come no further in front of strangers; see `KioskShell`."""
    kind = event.type()
    if kind in _NEVER:
        event.ignore()
        return True
    if kind in _KEYS and isinstance(event, QKeyEvent):
        return _stops_key(event)
    if kind in _CLICKS and isinstance(event, QMouseEvent):
        return event.button() != Qt.MouseButton.LeftButton
    return False


def _stops_key(event: QKeyEvent) -> bool:
    if is_let_through(event):
        return False
    if event.type() == _KIND.ShortcutOverride:
        # Who accepts this one wants the key for itself: no shortcut is looked for.
        event.accept()
    return True
