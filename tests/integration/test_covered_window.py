"""What somebody who helps can see of a sitting while its answers are covered."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot
from support.keeping import page_of, press_on
from support.searching import followup_of, search_of, searching
from support.walking import open_filled
from support.window import settle

from matcher.i18n import Catalogue
from ui.app import Wiring
from ui.demo import sample_answers
from ui.widgets.text import Text

_SHEETS = ("checklist", "preview", "print", "copy_card")
_WITH_ANSWERS = ("review", "more", "results", "profile", "compare", *_SHEETS)

_OF_THE_PROGRAM = ("comfort", "looks", "help")
"""Pages on which something of the program is chosen, and nothing is answered."""


@pytest.fixture
def wiring(qapp: object) -> Iterator[Wiring]:
    """Give a window with everything answered and two people chosen, at the list."""
    with open_filled() as opened:
        opened.window.go("results")
        settle()
        match = opened.results.match
        assert match is not None
        for profile_id in match.evaluation.snapshot.ids[:2]:
            opened.results.choose(profile_id)
        yield opened


@pytest.fixture
def told(wiring: Wiring, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what is said aloud from now on."""
    said: list[str] = []

    def announce(widget: QWidget, words: str) -> None:
        if widget.isVisible():
            said.append(words)

    for module in (
        *("main_window", "page_window", "pages.page", "pages.place_fold", "pages.similar_part"),
        *("pages.own_words_fold", "widgets.entry_field", "widgets.words_field"),
    ):
        monkeypatch.setattr(f"ui.{module}.announce", announce)
    return said


def _names(wiring: Wiring) -> list[str]:
    return [wiring.results.profile(id_).name for id_ in wiring.results.chosen]


def _labels(wiring: Wiring) -> set[str]:
    """Return the words of everything that was chosen from options."""
    catalogue: Catalogue = wiring.words.catalogue
    labels = set()
    for item_id, response in sample_answers().responses.items():
        vocabulary = wiring.questionnaire.item(item_id).vocabulary
        codes = response.value if isinstance(response.value, tuple) else (response.value,)
        labels |= {
            catalogue.text(key)
            for code in codes
            if catalogue.has(key := f"term.{vocabulary}.{code}")
        }
    return labels


def _shown(wiring: Wiring) -> list[str]:
    """Return everything on the page that can be read or heard."""
    page = wiring.window.page
    widgets = [page, *(each for each in page.findChildren(QWidget) if each.isVisible())]
    said = [each.accessibleName() for each in widgets]
    said += [each.text() for each in widgets if isinstance(each, QLabel | QAbstractButton)]
    return [words for words in said if words]


def _marked_aloud(wiring: Wiring) -> list[str]:
    """Return what a screen reader calls checked or selected on the page."""
    seen = [each for each in wiring.window.page.findChildren(QWidget) if each.isVisible()]
    states = ((each, QAccessible.queryAccessibleInterface(each).state()) for each in seen)
    return [
        each.objectName()
        for each, state in states
        if state.checked or state.selected  # type: ignore[attr-defined]
    ]


def _open(wiring: Wiring, page: str) -> None:
    if page == "profile":
        wiring.results.open(wiring.results.chosen[0])
    if page in ("profile", "compare"):
        wiring.window.go("results")
        wiring.window.open(page)
    else:
        wiring.window.go(page)
    settle()


def _is_secret(words: str, wiring: Wiring, *, prints: bool = False) -> bool:
    """Tell whether words say more than they may on a page, which may print something of its own."""
    count = wiring.words.text("results.chosen_count", n=2, most=3)
    ways = ("profile.let_go", "results.compare", "checklist.save.pdf", "checklist.print")
    said_by_ways = () if prints else map(wiring.words.text, ways)
    secrets = [*_names(wiring), count, *said_by_ways]
    return any(secret in words for secret in secrets)


