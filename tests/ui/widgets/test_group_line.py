import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot
from support.window import show

from ui.widgets.group_line import GroupLine, MenuLine


def _ink(picture: QImage, columns: range) -> int:
    """Count the dark pixels between the upper and lower edge."""
    rows = range(6, picture.height() - 6)
    return sum(picture.pixelColor(x, y).lightness() < 128 for x in columns for y in rows)


@pytest.mark.parametrize(
    "way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft], ids=["ltr", "rtl"]
)
def test_line_when_painted_then_words_and_mark_stand_at_its_two_ends(
    qtbot: QtBot, way: Qt.LayoutDirection
) -> None:
    line = GroupLine("faith")
    qtbot.addWidget(line)
    line.setLayoutDirection(way)
    line.set_words("Faith")
    show(line, 400, 48)

    picture = line.grab().toImage()

    assert _ink(picture, range(8, 80)) > 0
    assert _ink(picture, range(150, 250)) == 0
    assert _ink(picture, range(320, 392)) > 0


def test_menu_line_when_pressed_then_it_stays_as_it_is(qtbot: QtBot) -> None:
    line = MenuLine("line")
    qtbot.addWidget(line)
    line.set_words("Worry: Yes")
    line.show()

    line.click()

    assert not line.isChecked()
    assert not line.grab().isNull()


def test_line_when_there_is_no_room_then_its_words_go_on_in_a_second_line(qtbot: QtBot) -> None:
    line = GroupLine("training")
    qtbot.addWidget(line)
    line.set_words("Training and register. Stated: 5 of 8")
    line.show()

    assert line.minimumSizeHint().width() < 200 < line.sizeHint().width()
    assert line.heightForWidth(200) > line.heightForWidth(line.sizeHint().width())
