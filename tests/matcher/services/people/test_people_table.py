from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from support.builders import make_statement
from support.rotten import change_outside
from support.staff_people import FRESH, TODAY, staff_directory

from matcher.directory.profile import Source
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.people.people_table import LAST, PORTION, PeopleTable, read_people
from matcher.services.people.people_wish import CHOICES, PeopleColumn


@pytest.fixture
def directory(tmp_path: Path) -> Iterator[DirectoryService]:
    with closing(staff_directory(tmp_path)) as directory:
        yield directory


@pytest.fixture
def table(directory: DirectoryService) -> PeopleTable:
    return read_people(directory, TODAY)


def _said(table: PeopleTable, column: PeopleColumn) -> list[str]:
    return [(*CHOICES[column], "")[place] for place in table.codes[column]]


def test_table_when_read_then_it_shows_what_holds(table: PeopleTable) -> None:
    assert table.ids == ("p-1", "p-2", "p-3", "p-4", "p-5")
    assert table.texts[PeopleColumn.NAME] == (
        "Zoë O’Hara",
        "Ana Muñoz",
        "ben adler",
        "Ángel Bo",
        "p-5",
    )
    assert table.texts[PeopleColumn.PLACE] == ("Aue, 97201", "Ems", "", "Aue", "")
    assert table.texts[PeopleColumn.CREDENTIAL] == ("", "", "LCSW", "", "PhD")
    assert table.confirmed_on[0] == FRESH.toordinal()
    assert table.confirmed_on[3] == 0
    assert table.size == 5


def test_table_when_read_then_choices_are_told_for_everybody(table: PeopleTable) -> None:
    accepting = ["yes", "waitlist", "no", "not_stated", "not_stated"]
    assert _said(table, PeopleColumn.ACCEPTING) == accepting
    assert _said(table, PeopleColumn.AGE) == ["fresh", "ageing", "old", "undated", "nothing"]
    assert _said(table, PeopleColumn.CONFLICTS) == ["differ", "agree", "agree", "agree", "agree"]
    assert _said(table, PeopleColumn.PUBLISHED) == ["published"] * 4 + ["withdrawn"]
    closest = ["therapist", "clinic", "clinic", "therapist", "register"]
    assert _said(table, PeopleColumn.SOURCE) == closest
    assert table.said_by.tolist() == [1 + 4, 2, 2, 1, 4]


def test_table_when_facts_have_several_ages_then_the_one_to_look_at_first_is_told(
    directory: DirectoryService,
) -> None:
    undated = make_statement("p-1", fee_min="40", source=Source.THERAPIST)
    old = make_statement(
        "p-2", fee_min="40", source=Source.THERAPIST, confirmed_on=date(2025, 1, 1)
    )
    with directory.changing() as work:
        work.profiles.apply([undated, old])

    assert _said(read_people(directory, TODAY), PeopleColumn.AGE)[:2] == ["undated", "old"]


def test_places_when_names_are_sorted_then_letters_count_and_not_accents(
    table: PeopleTable,
) -> None:
    by_name = table.places_of[PeopleColumn.NAME].argsort()

    assert [table.texts[PeopleColumn.NAME][row] for row in by_name] == [
        "Ana Muñoz", "Ángel Bo", "ben adler", "p-5", "Zoë O’Hara",
    ]  # fmt: skip
    aue, aue_97201, ems = (table.places_of[PeopleColumn.PLACE][row] for row in (3, 0, 1))
    assert aue < aue_97201 < ems < LAST == table.places_of[PeopleColumn.PLACE][2]
    assert table.places_of[PeopleColumn.CONFIRMED_ON][3] == LAST


def test_table_when_nothing_was_changed_then_the_one_known_is_given_back(
    directory: DirectoryService, table: PeopleTable
) -> None:
    assert read_people(directory, TODAY, table) is table
    assert read_people(directory, date(2026, 11, 22), table) is not table


def test_table_when_something_was_changed_then_it_is_read_again(
    directory: DirectoryService, table: PeopleTable
) -> None:
    with directory.changing() as work:
        news = make_statement("p-3", name="Kim", source=Source.CLINIC, confirmed_on=TODAY)
        work.profiles.apply([news])

    assert read_people(directory, TODAY, table).texts[PeopleColumn.NAME][2] == "Kim"


def test_table_when_there_is_no_directory_then_nobody_is_there_and_none_is_made(
    tmp_path: Path,
) -> None:
    directory = DirectoryService(str(tmp_path / "none.sqlite"))

    assert read_people(directory, TODAY).size == 0
    assert not directory.exists


def test_table_when_read_then_it_tells_how_far_it_is(directory: DirectoryService) -> None:
    many = [make_statement(f"q-{n:04}", name="Kim") for n in range(PORTION)]
    with directory.changing() as work:
        work.profiles.apply(many)
    told: list[int] = []
    read_people(directory, TODAY, on_way=told.append)

    assert told == [PORTION, PORTION + 5]


def test_table_when_somebody_was_changed_outside_then_they_are_named_and_others_are_there(
    directory: DirectoryService,
) -> None:
    path = directory.path
    assert path is not None
    ids = [*read_people(directory, TODAY).ids]
    change_outside(path, "UPDATE fact SET value = 'x' WHERE profile_id = ?", ids[0])
    change_outside(path, "UPDATE fact SET value = x'ff' WHERE profile_id = ?", ids[1])
    table = read_people(directory, TODAY)

    assert table.changed_outside == (*ids[:2],)
    assert [*table.ids] == [ids[0], *ids[2:]]
