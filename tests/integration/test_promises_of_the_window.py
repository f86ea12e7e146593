"""The fifteen promises of the window, each with its test, on every page there is.

Pages are walked through once for each look (`support.surveys`) and every test reads from that, so
those that read from the same walks belong in one process. Whole sittings by keys and through a
screen reader are tests of their own beside this one.
"""

import statistics
import time
from collections.abc import Iterable
from io import BytesIO
from itertools import combinations

import numpy as np
import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractAnimation, QLocale, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from support.catalogues import DOMAINS
from support.page_checks import PART_CONTRAST, TEXT_CONTRAST, contrast, luminance
from support.reading import domain, grade, longest
from support.sittings import sample_answers, sample_match
from support.surveys import BY_HAND, KIOSK, LARGE, LONG, PALETTES, Look, faults, survey
from support.walking import open_filled
from support.window import focused, press, settle, show

from matcher.i18n import Catalogue, languages
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import State
from matcher.ranking.explanation import ProfileResult
from matcher.scoring.result import GROUPS, Group
from matcher.services.checklist import make_checklist
from matcher.services.matching import match
from matcher.services.sample_directory import sample_directory
from ui.app import Wiring
from ui.controllers.sitting_controller import SittingController
from ui.kiosk.idle_watch import IdleWatch
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
def test_promise_01_kiosk_when_any_page_is_shown_then_no_words_are_cut_or_lie_on_others() -> None:
    assert faults((KIOSK,), "clipped") == []
    assert faults((KIOSK,), "overlap") == []


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


@_BY_HAND
def test_promise_04_keys_when_tab_goes_round_then_it_comes_to_everything_and_back() -> None:
    """A trap ends the walk itself; see also the whole sittings by keys."""
    assert faults((BY_HAND,), "tab") == []


@_BY_HAND
def test_promise_05_controls_when_a_screen_reader_asks_then_name_role_and_value_are_told() -> None:
    assert faults((BY_HAND,), "mute") == []


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


@_LARGE
def test_promise_06_words_when_twice_as_large_then_none_is_lost_on_a_small_screen() -> None:
    assert faults(LARGE, "clipped") == []
    assert faults(LARGE, "overlap") == []


def test_promise_07_limit_when_nobody_is_there_then_any_key_extends_it_without_end() -> None:
    assert (Settings().warns_after, Settings().clears_after) == (120, 60)
    now = 0.0
    field = QLineEdit()
    show(field)
    watch = IdleWatch(field, Settings().warns_after, Settings().clears_after, lambda: now, field)
    told: list[str] = []
    watch.warned.connect(lambda: told.append("warned"))
    watch.expired.connect(lambda: told.append("expired"))
    for _ in range(20):
        for step in (119, 2, 58):
            now += step
            watch.look()
        QTest.keyClick(field.windowHandle(), Qt.Key.Key_Shift)
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


@_BY_HAND
def test_promise_10_language_when_another_is_wanted_then_it_is_two_taps_away() -> None:
    assert faults((BY_HAND, KIOSK), "languages") == []


def test_promise_10_language_when_it_changes_then_window_and_paper_are_in_it() -> None:
    with open_filled() as wiring:
        assert wiring.window.locale().language() == QLocale.Language.English
        action = next(a for a in wiring.window.header.findChildren(QAction) if a.data() == "es")
        action.trigger()

        assert wiring.window.locale().language() == QLocale.Language.Spanish
        assert wiring.window.page.locale().language() == QLocale.Language.Spanish
    reader = pypdf.PdfReader(BytesIO(_sheets("es")))
    assert reader.root_object["/Lang"] == "es"


_SKIPPABLE = sorted(sample_answers().responses)
_WAYS = (State.NO_PREFERENCE, State.NOT_SURE, State.RATHER_NOT_SAY, None)


