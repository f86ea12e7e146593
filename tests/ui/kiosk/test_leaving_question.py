import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from support.window import focused, press, show

from ui.kiosk.leaving_question import LeavingQuestion
from ui.language import Language


@pytest.fixture
def question(qtbot: QtBot, words: Language) -> LeavingQuestion:
    question = LeavingQuestion(words)
    qtbot.addWidget(question)
    show(question, 800, 600)
    question.setFocus()
    return question


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_question_when_answered_at_once_then_the_kiosk_stays(
    question: LeavingQuestion, qtbot: QtBot, key: Qt.Key
) -> None:
    assert focused() == "leaving_stay"

    with qtbot.waitSignal(question.stay_chosen):
        press(key)


def test_question_when_leaving_is_meant_then_it_says_so(
    question: LeavingQuestion, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_Tab)
    assert focused() == "leaving_leave"

    with qtbot.waitSignal(question.leave_chosen):
        press(Qt.Key.Key_Return)


def test_question_when_the_language_changes_then_it_speaks_it(
    question: LeavingQuestion, words: Language
) -> None:
    words.set_code("es")

    assert "quiosco" in question.accessibleName()
