from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.staff_rooms import Room, open_room

from matcher.directory.profile import Source
from matcher.errors import Message
from ui.language import Language
from ui.staff.voice_part import VoicePart


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    with open_room(tmp_path) as room:
        yield room


@pytest.fixture
def part(qtbot: QtBot, room: Room, words: Language) -> VoicePart:
    part = VoicePart(words, room.person)
    qtbot.addWidget(part)
    part.retranslate()
    part.refresh()
    return part


def test_part_when_made_then_it_is_the_clinic_today(part: VoicePart) -> None:
    assert part.sources.chosen == ("clinic",)
    assert part.day.text() == "2026-11-22"


def test_part_when_something_else_is_chosen_then_it_holds(
    part: VoicePart, room: Room, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(part.changed):
        part.sources.cards[0].click()
    with qtbot.waitSignal(part.changed):
        part.day.setText("2026-11-01")

    assert (room.person.source, room.person.day) == (Source.THERAPIST, "2026-11-01")


def test_part_when_the_day_is_wrong_then_it_is_marked_until_it_is_changed(
    part: VoicePart,
) -> None:
    part.show_fault((Message("editor.no_day"),))
    assert part.error.plain.startswith("This is not a day.")
    assert part.day.property("wrong")

    part.day.setText("2026-11-01")
    assert part.error.plain == ""
    assert not part.day.property("wrong")
