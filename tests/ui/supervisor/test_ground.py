import pytest

from ui.supervisor.ground import Ground
from ui.supervisor.words import Ending, ProcessKind


class _Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> _Clock:
    return _Clock()


@pytest.fixture
def ground(clock: _Clock) -> Ground:
    """Give one that was made ready once."""
    ground = Ground(clock)
    ground.change()
    _work(ground)
    return ground


def _work(ground: Ground, how: Ending = Ending.DONE) -> None:
    assert ground.is_due
    ground.begin()
    assert not ground.is_due
    ground.note_end(ProcessKind.HELPER, how)


def test_ground_when_made_ready_then_that_is_a_new_state(ground: Ground) -> None:
    assert (ground.state, ground.is_due) == (1, False)

    ground.change()
    _work(ground)

    assert (ground.state, ground.is_due) == (2, False)


def test_ground_when_it_could_not_be_made_ready_then_the_state_is_the_one_before(
    ground: Ground,
) -> None:
    ground.change()
    _work(ground, Ending.FAILED)

    assert (ground.state, ground.is_due) == (1, True)


def test_ground_when_the_first_try_fails_then_sittings_begin_all_the_same(clock: _Clock) -> None:
    ground = Ground(clock)
    ground.change()
    _work(ground, Ending.FAILED)

    assert ground.state == 1


def test_ground_when_changed_in_the_middle_of_the_work_then_it_is_done_once_more(
    ground: Ground,
) -> None:
    ground.change()
    ground.begin()
    ground.change()
    ground.note_end(ProcessKind.HELPER, Ending.DONE)

    assert ground.is_due


def test_ground_when_missed_again_and_again_then_pauses_grow(ground: Ground, clock: _Clock) -> None:
    waits = []
    for _ in range(14):
        ground.miss(ground.state)
        ground.miss(ground.state)
        waits.append(0)
        while not ground.is_due:
            waits[-1] += 1
            clock.now += 1
        _work(ground)

    assert waits[:5] == [0, 1, 2, 4, 8]
    assert waits[-1] == 600


def test_ground_when_found_then_the_next_miss_is_the_first(ground: Ground) -> None:
    ground.miss(1)
    _work(ground)
    ground.find(2)
    ground.miss(2)

    assert ground.is_due


def test_ground_when_not_yet_made_ready_again_then_pauses_are_not_forgotten(
    ground: Ground,
) -> None:
    ground.change()
    _work(ground, Ending.FAILED)
    ground.find(1)
    _work(ground, Ending.FAILED)

    assert not ground.is_due


def test_ground_when_missed_by_a_sitting_of_an_older_state_then_nothing_is_done(
    ground: Ground,
) -> None:
    ground.change()
    _work(ground)
    ground.miss(1)

    assert not ground.is_due


@pytest.fixture
def shared(clock: _Clock) -> Ground:
    """Give the ground of a directory on a server that was made ready once."""
    ground = Ground(clock, is_shared=True)
    ground.change()
    _work(ground)
    return ground


def _see_change(ground: Ground) -> None:
    assert ground.is_to_watch
    ground.note_end(ProcessKind.WATCHER, Ending.DONE)


def test_ground_when_a_change_is_seen_and_cannot_be_made_ready_again_and_again_then_pauses_grow(
    shared: Ground, clock: _Clock
) -> None:
    tries, begin = [], clock.now
    while clock.now < begin + 3600:
        if shared.is_to_watch:
            _see_change(shared)
        if shared.is_due:
            tries.append(clock.now - begin)
            _work(shared, Ending.FAILED)
        clock.now += 1

    assert len(tries) < 20
    assert tries[-1] - tries[-2] >= 600


def test_ground_when_it_can_be_made_ready_again_then_what_is_seen_is_done_at_once(
    shared: Ground, clock: _Clock
) -> None:
    for _ in range(2):
        _see_change(shared)
        _work(shared, Ending.FAILED)
        clock.now += 4
    assert shared.is_due
    _work(shared)

    _see_change(shared)

    assert shared.is_due


def test_ground_when_the_server_was_away_for_long_then_what_is_seen_then_is_done_at_once(
    shared: Ground, clock: _Clock
) -> None:
    _see_change(shared)
    for _ in range(12):  # nothing comes from the server, however often it is asked
        while not shared.is_due:
            clock.now += 1
        _work(shared, Ending.CUT_OFF)
    clock.now += 4

    _see_change(shared)

    assert shared.is_due


def test_ground_when_the_server_went_away_again_and_again_in_the_work_then_it_is_still_watched(
    shared: Ground, clock: _Clock
) -> None:
    for _ in range(12):
        while not shared.is_to_watch:  # it is away for so long that the pauses between tries grow
            assert clock.now < 2000
            if shared.is_due:
                _work(shared, Ending.CUT_OFF)
            clock.now += 1
        _see_change(shared)
        _work(shared, Ending.CUT_OFF)
    clock.now += 4

    _see_change(shared)

    assert shared.is_due


def test_ground_when_each_look_is_answered_and_each_copy_ended_as_slow_then_it_is_asked_for_rarely(
    shared: Ground, clock: _Clock
) -> None:
    tries, looks, begin = 0, 0, clock.now
    while clock.now < begin + 3600:
        if shared.is_due:
            tries += 1
            shared.begin()
            clock.now += 6
            shared.note_end(ProcessKind.HELPER, Ending.FAILED)
        elif shared.is_to_watch:
            looks += 1
            _see_change(shared)
        clock.now += 1

    assert tries < 20
    assert looks >= tries - 5, "what there is to tell goes out between two tries"


def test_ground_when_the_server_was_frozen_in_two_copies_then_the_next_is_made_within_seconds(
    shared: Ground, clock: _Clock
) -> None:
    shared.change()
    for _ in range(6):  # it was away before, and pauses have grown
        while not shared.is_due:
            clock.now += 1
        _work(shared, Ending.CUT_OFF)
    clock.now += 4
    _see_change(shared)
    _work(shared)

    _see_change(shared)
    _work(shared, Ending.FAILED)  # what it had begun it takes for too slow, once it goes on
    clock.now += 1
    if shared.is_to_watch:
        _see_change(shared)
    _work(shared, Ending.FAILED)
    clock.now += 2

    assert shared.is_due


def test_ground_when_only_time_may_help_then_one_look_between_two_tries_brings_no_try(
    shared: Ground, clock: _Clock
) -> None:
    for _ in range(8):
        while not shared.is_due:
            clock.now += 1
            if shared.is_to_watch:
                shared.note_end(ProcessKind.WATCHER, Ending.DONE)
        _work(shared, Ending.FAILED)
        clock.now += 4
        if not shared.is_due:
            _see_change(shared)

    assert not shared.is_to_watch
    assert not shared.is_due


def test_ground_when_the_server_went_away_between_two_tries_on_a_full_disk_then_pauses_grow(
    shared: Ground, clock: _Clock
) -> None:
    tries, begin = 0, clock.now
    while clock.now < begin + 3600:
        if shared.is_to_watch:
            _see_change(shared)
        if shared.is_due:
            tries += 1
            _work(shared, Ending.CUT_OFF if tries % 2 else Ending.FAILED)
        clock.now += 1

    assert tries < 25
