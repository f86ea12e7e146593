from collections.abc import Iterator
from datetime import date

import pytest
from support.builders import make_statement
from support.stores import new_directory

from matcher.store import UnitOfWork
from matcher.store.mending import clear, noted_standing

pytestmark = pytest.mark.usefixtures("engine")

_DAY = date(2026, 9, 1)


@pytest.fixture
def work() -> Iterator[UnitOfWork]:
    with new_directory() as database, database.writing() as work:
        work.profiles.apply([make_statement("p-1", city="Aue"), make_statement("p-2", city="Ems")])
        yield work


def test_standing_when_acts_tell_of_it_then_it_is_what_the_last_one_said(work: UnitOfWork) -> None:
    hidden = make_statement("p-1", published=False, confirmed_on=_DAY)
    assert noted_standing(work._connection, "p-1") == (True, None)
    work.profiles.apply([hidden])

    assert noted_standing(work._connection, "p-1") == (False, _DAY)
    assert noted_standing(work._connection, "p-9") is None


def test_standing_when_a_profile_went_into_another_then_there_is_none(work: UnitOfWork) -> None:
    work.profiles.merge("p-1", "p-2")

    assert noted_standing(work._connection, "p-2") is None


def test_profile_when_cleared_then_nothing_is_stated_and_the_directory_is_another(
    work: UnitOfWork,
) -> None:
    before = work.stamp
    clear(work._connection, "p-1")
    left = work._connection.exec_driver_sql("SELECT profile_id FROM fact").scalars().all()

    assert (left, work.stamp != before) == (["p-2"], True)
