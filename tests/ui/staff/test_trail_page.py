from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.importing import write
from support.page_checks import mute, tab_round, unreached
from support.staff_rooms import TODAY, Room, open_room
from support.window import settle, show

from matcher.directory.profile import Source
from matcher.services.staff.signed_in import LoggedIn
from ui.controllers.acts_controller import ACTS_AT_ONCE
from ui.language import Language
from ui.staff.acts_page import ActsPage
from ui.staff.trail_page import TrailPage
from ui.widgets.text import Text


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    with open_room(tmp_path) as room:
        _edit(room, 2)
        yield room
        settle()


def _edit(room: Room, times: int, since: int = 0) -> None:
    for number in range(since, since + times):
        day = TODAY + timedelta(days=number)
        cells = {"city": f"Town {number}"}
        room.services.editing.change(
            "p-2", cells, source=Source.CLINIC, day=day, who=LoggedIn("Kim")
        )


@pytest.fixture
def page(qtbot: QtBot, room: Room) -> TrailPage:
    page = ActsPage(Language("en"), room.acts)
    qtbot.addWidget(page)
    show(page, 1280, 800)
    _enter(page, qtbot)
    return page


def _enter(page: TrailPage, qtbot: QtBot) -> None:
    page.enter()
    qtbot.waitUntil(lambda: bool(page.entries) and page.is_complete)
    settle()


def test_page_when_an_act_is_taken_back_then_the_undoing_is_offered_to_be_undone(
    page: TrailPage, room: Room, qtbot: QtBot
) -> None:
    newest = page.entries[0]
    assert newest.line is not None
    with qtbot.waitSignal(room.acts.previewed):
        newest.line.click()
    assert room.directory.profile("p-2").value("city") == "Town 1"

    with qtbot.waitSignal(room.acts.listed):
        newest.undo.click()
    qtbot.waitUntil(lambda: page.is_complete)

    assert room.directory.profile("p-2").value("city") == "Town 0"
    assert page.told.plain.startswith("Done: 1 thing was changed.")
    first = page.entries[0]
    assert first.act.id == 4
    assert first.line is not None
    assert first.line.text() == "Do it again …"


def test_page_when_an_act_cannot_be_taken_back_then_its_entry_says_why(
    page: TrailPage, room: Room, qtbot: QtBot
) -> None:
    room.services.history.undo(page.entries[0].act.id)
    line = page.entries[0].line
    assert line is not None

    with qtbot.waitSignal(room.acts.refused):
        line.click()

    assert page.entries[0].room.isVisible()


def test_page_when_there_are_many_then_older_ones_follow_those_shown(
    page: TrailPage, room: Room, qtbot: QtBot
) -> None:
    _edit(room, ACTS_AT_ONCE, since=2)
    _enter(page, qtbot)
    assert len(page.entries) == ACTS_AT_ONCE
    qtbot.waitUntil(page.older.isVisible)
    first = page.entries[0]

    page.older.click()
    qtbot.waitUntil(lambda: len(page.entries) > ACTS_AT_ONCE and page.is_complete)

    assert page.entries[0] is first
    assert page.entries[-1].act.id == 1
    qtbot.waitUntil(lambda: not page.older.isVisible())


def test_page_when_walked_by_tab_then_everything_is_reached_and_has_a_name(
    page: TrailPage,
) -> None:
    page.back_button.setFocus()

    assert unreached(page, tab_round(page)) == set()
    assert mute(page) == set()


def test_page_when_the_list_cannot_be_read_then_it_says_why(
    page: TrailPage, room: Room, qtbot: QtBot
) -> None:
    room.acts.open("p-9")
    with qtbot.waitSignal(room.acts.failed):
        room.acts.request()

    assert "p-9" in page.told.plain


def test_page_when_a_name_has_a_mark_then_it_stands_with_the_letter_without(
    room: Room, tmp_path: Path, qtbot: QtBot
) -> None:
    room.directory.import_files([write(tmp_path, "id,name\nz-1,Zora\nz-2,Émile\n")])
    page = ActsPage(Language("en"), room.acts)
    qtbot.addWidget(page)
    show(page, 1280, 800)

    _enter(page, qtbot)

    said = [text.plain for text in page.entries[0].findChildren(Text)]
    assert any(each.endswith("Émile and Zora") for each in said), said
