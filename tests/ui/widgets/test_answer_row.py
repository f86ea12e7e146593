import pytest
from pytestqt.qtbot import QtBot
from support.window import show

from ui.widgets.answer_row import AnswerRow


@pytest.fixture
def row(qtbot: QtBot) -> AnswerRow:
    row = AnswerRow("fee")
    qtbot.addWidget(row)
    show(row)
    return row


def test_row_when_answered_then_name_answer_and_weight_are_shown(row: AnswerRow) -> None:
    row.set_words("Cost", "Up to $120", "Must have", "Change", "Change: Cost")

    assert (row.name.plain, row.said.plain, row.counts.plain) == ("Cost", "Up to $120", "Must have")
    assert row.button.accessibleName() == "Change: Cost"


def test_row_when_open_then_it_is_one_line_with_its_name(row: AnswerRow, qtbot: QtBot) -> None:
    row.set_words("Cost", "", "", "Answer", "Answer: Cost")

    assert (row.name.plain, row.said.plain) == ("", "Cost")
    assert not row.counts.isVisible()
    with qtbot.waitSignal(row.change_requested):
        row.button.click()
