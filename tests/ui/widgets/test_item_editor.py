import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from support.window import show

from matcher.questionnaire.item import Importance
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import Response, State
from matcher.region import load_region
from ui.language import Language
from ui.widgets.editors import Surroundings
from ui.widgets.item_editor import ItemEditor


@pytest.fixture
def editor(qtbot: QtBot, words: Language) -> ItemEditor:
    editor = ItemEditor(
        load_questionnaire().item("therapist_gender"), words, Surroundings(load_region("us"))
    )
    qtbot.addWidget(editor)
    editor.retranslate()
    editor.show_response(None, Importance.A_LITTLE)
    show(editor)
    return editor


def _find(editor: ItemEditor, name: str) -> QAbstractButton:
    button = editor.findChild(QAbstractButton, f"therapist_gender_{name}")
    assert button is not None
    return button


def test_item_when_new_then_no_preference_is_pre_set_and_nothing_counts(
    editor: ItemEditor,
) -> None:
    assert _find(editor, "state_no_preference").isChecked()
    assert not _find(editor, "counts_open").isVisible()


def test_item_when_answered_then_it_counts_and_the_pre_set_is_off(
    editor: ItemEditor, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(editor.value_changed) as told:
        qtbot.mouseClick(_find(editor, "woman"), Qt.MouseButton.LeftButton)

    assert told.args == [("woman",)]
    assert not _find(editor, "state_no_preference").isChecked()
    assert _find(editor, "counts_open").isVisible()


def test_item_when_the_answer_is_taken_back_then_the_pre_set_is_on_again(
    editor: ItemEditor,
) -> None:
    for _ in range(2):
        _find(editor, "woman").click()

    assert _find(editor, "state_no_preference").isChecked()


@pytest.mark.parametrize("state", State)
def test_item_when_not_answered_then_the_state_is_told_and_the_cards_are_empty(
    editor: ItemEditor, qtbot: QtBot, state: State
) -> None:
    editor.show_response(Response(("woman",)), Importance.A_LITTLE)

    with qtbot.waitSignal(editor.state_chosen) as told:
        _find(editor, f"state_{state.value}").click()

    assert told.args == [state]
    assert not _find(editor, "woman").isChecked()


def test_item_when_shown_a_response_then_what_it_counts_is_shown(
    editor: ItemEditor, words: Language
) -> None:
    editor.show_response(Response(("man",), importance=Importance.MUST), Importance.A_LITTLE)

    assert words.text("item.importance.must") in _find(editor, "counts_open").text()
    assert isinstance(editor.first_focus(), QWidget)
    assert editor.find_fault() is None


def test_own_words_when_written_then_they_are_told_and_no_preference_is_off(
    qtbot: QtBot, words: Language
) -> None:
    item = load_questionnaire().item("helped_or_not")
    editor = ItemEditor(item, words, Surroundings(load_region("us")))
    qtbot.addWidget(editor)
    editor.retranslate()
    editor.show_response(None, Importance.MATTERS)
    field = editor.findChild(QPlainTextEdit, "helped_or_not_own_words")
    pre_set = editor.findChild(QAbstractButton, "helped_or_not_state_no_preference")
    assert field is not None
    assert pre_set is not None
    assert pre_set.isChecked()

    with qtbot.waitSignal(editor.own_words_changed) as told:
        field.setPlainText("tea")

    assert told.args == ["tea"]
    assert not pre_set.isChecked()

    pre_set.click()
    assert field.toPlainText() == ""


def test_item_when_covered_then_nothing_is_chosen(editor: ItemEditor) -> None:
    editor.show_response(Response(("man",), importance=Importance.MUST), Importance.A_LITTLE)

    editor.show_covered()

    assert not any(
        button.isChecked()
        for button in editor.findChildren(QAbstractButton)
        if "importance" not in button.objectName()
    )
    assert not _find(editor, "counts_open").isVisible()


def test_item_when_covered_then_what_was_typed_does_not_come_back_with_a_key(
    qtbot: QtBot, words: Language
) -> None:
    item = load_questionnaire().item("fee")
    editor = ItemEditor(item, words, Surroundings(load_region("us")))
    qtbot.addWidget(editor)
    editor.retranslate()
    editor.show_response(None, Importance.A_LITTLE)
    show(editor)
    field = editor.findChild(QLineEdit)
    assert field is not None
    qtbot.keyClicks(field, "61")

    editor.show_covered()
    field.undo()

    assert field.text() == ""
