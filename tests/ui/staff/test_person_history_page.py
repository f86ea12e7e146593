from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.staff_rooms import TODAY, Room, open_room
from support.window import settle, show

from matcher.directory.profile import Source
from ui.language import Language
from ui.staff.person_history_page import PersonHistoryPage


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot) -> Iterator[Room]:
    with open_room(tmp_path) as room:
        room.services.editing.change("p-2", {"city": "Ems"}, source=Source.CLINIC, day=TODAY)
        room.services.editing.change("p-1", {"city": "Ulm"}, source=Source.CLINIC, day=TODAY)
        with qtbot.waitSignal(room.person.loaded):
            room.person.request()
        yield room
        settle()


def test_page_when_entered_then_it_tells_what_was_done_to_that_profile_alone(
    qtbot: QtBot, room: Room
) -> None:
    page = PersonHistoryPage(Language("en"), room.acts, room.person)
    qtbot.addWidget(page)
    show(page)

    with qtbot.waitSignal(room.acts.listed):
        page.enter()

    assert page.title == "History: Ana Vidal"
    assert [entry.act.id for entry in page.entries] == [3, 1]
    assert all(entry.fold is not None for entry in page.entries)
