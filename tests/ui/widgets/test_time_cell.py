import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QImage, QPainter
from pytestqt.qtbot import QtBot
from support.window import show

from ui.widgets.time_cell import TimeCell, TimeMark, paint_mark


def test_cell_when_turned_then_it_goes_round(qtbot: QtBot) -> None:
    cell = TimeCell("mon-early")
    qtbot.addWidget(cell)

    seen = []
    for _ in range(4):
        seen.append(cell.mark)
        cell.nextCheckState()

    assert seen == [TimeMark.NO, TimeMark.GOOD, TimeMark.POSSIBLE, TimeMark.NO]


def test_cell_when_a_screen_reader_asks_then_it_is_a_box_with_three_states(qtbot: QtBot) -> None:
    cell = TimeCell("mon-early")
    qtbot.addWidget(cell)
    interface = QAccessible.queryAccessibleInterface(cell)

    cell.set_mark(TimeMark.GOOD)
    assert interface.role() == QAccessible.Role.CheckBox
    assert interface.state().checked
    cell.set_mark(TimeMark.POSSIBLE)
    assert interface.state().checkStateMixed


def test_cell_when_measured_then_a_finger_can_press_it(qtbot: QtBot) -> None:
    cell = TimeCell("mon-early")
    qtbot.addWidget(cell)
    show(cell)

    assert min(cell.sizeHint().toTuple()) >= 44
    assert min(cell.minimumSizeHint().toTuple()) >= 44


@pytest.mark.parametrize("one", TimeMark)
@pytest.mark.parametrize("other", TimeMark)
def test_marks_when_painted_then_they_differ_without_colour(
    qtbot: QtBot, one: TimeMark, other: TimeMark
) -> None:
    cell = TimeCell("mon-early")
    qtbot.addWidget(cell)

    def shape(mark: TimeMark) -> QImage:
        image = QImage(48, 48, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFF)
        painter = QPainter(image)
        paint_mark(painter, cell.palette(), QRectF(1, 1, 46, 46), mark)
        painter.end()
        return image.convertToFormat(QImage.Format.Format_Mono)

    assert (shape(one) == shape(other)) is (one is other)
