from collections.abc import Iterator

import pytest
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

    assert screen.warning.isVisible()
    assert left == []
    screen.idle.expired.emit()
    assert left == [None]


def test_screen_when_nobody_touched_it_then_it_waits_on(screen: SharedScreen) -> None:
    left: list[None] = []
    screen.left.connect(lambda: left.append(None))

    screen.idle.warned.emit()

    assert not screen.warning.isVisible()
    assert left == []


def test_screen_when_blanked_then_nothing_is_in_sight(
    wiring: KioskWiring, screen: SharedScreen
) -> None:
    screen.blank()
    settle()

    assert not wiring.window.page.isVisible()
    assert not wiring.window.header.isVisible()
