from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from support.window import show

from ui.widgets.ends_layout import EndsLayout


def _line(qtbot: QtBot, heights: list[int], width: int) -> list[QWidget]:
    page = QWidget()
    qtbot.addWidget(page)
    layout = EndsLayout(page)
    parts = [QWidget() for _ in heights]
    for part, height in zip(parts, heights, strict=True):
        part.setFixedSize(100, height)
        layout.addWidget(part)
    show(page, width, 60)
    return parts


def test_line_when_there_is_room_then_the_first_stands_at_one_end_and_the_others_at_the_other(
    qtbot: QtBot,
) -> None:
    first, second, third = _line(qtbot, [20, 40, 40], 600)

    assert first.x() == 0
    assert third.geometry().right() == 599
    assert second.x() < third.x()
    assert first.geometry().center().y() == second.geometry().center().y()


def test_line_when_there_is_no_room_then_it_goes_on_below(qtbot: QtBot) -> None:
    first, second, third = _line(qtbot, [40, 40, 40], 230)

    assert first.y() == second.y() < third.y()
    assert second.x() == 130


def test_line_when_nothing_is_in_it_then_it_takes_no_room(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)

    assert EndsLayout(page).heightForWidth(100) == 0
