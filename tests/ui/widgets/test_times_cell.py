import pytest
from pytestqt.qtbot import QtBot

from matcher.directory.field import FIELDS
from ui.language import Language
from ui.widgets.time_cell import TimeMark
from ui.widgets.times_cell import TimesCell


@pytest.fixture
def field(qtbot: QtBot, words: Language) -> TimesCell:
    field = TimesCell(FIELDS["times"], words)
    qtbot.addWidget(field)
    field.retranslate()
    return field


def test_cell_when_times_are_shown_then_boxes_and_hours_have_theirs(field: TimesCell) -> None:
    field.set_cell("mon-evening;tue 16:00-18:00")

    assert field.grid.times.good == ("mon-evening",)
    assert field.hours.hours == ("tue 16:00-18:00",)
    assert field.grid.cell("mon-evening").accessibleName() == "Monday, Evening: Free"


def test_cell_when_a_box_is_pressed_then_it_is_free_or_not(field: TimesCell, qtbot: QtBot) -> None:
    field.set_cell("tue 16:00-18:00")
    cell = field.grid.cell("mon-evening")

    with qtbot.waitSignal(field.cell_changed) as told:
        cell.nextCheckState()
    assert told.args == ["mon-evening;tue 16:00-18:00"]

    cell.nextCheckState()
    assert cell.mark is TimeMark.NO


def test_cell_when_hours_are_written_and_not_added_then_they_are_taken(
    field: TimesCell, qtbot: QtBot
) -> None:
    field.hours.day.set_chosen(("fri",))
    field.hours.start.setText("9")
    field.hours.end.setText("12")

    with qtbot.waitSignal(field.cell_changed) as told:
        assert field.settle()
    assert told.args == ["fri 09:00-12:00"]

    field.hours.start.setText("9")
    assert not field.settle()
