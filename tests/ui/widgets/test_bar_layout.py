import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from support.window import show

from ui.widgets.bar_layout import BarLayout


def _bar(
    qtbot: QtBot, width: int, way: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight
) -> tuple[BarLayout, list[QWidget]]:
    page = QWidget()
    qtbot.addWidget(page)
    page.setLayoutDirection(way)
    layout = BarLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(16)
    parts = [QWidget() for _ in range(3)]
    for part in parts:
        part.setFixedSize(100, 40)
    layout.addWidget(parts[0])
    layout.addStretch(1)
    for part in parts[1:]:
        layout.addWidget(part)
    show(page, width, 120)
    return layout, parts


def test_bar_when_there_is_room_then_back_begins_it_and_the_others_end_it(qtbot: QtBot) -> None:
    layout, (back, undo, save) = _bar(qtbot, 600)

    assert back.y() == undo.y() == save.y()
    assert (back.x(), undo.x(), save.x()) == (0, 384, 500)
    assert layout.heightForWidth(600) == 40


@pytest.mark.parametrize(
    ("width", "places"),
    [(250, [(0, 0), (34, 56), (150, 56)]), (150, [(0, 0), (50, 56), (50, 112)])],
    ids=["two_lines", "three_lines"],
)
def test_bar_when_there_is_no_room_then_it_goes_on_below_and_cuts_nothing(
    qtbot: QtBot, width: int, places: list[tuple[int, int]]
) -> None:
    layout, parts = _bar(qtbot, width)

    assert [(part.x(), part.y()) for part in parts] == places
    assert layout.heightForWidth(width) == places[-1][1] + 40


def test_bar_when_read_from_the_right_then_it_is_mirrored(qtbot: QtBot) -> None:
    _, (back, undo, save) = _bar(qtbot, 250, Qt.LayoutDirection.RightToLeft)

    assert back.x() == 150
    assert (undo.x(), save.x()) == (116, 0)


def test_bar_when_something_is_hidden_then_it_takes_no_room(qtbot: QtBot) -> None:
    layout, parts = _bar(qtbot, 250)

    parts[1].hide()

    assert layout.heightForWidth(250) == 40
