import logging
from collections.abc import Callable

import pytest
from support.pretended_kiosk import LIMIT, PretendedKiosk

from ui.supervisor.supervisor import (
    CLOSED,
    CURTAIN_WITHIN,
    PREPARED_WITHIN,
    PREPARING_SILENT_FOR,
    PROVEN_AFTER,
    SCREEN_GONE,
    SILENT_FOR,
    STAFF_SILENT_FOR,
    WARM_WITHIN,
)
from ui.supervisor.words import ProcessKind, Word


@pytest.fixture
def kiosk() -> PretendedKiosk:
    """Give a kiosk with one sitting in front and one that is warm."""
    kiosk = PretendedKiosk()
    kiosk.prepared()
    for _ in range(2):
        kiosk.say(kiosk.alive()[-1], Word.READY)
    kiosk.say(kiosk.shown, Word.SHOWN)
    assert len(kiosk.alive()) == 2
    return kiosk


@pytest.fixture
def staff(kiosk: PretendedKiosk) -> int:
    """Give the number of staff's process, which is in front of that sitting."""
    kiosk.say(kiosk.shown, Word.STAFF)
    (staff,) = kiosk.alive(ProcessKind.STAFF)
    kiosk.say(staff, Word.READY)
    return staff


def test_kiosk_when_started_then_no_sitting_begins_before_the_directory_is_ready() -> None:
    kiosk = PretendedKiosk()
    assert [*kiosk.children.kinds.values()] == [ProcessKind.HELPER]

    kiosk.prepared()

    assert kiosk.alive(ProcessKind.HELPER) == []
    assert len(kiosk.alive()) == 1
    assert kiosk.children.told == []


def test_kiosk_when_what_makes_the_directory_ready_hangs_then_sittings_begin_without_it(
    caplog: pytest.LogCaptureFixture,
) -> None:
    kiosk = PretendedKiosk()
    (helper,) = kiosk.alive(ProcessKind.HELPER)

    kiosk.go_by(PREPARED_WITHIN)
    assert kiosk.children.alive == [helper]
    kiosk.go_by(0.5)
    kiosk.say(kiosk.alive()[-1], Word.READY)
    assert kiosk.shown
    kiosk.go_by(PREPARING_SILENT_FOR - PREPARED_WITHIN - 1, *kiosk.alive())
    assert kiosk.alive(ProcessKind.HELPER) == [helper], "it goes on behind a sitting"
    kiosk.go_by(2, *kiosk.alive())
    assert helper not in kiosk.children.alive
    assert len(kiosk.alive(ProcessKind.HELPER)) == 1


def test_kiosk_when_sittings_find_the_directory_damaged_then_it_is_made_ready_anew(
    kiosk: PretendedKiosk, caplog: pytest.LogCaptureFixture
) -> None:
    front, spare = kiosk.alive()
    kiosk.die(spare)
    closed = kiosk.alive()[-1]
    kiosk.say(closed, Word.FAULT, code=CLOSED)
    kiosk.say(closed, Word.READY)
    kiosk.die(front)
    kiosk.prepared()
    whole = kiosk.alive()[-1]
    kiosk.say(whole, Word.READY)

    assert kiosk.shown == whole
    kiosk.say(whole, Word.SHOWN)
    assert closed not in kiosk.alive()


def test_kiosk_when_making_the_directory_ready_does_not_help_then_it_is_tried_less_often(
    caplog: pytest.LogCaptureFixture,
) -> None:
    kiosk = PretendedKiosk()
    waits = []
    for _ in range(5):
        kiosk.prepared()
        kiosk.say(kiosk.alive()[-1], Word.FAULT, code=CLOSED)
        kiosk.say(kiosk.alive()[-1], Word.READY)
        waits.append(0.0)
        while not kiosk.alive(ProcessKind.HELPER):
            kiosk.go_by(0.5, *kiosk.alive())
            waits[-1] += 0.5

    assert waits == [0, 1, 2, 4, 8]


def test_directory_when_it_was_not_made_ready_then_sittings_stay_and_it_is_tried_again(
    kiosk: PretendedKiosk, staff: int, caplog: pytest.LogCaptureFixture
) -> None:
    kiosk.say(staff, Word.CHANGED, Word.ENDED)
    both = kiosk.alive()

    kiosk.prepared(exit_code=1)
    assert kiosk.alive() == both
    kiosk.prepared()

    assert kiosk.alive() != both


def test_sitting_when_ready_then_it_is_shown_and_the_next_one_begins(kiosk: PretendedKiosk) -> None:
    front, spare = kiosk.alive()

    assert kiosk.children.told == [(front, Word.SHOW)]
    assert spare != front


