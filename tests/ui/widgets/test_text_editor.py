import pytest
from pytestqt.qtbot import QtBot

from matcher.questionnaire.loader import load_questionnaire
from ui.language import Language
from ui.widgets.text_editor import TextEditor
from ui.widgets.words_field import LONGEST


@pytest.fixture
def editor(qtbot: QtBot, words: Language) -> TextEditor:
    editor = TextEditor(load_questionnaire().item("first_meetings"), words)
    qtbot.addWidget(editor)
    editor.retranslate()
    return editor


@pytest.mark.parametrize(
    ("written", "value"),
    [pytest.param("more sleep", "more sleep", id="words"), pytest.param(" \n", None, id="blank")],
)
def test_text_when_written_then_the_value_is_told(
    editor: TextEditor, qtbot: QtBot, written: str, value: str | None
) -> None:
    editor.show_value("before")

    with qtbot.waitSignal(editor.value_changed) as told:
        editor._field.field.setPlainText(written)

    assert told.args == [value]


def test_text_when_shown_then_it_says_what_to_write_and_how_much_has_room(
    editor: TextEditor, words: Language
) -> None:
    field = editor._field.field

    assert field.accessibleName() == words.text("item.first_meetings.heading")
    assert field.placeholderText() == words.text("item.first_meetings.placeholder")
    assert str(LONGEST) in editor._field.room.plain


def test_text_when_there_is_no_value_then_the_field_is_empty(editor: TextEditor) -> None:
    editor.show_value("before")

    editor.show_value(None)

    assert editor._field.text == ""
