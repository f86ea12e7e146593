import pytest
from pytestqt.qtbot import QtBot
from support.window import settle, show

from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.cover_banner import CoverBanner
from ui.widgets.text import Text


@pytest.fixture
def banner(qtbot: QtBot, words: Language) -> CoverBanner:
    banner = CoverBanner(words)
    qtbot.addWidget(banner)
    return banner


def test_banner_when_its_button_is_pressed_then_the_wish_is_told(
    banner: CoverBanner, qtbot: QtBot
) -> None:
    show(banner, 900, 64)
    button = banner.findChild(Button, "show_answers")
    assert button is not None

    with qtbot.waitSignal(banner.ended):
        button.click()


@pytest.mark.parametrize(("width", "below"), [(1000, False), (360, True)], ids=["wide", "narrow"])
def test_banner_when_there_is_little_room_then_its_button_stands_below(
    banner: CoverBanner, width: int, below: bool
) -> None:
    show(banner, width, 200)
    settle()
    button, text = banner.findChild(Button), banner.findChild(Text)
    assert button is not None
    assert text is not None

    assert (button.geometry().top() > text.geometry().bottom()) is below
