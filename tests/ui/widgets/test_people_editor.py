import pytest
from pytestqt.qtbot import QtBot

from matcher.questionnaire.loader import load_questionnaire
from ui.language import Language
from ui.widgets.people_editor import PeopleEditor


@pytest.fixture
def editor(qtbot: QtBot, words: Language) -> PeopleEditor:
    people = (("p-1", "Ana Ríos"), ("p-2", "Ben Ash"))
    editor = PeopleEditor(load_questionnaire().item("hide_people"), words, lambda: people)
    qtbot.addWidget(editor)
    editor.retranslate()
    return editor


def test_people_when_chosen_then_the_ids_are_told_and_nobody_is_no_value(
    editor: PeopleEditor, qtbot: QtBot
) -> None:
    editor._picker.search.setText("ben")
    card = editor._picker.found[0]

    for value in (("p-2",), None):
        with qtbot.waitSignal(editor.value_changed) as told:
            card.click()
        assert told.args == [value]


def test_people_when_shown_a_value_then_who_it_is_stands_there(editor: PeopleEditor) -> None:
    editor.show_value(("p-1",))
    editor._picker.search.setText("ana")

    assert editor._picker.found[0].isChecked()
