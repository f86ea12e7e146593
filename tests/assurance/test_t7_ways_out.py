"""Whatever is pressed, clicked or touched, nobody gets out of a kiosk.

Keys and clicks come from a seeded chance by XTEST on a bare screen, all known ways out first: 2,000
of them, and 100,000 in four or five minutes. Touches are Qt's own, without a screen: 1,000, and
10,000 in a minute.
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from random import Random
from typing import NamedTuple

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QInputDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMenu, QWidget
from support.figures import Note
from support.one_window import opened_window, try_everything
from support.printers import DESK, silent_printers
from support.window import open_window, settle

from ui import lp_printing
from ui.kiosk import shared_screen
from ui.kiosk_window import KioskWiring
from ui.settings import Settings
from ui.widgets.press_guard import PressGuard

_SEED = 20_261_123
_CONTROL = 300
_AT_ONCE = 20
_PAGES = ("welcome", "place", "results", "issues", "checklist", "fee", "finish", "priorities")


class Careless(QObject):
    """Stands in for what keeps a window shut: it covers the screen, and a touch opens a dialog."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._dialog = QDialog(window)
        window.winId()
        window.windowHandle().installEventFilter(self)

    def show(self) -> None:
        """Cover the screen."""
        self._window.showFullScreen()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt calls it so
        """Open another window."""
        if event.type() == QEvent.Type.TouchBegin:
            self._dialog.show()
        return False


@pytest.mark.lasting
@pytest.mark.screen
@pytest.mark.skipif(sys.platform != "linux", reason="X IS NOT EVERYWHERE")
def test_kiosk_when_everything_is_pressed_and_clicked_then_nobody_gets_out(
    bare_x_screen: Mapping[str, str], size: Callable[[int, int], int], figure: Note
) -> None:
    count, ways_out, others = size(2_000, 100_000), 0, 0
    with opened_window(bare_x_screen, "--open") as kiosk:
        others = _is_out(lambda: try_everything(kiosk, _CONTROL))
    with opened_window(bare_x_screen) as kiosk:
        ways_out = _is_out(lambda: try_everything(kiosk, count))
    figure("T7", "kiosk", {"keys_and_clicks": count}, {"ways_out": ways_out}, {"ways_out": others})

    assert ways_out == 0
    assert others == 1


# Without a screen Qt has none to hold on to for a menu that opens.
@pytest.mark.qt_log_ignore("^This plugin does not support grabbing the keyboard")
def test_kiosk_when_touched_everywhere_then_its_window_is_all_there_is(
    qapp: object,
    monkeypatch: pytest.MonkeyPatch,
    size: Callable[[int, int], int],
    figure: Note,
) -> None:
    monkeypatch.setattr(lp_printing, "kiosk_printers", lambda _wanted: silent_printers(DESK))
    # Each touch is somebody's own: none is the second of two that would be stopped.
    monkeypatch.setattr(PressGuard, "_stops", lambda *_: False)
    finger, chance = QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen), Random(_SEED)
    count, touched, others, pages = size(1_000, 10_000), 0, 0, set[str]()
    sittings = 0
    while touched < count:
        seen = _touch_all(finger, chance, count - touched)
        touched, others, sittings = touched + seen.touched, others + seen.others, sittings + 1
        pages |= seen.pages
    monkeypatch.setattr(shared_screen, "KioskShell", Careless)
    control = _touch_all(finger, chance, _AT_ONCE).others
    tried = {"touches": touched, "pages": len(pages), "sittings": sittings}
    told = {"touches": _AT_ONCE, "other_windows_where_a_touch_opens_one": control}
    figure("T7", "touches", tried, {"other_windows": others}, told)

    assert others == 0
    assert len(pages) > len(_PAGES)
    assert control > 0


class Seen(NamedTuple):
    """What was seen of one sitting that was touched."""

    touched: int
    others: int
    pages: set[str]


def _touch_all(finger: object, chance: Random, most: int) -> Seen:
    """Touch the window of a sitting everywhere, until it is over or that is enough."""
    touched, others, pages, before = 0, 0, set[str](), _shown()
    with open_window(Settings(is_kiosk=True, own_words=False)) as wiring:
        wiring.shared.shell.show()
        over: list[bool] = []
        wiring.ended.connect(partial(over.append, True))
        while touched < most and not over:
            wiring.window.go(chance.choice(_PAGES))
            settle()
            for _ in range(_AT_ONCE):
                _touch(wiring, finger, chance)
                others += _others(wiring, before)
                _leave_menu()
            touched += _AT_ONCE
            settle()
            pages.add(wiring.window.page.objectName())
    return Seen(touched, others, pages)


def _touch(wiring: KioskWiring, finger: object, chance: Random) -> None:
    """Touch somewhere with one finger or two, and move it now and then."""
    window = wiring.window
    places = [_somewhere(window, chance) for _ in range(chance.choice((1, 1, 1, 2)))]
    touching = QTest.touchEvent(window, finger, autoCommit=False)
    for number, place in enumerate(places):
        touching.press(number, place, window)
    touching.commit()
    if chance.random() < 0.3:
        for number, _ in enumerate(places):
            touching.move(number, _somewhere(window, chance), window)
        touching.commit()
    for number, place in enumerate(places):
        touching.release(number, place, window)
    touching.commit()


def _leave_menu() -> None:
    """Close a menu that is open: without a screen it would take every touch from then on."""
    menu = QApplication.activePopupWidget()
    if menu is not None:
        menu.close()


def _somewhere(window: QWidget, chance: Random) -> QPoint:
    return QPoint(chance.randrange(window.width()), chance.randrange(window.height()))


def _shown() -> list[QWidget]:
    return [each for each in QApplication.topLevelWidgets() if each.isVisible()]


def _others(wiring: KioskWiring, before: Sequence[QWidget]) -> int:
    """Count what should not be there: other windows, dialogs, foreign menus, a smaller window."""
    window = wiring.window
    seen = [each for each in _shown() if each is not window and each not in before]
    strange = [each for each in seen if not _is_own_menu(each)]
    return len(strange) + (not (window.isFullScreen() and window.isVisible()))


def _is_own_menu(widget: QWidget) -> bool:
    """Tell whether it is the menu of a button, such as that of the languages."""
    return isinstance(widget, QMenu) and isinstance(widget.parent(), QAbstractButton)


def _is_out(attempt: Callable[[], None]) -> int:
    """Tell whether somebody got out, as a number."""
    try:
        attempt()
    except (AssertionError, ValueError):
        return 1
    return 0
