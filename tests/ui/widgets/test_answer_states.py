import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot
from support.window import show

from matcher.questionnaire.response import State
from ui.language import Language
from ui.widgets.answer_states import AnswerStates


def _states(qtbot: QtBot, words: Language, *, private: bool = True) -> AnswerStates:
    states = AnswerStates("faith", words, private=private)
    qtbot.addWidget(states)
    states.retranslate()
    show(states)
    return states


@pytest.mark.parametrize(
    ("private", "expected"),
    [
        pytest.param(True, ["no_preference", "not_sure", "rather_not_say"], id="private"),
        pytest.param(False, ["no_preference", "not_sure"], id="not_private"),
    ],
)
def test_states_when_shown_then_rather_not_say_stands_where_it_is_private(
    qtbot: QtBot, words: Language, private: bool, expected: list[str]
) -> None:
    states = _states(qtbot, words, private=private)

    said = [card.accessibleName() for card in states.findChildren(QRadioButton)]

    assert said == [words.text(f"item.state.{state}") for state in expected]


def test_states_when_one_says_who_one_is_then_there_is_no_preference_to_have(
    qtbot: QtBot, words: Language
) -> None:
    states = AnswerStates("age_band", words, private=False)
    qtbot.addWidget(states)
    states.retranslate()

    said = [card.accessibleName() for card in states.findChildren(QRadioButton)]

    assert said[0] == "Leave this open"


def test_states_when_one_is_pressed_then_it_is_told(qtbot: QtBot, words: Language) -> None:
    states = _states(qtbot, words)
    states.set_state(State.NO_PREFERENCE)
    card = states.findChild(QRadioButton, "faith_state_not_sure")
    assert card is not None

    with qtbot.waitSignal(states.state_chosen) as told:
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)

    assert told.args == [State.NOT_SURE]


def test_states_when_there_is_an_answer_then_none_is_marked(qtbot: QtBot, words: Language) -> None:
    states = _states(qtbot, words)
    states.set_state(State.NO_PREFERENCE)

    states.set_state(None)

    assert not any(card.isChecked() for card in states.findChildren(QRadioButton))
