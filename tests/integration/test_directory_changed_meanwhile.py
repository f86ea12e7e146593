"""Somebody takes a profile out of the directory while its list is looked at."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from support.kept_directories import stored_sample
from support.window import settle

from matcher.services.directory.stored_directory import DirectoryService
from ui.app import Wiring
from ui.application import make_application
from ui.controllers.directory_source import DirectorySource
from ui.demo import sample_answers
from ui.pages.profile_page import ProfilePage
from ui.pages.results_page import ResultsPage
from ui.settings import Settings


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return stored_sample(tmp_path / "directory.sqlite")


@pytest.fixture
def wiring(qapp: object, database: Path) -> Iterator[Wiring]:
    """Give a window on a stored directory, at the list, with two people chosen."""
    with closing(DirectoryService(str(database))) as directory:
        opened = Wiring(make_application(), Settings(), DirectorySource(lambda: directory))
        try:
            opened.window.show()
            settle()
            opened.sitting.take(sample_answers())
            opened.window.go("results")
            _fill(opened)
            for profile_id in _ids(opened)[:2]:
                opened.results.choose(profile_id)
            yield opened
            settle()
        finally:
            opened.close()


def _ids(wiring: Wiring) -> list[str]:
    """Return everybody who is listed, in the order of the list."""
    match = wiring.results.match
    assert match is not None
    rows = [row for group in match.counts for row in match.order(group)]
    return [match.evaluation.snapshot.ids[row] for row in rows]


def _fill(wiring: Wiring) -> None:
    settle()
    page = _list(wiring)
    for _ in range(200):
        if page.shelves.is_complete:
            return
        settle()
    raise AssertionError("the list is never complete")


def _list(wiring: Wiring) -> ResultsPage:
    page = wiring.window.page
    assert isinstance(page, ResultsPage)
    return page


def _take_out(wiring: Wiring, database: Path, *profile_ids: str) -> None:
    """Take people out of the directory; the window has forgotten what it once read of them."""
    with closing(sqlite3.connect(database)) as connection, connection:
        for profile_id in profile_ids:
            for table, column in (("fact", "profile_id"), ("profile", "id")):
                connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (profile_id,))
    match = wiring.results.match
    assert match is not None
    match._profiles.cache_clear()  # type: ignore[attr-defined]
    vars(match).pop("_explained", None)


def _press(wiring: Wiring, name: str) -> None:
    button = wiring.window.page.findChild(QAbstractButton, name)
    assert button is not None
    button.click()


def _open_others(wiring: Wiring) -> None:
    _list(wiring).shelves.others.set_open(is_open=True)
    _list(wiring).shelves.others.turned.emit(True)


def _open_gone(wiring: Wiring) -> None:
    wiring.results.open(wiring.results.chosen[0])
    wiring.window.open("profile")


def _open_like(wiring: Wiring) -> None:
    _open_kept(wiring)
    page = wiring.window.page
    assert isinstance(page, ProfilePage)
    page.findChild(object, "similar").open_requested.emit(wiring.results.chosen[0])  # type: ignore[attr-defined]


def _open_kept(wiring: Wiring) -> None:
    wiring.results.open(wiring.results.chosen[1])
    wiring.window.open("profile")


def _pick(wiring: Wiring) -> None:
    wiring.checklist.pick(wiring.results.chosen[0], "A1", wanted=True)


@pytest.mark.parametrize(
    "act",
    [
        pytest.param(_open_others, id="others"),
        pytest.param(_open_gone, id="card_opened"),
        pytest.param(_open_like, id="opened_from_a_profile"),
        pytest.param(partial(_press, name="compare"), id="compare"),
        pytest.param(partial(_press, name="next"), id="sheets"),
        pytest.param(_pick, id="question_picked"),
        pytest.param(lambda wiring: wiring.words.set_code("es"), id="said_in_another_language"),
    ],
)
def test_list_when_somebody_of_it_is_gone_then_it_says_so_and_is_made_anew(
    act: object, wiring: Wiring, database: Path
) -> None:
    assert callable(act)
    answers, everybody = wiring.sitting.answers.responses, _ids(wiring)
    gone, kept = wiring.results.chosen
    match = wiring.results.match
    assert match is not None
    others = [id_ for id_ in everybody if match.result_for(id_).group.value == "other"]
    _take_out(wiring, database, gone, *others[:1])

    act(wiring)
    settle()

    page = _list(wiring)
    assert page.isVisible()
    assert page.head.answer.plain == wiring.words.text("results.outdated")
    assert page.head.retry.isVisible()
    assert not page.shelves.isVisible()
    assert wiring.results.match is None
    assert wiring.sitting.answers.responses == answers

    page.head.retry.click()
    _fill(wiring)

    assert set(_ids(wiring)) == {*everybody} - {gone, *others[:1]}
    assert wiring.results.chosen == (kept,)
    assert page.shelves.isVisible()


def test_list_when_more_is_wanted_of_people_who_are_gone_then_it_says_so(
    wiring: Wiring, database: Path
) -> None:
    _open_others(wiring)
    _fill(wiring)
    page = _list(wiring)
    shelf = next(each for each in page.shelves.shelves if each.more.isVisibleTo(page))
    shown = {card.profile_id for card in page.shelves.cards}
    _take_out(wiring, database, *({*_ids(wiring)} - shown))

    shelf.more.click()
    settle()

    assert page.head.answer.plain == wiring.words.text("results.outdated")
    assert not [card for card in shelf.cards if card.isVisible()]


def test_list_when_left_out_of_date_then_coming_back_does_not_hide_why(
    wiring: Wiring, database: Path
) -> None:
    _take_out(wiring, database, wiring.results.chosen[0])
    _press(wiring, "compare")
    wiring.window.open("help")
    wiring.window.go_back()
    settle()
    assert _list(wiring).head.retry.isVisible()

    wiring.window.go("review")
    settle()
    wiring.window.go("results")
    _fill(wiring)

    assert not _list(wiring).head.retry.isVisible()
