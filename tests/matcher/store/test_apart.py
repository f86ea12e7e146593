from collections.abc import Iterator

import pytest
from support.builders import make_statement
from support.stores import new_directory
from support.trails import state_of

from matcher.directory.field import FIELDS
from matcher.directory.trail import APART, DeedKind, Place
from matcher.errors import StoreError
from matcher.store import UnitOfWork

pytestmark = pytest.mark.usefixtures("engine")


@pytest.fixture
def work() -> Iterator[UnitOfWork]:
    with new_directory() as database, database.writing() as work:
        work.profiles.apply(make_statement(name, city="Aue") for name in "abc")
        yield work


def test_place_when_it_says_who_is_two_then_no_field_is_called_so() -> None:
    assert APART not in FIELDS


def test_two_when_set_apart_then_both_say_so_and_the_trail_says_who_did(work: UnitOfWork) -> None:
    before = work.stamp
    act = work.profiles.set_apart("b", "a", "Kim")

    assert work.profiles.apart() == {("a", "b"), ("b", "a")}
    assert work.stamp != before
    for one, other in (("a", "b"), ("b", "a")):
        (newest, (change,)), *_ = work.trail.of_profile(one)
        assert (newest.id, newest.deed.kind, newest.deed.who) == (act, DeedKind.APART, "Kim")
        assert change.place == Place(one, APART, other)


@pytest.mark.parametrize(
    ("one", "other", "key"),
    [
        ("a", "a", "apart_same"),
        ("a", "nobody", "no_profile"),
        ("nobody", "a", "no_profile"),
        ("c", "b", "apart_known"),
    ],
)
def test_two_when_they_cannot_be_set_apart_then_says_why_and_changes_nothing(
    work: UnitOfWork, one: str, other: str, key: str
) -> None:
    work.profiles.set_apart("b", "c")
    before = state_of(work)
    with pytest.raises(StoreError) as caught:
        work.profiles.set_apart(one, other)

    assert caught.value.messages[0].key == f"error.store.{key}"
    assert state_of(work) == before


def test_undo_when_two_were_set_apart_then_it_and_its_undoing_can_be_taken_back(
    work: UnitOfWork,
) -> None:
    before = state_of(work)
    act = work.profiles.set_apart("a", "b")
    after = state_of(work)

    undone = work.trail.undo(act)
    assert state_of(work) == before
    assert (undone.restored, undone.left) == (2, ())
    assert work.profiles.set_apart("a", "b")
    with pytest.raises(StoreError):
        work.trail.undo(undone.act_id)  # it is so already
    assert state_of(work) == after


def test_mark_when_one_of_the_two_goes_and_comes_back_then_it_holds(work: UnitOfWork) -> None:
    work.profiles.set_apart("a", "b")
    merging = work.profiles.merge("c", "b")
    assert work.profiles.apart() == {("a", "c"), ("c", "a")}

    work.trail.undo(merging)
    assert work.profiles.apart() == {("a", "b"), ("b", "a")}


def test_import_when_undone_after_two_were_set_apart_then_it_goes(work: UnitOfWork) -> None:
    work.profiles.set_apart("a", "b")
    work.trail.undo(1)

    assert work.profiles.count() == 0
    assert work.profiles.apart()
