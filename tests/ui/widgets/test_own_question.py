import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.language import Language
from ui.widgets.own_question import LONGEST, OwnQuestion


@pytest.fixture
def own(qtbot: QtBot) -> OwnQuestion:
    own = OwnQuestion("own")
    qtbot.addWidget(own)
    own.say(Language("en"), "Ana")
    own.show()
    return own


def test_field_when_return_is_pressed_then_the_words_are_told_in_one_line(
    own: OwnQuestion, qtbot: QtBot
) -> None:
    qtbot.keyClicks(own.field, "  May I   bring my dog? ")

    with qtbot.waitSignal(own.added) as told:
        qtbot.keyClick(own.field, Qt.Key.Key_Return)

    assert told.args == ["May I bring my dog?"]


def test_field_when_nothing_is_written_then_it_says_so(own: OwnQuestion, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(own.added):
        own.add_button.click()

    assert own.error.plain == "Write your question first."
    assert own.field.accessibleDescription() == "Write your question first."


def test_field_when_words_come_back_then_they_never_replace_others(own: OwnQuestion) -> None:
    own.give_back("First?")
    own.give_back("Second?")

    assert own.field.text() == "First?"


def test_field_when_a_screen_reader_asks_then_it_says_whose_sheet_it_is(own: OwnQuestion) -> None:
    assert own.field.accessibleName() == "Your own question for Ana"
    assert own.field.maxLength() == LONGEST
