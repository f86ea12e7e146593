from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot
from support.window import show

from matcher.questionnaire.loader import load_questionnaire
from ui.language import Language
from ui.widgets.axis_editor import AxisEditor


def test_axis_when_shown_then_its_steps_have_their_words_and_are_told(
    qtbot: QtBot, words: Language
) -> None:
    editor = AxisEditor(load_questionnaire().item("style_steer"), words)
    qtbot.addWidget(editor)
    editor.retranslate()
    editor.show_value(-2)
    show(editor)
    cards = editor.findChildren(QRadioButton)
    steps = [words.text(f"item.style_steer.step.{name}") for name in ("m2", "m1", "zero")]

    assert [card.accessibleName() for card in cards[:3]] == steps
    assert cards[0].isChecked()
    with qtbot.waitSignal(editor.value_changed) as told:
        cards[3].click()
    assert told.args == [1]
