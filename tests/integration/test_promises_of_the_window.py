"""The fifteen promises of the window, each with its test, on every page there is.

Some need no window: `test_promises_of_words_and_paper`.

Pages are walked through once for each look (`support.surveys`) and every test reads from that, so
those that read from the same walks belong in one process. Whole sittings by keys and through a
screen reader are tests of their own beside this one.
"""

import statistics
import time
from itertools import combinations, cycle

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractAnimation, QLocale, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from support.page_checks import PART_CONTRAST, TEXT_CONTRAST, contrast, luminance
from support.surveys import (
    BY_HAND,
    KIOSK,
    KIOSK_LARGE,
    LARGE,
    LARGE_TOO,
    LEAST_ROOM,
    LONG_AND_LARGE,
    LONGER,
    MIRRORED,
    PALETTES,
    Look,
    faults,
    survey,
)
from support.walking import open_filled
from support.window import focused, press, settle, show

from matcher.i18n import languages
from matcher.scoring.result import Group
from ui.app import Wiring
from ui.idle.idle_watch import IdleWatch
from ui.settings import Settings
from ui.theme.motion import fade_ms, fold_ms
from ui.theme.tokens import Form, PaletteName, tokens
from ui.widgets.fit_strip import Block, FitStrip
from ui.widgets.result_words import short_name

pytestmark = pytest.mark.usefixtures("qapp")

_BY_HAND, _LARGE, _LONG = (
    pytest.mark.xdist_group(f"promises_{walks}") for walks in ("by_hand", "large", "long")
)
"""Tests that read from the same walks stay in one process."""

Greys = NDArray[np.float64]

_GREY_STEP = 48
_SEEN_APART = 30
"""Pixels that have to differ, and by how many of 256 greys, for two states to be told apart."""

_FALSE_MIRROR = 4
"""Pixels by which the names of two invented languages differ in width."""


@_BY_HAND
def test_promise_01_targets_when_any_page_is_shown_then_a_finger_finds_them() -> None:
    laptop, kiosk = tokens(PaletteName.LIGHT), tokens(PaletteName.LIGHT, form=Form(is_kiosk=True))
    assert laptop.target >= 44
    assert kiosk.target >= max(48, 9 / 25.4 * 96)
    assert kiosk.primary >= 15 / 25.4 * 96

    assert faults((BY_HAND, KIOSK), "targets") == []
    assert faults((KIOSK,), "apart") == []


@_BY_HAND
@pytest.mark.parametrize("look", [KIOSK, KIOSK_LARGE], ids=["kiosk", "kiosk_large"])
def test_promise_01_kiosk_when_any_page_is_shown_then_no_words_are_cut_or_lie_on_others(
    look: Look,
) -> None:
    assert faults((look,), "clipped") == []
    assert faults((look,), "overlap") == []


@pytest.mark.parametrize("dots_per_inch", [80, 96, 140, 220])
def test_promise_01_targets_when_a_screen_is_finer_then_they_are_as_large_to_a_ruler(
    dots_per_inch: float,
) -> None:
    fine = tokens(PaletteName.LIGHT, form=Form(is_kiosk=True, dots_per_inch=dots_per_inch))

    assert fine.target >= max(48, 9 / 25.4 * dots_per_inch)
    assert fine.primary >= 15 / 25.4 * dots_per_inch


@pytest.mark.parametrize("palette", PaletteName)
def test_promise_02_contrast_when_told_by_the_palette_then_everything_stands_out(
    palette: PaletteName,
) -> None:
    colours = tokens(palette).colours
    pairs = [(colours.on_accent, colours.accent, TEXT_CONTRAST)]
    for ground in (colours.ground, colours.surface, colours.wash):
        texts = (colours.ink, colours.quiet, colours.accent, colours.error)
        pairs += [(text, ground, TEXT_CONTRAST) for text in texts]
        pairs += [(part, ground, PART_CONTRAST) for part in (colours.line, colours.focus)]

    assert [(one, other) for one, other, least in pairs if _contrast(one, other) < least] == []


