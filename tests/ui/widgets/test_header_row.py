from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from support.window import show

from ui.widgets.button import Button
from ui.widgets.header_row import HeaderRow


def test_row_when_there_is_room_then_the_first_stands_at_one_end_and_the_rest_at_the_other(
    qtbot: QtBot,
) -> None:
    inside = QWidget()
    qtbot.addWidget(inside)
    row = HeaderRow(inside, across=12, down=8)
    buttons = [Button("header", name) for name in ("mark", "looks", "close")]
    for button in buttons:
        button.set_words(button.objectName())
        row.addWidget(button)

    show(inside, 700, 60)
    assert buttons[0].x() == 0
    assert buttons[2].geometry().right() == 699
    assert buttons[1].geometry().right() + 13 == buttons[2].x()

    show(inside, 150, 200)
    assert buttons[2].y() > buttons[0].y()
