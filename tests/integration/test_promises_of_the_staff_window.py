"""The promises of the window that staff work in, on every page of it.

Each look is walked through once, and each test reads from these walks: they belong in one process.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from support.page_checks import (
    beyond,
    clipped,
    faint,
    mute,
    out_of_order,
    overlapping,
    small,
    squeezed,
    tab_round,
    unreached,
    unseen_faults,
    without_ring,
)
from support.staff_walk import open_filled_staff, walk_staff
from support.walking import SMALL, USUAL

from ui.staff_app import StaffWiring
from ui.theme.tokens import PaletteName

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.xdist_group("promises_of_the_staff_window"),
]

Check = Callable[[StaffWiring], set[str]]
Look = tuple[str, int, PaletteName, QSize]

_USUAL: Look = ("en", 100, PaletteName.LIGHT, USUAL)
_LARGE: Look = ("es", 200, PaletteName.LIGHT, SMALL)
_CONTRAST: Look = ("en", 100, PaletteName.CONTRAST, USUAL)


def _targets(wiring: StaffWiring) -> set[str]:
    tokens = wiring.parts.appearance.tokens
    return small(wiring.window, tokens.target, tokens.primary)


def _keys(wiring: StaffWiring) -> set[str]:
    window = wiring.window
    stops = tab_round(window)
    return unreached(window, stops) | out_of_order(window.page, stops) | without_ring(window, stops)


def _in_window(check: Callable[[QWidget], set[str]]) -> Check:
    return lambda wiring: check(wiring.window)


_WORDS: dict[str, Check] = {
    "clipped": _in_window(clipped),
    "beyond": _in_window(beyond),
    "overlap": _in_window(overlapping),
    "squeezed": _in_window(squeezed),
    "told": _in_window(unseen_faults),
}
_FAINT: dict[str, Check] = {"contrast": _in_window(faint)}
# What is told is looked at before Tab scrolls elsewhere.
_ALL = _WORDS | _FAINT | {"targets": _targets, "mute": _in_window(mute), "keys": _keys}

_CHECKS: dict[Look, dict[str, Check]] = {_USUAL: _ALL, _LARGE: _WORDS, _CONTRAST: _FAINT}


@cache
def _faults(look: Look) -> dict[str, list[str]]:
    """Walk through the window in a look, once, and return by check what is wrong where."""
    found: dict[str, list[str]] = {name: [] for name in _CHECKS[look]}
    with TemporaryDirectory() as place:
        folder = Path(place)
        with open_filled_staff(folder, *look) as wiring:
            for page in walk_staff(wiring, folder):
                for name, check in _CHECKS[look].items():
                    found[name] += [f"{page}: {fault}" for fault in sorted(check(wiring))]
    return found


@pytest.mark.parametrize("check", _ALL)
def test_staff_page_when_shown_as_usual_then_nothing_is_wrong_with_it(check: str) -> None:
    assert _faults(_USUAL)[check] == []


@pytest.mark.parametrize("check", _WORDS)
def test_staff_page_when_words_are_twice_as_large_and_spanish_then_none_is_lost(check: str) -> None:
    assert _faults(_LARGE)[check] == []


def test_staff_page_when_in_high_contrast_then_all_words_stand_out() -> None:
    assert _faults(_CONTRAST)["contrast"] == []
