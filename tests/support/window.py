"""The real window in a test: built whole, on the invented directory, and taken apart again."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache

from PySide6.QtCore import QEvent, Qt, QThreadPool
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from matcher.services.personal.personal import PersonalService
from ui.app import Wiring
from ui.application import make_application
from ui.controllers.directory_source import DirectorySource, open_sample
from ui.kiosk_window import KioskWiring
from ui.language import Language
from ui.settings import Settings
from ui.theme.appearance import Appearance
from ui.theme.tokens import PaletteName

MOST_TABS = 200

_LAYOUTS_DEEP = 8
"""Layouts inside each other: each tells the next in a round of its own."""


def settle() -> None:
    """Let work off the GUI thread end and be shown, and every layout find its place."""
    for _ in range(3):
        QThreadPool.globalInstance().waitForDone()
        for _ in range(_LAYOUTS_DEEP):
            QApplication.processEvents()


@contextmanager
def open_window(
    settings: Settings | None = None, find_personal: Callable[[], PersonalService] | None = None
) -> Iterator[Wiring | KioskWiring]:
    """Open the window of a laptop or of a kiosk, ready for keys; close it at the end."""
    app, settings, source = make_application(), settings or Settings(), DirectorySource(open_sample)
    wiring: Wiring | KioskWiring
    if settings.is_kiosk:
        wiring = KioskWiring(app, settings, source)
        wiring.find_personal = find_personal  # never asked for
    else:
        wiring = Wiring(app, settings, source, find_personal=find_personal)
    window = wiring.window
    try:
        window.show()
        window.activateWindow()
        settle()
        yield wiring
        settle()
    finally:
        wiring.close()  # also after a test that failed: the next one pays for what is left


def restore_looks() -> None:
    """Give the application the usual letters and colours, unless it has them."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    if _looks(app) != _usual_looks():
        Appearance(make_application(), PaletteName.LIGHT)


def _looks(app: QApplication) -> tuple[object, ...]:
    return app.palette(), app.font(), app.styleSheet(), app.property("moves")


@cache
def _usual_looks() -> tuple[object, ...]:
    app = make_application()
    Appearance(app, PaletteName.LIGHT)
    return _looks(app)


def show(widget: QWidget, width: int = 640, height: int = 600) -> None:
    """Show a widget on its own, ready for keys."""
    make_application()
    widget.resize(width, height)
    widget.show()
    widget.activateWindow()
    QApplication.processEvents()


def press(key: object) -> None:
    """Press a key where the focus is."""
    target = QApplication.focusWidget()
    assert target is not None, "nothing has the focus"
    QTest.keyClick(target, key)  # type: ignore[call-overload]
    QApplication.processEvents()


def press_from_outside(key: Qt.Key, at: int, window: QWindow | None = None) -> None:
    """Press a key as the system tells a window of it, at a time in milliseconds, and let go."""
    target = window or QApplication.focusWindow() or QApplication.activeWindow().windowHandle()
    for kind, later in ((QEvent.Type.KeyPress, 0), (QEvent.Type.KeyRelease, 50)):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier)
        event.setTimestamp(at + later)
        QApplication.sendEvent(target, event)
    QApplication.processEvents()


def focused() -> str:
    """Return the object name of what has the focus."""
    widget = QApplication.focusWidget()
    return "" if widget is None else widget.objectName()


def english() -> Language:
    """Return the words of the source language."""
    return Language("en")


def takes_taps(widget: QWidget) -> bool:
    """Tell whether a tap on the middle of a widget in sight comes to it."""
    window = widget.window()
    if window.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents):
        return False
    found = window.childAt(widget.mapTo(window, widget.rect().center()))
    return found is not None and (found is widget or widget.isAncestorOf(found))
