import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from support.window import show

from matcher.questionnaire.loader import load_questionnaire
from ui.language import Language
from ui.widgets.choice_editor import ChoiceEditor


def _editor(qtbot: QtBot, words: Language, item_id: str) -> ChoiceEditor:
    item = load_questionnaire().item(item_id)
    editor = ChoiceEditor(item, words, item.options)
    qtbot.addWidget(editor)
    editor.retranslate()
    show(editor)
    return editor


def _click(qtbot: QtBot, editor: ChoiceEditor, name: str) -> None:
    card = editor.findChild(QAbstractButton, name)
    assert card is not None
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)


def test_choice_when_one_code_is_asked_for_then_a_code_is_told(
    qtbot: QtBot, words: Language
) -> None:
    editor = _editor(qtbot, words, "participants")

    with qtbot.waitSignal(editor.value_changed) as told:
        _click(qtbot, editor, "participants_couple")

    assert told.args == ["couple"]


def test_choices_when_the_last_one_is_taken_off_then_nothing_is_said_any_more(
    qtbot: QtBot, words: Language
) -> None:
    editor = _editor(qtbot, words, "formats")
    told: list[object] = []
    editor.value_changed.connect(told.append)

    for name in ("formats_walk", "formats_video", "formats_walk", "formats_video"):
        _click(qtbot, editor, name)

    assert told == [("walk",), ("walk", "video"), ("video",), None]


@pytest.mark.parametrize(
    ("item", "value", "names"),
    [
        pytest.param("participants", "me", {"participants_me"}, id="one"),
        pytest.param("formats", ("video",), {"formats_video"}, id="several"),
        pytest.param("formats", None, set(), id="none"),
    ],
)
def test_editor_when_shown_a_value_then_its_cards_are_marked(
    qtbot: QtBot, words: Language, item: str, value: str | None, names: set[str]
) -> None:
    editor = _editor(qtbot, words, item)

    editor.show_value(value)

    marked = {c.objectName() for c in editor.findChildren(QAbstractButton) if c.isChecked()}
    assert marked == names
