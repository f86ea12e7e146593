import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from pytestqt.qtbot import QtBot
from support.window import press, show

from ui.application import make_application
from ui.theme.appearance import Appearance
from ui.theme.tokens import PaletteName
from ui.widgets.data_table import ColumnRoom, DataTable

_ROOMS = [
    ColumnRoom(["Alexandra Brightwater"], 0, 2),
    ColumnRoom(["a town of some length"], 2, 1),
    ColumnRoom(["waiting list"], 1),
]


@pytest.fixture
def table(qtbot: QtBot) -> DataTable:
    table = DataTable("table")
    qtbot.addWidget(table)
    model = QStandardItemModel(30, 3, table)
    model.setHorizontalHeaderLabels(["Name", "Place", "Taking new people"])
    for row in range(30):
        model.setItem(row, 0, QStandardItem(f"Kim {row}"))
    table.setModel(model)
    table.set_rooms(_ROOMS)
    show(table, 900, 400)
    table.setFocus()
    return table


def _filled(table: DataTable) -> int:
    return sum(table.columnWidth(column) for column in table.shown_columns)


@pytest.mark.parametrize(
    ("width", "shown"), [(900, (0, 1, 2)), (560, (0, 2)), (250, (0,)), (60, (0,))]
)
def test_table_when_it_is_narrow_then_the_least_wanted_columns_are_left_out(
    table: DataTable, width: int, shown: tuple[int, ...]
) -> None:
    show(table, width, 400)

    assert table.shown_columns == shown
    assert _filled(table) <= table.viewport().width()
    assert table.horizontalScrollBar().maximum() == 0


def test_table_when_letters_grow_then_fewer_columns_and_higher_rows_are_shown(
    table: DataTable,
) -> None:
    height = table.rowHeight(0)
    Appearance(make_application(), PaletteName.LIGHT).set_text_size(200)
    show(table, 900, 400)

    assert table.shown_columns == (0, 2)
    assert table.rowHeight(0) > height
    assert table.horizontalHeader().height() > table.horizontalHeader().fontMetrics().height()


def test_table_when_return_is_pressed_then_the_row_is_opened(
    table: DataTable, qtbot: QtBot
) -> None:
    table.choose_row(3)
    press(Qt.Key.Key_Down)
    with qtbot.waitSignal(table.row_opened) as told:
        press(Qt.Key.Key_Return)

    assert told.args == [4]


def test_table_when_it_gets_the_focus_then_the_row_of_the_keys_is_seen(table: DataTable) -> None:
    assert [index.row() for index in table.selectionModel().selectedRows()] == [0]


def test_table_when_space_is_pressed_then_nothing_happens(table: DataTable, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(table.row_opened):
        press(Qt.Key.Key_Space)

    assert table.currentIndex().row() == 0


def test_table_when_it_has_no_rows_then_keys_do_nothing(table: DataTable, qtbot: QtBot) -> None:
    table.model().removeRows(0, 30)
    with qtbot.assertNotEmitted(table.row_opened):
        for key in (Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_Return):
            press(key)

    assert not table.currentIndex().isValid()


def test_table_when_home_and_end_are_pressed_then_it_goes_to_the_first_and_last_row(
    table: DataTable,
) -> None:
    press(Qt.Key.Key_End)
    assert table.currentIndex().row() == 29
    press(Qt.Key.Key_Home)
    assert table.currentIndex().row() == 0


def test_table_when_letters_are_typed_then_they_are_told_and_no_row_is_read(
    table: DataTable, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(table.typed) as told:
        press(Qt.Key.Key_K)

    assert told.args == ["k"]
    assert table.currentIndex().row() == 0


def test_table_when_a_row_is_clicked_twice_then_it_is_opened(
    table: DataTable, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(table.row_opened) as told:
        table.doubleClicked.emit(table.model().index(2, 0))

    assert told.args == [2]


def test_table_when_sorted_then_the_mark_is_painted(table: DataTable) -> None:
    before = table.grab().toImage()
    table.horizontalHeader().setSortIndicatorShown(True)
    table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    up = table.grab().toImage()
    table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)

    assert before != up != table.grab().toImage()
