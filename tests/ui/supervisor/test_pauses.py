from ui.supervisor.pauses import Pauses


class _Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_pauses_when_it_fails_again_and_again_then_they_grow_to_the_longest() -> None:
    pauses = Pauses(_Clock(), 2, 60)

    assert [pauses.grow() for _ in range(10)] == [0, 0, 1, 2, 4, 8, 16, 32, 60, 60]
    pauses.failures = 100_000
    assert pauses.grow() == 60


def test_pause_when_it_has_begun_then_it_is_waited_for() -> None:
    clock = _Clock()
    pauses = Pauses(clock, 0, 60)
    assert pauses.is_over

    pauses.grow()
    pauses.forget()
    assert not pauses.is_over
    clock.now += 1

    assert pauses.is_over


def test_pauses_when_it_succeeded_then_they_begin_anew() -> None:
    pauses = Pauses(_Clock(), 1, 60)
    waits = [pauses.grow(), pauses.grow(), pauses.grow()]
    pauses.forget()

    assert [*waits, pauses.grow()] == [0, 1, 2, 0]
