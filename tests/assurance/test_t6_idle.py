"""Nobody there: asked after a while, with time to answer as often as one likes, then cleared.

With a clock of its own: 20 cases, and 200 in a minute. And once in real time, on a real screen:
with limits of a few seconds, or the usual 120 and 60, which takes three minutes.
"""

import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from random import Random
from time import monotonic, sleep

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu
from support.figures import Note
from support.kiosk_process import Kiosk, is_alive, running_kiosk
from support.window import open_window, press_from_outside, settle

from ui.idle.idle_watch import IdleWatch
from ui.kiosk import shared_screen
from ui.kiosk_window import KioskWiring
from ui.settings import Settings

_SEED = 20_261_123
_LOOK = 0.5
_STEP = 0.02
_LATEST = 1.0
_WARNS, _CLEARS = (60, 600), (60, 300)
_MOST_ANSWERS = 8
_NEXT = (1079, 757)
_CONTROL = 3
_CONTROL_LIMITS = (1, 1)
_NOBODY_LOOKS = """
from ui import kiosk_command
from ui.supervisor import idle_times
kiosk_command.GRACE = idle_times.LOOKS_APART = 9999
"""


class Clock:
    """Says what it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class NeverLooks(IdleWatch):
    """Lets the time pass."""

    def look(self) -> None:
        """See nothing."""


class Case:
    """One sitting whose clock is ours."""

    def __init__(self, wiring: KioskWiring, clock: Clock, chance: Random) -> None:
        self._wiring, self._clock, self._chance = wiring, clock, chance
        self.warnings = self.ends = self.menus = 0
        wiring.shared.idle.warned.connect(self._count_warning)
        wiring.ended.connect(self._count_end)
        wiring.window.page.go_on()  # type: ignore[attr-defined]
        wiring.shared.idle.touch()

    def be_left(self, answers: int) -> tuple[float, float]:
        """Answer so often and then no more; return the seconds to the warning and to the end."""
        settings = self._wiring.settings
        for number in range(answers):
            self._open_menu()
            self._wait(settings.warns_after, lambda n=number: self.warnings > n)
            assert QApplication.activePopupWidget() is None
            self._clock.now += self._chance.uniform(0.0, settings.clears_after - _LOOK)
            self._wiring.shared.idle.look()
            assert self.ends == 0
            self._answer()
            assert not self._wiring.shared.question.warning.isVisible()
        warned = self._wait(settings.warns_after, lambda: self.warnings > answers)
        assert self._wiring.shared.question.warning.isVisible()
        ended = self._wait(settings.clears_after, lambda: self.ends == 1)
        return warned, ended

    def _wait(self, at_least: float, is_over: Callable[[], bool]) -> float:
        """Let the clock go on until something is so; it must not be so before its time."""
        begun = self._clock.now
        # Most of it at once, and where it counts in the steps of the program.
        self._clock.now += at_least - 3 * _LOOK + self._chance.uniform(0.0, _LOOK)
        while not is_over():
            self._wiring.shared.idle.look()
            assert is_over() <= (self._clock.now - begun >= at_least)
            if not is_over():
                self._clock.now += _LOOK
            assert self._clock.now - begun < at_least + 10
        return self._clock.now - begun

    def _open_menu(self) -> None:
        """Open one now and then, as somebody does who wonders what is in it, and leave it."""
        menu = self._wiring.window.header.findChild(QMenu)
        assert menu is not None
        if self._chance.random() < 0.5:
            menu.popup(QPoint(self._chance.randrange(300), 0))
            self.menus += 1

    def _answer(self) -> None:
        if self._chance.random() < 0.5:
            self._wiring.shared.question.warning.answered.emit()
        else:
            # By our clock too: two that come within two milliseconds are a key that repeats itself.
            at, window = round(1000 * self._clock.now), self._wiring.window.windowHandle()
            press_from_outside(Qt.Key.Key_Shift, at, window)

    def _count_warning(self) -> None:
        self.warnings += 1

    def _count_end(self) -> None:
        self.ends += 1


# Without a screen Qt has none to hold on to for a menu that opens.
@pytest.mark.qt_log_ignore("^This plugin does not support grabbing the keyboard")
def test_sitting_when_nobody_answers_then_it_ends_in_time_and_never_before(
    qapp: object,
    monkeypatch: pytest.MonkeyPatch,
    size: Callable[[int, int], int],
    figure: Note,
) -> None:
    chance, clock = Random(_SEED), Clock()
    monkeypatch.setattr(shared_screen, "IdleWatch", partial(IdleWatch, clock=clock))
    late, answers, menus, cases = 0.0, 0, 0, size(20, 200)
    for _ in range(cases):
        limits = (float(chance.randint(*_WARNS)), float(chance.randint(*_CLEARS)))
        settings = Settings(is_kiosk=True, warns_after=limits[0], clears_after=limits[1])
        with open_window(settings) as wiring:
            case, count = Case(wiring, clock, chance), chance.randint(0, _MOST_ANSWERS)
            warned, ended = case.be_left(count)
            settle()
            assert (case.warnings, case.ends) == (count + 1, 1)
        late = max(late, warned - limits[0], ended - limits[1])
        answers += count
        menus += case.menus
    monkeypatch.setattr(shared_screen, "IdleWatch", partial(NeverLooks, clock=clock))
    open_still = sum(_goes_on(clock, chance) for _ in range(_CONTROL))
    tried = {"cases": cases, "warnings_answered": answers, "menus_left_open": menus}
    control = {"cases": _CONTROL, "never_cleared_where_nobody_looks": open_still}
    figure("T6", "clock", tried, {"seconds_late_at_most": round(late, 2)}, control)

    assert late <= _LATEST
    assert open_still == _CONTROL


def _goes_on(clock: Clock, chance: Random) -> bool:
    """Leave a sitting, and tell whether it is still there when its time is over."""
    with open_window(Settings(is_kiosk=True, warns_after=_WARNS[0], clears_after=_CLEARS[0])) as w:
        case = Case(w, clock, chance)
        with suppress(AssertionError):
            case.be_left(0)
        return (case.warnings, case.ends) == (0, 0)


@pytest.mark.lasting
@pytest.mark.screen
@pytest.mark.skipif(sys.platform != "linux", reason="LOOKS INTO /proc")
def test_sitting_when_left_in_real_time_then_it_asks_and_its_process_is_gone_in_time(
    bare_x_screen: Mapping[str, str],
    tmp_path: Path,
    size: Callable[[int, int], int],
    figure: Note,
) -> None:
    limits = (size(4, 120), size(3, 60))
    with running_kiosk(bare_x_screen, tmp_path / "data", idle=limits) as kiosk:
        warned, gone = _leave(kiosk)
        kiosk.wait_for_front()
    limit = sum(_CONTROL_LIMITS)
    with running_kiosk(
        bare_x_screen, tmp_path / "open", idle=_CONTROL_LIMITS, first=_NOBODY_LOOKS
    ) as kiosk:
        is_open = _is_there_after(kiosk, limit + _LATEST)
    tried = {"seconds_to_the_warning": limits[0], "seconds_to_the_end": sum(limits)}
    control = {"seconds_to_the_end": limit, "still_there_where_nobody_looks": int(is_open)}
    figure("T6", "real time", tried, {"warned_after": warned, "gone_after": gone}, control)

    assert 0 <= warned - limits[0] <= _LATEST
    assert 0 <= gone - sum(limits) <= _LATEST
    assert is_open


def _begin(kiosk: Kiosk) -> tuple[int, bytes]:
    """Begin, and give a last sign; return the process in front and what is seen."""
    front = kiosk.wait_for_front()
    kiosk.wait_for_spare()
    kiosk.click(*_NEXT)
    kiosk.press("Shift_L")
    seen = kiosk.still_picture()
    kiosk.press("Shift_L")
    return front, seen


def _is_there_after(kiosk: Kiosk, seconds: float) -> bool:
    """Begin and go; tell whether all is as it was a while later."""
    front, seen = _begin(kiosk)
    end = monotonic() + seconds
    while is_alive(front) and monotonic() < end:
        sleep(_STEP)
    return is_alive(front) and kiosk.picture().tobytes() == seen


def _leave(kiosk: Kiosk) -> tuple[float, float]:
    """Begin and go; return the seconds until the screen changes, and until the process is gone."""
    front, seen = _begin(kiosk)
    begun = monotonic()
    while kiosk.picture().tobytes() == seen:
        sleep(_STEP)
    warned = monotonic() - begun
    while is_alive(front):
        sleep(_STEP)
    return round(warned, 2), round(monotonic() - begun, 2)
