from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from support.window import settle, show

from ui.widgets.compare_row import CompareRow
from ui.widgets.scroll_area import ScrollArea
from ui.widgets.side_by_side import SideBySide


def test_lines_when_there_is_less_room_then_people_stand_below_each_other(qtbot: QtBot) -> None:
    table = SideBySide("table", 2)
    qtbot.addWidget(table)
    row = table.add_row(table.column, CompareRow(QLabel("a"), [QLabel("b"), QLabel("c")]))
    area = ScrollArea("area", table)
    qtbot.addWidget(area)
    show(area, 1000, 300)
    assert not table.is_stacked
    assert row.cells[0].y() == row.cells[1].y()
    area.resize(300, 600)
    settle()
    assert table.is_stacked
    assert table.rows == (row,)


def test_line_when_added_later_then_it_stands_as_the_others_do(qtbot: QtBot) -> None:
    table = SideBySide("table", 2)
    qtbot.addWidget(table)
    show(table, 1000, 300)
    row = table.add_row(table.column, CompareRow(QLabel("a"), [QLabel("b"), QLabel("c")]))
    assert row.cells[0].minimumWidth() > 0
