"""The window of a kiosk on a display with nothing else: keys, fields, and who has the keys.

That nobody gets out, whatever is pressed, is tried in `tests/assurance/test_t7_ways_out.py`.
"""

import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack

import pytest
from support.kiosk_process import wait_until
from support.one_window import OneWindow, opened_window
from support.screen import bare_screen
from support.xtest import RIGHT, hands_on

_LONGEST = 20
"""Seconds within which the keys are with somebody again."""

pytestmark = [pytest.mark.screen, pytest.mark.timeout(120)]


@pytest.fixture(scope="module")
def bare_x(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, str]]:
    if shutil.which("Xvfb") is None:
        pytest.skip("NO VIRTUAL SCREEN: Xvfb not found; run `sh .ci/setup test`")
    with bare_screen(tmp_path_factory.mktemp("bare")) as environment:
        yield environment


@pytest.fixture
def kiosk(bare_x: Mapping[str, str]) -> Iterator[OneWindow]:
    with opened_window(bare_x) as kiosk:
        yield kiosk


def test_window_when_shown_then_it_covers_all_has_the_keys_and_nothing_is_copied(
    kiosk: OneWindow,
) -> None:
    wait_until(lambda: kiosk.go() == ["page_welcome", "full", "active", "0 commands", ""])
    kiosk.assert_nobody_is_out()


def test_field_when_written_in_by_hands_then_it_holds_that_and_commands_do_nothing(
    kiosk: OneWindow,
) -> None:
    hands = kiosk.hands
    kiosk.go("place place_postcode")

    hands.write("9775x8")
    hands.press("Left")
    hands.press("BackSpace")
    hands.press("End")
    assert _settled(kiosk) == "97758"

    hands.press("Home")
    hands.press("Shift_L", "End")
    for chord in (
        ("Control_L", "c"),
        ("Control_L", "x"),
        ("Shift_L", "Delete"),
        ("Control_L", "z"),
        ("Alt_L", "BackSpace"),
        ("Super_L", "d"),
        ("Control_L", "k"),
    ):
        hands.press(*chord)
    hands.click(400, 300, RIGHT)

    assert _settled(kiosk) == "97758"
    assert kiosk.go()[-2] == "0 commands"
    kiosk.assert_nobody_is_out()


def test_field_when_written_in_on_a_spanish_keyboard_then_accents_and_the_third_level_come(
    bare_x: Mapping[str, str], kiosk: OneWindow
) -> None:
    if shutil.which("setxkbmap") is None:
        pytest.skip("NO OTHER KEYBOARD: setxkbmap not found")
    subprocess.run(["setxkbmap", "-layout", "es"], env=bare_x, check=True)
    kiosk.go("issues issues_search")

    with hands_on(bare_x["DISPLAY"]) as hands:
        for chord in (
            ("dead_acute",),
            ("a",),
            ("Shift_L", "dead_acute"),
            ("u",),
            ("ntilde",),
            ("Shift_L", "ntilde"),
            ("exclamdown",),
            ("Shift_L", "exclamdown"),
            ("ISO_Level3_Shift", "2"),
            ("ISO_Level3_Shift", "Shift_L", "s"),
            ("ISO_Level3_Shift", "dead_acute"),
        ):
            hands.press(*chord)

        assert _settled(kiosk) == "áüñÑ¡¿@ẞ{"


def test_window_when_the_next_one_is_shown_then_that_one_has_the_keys_whichever_goes(
    bare_x: Mapping[str, str],
) -> None:
    with opened_window(bare_x) as staying:
        staying.hands.press("Tab")
        with opened_window(bare_x) as following:
            following.hands.press("Tab")
            following.go()
            lower, upper = staying.hands.windows()
            assert staying.hands.has_keys() == upper.number
            assert not staying.hands.same_program(lower.number, upper.number)

        _wait_until(lambda: staying.hands.has_keys() == lower.number)

        staying.assert_nobody_is_out()
    with opened_window(bare_x) as before, ExitStack() as after:
        following = after.enter_context(opened_window(bare_x))
        before.end()
        _wait_until(lambda: len(following.hands.windows()) == 1)

        assert following.go()[2] == "active"
        following.assert_nobody_is_out()


def test_window_when_it_is_no_kiosk_then_somebody_gets_out(bare_x: Mapping[str, str]) -> None:
    with opened_window(bare_x, "--open") as kiosk:
        kiosk.hands.press("Control_L", "k")
        _settled(kiosk)
        assert kiosk.go()[-2] == "1 commands"


def _wait_until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + _LONGEST
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.02)


def _settled(kiosk: OneWindow) -> str:
    """Return what the field holds, once all that was pressed has come."""
    before, now = "", kiosk.written()
    while now != before:
        before, now = now, kiosk.written()
    return now
