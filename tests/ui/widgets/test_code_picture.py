from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from ui.widgets.code_picture import QUIET, CodePicture


def test_picture_when_squares_are_set_then_dark_ones_are_black_and_the_edge_is_white(
    qtbot: QtBot,
) -> None:
    code = CodePicture("code")
    qtbot.addWidget(code)

    code.set_rows([[True, False], [False, True]])
    code.show()

    picture, side = code.grab().toImage(), code.square

    def at(across: int, down: int) -> QColor:
        return picture.pixelColor(across * side + side // 2, down * side + side // 2)

    assert picture.width() == side * (2 + 2 * QUIET)
    assert at(QUIET, QUIET) == at(QUIET + 1, QUIET + 1) == QColor("black")
    assert at(QUIET + 1, QUIET) == at(0, 0) == QColor("white")


def test_picture_when_there_are_many_squares_then_each_can_still_be_seen(qtbot: QtBot) -> None:
    code = CodePicture("code")
    qtbot.addWidget(code)

    code.set_rows([[True] * 177] * 177)

    assert code.square >= 3