@settings(max_examples=25)
@given(st.dictionaries(st.sampled_from(_SKIPPABLE), st.sampled_from(_WAYS), max_size=6))
def test_promise_11_skipping_when_any_items_are_left_out_then_nobody_stands_lower(
    skipped: dict[str, State | None],
) -> None:
    """Whoever was listed for what was asked is still listed there, or nearer, and pays nothing."""
    sitting = SittingController(load_questionnaire(), "en", "us")
    sitting.take(sample_answers())
    for item, state in skipped.items():
        if state is None:
            sitting.respond(item, None)
        else:
            sitting.decline(item, state)

    found = match(sample_directory(), sitting.answers, seed=7)

    before = sample_match()
    ids = before.evaluation.snapshot.ids
    assert [*found.evaluation.snapshot.ids] == [*ids]
    for row, name in enumerate(ids):
        was, now = before.result(row), found.result(row)
        assert GROUPS.index(now.group) <= GROUPS.index(was.group), name
        _assert_nothing_is_paid(was, now, skipped)


def _assert_nothing_is_paid(was: ProfileResult, now: ProfileResult, skipped: Iterable[str]) -> None:
    """What is left of the wishes counts for all there is, and as much as it did before."""
    asked = {part.criterion: part for part in was.contributions}
    left = {part.criterion: part for part in now.contributions}
    assert left.keys() == asked.keys() - {*skipped}
    for criterion, part in left.items():
        before = asked[criterion]
        assert (part.value, part.value_high) == (before.value, before.value_high), criterion
    if now.score is None or now.high is None:
        assert not left
        return
    assert sum(part.weight for part in left.values()) == _WHOLE
    assert now.score == sum(part.points for part in left.values())
    assert now.high == sum(part.points + part.could_add for part in left.values())
    kept = [asked[criterion] for criterion in left]
    assert now.score >= sum(part.points for part in kept) - _SHIFTED
    assert now.high >= sum(part.points + part.could_add for part in kept) - _SHIFTED


_WHOLE = 10_000
"""What the weights of all wishes sum to."""

_SHIFTED = 1
"""Points of 100 by which a group can weigh more once only its heavier wish is left in it."""


def test_promise_12_words_when_they_are_english_then_they_are_easy() -> None:
    """Each item and document is measured and printed in ``test_reading_level.py``."""
    levels = {name: grade(domain(name)) for name in DOMAINS}
    lengths = {name: len(longest(domain(name)).split()) for name in DOMAINS}

    assert {name: level for name, level in levels.items() if level > 8} == {}
    assert {name: words for name, words in lengths.items() if words > 20} == {}


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
@pytest.mark.parametrize("look", LONG, ids=lambda look: f"{look.language}-{look.text_size}")
def test_promise_14_words_when_longer_or_mirrored_then_none_is_cut_or_lies_on_another(
    look: Look,
) -> None:
    assert faults((look,), "clipped") == []
    assert faults((look,), "overlap") == []


@_LONG
def test_promise_14_pages_when_read_from_the_right_then_they_are_mirrored() -> None:
    plain = survey(next(look for look in LONG if look.language == "en-XA"))
    mirrored = survey(next(look for look in LONG if look.language == "ar-XB"))
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


def _sheets(language: str) -> bytes:
    found = sample_match()
    return make_checklist(found, found.evaluation.snapshot.ids[:2], Catalogue(language))


@pytest.mark.parametrize("language", languages())
def test_promise_15_paper_when_made_then_it_says_what_it_is_and_brings_its_letters(
    language: str,
) -> None:
    """Title, language, embedded fonts, drawn boxes, and equal bytes for equal input."""
    data = _sheets(language)
    reader = pypdf.PdfReader(BytesIO(data))

    assert reader.metadata is not None
    assert reader.metadata.title
    assert reader.root_object["/Lang"] == language
    fonts = [
        font.get_object()["/FontDescriptor"]
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()
    ]
    assert fonts
    assert all("/FontFile2" in each for each in fonts)
    drawn = b"".join(page["/Contents"].get_object().get_data() for page in reader.pages)
    assert drawn.count(b" re ") >= 9
    assert "/AcroForm" not in reader.root_object
    assert _sheets(language) == data


@pytest.mark.xfail(strict=True, reason="the sheets are not tagged yet")
def test_promise_15_paper_when_read_aloud_then_tags_tell_what_follows_what() -> None:
    reader = pypdf.PdfReader(BytesIO(_sheets("en")))

    assert "/StructTreeRoot" in reader.root_object
    assert reader.root_object.get("/MarkInfo", {}).get("/Marked")
    assert all(page.get("/Tabs") == "/S" for page in reader.pages)
