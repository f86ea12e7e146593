import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from support.window import focused, press, settle, show

from matcher.directory.week import CELLS
from matcher.questionnaire.response import Times
from ui.theme.palette import INK
from ui.widgets.button import Button
from ui.widgets.time_grid import TimeGrid
from ui.widgets.time_row_name import TimeRowName

_LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def grid(qtbot: QtBot) -> TimeGrid:
    grid = TimeGrid("times")
    qtbot.addWidget(grid)
    grid.set_words(str, str, "{} {}: {}".format, str)
    show(grid)
    return grid


def test_grid_when_a_cell_is_pressed_then_it_goes_from_no_to_good_to_possible(
    grid: TimeGrid, qtbot: QtBot
) -> None:
    cell = grid.cell("mon-evening")

    qtbot.mouseClick(cell, _LEFT)
    assert grid.times == Times(good=("mon-evening",))
    qtbot.mouseClick(cell, _LEFT)
    assert grid.times == Times(possible=("mon-evening",))
    qtbot.mouseClick(cell, _LEFT)
    assert grid.times == Times()


def test_grid_when_keys_are_pressed_then_arrows_move_and_space_marks(
    grid: TimeGrid, qtbot: QtBot
) -> None:
    grid.cell("mon-early").setFocus()

    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Down):
        press(key)
    assert focused() == "times_tue-morning"
    with qtbot.waitSignal(grid.times_changed) as told:
        press(Qt.Key.Key_Space)

    assert told.args == [Times(good=("tue-morning",))]


def test_grid_when_at_its_edge_then_arrows_stay(grid: TimeGrid) -> None:
    grid.cell("mon-early").setFocus()

    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Up)

    assert focused() == "times_mon-early"


def test_grid_when_the_language_begins_at_the_right_then_left_means_the_next_day(
    grid: TimeGrid,
) -> None:
    grid.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    grid.cell("mon-early").setFocus()

    press(Qt.Key.Key_Left)

    assert focused() == "times_tue-early"


def test_grid_when_stroked_over_then_every_cell_takes_the_mark_of_the_first(
    grid: TimeGrid,
) -> None:
    first = grid.cell("mon-evening")
    QTest.mousePress(first, _LEFT)
    for day in ("tue", "wed"):
        middle = grid.cell(f"{day}-evening").geometry().center()
        QTest.mouseMove(first, first.mapFrom(grid, middle))
    QTest.mouseRelease(first, _LEFT)
    QTest.mouseMove(first, first.mapFrom(grid, QPoint(0, 0)))

    assert grid.times.good == ("mon-evening", "tue-evening", "wed-evening")


def test_grid_when_a_row_is_pressed_then_the_whole_week_is_marked_at_once(
    grid: TimeGrid, qtbot: QtBot
) -> None:
    row = grid.findChild(Button, "times_row_evening")
    told: list[Times] = []
    grid.times_changed.connect(told.append)

    qtbot.mouseClick(row, _LEFT)

    assert told == [grid.times]
    assert [cell.partition("-")[2] for cell in grid.times.good] == ["evening"] * 7


def test_cell_when_marked_then_its_name_says_what_it_says(grid: TimeGrid, qtbot: QtBot) -> None:
    cell = grid.cell("sat-morning")
    assert cell.accessibleName() == "sat morning: no"

    qtbot.mouseClick(cell, _LEFT)

    assert cell.accessibleName() == "sat morning: good"


def test_cell_when_a_screen_reader_turns_it_then_it_is_told(grid: TimeGrid, qtbot: QtBot) -> None:
    with qtbot.waitSignal(grid.times_changed):
        grid.cell("sun-late").click()

    assert grid.times.good == ("sun-late",)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from(CELLS), st.booleans(), max_size=35))
def test_grid_when_shown_times_then_it_gives_them_back(
    grid: TimeGrid, marked: dict[str, bool]
) -> None:
    times = Times(
        tuple(cell for cell in CELLS if marked.get(cell) is True),
        tuple(cell for cell in CELLS if marked.get(cell) is False),
    )

    grid.set_times(times)

    assert grid.times == times


@pytest.mark.parametrize("wide", [True, False])
def test_grid_when_there_is_less_room_then_names_of_rows_stand_on_two_lines_and_none_is_cut(
    qtbot: QtBot, wide: bool
) -> None:
    grid = TimeGrid("times")
    qtbot.addWidget(grid)
    grid.set_words(str, "in the whole long {}".format, "{} {}: {}".format, str)
    show(grid, 1600)
    if not wide:
        grid.resize(grid.minimumSizeHint().width(), 600)
        settle()

    names = grid.findChildren(TimeRowName)

    assert {"\n" in name.text() for name in names} == {not wide}
    assert all(name.width() >= name.sizeHint().width() for name in names)
    assert all("\n" not in name.accessibleName() for name in names)
    cells = [grid.cell(code) for code in CELLS]
    assert all(cell.geometry().right() < grid.width() for cell in cells)


def test_row_names_when_shown_then_they_look_as_what_can_be_pressed(grid: TimeGrid) -> None:
    names = grid.findChildren(TimeRowName)

    assert len(names) == 5
    for name in names:
        name.ensurePolished()
        assert name.font().underline()
        assert name.palette().buttonText().color() == grid.palette().color(INK)
