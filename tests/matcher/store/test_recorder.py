from collections.abc import Iterator
from datetime import date

import pytest
from support.builders import make_statement
from support.stores import new_directory

from matcher.directory.trail import NOTHING, Change, Deed, DeedKind, Place, Word
from matcher.store import UnitOfWork
from matcher.store.recorder import act, is_kept, put_down

pytestmark = [pytest.mark.usefixtures("engine"), pytest.mark.versions]

_DAY = date(2026, 1, 1)
_PLACE = Place("p-001", "city", "clinic")


@pytest.fixture
def work() -> Iterator[UnitOfWork]:
    with new_directory() as database, database.writing() as work:
        yield work


def _changes(work: UnitOfWork) -> list[Change]:
    return [change for _, changes in work.trail.of_profile("p-001") for change in changes]


def test_act_when_it_changes_nothing_after_all_then_it_leaves_no_trace(work: UnitOfWork) -> None:
    stamp = work.stamp
    aue, ems = Word("Aue", _DAY), Word("Ems", _DAY)
    with act(work._connection, Deed()) as number:
        put_down(work._connection, number, [Change(_PLACE, aue, ems)])
        put_down(work._connection, number, [Change(_PLACE, ems, aue)])

    assert work.trail.acts(9) == []
    assert work.stamp == stamp
    assert not is_kept(work._connection, number)


def test_act_when_it_changes_something_then_it_is_kept(work: UnitOfWork) -> None:
    with act(work._connection, Deed()) as number:
        put_down(work._connection, number, [Change(_PLACE, NOTHING, Word("Aue", _DAY))])

    assert is_kept(work._connection, number)


def test_changes_when_two_are_in_one_place_then_what_stood_before_the_first_is_kept(
    work: UnitOfWork,
) -> None:
    aue, ems = Word("Aue", _DAY), Word(None, _DAY)
    with act(work._connection, Deed()) as number:
        put_down(work._connection, number, [Change(_PLACE, NOTHING, aue)])
        put_down(work._connection, number, [Change(_PLACE, aue, ems)])

    assert _changes(work) == [Change(_PLACE, NOTHING, ems)]


def test_file_when_taken_over_then_known_profiles_are_noted_in_full_and_new_ones_once(
    work: UnitOfWork,
) -> None:
    work.profiles.apply([make_statement(city="Aue", phone="555-0100", confirmed_on=_DAY)])
    assert _changes(work) == [Change(Place("p-001"), NOTHING, Word("published", None))]

    day = date(2026, 2, 1)
    work.profiles.apply(
        [make_statement(city="Ems", confirmed_on=day, published=False)],
        Deed(DeedKind.EDIT, "Kim", "list.csv"),
    )
    (newest, changes), _ = work.trail.of_profile("p-001")
    assert (newest.deed.who, newest.deed.detail, newest.changes) == ("Kim", "list.csv", 3)
    assert changes == (
        Change(Place("p-001"), Word("published", None), Word("hidden", day)),
        Change(Place("p-001", "city", "therapist"), Word("Aue", _DAY), Word("Ems", day)),
        Change(Place("p-001", "published", "therapist"), NOTHING, Word(None, day)),
    )


def test_deed_when_it_concerns_the_whole_then_it_is_noted_and_the_state_has_a_new_name(
    work: UnitOfWork,
) -> None:
    stamp = work.stamp
    work.trail.note(Deed(DeedKind.RESTORE, "Kim", "a.sqlite"))

    assert work.trail.acts(9)[0].deed == Deed(DeedKind.RESTORE, "Kim", "a.sqlite")
    assert work.stamp != stamp
