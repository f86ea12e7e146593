"""What a kiosk tells of itself, as far as its supervisor sees it."""

import pytest
from support.pretended_kiosk import PretendedKiosk

from matcher.directory.kiosk_event import KioskWord
from ui.supervisor.supervisor import PROVEN_AFTER
from ui.supervisor.words import ProcessKind, Word


@pytest.fixture
def kiosk() -> PretendedKiosk:
    kiosk = PretendedKiosk()
    kiosk.prepared()
    return kiosk


def _sit(kiosk: PretendedKiosk) -> None:
    for _ in range(2):
        kiosk.say(kiosk.alive()[-1], Word.READY)
    kiosk.say(kiosk.shown, Word.SHOWN)


def test_kiosk_when_people_sit_there_one_after_another_then_nothing_is_told(
    kiosk: PretendedKiosk,
) -> None:
    for _ in range(5):
        _sit(kiosk)
        front = kiosk.shown
        kiosk.say(front, Word.BEGUN, Word.SIGN)
        kiosk.go_by(PROVEN_AFTER + 1, *kiosk.alive())
        kiosk.say(front, Word.ENDED)
        kiosk.go_by(2, *kiosk.alive())

    assert kiosk.told == []


def test_kiosk_when_staff_come_in_then_it_is_told_once_they_are_past_the_pin(
    kiosk: PretendedKiosk,
) -> None:
    _sit(kiosk)
    kiosk.say(kiosk.shown, Word.STAFF)
    (staff,) = kiosk.alive(ProcessKind.STAFF)
    kiosk.say(staff, Word.READY)
    assert kiosk.told == []

    kiosk.say(staff, Word.BEGUN, Word.CHANGED, Word.ENDED)

    assert kiosk.told == [KioskWord.STAFF]


def test_kiosk_when_sittings_end_early_again_and_again_then_it_is_told_once(
    kiosk: PretendedKiosk, caplog: pytest.LogCaptureFixture
) -> None:
    told = []
    for _ in range(8):
        while not kiosk.alive():
            kiosk.go_by(0.5)
        kiosk.die(kiosk.alive()[-1])
        told.append(len(kiosk.told))

    assert told == [0, 0, 1, 1, 1, 1, 1, 1]
    assert kiosk.told == [KioskWord.EARLY]
    caplog.clear()
