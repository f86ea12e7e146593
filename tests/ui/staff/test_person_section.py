from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.staff_rooms import Room, open_room
from support.window import settle

from matcher.errors import Message
from ui.language import Language
from ui.staff.person_section import PersonSection

_MONEY = ("fee_min", "fee_max", "reduced_fee", "payers")


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot) -> Iterator[Room]:
    with open_room(tmp_path) as room:
        with qtbot.waitSignal(room.person.loaded):
            room.person.request()
        yield room
        settle()


@pytest.fixture
def section(qtbot: QtBot, room: Room, words: Language) -> PersonSection:
    section = PersonSection("money", _MONEY, words, room.person)
    qtbot.addWidget(section)
    return section


def test_section_when_closed_then_it_says_what_is_in_it_and_makes_nothing(
    section: PersonSection, room: Room
) -> None:
    assert section.line.text() == "Money. Stated: 1 of 4. Too old to count: 1"
    assert section.boxes == ()

    room.person.set_cell("fee_min", "60")
    section.say()
    assert section.line.text().endswith("Stated: 2 of 4. Too old to count: 1. Changed: 1")


def test_section_when_opened_then_all_is_made_a_little_at_a_time(
    section: PersonSection, qtbot: QtBot
) -> None:
    section.show()
    with qtbot.waitSignal(section.completed):
        section.set_open(is_open=True)
        assert 0 < len(section.boxes) < len(_MONEY)

    assert section.is_complete
    assert [box.title for box in section.boxes] == [
        "Lowest fee",
        "Highest fee",
        "Lower price",
        "Ways to pay",
    ] or len(section.boxes) == len(_MONEY)


def test_section_when_a_fact_is_asked_for_then_it_is_open_and_there(
    section: PersonSection,
) -> None:
    box = section.box("payers")

    assert section.is_open
    assert box is section.boxes[-1]


def test_section_when_faults_are_shown_then_they_stand_beside_their_facts(
    section: PersonSection,
) -> None:
    fault = (Message("finding.cell.number", text="much", low=0, high=9),)
    section.show_faults({"fee_max": fault, "city": fault})

    assert section.line.text().endswith("Please check: 1")
    assert section.box("fee_max").is_wrong

    section.forget_fault("fee_max")
    assert "check" not in section.line.text()


def test_section_when_another_language_holds_then_its_facts_speak_it(
    section: PersonSection, words: Language
) -> None:
    box = section.box("fee_max")

    words.set_code("es")
    section.retranslate()

    assert section.line.text().startswith("Dinero. ")
    assert box.name.plain == "Precio más alto"


def test_section_when_refreshed_then_it_shows_what_holds(
    section: PersonSection, room: Room
) -> None:
    box = section.box("fee_max")
    room.person.set_cell("fee_max", "70")
    section.refresh_notes()
    assert box.note.plain

    room.person.let_go()
    section.refresh()
    assert not box.note.plain
