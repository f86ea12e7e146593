import sys
import time

import pytest

from ui.supervisor.idle_clock import idle_clock


@pytest.mark.skipif(sys.platform != "linux", reason="a clock of Linux")
def test_clock_when_asked_then_it_is_the_one_that_goes_on_in_sleep(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = time.clock_gettime(time.CLOCK_BOOTTIME)
    assert before <= idle_clock() <= time.clock_gettime(time.CLOCK_BOOTTIME)

    clocks = {time.CLOCK_BOOTTIME: 7200.0, time.CLOCK_MONOTONIC: 5.0}
    monkeypatch.setattr(time, "clock_gettime", clocks.__getitem__)
    assert idle_clock() == 7200.0


def test_clock_when_the_system_has_none_of_its_own_then_it_is_the_usual_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    before = time.monotonic()

    assert before <= idle_clock() <= time.monotonic()


def test_clock_when_the_date_is_set_back_then_it_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    before = idle_clock()
    monkeypatch.setattr(time, "time", lambda: 0.0)

    assert idle_clock() >= before
