import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ui.language import Language
from ui.widgets.text import Text
from ui.widgets.wish_rail import WishRail

_LINES = {"needs": ("Cost: Up to $120",), "double": (), "wishes": ("Times", "Place")}


@pytest.fixture
def rail(qtbot: QtBot) -> WishRail:
    rail = WishRail()
    qtbot.addWidget(rail)
    rail.say(Language("en"), _LINES)
    rail.show()
    return rail


def _change(rail: WishRail) -> QPushButton:
    button = rail.findChild(QPushButton, "change")
    assert isinstance(button, QPushButton)
    return button


def test_rail_when_it_stands_beside_the_list_then_all_is_seen(rail: WishRail) -> None:
    rail.set_folded(is_folded=False)

    assert rail.words == {
        "moved": (), "needs": ("Cost: Up to $120",), "double": (), "wishes": ("Times", "Place")
    }  # fmt: skip
    assert _change(rail).isVisible()


def test_rail_when_folded_then_a_line_opens_it(rail: WishRail) -> None:
    rail.set_folded(is_folded=True)
    assert not _change(rail).isVisible()

    rail._fold.set_open(is_open=True)
    rail.say(Language("en"), _LINES)

    assert _change(rail).isVisible()


def test_rail_when_change_is_pressed_then_it_is_told(rail: WishRail, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rail.change_requested):
        _change(rail).click()


def test_rail_when_less_was_said_then_old_lines_go(rail: WishRail) -> None:
    rail.say(Language("en"), {"needs": ("Times",)})

    assert rail.words == {"moved": (), "needs": ("Times",), "double": (), "wishes": ()}


def test_rail_when_nothing_was_said_then_it_says_so_beside_the_list_and_is_no_empty_fold(
    qtbot: QtBot,
) -> None:
    rail = WishRail()
    qtbot.addWidget(rail)
    rail.show()

    rail.say(Language("en"), {"needs": (), "wishes": ()})
    nothing = rail.findChild(Text, "rail_nothing")
    assert nothing is not None
    assert nothing.plain == "Nothing yet."
    assert rail.isVisible()

    rail.set_folded(is_folded=True)
    assert not rail.isVisible()

    rail.say(Language("en"), {"needs": ("Language: Spanish",)})
    assert rail.isVisible()
    assert nothing.plain == ""
