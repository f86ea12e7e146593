import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from support.window import focused, press, show, takes_taps

from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.curtain import Curtain
from ui.widgets.help_words import help_words
from ui.widgets.text import Text


@pytest.fixture
def curtain(qtbot: QtBot, words: Language) -> Curtain:
    curtain = Curtain(words)
    qtbot.addWidget(curtain)
    return curtain


def _draw(curtain: Curtain, *, needs_code: bool) -> None:
    curtain.prepare(needs_code=needs_code)
    show(curtain)
    curtain.setFocus()


def _button(curtain: Curtain, name: str) -> Button:
    button = curtain.findChild(Button, name)
    assert button is not None
    return button


def test_curtain_when_there_is_no_code_then_two_presses_open_it(
    curtain: Curtain, qtbot: QtBot
) -> None:
    _draw(curtain, needs_code=False)
    assert focused() == "hold"
    assert not _button(curtain, "show").isVisible()

    press(Qt.Key.Key_Space)
    assert focused() == "show"
    with qtbot.waitSignal(curtain.opened):
        press(Qt.Key.Key_Return)


def test_curtain_when_there_is_a_code_then_digits_are_asked_for(
    curtain: Curtain, qtbot: QtBot
) -> None:
    _draw(curtain, needs_code=True)
    assert focused() == "code_1"
    assert not _button(curtain, "hold").isVisible()

    with qtbot.waitSignal(curtain.code_entered) as told:
        for key in (Qt.Key.Key_4, Qt.Key.Key_3, Qt.Key.Key_2, Qt.Key.Key_1):
            press(key)

    assert told.args == ["4321"]


def test_curtain_when_the_code_was_wrong_then_it_says_so_until_it_is_drawn_anew(
    curtain: Curtain,
) -> None:
    _draw(curtain, needs_code=True)
    said = curtain.findChild(Text, "curtain_wrong")
    assert isinstance(said, Text)

    curtain.refuse()
    assert said.plain == "That is not the code. Please try again, there is no hurry."

    curtain.prepare(needs_code=True)
    assert said.plain == ""


def test_curtain_when_the_code_is_lost_then_beginning_anew_takes_two_presses(
    curtain: Curtain, qtbot: QtBot
) -> None:
    _draw(curtain, needs_code=True)

    with qtbot.assertNotEmitted(curtain.cleared):
        _button(curtain, "start_again").click()
    assert focused() == "sure"
    with qtbot.waitSignal(curtain.cleared):
        _button(curtain, "sure").click()


def test_curtain_when_seen_then_nothing_on_it_tells_what_is_behind(curtain: Curtain) -> None:
    for needs_code in (False, True):
        _draw(curtain, needs_code=needs_code)
        said = " ".join(text.plain for text in curtain.findChildren(Text))

        assert "therap" not in said.lower()
        assert "answer" not in said.lower()


def test_curtain_when_drawn_then_it_says_whom_to_call(curtain: Curtain, words: Language) -> None:
    _draw(curtain, needs_code=True)
    said = curtain.findChild(Text, "curtain_help")
    assert said is not None

    assert said.plain == help_words(words)
    words.set_code("es")
    curtain.retranslate()
    assert said.plain == help_words(words)


def test_curtain_when_just_drawn_then_a_second_tap_does_nothing(
    curtain: Curtain, qtbot: QtBot
) -> None:
    hold = _button(curtain, "hold")
    _draw(curtain, needs_code=False)
    curtain.hide()
    curtain.show()

    assert not takes_taps(hold)
    qtbot.waitUntil(lambda: takes_taps(hold))
