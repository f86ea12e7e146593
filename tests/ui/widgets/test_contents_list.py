import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot
from support.window import settle, show

from ui.widgets.contents_list import ContentsList


def test_contents_when_a_heading_is_pressed_then_its_number_is_told(qtbot: QtBot) -> None:
    contents = ContentsList("contents")
    qtbot.addWidget(contents)
    contents.set_headings(["What goes in", "The score", "The sources"])

    with qtbot.waitSignal(contents.section_requested) as told:
        contents.buttons[2].click()

    assert told.args == [2]
    assert contents.buttons[1].text() == "The score"
    assert contents.buttons[0].objectName() == "contents_0"


@pytest.mark.parametrize(("width", "columns"), [(600, 2), (160, 1)])
def test_contents_when_there_is_room_then_headings_stand_in_two_even_columns(
    qtbot: QtBot, width: int, columns: int
) -> None:
    contents = ContentsList("contents")
    qtbot.addWidget(contents)
    contents.set_headings(["What goes in", "The score", "The sources", "Versions"])
    show(contents, width)
    settle()

    places = [button.mapTo(contents, QPoint(0, 0)) for button in contents.buttons]

    assert len({place.x() for place in places}) == columns
    assert len({place.y() for place in places}) == 4 // columns


def test_contents_when_headings_change_then_only_the_new_ones_are_there(qtbot: QtBot) -> None:
    contents = ContentsList("contents")
    qtbot.addWidget(contents)
    contents.set_headings(["One", "Two", "Three"])

    contents.set_headings(["Uno", "Dos"])

    assert [button.text() for button in contents.buttons] == ["Uno", "Dos"]
    contents.set_headings([])
    assert contents.isHidden()


def test_contents_when_one_heading_is_long_then_it_goes_on_below_and_columns_stay(
    qtbot: QtBot,
) -> None:
    contents = ContentsList("contents")
    qtbot.addWidget(contents)
    long = "pyside6-essentials 6.11: LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only"
    contents.set_headings(["One", long, "Three", "Four"])
    show(contents, 800)
    settle()

    places = [button.mapTo(contents, QPoint(0, 0)) for button in contents.buttons]

    assert len({place.x() for place in places}) == 2
    assert contents.buttons[1].text().replace("\n", " ") == long
    assert "\n" in contents.buttons[1].text()
    assert contents.buttons[1].accessibleName() == long