@pytest.mark.parametrize("page", _WITH_ANSWERS)
@pytest.mark.parametrize("is_covered_before", [True, False], ids=["entered", "stayed"])
def test_page_when_covered_then_nothing_tells_what_was_said_or_whom_it_led_to(
    page: str, is_covered_before: bool, wiring: Wiring, told: list[str]
) -> None:
    labels = _labels(wiring)
    assert len(labels) > 5
    ways = (partial(wiring.cover.set_covered, True), partial(_open, wiring, page))
    for act in ways if is_covered_before else reversed(ways):
        told.clear()
        act()
    settle()
    wiring.results.choose(wiring.results.chosen[0], wanted=False)
    wiring.results.choose(_other(wiring))
    settle()

    shown = _shown(wiring)
    assert not [words for words in shown if _is_secret(words, wiring)]
    assert not [(words, label) for words in shown for label in labels if label in words]
    assert set(told) <= {
        wiring.words.text("screen.cover.holds"),
        wiring.words.text("screen.cover.instead"),
    }
    assert wiring.window.page.title == wiring.words.text("screen.cover.instead")


def _other(wiring: Wiring) -> str:
    assert wiring.results.match is not None
    ids = wiring.results.match.evaluation.snapshot.ids
    return next(id_ for id_ in ids if id_ not in wiring.results.chosen)


def test_window_when_covered_then_no_other_page_shows_an_answer_or_a_chosen_name(
    wiring: Wiring, told: list[str]
) -> None:
    wiring.cover.set_covered(True)
    asides = ("help", "looks", "paper", "helper", "youth", "priorities", "pause")
    for page in (*wiring.pages_on_the_way(), *wiring.pages_beyond_the_way(), *asides):
        _open(wiring, page)
        shown = _shown(wiring)
        prints = page == "paper"
        assert not [words for words in shown if _is_secret(words, wiring, prints=prints)], page
        if page not in _OF_THE_PROGRAM:
            buttons = wiring.window.page.findChildren(QAbstractButton)
            down = [each.objectName() for each in buttons if each.isChecked() and each.isVisible()]
            assert not down, page
            assert not _marked_aloud(wiring), page
    assert not [words for words in told if _is_secret(words, wiring)]


def test_profile_when_covered_and_left_for_the_one_before_then_no_name_is_said(
    wiring: Wiring, told: list[str]
) -> None:
    _open(wiring, "profile")
    wiring.results.open_from_here(wiring.results.chosen[1])
    wiring.window.page.enter()
    wiring.cover.set_covered(True)
    settle()
    told.clear()

    back = wiring.window.page.findChild(QAbstractButton, "covered_back")
    assert back is not None
    back.click()
    settle()

    assert not told
    assert not [words for words in _shown(wiring) if _is_secret(words, wiring)]
    wiring.cover.set_covered(False)
    assert wiring.window.page.title == _names(wiring)[0]


@pytest.mark.parametrize("covered", [True, False])
def test_results_when_covered_after_a_slider_moved_then_it_is_not_said_what_that_did(
    covered: bool, wiring: Wiring, told: list[str], qtbot: QtBot
) -> None:
    page = wiring.window.page
    message = page.findChild(Text, "message")
    assert message is not None
    before = message.plain

    wiring.weights.set_points(next(iter(wiring.weights.points)), 0)
    wiring.cover.set_covered(covered)
    told.clear()
    qtbot.waitUntil(lambda: message.plain != before)

    assert bool(told) is not covered
    assert message.isVisible() is not covered


def test_banner_when_answers_are_to_be_seen_again_then_everything_is_as_it_was(
    wiring: Wiring,
) -> None:
    before = _shown(wiring)
    wiring.cover.set_covered(True)
    settle()
    button = wiring.window.findChild(QAbstractButton, "show_answers")
    assert button is not None

    button.click()
    settle()

    assert _shown(wiring) == before
    assert len(wiring.results.chosen) == 2


@pytest.mark.parametrize("page", ["search", "talk", "check_in", "ending"])
def test_notes_when_covered_then_they_are_not_seen_and_nothing_leads_on(
    page: str, tmp_path: Path
) -> None:
    with searching(tmp_path) as (wiring, (first, _)):
        name = wiring.results.profile(first).name
        search = search_of(wiring)
        search.open_person(first)
        if page == "search":
            press_on(search, "person_off")
        else:
            followup_of(wiring).opened = first
            wiring.window.open(page)
        settle()
        assert page_of(wiring) == page
        wiring.cover.set_covered(True)
        settle()
        assert not [words for words in _shown(wiring) if name in words]
        assert not _marked_aloud(wiring)
        buttons = wiring.window.page.findChildren(QAbstractButton)
        assert [each.objectName() for each in buttons if each.isVisible()] == ["covered_back"]
