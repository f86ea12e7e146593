from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from support.window import show

from ui.widgets.flow_layout import GAP, FlowLayout


def _row(qtbot: QtBot, widths: list[int], page_width: int) -> tuple[QWidget, list[QWidget]]:
    page = QWidget()
    qtbot.addWidget(page)
    layout = FlowLayout(page)
    parts = [QWidget() for _ in widths]
    for part, width in zip(parts, widths, strict=True):
        part.setMinimumSize(width, 40)
        layout.addWidget(part)
    show(page, page_width, 300)
    return page, parts


def test_flow_when_there_is_room_then_all_stand_in_one_line(qtbot: QtBot) -> None:
    _, parts = _row(qtbot, [100, 200], 400)

    assert parts[0].y() == parts[1].y()
    assert parts[1].x() == 100 + GAP


def test_flow_when_there_is_no_room_then_it_goes_on_below(qtbot: QtBot) -> None:
    page, parts = _row(qtbot, [100, 200], 250)
    layout = page.layout()
    assert layout is not None

    assert parts[1].pos().toTuple() == (0, 40 + GAP)
    assert layout.heightForWidth(250) == 80 + GAP
    assert layout.heightForWidth(400) == 40
    assert layout.minimumSize().width() == 200
    assert layout.count() == 2


def test_flow_when_the_language_begins_at_the_right_then_so_does_the_line(qtbot: QtBot) -> None:
    page, parts = _row(qtbot, [100, 200], 400)

    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    layout = page.layout()
    assert layout is not None
    layout.setGeometry(page.rect())

    assert parts[0].x() > parts[1].x()
    assert layout.takeAt(0) is not None
    assert layout.itemAt(1) is None


def test_flow_when_one_is_higher_then_the_others_stand_in_the_middle_of_its_line(
    qtbot: QtBot,
) -> None:
    page, parts = _row(qtbot, [100, 200, 50], 330)
    parts[0].setMinimumSize(100, 60)
    page.adjustSize()
    show(page, 330, 300)

    assert parts[0].y() == 0
    assert parts[1].y() == 10
    assert parts[2].y() == 60 + GAP
