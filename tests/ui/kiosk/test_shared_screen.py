from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QMenu
from support.window import open_window, settle

from ui.kiosk.shared_screen import SharedScreen
from ui.kiosk_window import KioskWiring
from ui.settings import Settings

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def wiring() -> Iterator[KioskWiring]:
    with open_window(Settings(is_kiosk=True, own_words=False)) as wiring:
        yield wiring


@pytest.fixture
def screen(wiring: KioskWiring) -> SharedScreen:
    return wiring.shared


def test_screen_when_somebody_began_then_it_asks_before_anything_ends(screen: SharedScreen) -> None:
    left: list[None] = []
    screen.left.connect(lambda: left.append(None))
    screen.begin()

    screen.idle.warned.emit()

    assert screen.question.warning.isVisible()
    assert left == []
    screen.idle.expired.emit()
    assert left == [None]


# Without a screen Qt has none to hold on to for a menu that opens.
@pytest.mark.qt_log_ignore("^This plugin does not support grabbing the keyboard")
def test_screen_when_a_menu_is_open_then_the_question_takes_its_place(
    wiring: KioskWiring, screen: SharedScreen
) -> None:
    screen.begin()
    menu = _open_menu(wiring)

    screen.idle.warned.emit()

    assert QApplication.activePopupWidget() is None
    assert not menu.isVisible()
    assert screen.question.warning.isVisible()


@pytest.mark.qt_log_ignore("^This plugin does not support grabbing the keyboard")
def test_screen_when_a_menu_is_open_then_the_end_closes_it(
    wiring: KioskWiring, screen: SharedScreen
) -> None:
    menu = _open_menu(wiring)

    screen.blank()

    assert not menu.isVisible()


def test_screen_when_nobody_touched_it_then_it_waits_on(screen: SharedScreen) -> None:
    left: list[None] = []
    screen.left.connect(lambda: left.append(None))

    screen.idle.warned.emit()

    assert not screen.question.warning.isVisible()
    assert left == []


def test_screen_when_hidden_before_anybody_began_then_it_is_left_without_a_question(
    wiring: KioskWiring, screen: SharedScreen
) -> None:
    left: list[None] = []
    screen.left.connect(lambda: left.append(None))
    wiring.window.hide_away()

    screen.idle.warned.emit()

    assert left == [None]


def test_screen_when_blanked_then_nothing_is_in_sight(
    wiring: KioskWiring, screen: SharedScreen
) -> None:
    screen.blank()
    settle()

    assert not wiring.window.page.isVisible()
    assert not wiring.window.header.isVisible()


def _open_menu(wiring: KioskWiring) -> QMenu:
    menu = wiring.window.header.findChild(QMenu)
    assert menu is not None
    menu.popup(wiring.window.pos())
    settle()
    assert QApplication.activePopupWidget() is menu
    return menu
