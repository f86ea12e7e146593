from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.staff_rooms import Room, open_room
from support.window import settle, show

from ui.language import Language
from ui.staff.acts_page import ActsPage
from ui.widgets.text import Text


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    with open_room(tmp_path) as room:
        yield room
        settle()


@pytest.mark.parametrize(("language", "title"), [("en", "What was done"), ("es", "Qué se hizo")])
def test_page_when_entered_then_it_tells_of_the_whole_directory(
    qtbot: QtBot, room: Room, language: str, title: str
) -> None:
    room.acts.open("p-1")
    page = ActsPage(Language(language), room.acts)
    qtbot.addWidget(page)
    show(page)

    with qtbot.waitSignal(room.acts.listed):
        page.enter()

    assert page.title == title
    assert [entry.act.id for entry in page.entries] == [1]
    assert page.entries[0].fold is None


def test_page_when_another_language_holds_then_all_is_said_anew(qtbot: QtBot, room: Room) -> None:
    page = ActsPage(Language("en"), room.acts)
    qtbot.addWidget(page)
    with qtbot.waitSignal(room.acts.listed):
        page.enter()

    page.words.set_code("es")
    page.retranslate()

    said = [text.plain for text in page.entries[0].findChildren(Text)]
    assert said[0].startswith("Se tomó de")
