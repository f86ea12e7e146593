import pytest
from pytestqt.qtbot import QtBot
from support.window import settle, show

from ui.widgets.kept_line import KeptLine


@pytest.fixture
def line(qtbot: QtBot) -> KeptLine:
    line = KeptLine()
    qtbot.addWidget(line)
    return line


def test_line_when_there_is_nothing_to_say_then_it_is_not_there(line: KeptLine) -> None:
    show(line)
    line.whisper("")
    assert line.isHidden()
    line.whisper("Kept")
    assert line.isVisible()
    assert line.button.isHidden()


def test_line_when_something_has_to_be_known_then_it_offers_what_to_do(
    line: KeptLine, qtbot: QtBot
) -> None:
    show(line)
    line.speak("Not kept", "Try again")
    assert not line.quiet.isVisible()
    with qtbot.waitSignal(line.pressed):
        line.button.click()


@pytest.mark.parametrize(("width", "below"), [(1000, False), (320, True)], ids=["wide", "narrow"])
def test_line_when_there_is_little_room_then_its_button_stands_below(
    line: KeptLine, width: int, below: bool
) -> None:
    line.speak("Your last changes could not be kept.", "Try again")
    show(line, width, 200)
    settle()
    assert (line.button.geometry().top() > line.loud.geometry().bottom()) is below


def test_line_when_its_words_would_take_the_room_of_the_page_then_fewer_come_first(
    line: KeptLine,
) -> None:
    whole = "Your last changes could not be kept: There is no room left on the disk." * 3
    line.speak(whole, "Try again", short="Not kept.", more="Why?")
    show(line, 700, 200)
    assert line.loud.plain == "Not kept."

    line.more.click()
    assert line.loud.plain == whole
    line.more.click()
    assert line.loud.plain == "Not kept."

    show(line, 4000, 200)
    settle()
    assert line.loud.plain == whole
    assert line.more.isHidden()


def test_line_when_it_says_something_else_then_nothing_is_left_of_the_rest(line: KeptLine) -> None:
    line.speak("Not kept, for a reason. " * 20, "Try again", short="Not kept.", more="Why?")
    show(line, 500, 200)

    line.whisper("Kept")

    assert line.more.isHidden()
    assert line.loud.plain == ""
