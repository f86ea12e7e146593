import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from support.window import settle

from ui.language import Language
from ui.widgets.question_row import QuestionRow

_QUESTION = "What would a normal hour be like?"


@pytest.fixture
def row(qtbot: QtBot) -> QuestionRow:
    row = QuestionRow("row_A1", "A1")
    qtbot.addWidget(row)
    row.say(_QUESTION, "Good to know.", Language("en"))
    row.set_place(is_picked=True)
    row.show()
    return row


def test_row_when_ticked_off_then_it_says_which(row: QuestionRow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(row.turned) as told:
        qtbot.keyClick(row.card, Qt.Key.Key_Space)

    assert told.args == ["A1", False]


@pytest.mark.parametrize(("button", "step"), [("up", -1), ("down", 1)])
def test_row_when_a_button_is_pressed_then_the_step_is_told(
    row: QuestionRow, qtbot: QtBot, button: str, step: int
) -> None:
    with qtbot.waitSignal(row.move_requested) as told:
        qtbot.keyClick(getattr(row, button), Qt.Key.Key_Return)

    assert told.args == ["A1", step]


def test_row_when_read_aloud_then_buttons_name_the_question(row: QuestionRow) -> None:
    assert row.up.accessibleName() == f"Move up: {_QUESTION}"
    assert row.down.accessibleName() == f"Move down: {_QUESTION}"
    assert row.card.accessibleDescription() == "Good to know."


def test_row_when_it_becomes_the_first_then_the_focus_goes_to_down(
    row: QuestionRow, qtbot: QtBot
) -> None:
    row.activateWindow()
    row.up.setFocus()
    qtbot.waitUntil(row.up.hasFocus)

    row.set_place(is_picked=True, is_first=True)

    assert row.down.hasFocus()
    assert not row.up.isVisible()


def test_row_when_it_is_not_on_the_sheet_then_it_cannot_be_moved(row: QuestionRow) -> None:
    row.set_place(is_picked=False)

    assert not row.card.isChecked()
    assert not row.up.isVisible()
    assert not row.down.isVisible()


def test_row_when_it_can_never_be_moved_then_its_card_has_the_whole_width(
    row: QuestionRow,
) -> None:
    row.resize(800, row.height())
    settle()
    beside = row.card.width()

    row.set_movable(can_move=False)
    settle()

    assert beside < row.card.width() == row.width()


def test_row_when_it_is_narrow_then_the_buttons_stand_below_the_card(row: QuestionRow) -> None:
    row.resize(row.down.sizeHint().width() * 4, 300)
    settle()

    assert row.card.width() == row.width()
    assert row.buttons.y() > row.card.geometry().bottom()
