from pytestqt.qtbot import QtBot
from support.window import show

from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import Times
from ui.language import Language
from ui.widgets.time_cell import TimeCell
from ui.widgets.times_editor import TimesEditor


def test_times_when_marked_and_unmarked_then_times_and_nothing_are_told(
    qtbot: QtBot, words: Language
) -> None:
    editor = TimesEditor(load_questionnaire().item("times"), words)
    qtbot.addWidget(editor)
    editor.retranslate()
    show(editor)
    told: list[object] = []
    editor.value_changed.connect(told.append)
    cell = editor.first_focus()
    assert isinstance(cell, TimeCell)
    assert cell.accessibleName() == "Monday, Early: No"

    for _ in range(3):
        cell.click()

    assert told == [Times(good=("mon-early",)), Times(possible=("mon-early",)), None]
