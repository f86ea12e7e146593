import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from support.window import english, show

from matcher.checklist.statements import Step
from matcher.followup.check_in import Answer
from ui.widgets.statement_row import StatementRow


@pytest.fixture
def row(qtbot: QtBot) -> StatementRow:
    row = StatementRow("heard")
    qtbot.addWidget(row)
    row.say(english())
    row.show_answer(Answer("heard"))
    show(row, 900, 400)
    return row


def test_row_when_a_step_is_chosen_then_it_is_told_and_there_is_room_for_words(
    row: StatementRow, qtbot: QtBot
) -> None:
    assert row.line.isHidden()
    with qtbot.waitSignal(row.answered) as told:
        row.steps.cards[1].click()
    assert told.args == [Answer("heard", Step.A_LITTLE)]
    QTest.keyClicks(row.line.field, "So")
    assert row.answer == Answer("heard", Step.A_LITTLE, "So")


def test_row_when_it_cannot_be_said_yet_then_that_is_an_answer(row: StatementRow) -> None:
    row.steps.cards[-1].click()
    assert row.answer.step is Step.CANNOT_SAY


def test_row_when_an_answer_is_taken_back_then_nothing_is_said_any_more(
    row: StatementRow, qtbot: QtBot
) -> None:
    assert row.back.isHidden()
    row.steps.cards[1].click()
    with qtbot.waitSignal(row.answered) as told:
        row.back.click()
    assert told.args == [Answer("heard")]
    assert row.line.isHidden()
    assert row.back.isHidden()


def test_row_when_heard_then_each_choice_says_what_it_is_about(row: StatementRow) -> None:
    statement = "I could say what counts for me, and it was heard."
    assert row.said.plain == statement
    for card in row.steps.cards:
        assert statement in card.accessibleDescription()
    assert statement in row.line.field.accessibleDescription()
