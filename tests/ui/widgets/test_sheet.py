import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot
from support.window import show

from ui.theme.palette import ACCENT, SURFACE
from ui.widgets.sheet import Sheet


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_sheet_when_painted_then_its_margin_has_a_line_where_reading_begins(
    qtbot: QtBot, direction: Qt.LayoutDirection
) -> None:
    sheet = Sheet()
    qtbot.addWidget(sheet)
    sheet.setLayoutDirection(direction)
    sheet.column.setContentsMargins(64, 0, 64, 0)
    show(sheet, 400, 100)

    image = sheet.grab().toImage()

    accent, paper = sheet.palette().color(ACCENT), sheet.palette().color(SURFACE)
    line = [x for x in range(image.width()) if QColor(image.pixel(x, 50)) == accent]
    assert len(line) == 2
    assert (line[0] < 64) is (direction == Qt.LayoutDirection.LeftToRight)
    assert QColor(image.pixel(200, 50)) == paper


def test_sheet_when_it_has_no_edge_then_it_has_no_line(qtbot: QtBot) -> None:
    sheet = Sheet()
    qtbot.addWidget(sheet)
    sheet.column.setContentsMargins(64, 0, 64, 0)
    sheet.set_line(shown=False)
    show(sheet, 400, 100)

    image = sheet.grab().toImage()

    paper = sheet.palette().color(SURFACE)
    assert {QColor(image.pixel(x, 50)).name() for x in range(image.width())} == {paper.name()}