def _contrast(one: str, other: str) -> float:
    picture = QImage(2, 1, QImage.Format.Format_RGB32)
    for place, colour in enumerate((one, other)):
        picture.setPixelColor(place, 0, QColor(colour))
    return contrast(luminance(picture))


@_BY_HAND
def test_promise_02_contrast_when_measured_by_pixel_then_all_words_stand_out() -> None:
    assert faults(PALETTES, "contrast") == []


@_BY_HAND
def test_promise_03_focus_when_it_moves_then_it_is_seen_and_in_the_order_of_reading() -> None:
    assert faults((BY_HAND,), "focus") == []


@_LONG
def test_promise_03_focus_when_there_is_little_room_then_all_that_has_it_is_in_sight() -> None:
    assert faults((LEAST_ROOM,), "sight") == []


_BY_HAND_OR_LEAST_ROOM = pytest.mark.parametrize(
    "look",
    [
        pytest.param(BY_HAND, marks=_BY_HAND, id="usual"),
        pytest.param(LEAST_ROOM, marks=_LONG, id="least_room"),
    ],
)


@_BY_HAND_OR_LEAST_ROOM
def test_promise_04_keys_when_tab_goes_round_then_it_comes_to_everything_and_back(
    look: Look,
) -> None:
    """A trap ends the walk itself; see also the whole sittings by keys."""
    assert faults((look,), "tab") == []


@_BY_HAND_OR_LEAST_ROOM
def test_promise_05_controls_when_a_screen_reader_asks_then_name_role_and_value_are_told(
    look: Look,
) -> None:
    assert faults((look,), "mute") == []


