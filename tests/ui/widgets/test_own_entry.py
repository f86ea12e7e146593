import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from support.window import press, show

from matcher.questionnaire.answers_file import parse_answers
from matcher.questionnaire.loader import load_questionnaire
from ui.widgets.own_entry import OwnEntry, code_of


@pytest.fixture
def entry(qtbot: QtBot) -> OwnEntry:
    entry = OwnEntry("payers_own_entry")
    qtbot.addWidget(entry)
    entry.set_words({"other": "Another plan", "add": "Add", "wrong": "From A to Z"}.__getitem__)
    show(entry)
    entry.field.setFocus()
    return entry


@pytest.mark.parametrize(
    ("name", "code"),
    [
        pytest.param("Blue Sky Plan", "blue_sky_plan", id="words"),
        pytest.param(" Größe & Söhne ", "grosse_sohne", id="accents_and_signs"),
        pytest.param("Plan A+", "plan_a", id="plus_at_the_end"),
        pytest.param("보험", "", id="no_letters_of_a_code"),
    ],
)
def test_code_when_made_of_a_name_then_an_answers_file_takes_it(name: str, code: str) -> None:
    assert code_of(name) == code
    if code:
        said = {"payers": {"value": [code]}}
        data = {"format": "rapport-answers/1", "questionnaire": "preferences/1", "responses": said}
        assert parse_answers(data, load_questionnaire()).value("payers") == (code,)


def test_entry_when_return_is_pressed_then_the_code_is_told_and_the_field_is_free_again(
    entry: OwnEntry, qtbot: QtBot
) -> None:
    entry.field.setText("Blue Sky")

    with qtbot.waitSignal(entry.entered) as told:
        press(Qt.Key.Key_Return)

    assert told.args == ["blue_sky"]
    assert entry.field.text() == ""


def test_entry_when_the_name_cannot_be_kept_then_it_says_so_and_loses_nothing(
    entry: OwnEntry, qtbot: QtBot
) -> None:
    entry.field.setText("보험")

    with qtbot.assertNotEmitted(entry.entered):
        entry.add_button.click()

    assert entry.error.plain == "From A to Z"
    assert entry.field.text() == "보험"
    assert entry.field.accessibleDescription() == "From A to Z"
    assert not entry.settle()


def test_entry_when_left_with_a_name_that_was_not_added_then_it_is_taken(
    entry: OwnEntry, qtbot: QtBot
) -> None:
    entry.field.setText("Blue Sky")

    with qtbot.waitSignal(entry.entered) as told:
        assert entry.settle()

    assert told.args == ["blue_sky"]
