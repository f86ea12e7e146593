from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from support.window import focused, press, show

from ui.controllers.files_controller import FoundBackup
from ui.language import Language
from ui.staff.restore_question import RestoreQuestion

_FOUND = FoundBackup(Path("/stick/copy.sqlite"), datetime(2026, 11, 22, 14, 5), 60, 1)


@pytest.fixture
def question(qtbot: QtBot, words: Language) -> RestoreQuestion:
    room = QWidget()
    qtbot.addWidget(room)
    question = RestoreQuestion()
    QVBoxLayout(room).addWidget(question)
    show(room)
    question.ask(_FOUND, words)
    return question


def test_question_when_asked_then_it_says_what_replaces_what_and_staying_is_first(
    question: RestoreQuestion,
) -> None:
    assert "The last change in it is of November 22, 2026, 2:05" in question.words
    for said in ("copy.sqlite", "with 60 people", "with 1 person",
                 "kept beside it", "accounts stay"):  # fmt: skip
        assert said in question.words
    assert focused() == "restore_stay"


def test_question_when_somebody_in_it_is_damaged_then_it_says_who(
    question: RestoreQuestion, words: Language
) -> None:
    assert "damaged" not in question.words
    question.ask(replace(_FOUND, changed_outside=("p-7",)), words)

    assert "clients do not see them: p-7" in question.words


def test_question_when_nothing_says_of_when_it_is_then_no_date_is_told(
    question: RestoreQuestion, words: Language
) -> None:
    question.ask(replace(_FOUND, changed_at=None), words)

    assert "Nothing in it says of when it is" in question.words
    assert "20" not in question.words


def test_question_when_the_language_changes_then_it_is_asked_in_it(
    question: RestoreQuestion,
) -> None:
    question.retranslate(Language("es"))

    assert "¿Volver a “copy.sqlite”" in question.words


def test_question_when_answered_with_yes_then_it_tells_which(
    question: RestoreQuestion, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(question.go_chosen) as told:
        question.go.click()

    assert told.args == [_FOUND]


def test_question_when_escape_is_pressed_then_all_stays(
    question: RestoreQuestion, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(question.stay_chosen), qtbot.assertNotEmitted(question.go_chosen):
        press(Qt.Key.Key_Escape)

    assert question.isHidden()
    assert question.found is None
