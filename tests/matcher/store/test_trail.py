from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from support.builders import make_statement
from support.stores import new_directory

from matcher.directory.trail import DeedKind
from matcher.store import Trail, UnitOfWork

pytestmark = [pytest.mark.usefixtures("engine"), pytest.mark.versions]


@pytest.fixture
def work() -> Iterator[UnitOfWork]:
    with new_directory() as database, database.writing() as work:
        yield work


def test_acts_when_listed_then_the_newest_come_first_and_no_more_than_asked_for(
    work: UnitOfWork,
) -> None:
    for number in range(3):
        work.profiles.apply([make_statement(f"p-{number}", city="Aue")])

    assert isinstance(work.trail, Trail)
    assert [act.id for act in work.trail.acts(2)] == [3, 2]
    (act,) = work.trail.acts(1)
    assert act.deed.kind is DeedKind.IMPORT
    assert datetime.now(UTC) - act.at < timedelta(minutes=5)


def test_history_when_others_changed_too_then_it_is_of_the_one_profile(work: UnitOfWork) -> None:
    work.profiles.apply([make_statement("p-1", city="Aue"), make_statement("p-2", city="Aue")])
    work.profiles.apply([make_statement("p-2", city="Ems")])

    assert [act.id for act, _ in work.trail.of_profile("p-1")] == [1]
    assert [act.id for act, _ in work.trail.of_profile("p-2")] == [2, 1]
    assert [*work.trail.of_profile("p-3")] == []


def test_history_when_another_went_into_the_profile_then_it_is_told(work: UnitOfWork) -> None:
    work.profiles.apply(make_statement(name) for name in ("p-1", "p-2", "p-3"))
    work.profiles.merge("p-1", "p-2")

    assert [act.id for act, _ in work.trail.of_profile("p-1")] == [2, 1]
    assert [act.id for act, _ in work.trail.of_profile("p-3")] == [1]


def test_act_when_asked_what_it_changed_then_profiles_come_first_and_no_more_than_told(
    work: UnitOfWork,
) -> None:
    work.profiles.apply([make_statement("p-1", city="Aue")])
    statements = [make_statement("p-1", area="Mill"), make_statement("p-2", city="Ems")]
    work.profiles.apply(statements)

    places = [change.place[:2] for change in work.trail.of_act(2, 9)]

    assert places == [("p-2", ""), ("p-1", "area")]
    assert len(work.trail.of_act(2, 1)) == 1
    assert work.trail.of_act(3, 9) == []


def test_subjects_when_an_act_concerned_more_than_two_then_it_has_none(work: UnitOfWork) -> None:
    work.profiles.apply(make_statement(f"p-{number}", city="Aue") for number in (1, 2, 3))
    work.profiles.apply([make_statement("p-2", city="Ems")])
    work.profiles.merge("p-2", "p-1")

    assert work.trail.subjects([1, 2, 3, 4]) == {2: ("p-2",), 3: ("p-1", "p-2")}


def test_names_when_somebody_is_gone_then_the_last_is_known(work: UnitOfWork) -> None:
    work.profiles.apply([make_statement("p-1", name="Ana"), make_statement("p-2", name="Bo")])
    work.profiles.apply([make_statement("p-2", name="Bo Lund")])
    work.profiles.merge("p-1", "p-2")

    assert work.trail.last_names(["p-1", "p-2", "p-3"]) == {"p-2": "Bo Lund"}