def test_sitting_when_over_then_the_next_one_covers_it_before_it_ends(
    kiosk: PretendedKiosk,
) -> None:
    front, spare = kiosk.alive()

    kiosk.say(front, Word.BEGUN, Word.ENDED)
    assert kiosk.shown == spare
    assert front in kiosk.alive()
    kiosk.say(spare, Word.SHOWN)

    assert front not in kiosk.alive()
    assert len(kiosk.alive()) == 2


def test_sitting_when_over_and_nobody_can_cover_it_then_it_ends_all_the_same() -> None:
    kiosk = PretendedKiosk()
    kiosk.prepared()
    (front,) = kiosk.alive()
    kiosk.say(front, Word.READY)
    warming = kiosk.alive()[-1]

    kiosk.say(front, Word.ENDED)
    kiosk.go_by(CURTAIN_WITHIN)

    assert front not in kiosk.alive()
    kiosk.say(warming, Word.READY)
    assert kiosk.shown == warming


def test_sitting_when_it_dies_then_the_next_one_is_shown_at_once(
    kiosk: PretendedKiosk, caplog: pytest.LogCaptureFixture
) -> None:
    front, spare = kiosk.alive()

    kiosk.die(front)

    assert kiosk.shown == spare
    assert len(kiosk.alive()) == 2


@pytest.mark.parametrize(
    ("seconds", "is_ended"),
    [pytest.param(SILENT_FOR, False, id="slow"), pytest.param(SILENT_FOR + 0.5, True, id="hangs")],
)
def test_sitting_when_it_says_nothing_then_it_is_ended_in_time(
    kiosk: PretendedKiosk, seconds: float, is_ended: bool, caplog: pytest.LogCaptureFixture
) -> None:
    front, spare = kiosk.alive()

    kiosk.go_by(seconds, spare)

    assert (front not in kiosk.alive()) is is_ended
    assert (kiosk.shown == spare) is is_ended


def test_sitting_when_it_never_gets_ready_then_another_one_is_begun(
    kiosk: PretendedKiosk, caplog: pytest.LogCaptureFixture
) -> None:
    front, _ = kiosk.alive()
    kiosk.say(front, Word.ENDED)
    kiosk.say(kiosk.shown, Word.SHOWN)
    front, warming = kiosk.alive()

    kiosk.go_by(WARM_WITHIN + 1, front)

    assert warming not in kiosk.alive()
    assert len(kiosk.alive()) == 2


def test_sitting_when_left_alone_and_not_ending_then_the_supervisor_ends_it(
    kiosk: PretendedKiosk, caplog: pytest.LogCaptureFixture
) -> None:
    front, spare = kiosk.alive()
    kiosk.say(front, Word.BEGUN)
    kiosk.go_by(100, front, spare)
    kiosk.say(front, Word.SIGN)

    kiosk.go_by(LIMIT, front, spare)
    assert kiosk.shown == front
    kiosk.go_by(0.5, front, spare)

    assert kiosk.shown == spare
    kiosk.say(spare, Word.SHOWN)
    assert front not in kiosk.alive()


def test_sitting_when_the_computer_slept_then_it_is_over_and_whoever_waits_is_alive(
    kiosk: PretendedKiosk, caplog: pytest.LogCaptureFixture
) -> None:
    front, spare = kiosk.alive()
    kiosk.say(front, Word.BEGUN)

    kiosk.sleep(LIMIT + 0.5)

    assert kiosk.shown == spare
    assert front in kiosk.alive(), "it covers the screen until the next one does"
    assert "hangs" not in caplog.text


def test_staff_when_the_computer_slept_then_their_window_does_not_hang(
    kiosk: PretendedKiosk, staff: int
) -> None:
    kiosk.sleep(10 * STAFF_SILENT_FOR)

    assert kiosk.alive(ProcessKind.STAFF) == [staff]


def test_sitting_when_nobody_began_then_it_waits_for_ever(kiosk: PretendedKiosk) -> None:
    both = kiosk.alive()

    kiosk.go_by(10 * LIMIT, *both)

    assert kiosk.alive() == both


@pytest.mark.parametrize("who", [ProcessKind.SITTING, ProcessKind.STAFF])
def test_kiosk_when_its_screen_dies_then_it_says_so_once_and_ends_as_a_failure(
    kiosk: PretendedKiosk, staff: int, caplog: pytest.LogCaptureFixture, who: ProcessKind
) -> None:
    kiosk.has_screen = False
    kiosk.go_by(1.0, *kiosk.children.alive)
    assert kiosk.supervisor.exit_code is None, "nobody asks as long as all live"

    for number in [*kiosk.alive(who), *kiosk.children.alive]:
        kiosk.die(number, 1)

    assert kiosk.supervisor.exit_code == SCREEN_GONE != 0
    assert kiosk.children.alive == []
    assert [each.message for each in caplog.records].count("the screen is gone") == 1


