import pytest
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from support.window import settle, show

from ui.pages.shared_bar import SharedBar
from ui.widgets.button import Button


@pytest.mark.parametrize(("width", "is_beside"), [(900, True), (300, False)])
def test_bar_when_there_is_other_room_then_the_mover_stands_where_it_fits(
    qtbot: QtBot, width: int, is_beside: bool
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = QWidget(window)
    column, bar = QVBoxLayout(row), QHBoxLayout()
    column.addLayout(bar)
    buttons = [Button("quiet", name) for name in ("back", "mover", "next")]
    for button in buttons:
        button.set_words("Words that need room")
        bar.addWidget(button)
    SharedBar(row, bar, column, buttons[1])

    show(window, 900)
    row.resize(300 if is_beside else 900, 200)
    settle()
    row.resize(width, 200)
    settle()

    assert (bar.indexOf(buttons[1]) == 1) is is_beside
    assert (column.indexOf(buttons[1]) == 0) is not is_beside
