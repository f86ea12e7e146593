"""A kiosk whose directory other computers change too: somebody looks, and what is new is shown."""

import pytest
from support.pretended_kiosk import PretendedKiosk

from ui.supervisor.supervisor import PREPARED_WITHIN, PREPARING_SILENT_FOR, STAFF_SILENT_FOR
from ui.supervisor.words import Ending, ProcessKind, Word

_WATCHER, _HELPER = ProcessKind.WATCHER, ProcessKind.HELPER


@pytest.fixture
def kiosk() -> PretendedKiosk:
    """Give one with a sitting in front, one that is warm, and one who watches."""
    kiosk = PretendedKiosk(can_watch=True)
    assert kiosk.alive(_WATCHER) == []
    kiosk.prepared()
    for _ in range(2):
        kiosk.say(kiosk.alive()[-1], Word.READY)
    kiosk.say(kiosk.shown, Word.SHOWN)
    return kiosk


def _watcher(kiosk: PretendedKiosk) -> int:
    (number,) = kiosk.alive(_WATCHER)
    return number


def test_kiosk_when_its_directory_is_its_own_then_nobody_watches() -> None:
    kiosk = PretendedKiosk()
    kiosk.prepared()
    kiosk.go_by(10)

    assert kiosk.alive(_WATCHER) == []


def test_kiosk_when_something_changed_elsewhere_then_it_is_made_ready_and_the_next_sees_it(
    kiosk: PretendedKiosk,
) -> None:
    front, spare = kiosk.alive()
    kiosk.say(front, Word.BEGUN)
    kiosk.die(_watcher(kiosk), 0)
    assert (kiosk.alive(_WATCHER), len(kiosk.alive(_HELPER))) == ([], 1)

    kiosk.prepared()

    assert front in kiosk.alive()  # whoever has begun goes on with what they saw
    assert spare not in kiosk.alive()
    assert len(kiosk.alive(_WATCHER)) == 1


def test_kiosk_when_nobody_has_begun_then_the_first_page_too_is_one_of_what_is_new(
    kiosk: PretendedKiosk,
) -> None:
    before = kiosk.alive()
    kiosk.die(_watcher(kiosk), 0)
    kiosk.prepared()
    new = [number for number in kiosk.alive() if number not in before]
    kiosk.say(new[0], Word.READY)
    kiosk.say(kiosk.shown, Word.SHOWN)

    assert not {*before} & {*kiosk.alive()}
    assert kiosk.shown == new[0]


def test_kiosk_when_whoever_watches_dies_or_hangs_then_another_one_does_a_little_later(
    kiosk: PretendedKiosk, caplog: pytest.LogCaptureFixture
) -> None:
    first = _watcher(kiosk)
    kiosk.die(first, 1)
    kiosk.go_by(5, *kiosk.alive())
    second = _watcher(kiosk)
    kiosk.go_by(STAFF_SILENT_FOR + 10, *kiosk.alive())

    assert first != second
    assert _watcher(kiosk) != second
    assert len(kiosk.alive(_HELPER)) == 0
    assert {record.args for record in caplog.records} == {("watcher",)}
    caplog.clear()


def test_kiosk_when_what_is_new_cannot_be_made_ready_then_it_is_not_tried_without_end(
    kiosk: PretendedKiosk, caplog: pytest.LogCaptureFixture
) -> None:
    tried = 0
    for _ in range(120):
        kiosk.go_by(0.5, *kiosk.alive(), *kiosk.alive(_WATCHER))
        for watcher in kiosk.alive(_WATCHER):
            kiosk.die(watcher, 0)
        for helper in kiosk.alive(_HELPER):
            tried += 1
            kiosk.die(helper, 1)

    caplog.clear()
    assert 5 <= tried <= 10  # in the first minute, and then less and less often


def test_kiosk_when_its_server_went_away_in_each_copy_then_it_is_looked_for_every_few_seconds(
    kiosk: PretendedKiosk, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(20):
        kiosk.go_by(4, *kiosk.alive(), *kiosk.alive(_WATCHER))
        for watcher in kiosk.alive(_WATCHER):
            kiosk.die(watcher, 0)
        for helper in kiosk.alive(_HELPER):
            kiosk.die(helper, Ending.CUT_OFF)
    kiosk.go_by(4, *kiosk.alive(), *kiosk.alive(_WATCHER))
    kiosk.die(_watcher(kiosk), 0)

    assert len(kiosk.alive(_HELPER)) == 1
    caplog.clear()


def test_kiosk_when_its_first_copy_takes_hours_and_gets_on_then_it_is_not_thrown_away() -> None:
    kiosk = PretendedKiosk(can_watch=True)
    (helper,) = kiosk.alive(_HELPER)

    kiosk.go_by(PREPARED_WITHIN + 1, helper)
    before = kiosk.alive()[-1]
    kiosk.say(before, Word.READY)
    kiosk.go_by(10 * PREPARING_SILENT_FOR, helper, *kiosk.alive())
    assert kiosk.alive(_HELPER) == [helper]
    assert kiosk.shown == before, "people see what there is meanwhile"
    kiosk.prepared()
    kiosk.say(kiosk.alive()[-1], Word.READY)

    assert kiosk.shown not in (0, before)
    assert kiosk.alive(_HELPER) == []
    assert len(kiosk.alive(_WATCHER)) == 1


def test_kiosk_when_staff_change_something_here_then_whoever_watches_makes_way(
    kiosk: PretendedKiosk,
) -> None:
    kiosk.say(kiosk.shown, Word.STAFF)
    (staff,) = kiosk.alive(ProcessKind.STAFF)
    kiosk.say(staff, Word.READY, Word.CHANGED)

    assert kiosk.alive(_WATCHER) == []
    assert len(kiosk.alive(_HELPER)) == 1