def test_sittings_when_they_die_early_again_and_again_then_they_are_begun_less_often(
    caplog: pytest.LogCaptureFixture,
) -> None:
    kiosk = PretendedKiosk()
    kiosk.prepared()
    waits = []
    for _ in range(11):
        kiosk.die(kiosk.alive()[-1])
        waits.append(0.0)
        while not kiosk.alive():
            kiosk.go_by(0.5)
            waits[-1] += 0.5

    assert waits[:7] == [0, 0, 1, 2, 4, 8, 16]
    assert waits[-1] == 60
    assert caplog.records[2].levelno == logging.ERROR


def test_sitting_when_it_lasts_then_earlier_deaths_are_forgotten(
    caplog: pytest.LogCaptureFixture,
) -> None:
    kiosk = PretendedKiosk()
    kiosk.prepared()
    for _ in range(2):
        kiosk.die(kiosk.alive()[-1])

    kiosk.say(kiosk.alive()[-1], Word.READY)
    kiosk.go_by(PROVEN_AFTER + 1, *kiosk.alive())
    kiosk.die(kiosk.alive()[-1])

    assert len(kiosk.alive()) == 2


@pytest.mark.parametrize("ending", ["died", "babbled", "hung"])
def test_sittings_when_they_break_each_time_they_are_shown_then_they_are_begun_less_often(
    ending: str, caplog: pytest.LogCaptureFixture
) -> None:
    kiosk = PretendedKiosk()
    kiosk.prepared()
    for _ in range(7):
        while not kiosk.alive():
            kiosk.go_by(0.5)
        kiosk.say(kiosk.alive()[-1], Word.READY)
        front = kiosk.shown
        kiosk.go_by(1, *kiosk.alive())
        if ending == "died":
            kiosk.die(front)
        elif ending == "babbled":
            kiosk.supervisor.heard(front, None)
        else:
            kiosk.go_by(SILENT_FOR + 0.5, *(each for each in kiosk.alive() if each != front))

    args = [record.args for record in caplog.records if record.levelno == logging.ERROR]
    assert args == [(3, 1), (4, 2), (5, 4), (6, 8), (7, 16)]


def test_sittings_when_one_lasts_and_those_behind_it_die_then_they_are_begun_less_often(
    kiosk: PretendedKiosk, caplog: pytest.LogCaptureFixture
) -> None:
    front, spare = kiosk.alive()
    kiosk.go_by(PROVEN_AFTER + 1, front, spare)
    waits = []
    for _ in range(5):
        kiosk.die(kiosk.alive()[-1])
        waits.append(0.0)
        while len(kiosk.alive()) == 1:
            kiosk.go_by(0.5, front)
            waits[-1] += 0.5
        kiosk.go_by(PROVEN_AFTER + 1, *kiosk.alive())

    assert waits == [0, 0, 0, 1, 2], "the first one had lasted"


def test_child_when_it_says_what_it_may_not_then_it_is_ended(
    kiosk: PretendedKiosk, caplog: pytest.LogCaptureFixture
) -> None:
    front, spare = kiosk.alive()

    kiosk.supervisor.heard(front, None)

    assert front not in kiosk.alive()
    assert kiosk.shown == spare


def test_staff_when_wished_for_then_the_sitting_stays_until_the_pin_is_given(
    kiosk: PretendedKiosk, staff: int
) -> None:
    front, spare = kiosk.alive()
    assert front in kiosk.alive()

    kiosk.say(staff, Word.BEGUN)
    assert kiosk.alive() == [spare]
    told = len(kiosk.children.told)
    kiosk.go_by(1, spare, staff)
    assert len(kiosk.children.told) == told, "staff is covered by nobody"

    kiosk.say(staff, Word.ENDED)
    assert kiosk.alive(ProcessKind.STAFF) == []
    assert kiosk.shown == spare


def test_staff_when_nobody_comes_in_then_the_sitting_gets_the_keys_back(
    kiosk: PretendedKiosk, staff: int
) -> None:
    front, spare = kiosk.alive()
    kiosk.children.told.clear()

    kiosk.say(staff, Word.ENDED)

    assert (kiosk.alive(), kiosk.children.told) == ([front, spare], [(front, Word.SHOW)])


def test_staff_when_wished_for_twice_then_there_is_one(kiosk: PretendedKiosk, staff: int) -> None:
    kiosk.say(kiosk.shown, Word.STAFF)

    assert kiosk.alive(ProcessKind.STAFF) == [staff]


