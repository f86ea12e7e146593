from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.staff_rooms import TODAY, Room, open_room
from support.window import settle

from matcher.directory.profile import Source
from ui.controllers.acts_controller import ACTS_AT_ONCE, Deeds


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot) -> Iterator[Room]:
    with open_room(tmp_path) as room:
        room.services.editing.change("p-1", {"city": "Ulm"}, source=Source.CLINIC, day=TODAY)
        yield room
        settle()


def _listed(room: Room, qtbot: QtBot) -> Deeds:
    with qtbot.waitSignal(room.acts.listed) as told:
        room.acts.request()
    assert isinstance(told.args[0], Deeds)
    return told.args[0]


def test_acts_when_asked_for_then_the_newest_come_first_with_whom_they_concern(
    room: Room, qtbot: QtBot
) -> None:
    deeds = _listed(room, qtbot)

    assert [act.id for act in deeds.acts] == [2, 1]
    assert deeds.subjects == {
        1: {"p-1": "Ana Vidal", "p-2": "Bo Lund"},
        2: {"p-1": "Ana Vidal"},
    }
    assert deeds.is_all


def test_acts_when_of_one_profile_then_each_says_what_it_did_there(
    room: Room, qtbot: QtBot
) -> None:
    room.acts.open("p-1")

    deeds = _listed(room, qtbot)

    assert [act.id for act in deeds.acts] == [2, 1]
    assert [change.after.value for change in deeds.changes[2]] == ["Ulm"]


def test_acts_when_there_are_many_then_older_ones_come_when_asked_for(
    room: Room, qtbot: QtBot
) -> None:
    for number in range(ACTS_AT_ONCE):
        day = TODAY + timedelta(days=number)
        cells = {"city": f"Town {number}"}
        room.services.editing.change("p-2", cells, source=Source.CLINIC, day=day)

    deeds = _listed(room, qtbot)
    assert (len(deeds.acts), deeds.is_all) == (ACTS_AT_ONCE, False)

    with qtbot.waitSignal(room.acts.listed) as told:
        room.acts.request_more()
    assert (len(told.args[0].acts), told.args[0].is_all) == (ACTS_AT_ONCE + 2, True)


def test_undo_when_done_then_it_can_be_undone_in_turn(room: Room, qtbot: QtBot) -> None:
    with qtbot.waitSignal(room.acts.previewed) as told:
        room.acts.preview(2)
    assert told.args[0].count == 1
    assert room.directory.profile("p-1").value("city") == "Ulm"

    with qtbot.waitSignal(room.acts.undone) as told:
        room.acts.undo(2)
    assert room.directory.profile("p-1").value("city") == "Aue"

    with qtbot.waitSignal(room.acts.undone):
        room.acts.undo(told.args[0].act_id)
    assert room.directory.profile("p-1").value("city") == "Ulm"
    assert room.services.history.acts(1)[0].deed.who == "Kim"


def test_undo_when_it_cannot_be_done_then_it_is_told_of_that_act(room: Room, qtbot: QtBot) -> None:
    with qtbot.waitSignal(room.acts.undone):
        room.acts.undo(2)

    for ask in (room.acts.undo, room.acts.preview):
        with qtbot.waitSignal(room.acts.refused) as told:
            ask(2)
        assert told.args[0] == 2


def test_undo_when_nobody_is_signed_in_then_signing_in_is_asked_for(
    room: Room, qtbot: QtBot
) -> None:
    room.session.sign_out()

    with qtbot.waitSignal(room.session.sign_in_requested):
        room.acts.undo(2)

    assert not room.acts.busy


def test_acts_when_there_never_was_such_a_profile_then_that_is_told(
    room: Room, qtbot: QtBot
) -> None:
    room.acts.open("p-9")

    with qtbot.waitSignal(room.acts.failed):
        room.acts.request()
