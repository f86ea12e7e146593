import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from support.window import focused, press, show

from ui.language import Language
from ui.staff.leave_question import LeaveQuestion


@pytest.fixture
def question(qtbot: QtBot, words: Language) -> LeaveQuestion:
    room = QWidget()
    qtbot.addWidget(room)
    question = LeaveQuestion()
    QVBoxLayout(room).addWidget(question)
    show(room)
    question.ask(2, words)
    return question


def test_question_when_asked_then_saving_is_first(question: LeaveQuestion) -> None:
    assert focused() == "leave_save"
    assert not question.isHidden()


@pytest.mark.parametrize("which", ["save", "leave", "stay"])
def test_question_when_answered_then_it_is_told_and_gone(
    question: LeaveQuestion, qtbot: QtBot, which: str
) -> None:
    with qtbot.waitSignal(getattr(question, f"{which}_chosen")):
        getattr(question, which).click()

    assert question.isHidden()


def test_question_when_escape_is_pressed_then_one_stays(
    question: LeaveQuestion, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(question.stay_chosen):
        press(Qt.Key.Key_Escape)


def test_question_when_saving_would_be_refused_then_staying_is_first(
    question: LeaveQuestion, words: Language
) -> None:
    question.ask(2, words, can_save=False)

    assert focused() == "leave_stay"
