import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from matcher.questionnaire.item import Item, ItemKind
from matcher.questionnaire.response import Response, Value
from ui.language import Language
from ui.widgets.editor import Editor


class LineEditor(Editor):
    """The smallest editor there can be."""

    def __init__(self, item: Item, words: Language) -> None:
        super().__init__(item, words)
        self.line = QLineEdit()
        self.column.addWidget(self.line)

    def show_value(self, value: Value | None) -> None:
        self.line.setText(str(value or ""))

    def retranslate(self) -> None:
        self.line.setPlaceholderText("")


@pytest.fixture
def editor(qtbot: QtBot, words: Language) -> LineEditor:
    editor = LineEditor(Item("formats", "practical", ItemKind.CHOICES, (), "formats"), words)
    qtbot.addWidget(editor)
    return editor


def test_editor_when_shown_a_response_then_it_shows_its_value(editor: LineEditor) -> None:
    editor.show_response(Response("video"))
    assert editor.line.text() == "video"

    editor.show_response(None)
    assert editor.line.text() == ""


def test_editor_when_entered_then_the_first_control_has_the_focus(editor: LineEditor) -> None:
    assert editor.first_focus() is editor.line
    assert editor.find_fault() is None


def test_words_when_of_a_term_then_they_come_from_its_vocabulary(editor: LineEditor) -> None:
    assert editor.option_words("walk") == editor.words.text("term.formats.walk")
    assert editor.option_gloss("walk") == editor.words.text("gloss.formats.walk")


def test_words_when_a_code_is_the_clinics_own_then_it_stands_for_itself(
    editor: LineEditor,
) -> None:
    assert editor.option_words("our_plan_7") == "our plan 7"
    assert editor.option_gloss("our_plan_7") == ""