def test_promise_05_results_when_their_order_changes_then_it_is_announced_who_moved(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said: list[str] = []

    def hear(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    with open_filled() as wiring:
        wiring.window.go("results")
        settle()
        before = wiring.results.match
        monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
        wiring.weights.use_preset("equal")
        QTest.qWait(_ANNOUNCED_MS)
        settle()
        after = wiring.results.match

    assert before is not None
    assert after is not None
    moved = [
        before.evaluation.snapshot.names[was]
        for was, now in zip(*(each.order(Group.MEETS_ALL) for each in (before, after)), strict=True)
        if was != now
    ]
    assert moved
    assert [words for words in said if any(short_name(name) in words for name in moved)]


_ANNOUNCED_MS = 700
"""Milliseconds after which at the latest a change of the list has been announced."""


_LARGE_LOOKS = (
    pytest.param(LARGE, marks=_LARGE, id="laptop"),
    pytest.param(LARGE_TOO, marks=[_LARGE, pytest.mark.long], id="laptop_too"),
)


@pytest.mark.parametrize("looks", _LARGE_LOOKS)
def test_promise_06_words_when_twice_as_large_then_none_is_lost_on_a_small_screen(
    looks: tuple[Look, ...],
) -> None:
    assert faults(looks, "clipped") == []
    assert faults(looks, "overlap") == []


@pytest.mark.parametrize(
    "looks",
    [pytest.param((KIOSK_LARGE,), marks=_BY_HAND, id="kiosk"), *_LARGE_LOOKS],
)
def test_promise_06_buttons_when_words_are_twice_as_large_then_they_are_high_enough(
    looks: tuple[Look, ...],
) -> None:
    assert faults(looks, "squeezed") == []


_ANY_KEYS = (Qt.Key.Key_Shift, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_A, Qt.Key.Key_F5)
"""Pressed in turn: one that is pressed again at once is taken for one that is stuck."""


def test_promise_07_limit_when_nobody_is_there_then_any_key_extends_it_without_end() -> None:
    assert (Settings().warns_after, Settings().clears_after) == (120, 60)
    now = 0.0
    field = QLineEdit()
    show(field)
    watch = IdleWatch(field, Settings().warns_after, Settings().clears_after, lambda: now, field)
    told: list[str] = []
    watch.warned.connect(lambda: told.append("warned"))
    watch.expired.connect(lambda: told.append("expired"))
    for _, key in zip(range(20), cycle(_ANY_KEYS), strict=False):
        for step in (119, 2, 58):
            now += step
            watch.look()
        QTest.keyClick(field.windowHandle(), key)
    assert told == ["warned"] * 20

    for step in (121, 61):
        now += step
        watch.look()

    assert told[-2:] == ["warned", "expired"]
    field.deleteLater()


_CHOICES = {
    "participants": "participants_me",
    "formats": "formats_walk",
    "times": "times_sun-morning",
    "style_steer": "style_steer_-2",
    "priorities": "group_style",
}


def _greys(widget: QWidget) -> Greys:
    settle()
    return luminance(widget.grab().toImage()) ** (1 / 2.2) * 255


def _are_apart(one: Greys, other: Greys) -> bool:
    return bool((np.abs(one - other) > _GREY_STEP).sum() >= _SEEN_APART)


@pytest.mark.parametrize("palette", PaletteName)
def test_promise_08_choice_when_seen_without_color_then_it_is_told_from_the_others(
    palette: PaletteName,
) -> None:
    with open_filled(palette=palette) as wiring:
        wiring.sitting.clear()
        for page, name in _CHOICES.items():
            wiring.window.go(page)
            settle()
            control = wiring.window.page.findChild(QAbstractButton, name)
            assert control is not None, name
            wiring.window.page.back_button.setFocus()
            before = _greys(control)
            control.click()
            wiring.window.page.back_button.setFocus()

            assert _are_apart(before, _greys(control)), name


@pytest.mark.parametrize("palette", PaletteName)
def test_promise_08_strip_when_seen_without_color_then_its_blocks_are_told_apart(
    palette: PaletteName,
) -> None:
    with open_filled(palette=palette):
        pictures = []
        for block in (Block(1, 1000, 1000), Block(1, 0, 0), Block(1, 0, 1000), Block(1, 500, 500)):
            strip = FitStrip("strip")
            strip.resize(200, 40)
            strip.set_blocks([block], "words")
            pictures.append(_greys(strip))

        assert all(_are_apart(one, other) for one, other in combinations(pictures, 2))


def test_promise_08_motion_when_it_is_not_wished_then_nothing_moves() -> None:
    with open_filled(Settings(moves=False)) as wiring:
        assert (fade_ms(), fold_ms()) == (0, 0)
        for page in ("welcome", "fee", "results"):
            wiring.window.go(page)
            assert wiring.window.findChildren(QAbstractAnimation) == []
            assert wiring.window.findChild(QWidget, "veil") is None


def test_promise_08_motion_when_it_is_wished_then_pages_fade() -> None:
    """Without this, that nothing moves would hold for a window in which nothing ever does."""
    with open_filled(Settings(moves=True)) as wiring:
        assert min(fade_ms(), fold_ms()) > 0
        for page in ("fee", "results"):
            wiring.window.go(page)
            assert wiring.window.findChild(QWidget, "veil") is not None
            moving = wiring.window.findChildren(QAbstractAnimation)
            assert any(each.state() == QAbstractAnimation.State.Running for each in moving)


@pytest.mark.parametrize("language", languages())
def test_promise_09_errors_when_something_cannot_be_read_then_the_field_says_what_and_keeps_it(
    language: str,
) -> None:
    with open_filled(Settings(language=language)) as wiring:
        for page, name, wrong in (("place", "place_postcode", "9"), ("fee", "fee_amount", "12a")):
            wiring.window.go(page)
            settle()
            field = wiring.window.page.findChild(QLineEdit, name)
            assert field is not None
            field.clear()
            QTest.keyClicks(field, wrong)
            wiring.window.page.next_button.setFocus()
            press(Qt.Key.Key_Return)
            settle()

            assert wiring.window.page.objectName() == f"page_{page}"
            assert focused() == name
            assert field.text() == wrong
            assert field.accessibleName()
            assert field.accessibleDescription()


@pytest.mark.parametrize(
    "looks",
    [
        pytest.param((BY_HAND, KIOSK, KIOSK_LARGE), marks=_BY_HAND, id="usual"),
        *_LARGE_LOOKS,
        pytest.param((MIRRORED,), marks=[_LONG, pytest.mark.long], id="mirrored"),
        pytest.param((LONGER,), marks=[_LONG, pytest.mark.long], id="longer"),
        pytest.param((LEAST_ROOM,), marks=_LONG, id="least_room"),
        pytest.param((LONG_AND_LARGE,), marks=[_LONG, pytest.mark.long], id="long_and_large"),
    ],
)
def test_promise_09_errors_when_something_is_wrong_then_the_sentence_is_in_sight(
    looks: tuple[Look, ...],
) -> None:
    assert faults(looks, "told") == []


@_BY_HAND
def test_promise_10_language_when_another_is_wanted_then_it_is_two_taps_away() -> None:
    assert faults((BY_HAND, KIOSK), "languages") == []


def test_promise_10_language_when_it_changes_then_the_window_is_in_it() -> None:
    with open_filled() as wiring:
        assert wiring.window.locale().language() == QLocale.Language.English
        action = next(a for a in wiring.window.header.findChildren(QAction) if a.data() == "es")
        action.trigger()

        assert wiring.window.locale().language() == QLocale.Language.Spanish
        assert wiring.window.page.locale().language() == QLocale.Language.Spanish


_SLOWEST_FIRST, _SLOWEST_AGAIN = 1500, 500
"""Milliseconds: about ten and thirty times what a page was measured to take."""


def test_promise_13_pages_when_shown_then_they_are_there_soon() -> None:
    """Held loosely: other work shares this machine. ``bench_pages.py`` prints exact measures."""
    with open_filled() as wiring:
        visits = [_times_of_pages(wiring) for _ in range(2)]

    for visit in visits:
        print({page: round(taken) for page, taken in visit.items()})
    first, again = visits
    assert statistics.median(again.values()) <= 100
    assert {page: taken for page, taken in first.items() if taken > _SLOWEST_FIRST} == {}
    assert {page: taken for page, taken in again.items() if taken > _SLOWEST_AGAIN} == {}


def _times_of_pages(wiring: Wiring) -> dict[str, float]:
    """Show each page on the way and return the milliseconds it took."""
    taken = {}
    for page in wiring.pages_on_the_way():
        start = time.perf_counter()
        wiring.window.go(page)
        wiring.window.repaint()
        taken[page] = (time.perf_counter() - start) * 1000
        settle()
    return taken


@_LONG
@pytest.mark.parametrize(
    "look",
    [
        LEAST_ROOM,
        *(
            pytest.param(each, marks=pytest.mark.long)
            for each in (MIRRORED, LONGER, LONG_AND_LARGE)
        ),
    ],
    ids=lambda look: f"{look.language}-{look.text_size}",
)
def test_promise_14_words_when_longer_or_mirrored_then_none_is_cut_or_lies_on_another(
    look: Look,
) -> None:
    assert faults((look,), "clipped") == []
    assert faults((look,), "overlap") == []


@_LONG
@pytest.mark.long
def test_promise_14_pages_when_read_from_the_right_then_they_are_mirrored() -> None:
    plain, mirrored = survey(LONGER), survey(MIRRORED)
    assert plain.pages == mirrored.pages
    wrong = [
        f"{page}: {name} {left, right} {mirrored.margins[page][name]}"
        for page, widgets in plain.margins.items()
        for name, (left, right) in widgets.items()
        if name in mirrored.margins[page]
        if abs(mirrored.margins[page][name][0] - right) > _FALSE_MIRROR
        or abs(mirrored.margins[page][name][1] - left) > _FALSE_MIRROR
    ]

    assert wrong == []
