import pytest
from pytestqt.qtbot import QtBot
from support.staff import PIN, type_in
from support.window import show

from ui.language import Language
from ui.staff.pin_choice import PinChoice


@pytest.fixture
def choice(qtbot: QtBot, words: Language) -> PinChoice:
    choice = PinChoice(words, "choice")
    qtbot.addWidget(choice)
    show(choice)
    choice.setFocus()
    return choice


def _type(choice: PinChoice, pin: str) -> None:
    type_in(pin)
    choice.enter()


def test_choice_when_typed_twice_then_the_pin_is_chosen(choice: PinChoice, qtbot: QtBot) -> None:
    _type(choice, PIN)
    with qtbot.waitSignal(choice.chosen) as told:
        _type(choice, PIN)

    assert told.args == [PIN]


@pytest.mark.parametrize(
    ("pins", "said"),
    [(["123456"], "follow"), ([PIN, "739264"], "not the same"), (["12"], "6 to 12 digits")],
)
def test_choice_when_it_will_not_do_then_it_says_why_and_begins_anew(
    choice: PinChoice, pins: list[str], said: str
) -> None:
    for pin in pins:
        _type(choice, pin)

    assert said in choice._error.plain
