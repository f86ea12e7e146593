import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from support.window import focused, press, show

from ui.widgets.option_card import CheckCard
from ui.widgets.style_range import StyleRange

Range = tuple[int, int] | None


@pytest.fixture
def axis(qtbot: QtBot) -> StyleRange:
    axis = StyleRange("axis")
    qtbot.addWidget(axis)
    axis.set_words("Leads", "Follows", lambda step: f"Step {step}")
    return axis


def _card(axis: StyleRange, step: int) -> CheckCard:
    card = axis.findChild(CheckCard, f"axis_{step}")
    assert card is not None
    return card


@pytest.mark.parametrize(
    ("held", "step", "then"),
    [
        pytest.param(None, 0, (0, 0), id="the first"),
        pytest.param((-1, 0), 2, (-1, 2), id="those between go along"),
        pytest.param((-1, 1), 1, (-1, 0), id="an end is taken off"),
        pytest.param((-2, 2), -1, (0, 2), id="the longer side stays"),
        pytest.param((1, 1), 1, None, id="the last is taken off"),
    ],
)
def test_axis_when_a_step_is_turned_then_the_rest_is_in_a_row(
    axis: StyleRange, qtbot: QtBot, held: Range, step: int, then: Range
) -> None:
    axis.set_range(held)

    with qtbot.waitSignal(axis.range_changed) as told:
        _card(axis, step).click()

    assert told.args == [then]
    shown = [one for one in range(-2, 3) if _card(axis, one).isChecked()]
    assert shown == ([] if then is None else [*range(then[0], then[1] + 1)])


def test_axis_when_a_range_is_shown_then_nothing_is_told(axis: StyleRange, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(axis.range_changed):
        axis.set_range((0, 2))
        axis.set_range(None)


def test_axis_when_worked_by_keys_then_arrows_move_and_space_turns(axis: StyleRange) -> None:
    show(axis, 900)
    axis.first.setFocus()

    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Space)

    assert focused() == "axis_-1"
    assert _card(axis, -1).isChecked()
