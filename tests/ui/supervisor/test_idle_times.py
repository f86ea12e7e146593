"""The supervisor gives way to a sitting that ends by itself, and not for long."""

from functools import partial

import pytest

from ui.supervisor import idle_times
from ui.supervisor.supervisor import Clocks, Supervisor
from ui.supervisor.words import ProcessKind, Said, Word

_LIMIT = 180.0
_BEGUN_AT = 1000.0


class _Children:
    can_watch = False

    def __init__(self) -> None:
        self.told: list[int] = []
        self._count = 0

    def start(self, _kind: ProcessKind) -> int:
        self._count += 1
        return self._count

    def tell(self, number: int, _word: Word) -> None:
        self.told.append(number)

    def kill(self, number: int) -> None:
        pass


def _covered_at(heard_sign_at: float) -> float:
    """Return when the supervisor, looking as late as it may, covers a sitting that hangs on."""
    now = [_BEGUN_AT]
    children = _Children()
    clock = partial(now.__getitem__, 0)
    supervisor = Supervisor(
        children, lambda: _LIMIT + idle_times.GRACE, clocks=Clocks(clock, clock)
    )
    supervisor.start()
    supervisor.died(1, 0)
    for number in (2, 3):
        supervisor.heard(number, Said(Word.READY))
    supervisor.heard(2, Said(Word.BEGUN))
    now[0] = heard_sign_at
    supervisor.heard(2, Said(Word.SIGN))
    while children.told[-1] == 2:
        now[0] += idle_times.SUPERVISOR_LOOKS_APART
        for number in (2, 3):
            supervisor.heard(number, Said(Word.ALIVE))
        supervisor.look()
    return now[0]


@pytest.mark.parametrize("untold", [0.0, idle_times.SIGNS_APART], ids=["told", "untold"])
def test_sitting_when_nobody_is_there_then_it_ends_first_and_the_supervisor_soon_after(
    untold: float,
    caplog: pytest.LogCaptureFixture,
) -> None:
    limit = _BEGUN_AT + 50 + _LIMIT
    ends_itself = limit + idle_times.UNSEEN + idle_times.PRINTER_WAITED

    covered = _covered_at(_BEGUN_AT + 50 - untold)

    assert ends_itself + idle_times.PRINTER_LOOKS_APART < covered <= limit + 3


def test_times_when_added_up_then_they_keep_what_is_promised() -> None:
    assert idle_times.UNSEEN <= 1
    assert idle_times.ENDED_WITHIN <= 3
