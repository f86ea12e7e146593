"""People whose entries would break a careless window: through import, and on every page of it."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QLabel, QPushButton
from support.sittings import sample_answers
from support.strange_people import (
    ARABIC,
    BIO,
    CHINESE,
    LONG_NAME,
    NAMES,
    TURNED_CLEAN,
    VIETNAMESE,
    bring_in,
    sample_rows,
    strange_rows,
)
from support.window import settle

from matcher.text_direction import NO_ISOLATES
from ui.app import Wiring
from ui.application import make_application
from ui.controllers.directory_source import DirectorySource, open_own
from ui.pages.checklist_page import ChecklistPage
from ui.pages.compare_page import ComparePage
from ui.pages.profile_page import ProfilePage
from ui.settings import Settings
from ui.widgets.long_text import LongText
from ui.widgets.text import Text

_SLOWEST_PAGE = 1.5
"""Seconds; a window that freezes takes far longer than one on a busy computer."""

_PAGES = ("results", "profile", "compare", "checklist")


@contextmanager
def _opened(address: str) -> Iterator[Wiring]:
    source = DirectorySource(partial(open_own, address))
    wiring = Wiring(make_application(), Settings(), source)
    try:
        wiring.window.show()
        settle()
        yield wiring
        settle()
    finally:
        wiring.close()  # also after a test that failed: the next one pays for what is left


def _show(wiring: Wiring, page: str, profile_id: str = "") -> float:
    """Open a page and wait until it is whole; return how long it kept the window waiting."""
    if profile_id:
        wiring.results.open(profile_id)
    begin = time.perf_counter()
    wiring.window.go(page)
    taken = time.perf_counter() - begin
    _wait()
    return taken


def _wait() -> None:
    for _ in range(12):
        settle()


@pytest.fixture(scope="module")
def strange(tmp_path_factory: pytest.TempPathFactory) -> str:
    return bring_in(strange_rows(), tmp_path_factory.mktemp("strange"))


@pytest.fixture
def window(qapp: object, strange: str) -> Iterator[Wiring]:
    with _opened(strange) as wiring:
        _begin(wiring)
        yield wiring


def _said(wiring: Wiring) -> list[str]:
    page = wiring.window.page
    said = [text.plain for text in page.findChildren(Text) if text.plain]
    return [*said, *(button.accessibleName() for button in page.findChildren(QPushButton))]


@pytest.mark.parametrize(
    ("profile_id", "name"),
    [pytest.param(id_, name, id=id_) for id_, name in NAMES.items() if id_ != "s-turned"],
)
def test_person_when_imported_then_the_name_is_kept_letter_by_letter(
    window: Wiring, profile_id: str, name: str
) -> None:
    assert window.results.profile(profile_id).name == name


def test_person_when_the_name_turns_lines_round_then_what_is_unseen_is_gone(
    window: Wiring,
) -> None:
    assert window.results.profile("s-turned").name == TURNED_CLEAN


@pytest.mark.parametrize("page", _PAGES)
def test_page_when_people_are_strange_then_nothing_is_taken_for_mark_up(
    window: Wiring, page: str
) -> None:
    for id_ in ("s-markup", "s-arabic", "s-long"):
        window.results.choose(id_)

    _show(window, page, "s-markup")

    shown = window.window.page
    assert any("<b>Ana</b>" in said for said in _said(window))
    for label in shown.findChildren(QLabel):
        rich = label.textFormat() != Qt.TextFormat.PlainText
        assert not (rich and ("<img" in label.text() or "<b>" in label.text())), label.text()
    for button in shown.findChildren(QPushButton):
        assert "&" not in button.text().replace("&&", ""), button.text()


@pytest.mark.parametrize("page", _PAGES)
def test_page_when_people_are_strange_then_it_opens_without_a_freeze(
    window: Wiring, page: str
) -> None:
    for id_ in ("s-long", "s-unbroken", "s-markup"):
        window.results.choose(id_)

    assert _show(window, page, "s-unbroken") < _SLOWEST_PAGE


@pytest.mark.parametrize("page", _PAGES)
@pytest.mark.parametrize("width", [1280, 800])
def test_page_when_names_are_very_long_then_nothing_stands_outside(
    window: Wiring, page: str, width: int
) -> None:
    for id_ in ("s-long", "s-unbroken", "s-turned"):
        window.results.choose(id_)
    window.window.resize(width, 800)

    _show(window, page, "s-unbroken")

    shown = window.window.page
    assert window.window.width() == width
    for label in shown.findChildren(QLabel):
        if label.isVisible():
            right = label.mapTo(shown, label.rect().topRight()).x()
            assert right <= shown.width(), label.text()


@pytest.mark.parametrize("name", [ARABIC, VIETNAMESE, CHINESE])
def test_name_when_shown_on_the_profile_then_every_letter_is_drawn(
    window: Wiring, name: str
) -> None:
    id_ = next(id_ for id_, each in NAMES.items() if each == name)
    _show(window, "profile", id_)
    page = window.window.page
    assert isinstance(page, ProfilePage)

    layout = QTextLayout(page.heading.plain, page.heading.font())
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()

    assert page.heading.plain == name
    assert all(glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes())


def test_name_when_arabic_in_an_english_sentence_then_it_is_set_apart(window: Wiring) -> None:
    _show(window, "profile", "s-arabic")
    window.results.choose("s-arabic")
    window.results.choose("s-chinese")
    _show(window, "compare")

    sentences = [said for said in _said(window) if ARABIC in said and said != ARABIC]

    assert sentences
    assert all(f"\u2068{ARABIC}\u2069" in said for said in sentences if said.isascii() is False)
    assert f"See all about \u2068{ARABIC}\u2069" in sentences
    assert any(said.translate(NO_ISOLATES) == f"Take {ARABIC} off" for said in sentences)


def test_bio_when_very_long_then_it_is_folded_and_opens_as_it_stands(window: Wiring) -> None:
    _show(window, "profile", "s-markup")
    bio = window.window.page.findChild(LongText, "bio")
    assert bio is not None
    kept = window.results.profile("s-markup").text("bio")
    assert len(bio.shown) < len(kept) / 4

    bio.all.click()
    _wait()

    assert bio.shown.split() == kept.split()
    assert "<script>alert(1)</script> right to left zerowidth bell." in bio.shown
    assert len(BIO) > 20_000


def test_name_when_longer_than_a_line_then_it_is_whole_on_the_profile_alone(
    window: Wiring,
) -> None:
    _show(window, "profile", "s-long")
    page = window.window.page

    assert isinstance(page, ProfilePage)
    assert page.heading.plain.endswith("…")
    assert page.title == LONG_NAME
    assert LONG_NAME in _said(window)


def test_directory_when_one_person_is_in_it_then_there_is_nobody_to_compare(
    qapp: object, tmp_path: Path
) -> None:
    with _opened(bring_in(sample_rows()[:1], tmp_path)) as wiring:
        _begin(wiring)
        wiring.results.choose("p-001")
        _show(wiring, "compare")
        page = wiring.window.page

        assert isinstance(page, ComparePage)
        assert page.answer.plain.startswith("Choose two or three people")
        _show(wiring, "checklist")
        assert isinstance(wiring.window.page, ChecklistPage)
        assert wiring.window.page.next_button.isVisible()


def _unstated(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    kept = ("id", "published", "name", "country", "confirmed_on", "confirmed_by")
    return [{field: value if field in kept else "" for field, value in row.items()} for row in rows]


def _nobody_published(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    return [{**row, "published": "no"} for row in rows]


def _nobody(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    return [{**row, "fee_min": "900", "fee_max": "990", "reduced_fee": "no"} for row in rows]


@pytest.mark.parametrize(
    ("change", "answer"),
    [
        pytest.param(_nobody_published, "There is nobody in this directory yet.", id="empty"),
        pytest.param(lambda rows: rows[:0], "There is no directory yet at", id="none"),
        pytest.param(lambda rows: rows[:1], "1 person", id="one"),
        pytest.param(_unstated, "Nobody is sure to fit all your needs.", id="unstated"),
        pytest.param(_nobody, "Nobody", id="nobody"),
    ],
)
def test_list_when_the_directory_is_unusual_then_one_sentence_says_so(
    qapp: object,
    tmp_path: Path,
    change: Callable[[list[dict[str, str]]], list[dict[str, str]]],
    answer: str,
) -> None:
    with _opened(bring_in(change(sample_rows()[:5]), tmp_path)) as wiring:
        _begin(wiring)

        said = _said(wiring)
        assert any(one.startswith(answer) for one in said), said


def test_people_when_nothing_is_stated_then_silence_is_no_no(qapp: object, tmp_path: Path) -> None:
    with _opened(bring_in(_unstated(sample_rows()[:3]), tmp_path)) as wiring:
        _begin(wiring)
        ids = [profile.id for profile in wiring.source.open().profiles()]
        for id_ in ids:
            wiring.results.choose(id_)
        for page in ("profile", "compare"):
            _show(wiring, page, ids[0])

            assert any("ou can ask." in said for said in _said(wiring)), page


def _begin(wiring: Wiring) -> None:
    wiring.sitting.take(sample_answers())
    wiring.window.go("results")
    _wait()
