from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.staff_people import TODAY, staff_directory

from matcher.services.people.people_search import find_people
from matcher.services.people.people_table import PeopleTable, read_people
from matcher.services.people.people_wish import CHOICES, PeopleColumn, PeopleWish


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> PeopleTable:
    with closing(staff_directory(Path(tmp_path_factory.mktemp("people")))) as directory:
        return read_people(directory, TODAY)


def _found(table: PeopleTable, wish: PeopleWish) -> list[str]:
    return [table.ids[row] for row in find_people(table, wish)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param("", ["p-2", "p-4", "p-3", "p-5", "p-1"], id="everybody"),
        pytest.param("munoz", ["p-2"], id="without the accent"),
        pytest.param("MUÑ", ["p-2"], id="in capitals, the beginning"),
        pytest.param("ohara zoe", ["p-1"], id="words the other way round"),
        pytest.param("o'hara", ["p-1"], id="straight apostrophe"),
        pytest.param("lc-77", ["p-1"], id="number on the register"),
        pytest.param("p-3", ["p-3"], id="id"),
        pytest.param("aue", ["p-4", "p-1"], id="town"),
        pytest.param("97201 aue", ["p-1"], id="postcode and town"),
        pytest.param("aue ana", [], id="one word of two people each"),
        pytest.param("  -  ", ["p-2", "p-4", "p-3", "p-5", "p-1"], id="no word"),
    ],
)
def test_search_when_words_are_typed_then_all_are_found_in_any_order(
    table: PeopleTable, typed: str, expected: list[str]
) -> None:
    assert _found(table, PeopleWish(typed=typed)) == expected


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        (PeopleWish(published="withdrawn"), ["p-5"]),
        (PeopleWish(accepting="not_stated"), ["p-4", "p-5"]),
        (PeopleWish(age="undated"), ["p-4"]),
        (PeopleWish(source="register"), ["p-5", "p-1"]),
        (PeopleWish(conflicts="differ"), ["p-1"]),
        (PeopleWish(typed="aue", source="therapist", accepting="yes"), ["p-1"]),
    ],
)
def test_filter_when_chosen_then_only_they_are_left(
    table: PeopleTable, wish: PeopleWish, expected: list[str]
) -> None:
    assert _found(table, wish) == expected


@pytest.mark.parametrize(
    ("column", "reverse", "expected"),
    [
        (PeopleColumn.NAME, True, ["p-1", "p-5", "p-3", "p-4", "p-2"]),
        (PeopleColumn.ID, False, ["p-1", "p-2", "p-3", "p-4", "p-5"]),
        (PeopleColumn.PLACE, False, ["p-4", "p-1", "p-2", "p-3", "p-5"]),
        (PeopleColumn.PLACE, True, ["p-2", "p-1", "p-4", "p-3", "p-5"]),
        (PeopleColumn.CONFIRMED_ON, False, ["p-3", "p-2", "p-5", "p-1", "p-4"]),
        (PeopleColumn.AGE, False, ["p-3", "p-2", "p-4", "p-1", "p-5"]),
        (PeopleColumn.CREDENTIAL, False, ["p-3", "p-5", "p-2", "p-4", "p-1"]),
    ],
)
def test_order_when_wanted_then_ties_go_by_name_and_what_is_not_stated_stands_last(
    table: PeopleTable, column: PeopleColumn, reverse: bool, expected: list[str]
) -> None:
    assert _found(table, PeopleWish(sorted_by=column, reverse=reverse)) == expected


_wishes = st.builds(
    PeopleWish,
    st.text(max_size=12),
    **{column.value: st.sampled_from(("", *codes)) for column, codes in CHOICES.items()},
    sorted_by=st.sampled_from(PeopleColumn),
    reverse=st.booleans(),
)


@given(wish=_wishes)
def test_search_when_anything_is_wanted_then_each_is_found_once_and_among_all(
    table: PeopleTable, wish: PeopleWish
) -> None:
    found = find_people(table, wish).tolist()

    assert len({*found}) == len(found)
    assert {*found} <= {*range(table.size)}
    assert not wish.is_for_all or len(found) == table.size
