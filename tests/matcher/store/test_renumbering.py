"""Acts of a copy that would have the number of another act."""

from collections.abc import Iterator

import pytest
from support.builders import make_statement
from support.stores import new_directory

from matcher.directory.trail import Deed, DeedKind
from matcher.store.renumbering import ActMark
from matcher.store.undoing import HIGHEST
from matcher.store.unit_of_work import UnitOfWork

pytestmark = [pytest.mark.usefixtures("engine"), pytest.mark.versions]


@pytest.fixture
def work() -> Iterator[UnitOfWork]:
    """Three acts: two bring somebody, and the second of them is taken back."""
    with new_directory() as database, database.writing() as work:
        for name in ("q-1", "q-2"):
            deed = Deed(DeedKind.ADD, "Bo", name)
            work.profiles.apply([make_statement(name, city="Ems")], deed)
        work.trail.undo(2, "Bo")
        yield work


_OTHER = ActMark("2026-01-01T00:00:00+00:00", "Ana", "edit", "")


def test_acts_when_the_same_are_known_then_they_keep_their_numbers(work: UnitOfWork) -> None:
    work.trail.make_room(work.trail.marks)

    assert [*work.trail.marks] == [1, 2, 3]


def test_acts_when_another_has_a_number_then_it_and_all_after_it_get_others(
    work: UnitOfWork,
) -> None:
    known = {1: work.trail.marks[1], 2: _OTHER, 7: _OTHER}

    work.trail.make_room(known)

    assert [*work.trail.marks] == [1, 8, 9]
    undoing, undone, _ = work.trail.acts(3)
    assert (undone.undone_by, undoing.deed.detail) == (9, "8")
    assert [change.place.profile_id for change in work.trail.of_act(8, 1)] == ["q-2"]
    work.trail.undo(9)
    assert work.profiles.get("q-2") is not None


def test_acts_when_a_number_may_have_been_of_one_that_went_then_it_is_another(
    work: UnitOfWork,
) -> None:
    work.trail.make_room({number: work.trail.marks[number] for number in (1, 2)} | {5: _OTHER})

    assert [*work.trail.marks] == [1, 2, 6]


def test_acts_when_there_are_no_higher_numbers_then_they_stay(work: UnitOfWork) -> None:
    work.trail.make_room({1: _OTHER, HIGHEST: _OTHER})

    assert [*work.trail.marks] == [1, 2, 3]
