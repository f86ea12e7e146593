import pytest
from pytestqt.qtbot import QtBot
from support.window import show

from ui.language import Language
from ui.staff.people_room import PeopleRoom


def _room(qtbot: QtBot, height: int) -> PeopleRoom:
    room = PeopleRoom(Language("en"))
    qtbot.addWidget(room)
    room.heading.set_words("People in the directory")
    room.search_name.set_words("Find people")
    room.filters.retranslate()
    show(room, 700, height)
    room.show_people(has_people=True, is_any_found=True)
    return room


@pytest.mark.parametrize(("height", "is_folded"), [(900, False), (300, True)], ids=["high", "low"])
def test_filters_when_lines_are_few_then_they_leave_the_room_to_the_table(
    qtbot: QtBot, height: int, is_folded: bool
) -> None:
    room = _room(qtbot, height)

    assert room.filters.fold.isVisible() is is_folded
    assert room.filters.order.isVisible() is not is_folded
    assert room.heading.isVisible() is not is_folded


def test_filters_when_folded_and_asked_for_then_they_are_there(qtbot: QtBot) -> None:
    room = _room(qtbot, 300)

    room.filters.fold.click()

    assert room.filters.order.isVisible()
    assert all(choice.isVisible() for choice in room.filters.choices.values())


def test_room_when_nobody_is_there_then_nothing_is_searched(qtbot: QtBot) -> None:
    room = _room(qtbot, 300)

    room.show_people(has_people=False, is_any_found=False)

    assert room.heading.isVisible()
    assert not room.search.isVisible()
    assert not room.filters.fold.isVisible()
