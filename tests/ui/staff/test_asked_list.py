from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.kept_directories import kept_directory
from support.upkeep import TODAY, confirm_controller, old_people, signed_in
from support.window import settle, show

from matcher.services.directory.stored_directory import DirectoryService
from ui.language import Language
from ui.staff.asked_list import AskedList


@pytest.fixture
def directory(tmp_path: Path) -> Iterator[DirectoryService]:
    with closing(kept_directory(tmp_path, old_people(12))) as directory:
        yield directory


def test_list_when_shown_then_cards_come_one_after_the_other(
    directory: DirectoryService, qtbot: QtBot
) -> None:
    day = [TODAY]
    controller = confirm_controller(directory, signed_in(), lambda: day[0])
    cards = AskedList(Language("en"), controller)
    qtbot.addWidget(cards)
    show(cards)
    controller.request()
    settle()
    cards.show_people()
    assert len(cards.cards) == 1
    settle()
    assert [card.profile_id for card in cards.cards] == [person.id for person in controller.people]

    controller.confirm("p-001")
    settle()
    day[0] += timedelta(days=1)
    controller.request()
    settle()
    cards.show_people()
    settle()
    assert cards.card("p-001") is None
    assert len(cards.cards) == 10


def test_next_open_when_some_are_done_then_it_goes_round_to_who_is_left(
    directory: DirectoryService, qtbot: QtBot
) -> None:
    controller = confirm_controller(directory, signed_in())
    cards = AskedList(Language("en"), controller)
    qtbot.addWidget(cards)
    controller.request()
    settle()
    cards.show_people()
    settle()
    controller.set_unreached("p-002", is_unreached=True)

    assert cards.next_open() is cards.card("p-001")
    assert cards.next_open("p-001") is cards.card("p-003")
    assert cards.next_open("p-010") is cards.card("p-001")
    for person in controller.people:
        controller.set_unreached(person.id, is_unreached=True)
    assert cards.next_open("p-001") is None
