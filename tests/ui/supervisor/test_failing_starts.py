"""A system without room for one more process: whoever is there goes on."""

import pytest
from support.pretended_kiosk import PretendedKiosk

from ui.supervisor.words import ProcessKind, Word


@pytest.fixture
def kiosk() -> PretendedKiosk:
    """Give a kiosk with somebody in front, one that is warm, and no room for another."""
    kiosk = PretendedKiosk()
    kiosk.prepared()
    for _ in range(2):
        kiosk.say(kiosk.alive()[-1], Word.READY)
    kiosk.say(kiosk.shown, Word.SHOWN, Word.BEGUN)
    kiosk.children.has_room = False
    return kiosk


def _beginnings(kiosk: PretendedKiosk) -> int:
    return len(kiosk.children.kinds)


def test_kiosk_when_no_spare_can_be_started_then_whoever_is_in_front_goes_on(
    kiosk: PretendedKiosk, caplog: pytest.LogCaptureFixture
) -> None:
    front, spare = kiosk.alive()

    kiosk.die(spare)
    kiosk.go_by(30, front)

    assert kiosk.children.alive == [front]
    assert kiosk.supervisor.exit_code is None
    assert "a process could not be started: sitting" in caplog.text


def test_kiosk_when_there_is_room_again_then_the_next_one_comes_after_a_pause(
    kiosk: PretendedKiosk, caplog: pytest.LogCaptureFixture
) -> None:
    front, spare = kiosk.alive()
    kiosk.die(spare)
    kiosk.go_by(5, front)
    kiosk.children.has_room = True
    begun = _beginnings(kiosk)

    kiosk.go_by(60, front)

    assert _beginnings(kiosk) == begun + 1
    assert len(kiosk.alive()) == 2
    assert "the next one in 2 s" in caplog.text


def test_kiosk_when_nobody_could_be_started_behind_one_that_ends_then_the_next_one_waits(
    kiosk: PretendedKiosk, caplog: pytest.LogCaptureFixture
) -> None:
    front, spare = kiosk.alive()
    kiosk.die(spare)
    kiosk.say(front, Word.ENDED)
    kiosk.go_by(5)
    assert kiosk.children.alive == []

    kiosk.children.has_room = True
    kiosk.go_by(60, *kiosk.alive())
    (new,) = kiosk.alive()
    kiosk.say(new, Word.READY)

    assert kiosk.shown == new


def test_staff_when_their_window_cannot_be_started_then_they_can_ask_again(
    kiosk: PretendedKiosk, caplog: pytest.LogCaptureFixture
) -> None:
    front, spare = kiosk.alive()

    kiosk.say(front, Word.STAFF)
    assert kiosk.children.alive == [front, spare]
    kiosk.children.has_room = True
    kiosk.say(front, Word.STAFF)

    assert len(kiosk.alive(ProcessKind.STAFF)) == 1


def test_directory_when_what_makes_it_ready_cannot_be_started_then_it_is_tried_again(
    caplog: pytest.LogCaptureFixture,
) -> None:
    kiosk = PretendedKiosk()
    kiosk.prepared()
    kiosk.say(kiosk.alive()[-1], Word.READY)
    kiosk.say(kiosk.shown, Word.SHOWN, Word.BEGUN, Word.STAFF)
    (staff,) = kiosk.alive(ProcessKind.STAFF)
    kiosk.children.has_room = False

    kiosk.say(staff, Word.CHANGED)
    assert kiosk.alive(ProcessKind.HELPER) == []
    kiosk.children.has_room = True
    kiosk.go_by(5, *kiosk.alive())

    assert len(kiosk.alive(ProcessKind.HELPER)) == 1
    assert "a process could not be started: helper" in caplog.text