@pytest.mark.parametrize("ending", ["died", "hung"])
def test_staff_when_it_breaks_then_a_sitting_is_in_front(
    kiosk: PretendedKiosk, staff: int, ending: str, caplog: pytest.LogCaptureFixture
) -> None:
    kiosk.say(staff, Word.BEGUN)
    (spare,) = kiosk.alive()

    if ending == "died":
        kiosk.die(staff)
    else:
        kiosk.go_by(STAFF_SILENT_FOR + 1, spare)

    assert kiosk.alive(ProcessKind.STAFF) == []
    assert kiosk.shown == spare


def test_staff_when_a_sitting_is_over_below_it_then_nothing_covers_staff(
    kiosk: PretendedKiosk, staff: int
) -> None:
    front, spare = kiosk.alive()

    kiosk.say(front, Word.ENDED)
    kiosk.go_by(CURTAIN_WITHIN, spare, staff)

    assert kiosk.alive() == [spare]
    assert kiosk.shown == front


def test_directory_when_changed_then_nobody_begins_on_the_old_one(
    kiosk: PretendedKiosk, staff: int
) -> None:
    front, spare = kiosk.alive()
    kiosk.say(staff, Word.BEGUN, Word.CHANGED, Word.ENDED)
    assert kiosk.shown == spare, "somebody is there while it is made ready"

    kiosk.prepared()
    renewed = kiosk.alive()[-1]
    assert renewed not in (front, spare)
    kiosk.say(renewed, Word.READY)
    assert kiosk.shown == renewed
    kiosk.say(renewed, Word.SHOWN)

    assert spare not in kiosk.alive()
    assert len(kiosk.alive()) == 2


def test_directory_when_changed_after_somebody_began_then_they_go_on_undisturbed(
    kiosk: PretendedKiosk, staff: int
) -> None:
    kiosk.say(staff, Word.CHANGED, Word.ENDED)
    front, spare = kiosk.alive()
    kiosk.say(front, Word.BEGUN)

    kiosk.prepared()
    kiosk.say(kiosk.alive()[-1], Word.READY)

    assert spare not in kiosk.alive()
    assert front in kiosk.alive()
    assert kiosk.shown == front


def test_directory_when_staff_ends_without_a_word_then_it_is_made_ready_anew(
    kiosk: PretendedKiosk, staff: int, caplog: pytest.LogCaptureFixture
) -> None:
    kiosk.say(staff, Word.BEGUN)
    assert kiosk.alive(ProcessKind.HELPER) == []

    kiosk.die(staff)

    assert len(kiosk.alive(ProcessKind.HELPER)) == 1


def test_directory_when_changed_while_it_is_made_ready_then_that_is_done_once_more(
    kiosk: PretendedKiosk, staff: int
) -> None:
    kiosk.say(staff, Word.CHANGED, Word.CHANGED)
    (first,) = kiosk.alive(ProcessKind.HELPER)

    kiosk.prepared()
    (second,) = kiosk.alive(ProcessKind.HELPER)
    assert second != first
    kiosk.prepared()

    assert kiosk.alive(ProcessKind.HELPER) == []


@pytest.mark.parametrize(
    "end",
    [
        pytest.param(lambda kiosk, _: kiosk.supervisor.stop(), id="by_the_system"),
        pytest.param(lambda kiosk, staff: kiosk.say(staff, Word.LEAVE), id="staff"),
    ],
)
def test_kiosk_when_ended_then_everything_ends_and_nothing_begins(
    kiosk: PretendedKiosk, staff: int, end: Callable[[PretendedKiosk, int], None]
) -> None:
    end(kiosk, staff)
    kiosk.go_by(5)

    assert kiosk.children.alive == []
    assert kiosk.supervisor.exit_code == 0


def test_fault_when_told_then_it_is_logged_and_what_every_sitting_lacks_only_once(
    kiosk: PretendedKiosk, caplog: pytest.LogCaptureFixture
) -> None:
    for code in ("confinement:network", "confinement:network", "KeyError:ui.app:1"):
        kiosk.say(kiosk.shown, Word.FAULT, code=code)

    said = [record.getMessage() for record in caplog.records]
    assert said == ["fault: confinement:network", "fault: KeyError:ui.app:1"]


def test_limit_when_set_lower_meanwhile_then_a_sitting_goes_by_the_one_it_began_with(
    kiosk: PretendedKiosk, caplog: pytest.LogCaptureFixture
) -> None:
    front, spare = kiosk.alive()
    kiosk.say(front, Word.BEGUN)
    kiosk.limit = 10.0

    kiosk.go_by(LIMIT - 1, front, spare)
    assert kiosk.shown == front
    kiosk.go_by(2, front, spare)

    assert kiosk.shown == spare
    assert "did not end by itself" in caplog.text
