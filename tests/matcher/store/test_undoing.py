from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from support.builders import make_statement
from support.stores import new_directory
from support.trails import state_of

from matcher.directory.profile import Source
from matcher.directory.profile_json import revision_of
from matcher.directory.statement import Statement
from matcher.directory.trail import Deed, DeedKind, Place
from matcher.errors import Message, StoreError
from matcher.store import UnitOfWork

pytestmark = pytest.mark.usefixtures("engine")

_JANUARY, _FEBRUARY, _MARCH = (date(2026, month, 1) for month in (1, 2, 3))
_EDIT = Deed(DeedKind.EDIT)


@pytest.fixture
def work() -> Iterator[UnitOfWork]:
    with new_directory() as database, database.writing() as work:
        work.profiles.apply([make_statement(city="Aue", confirmed_on=_JANUARY)])
        yield work


def _newest(work: UnitOfWork) -> int:
    return work.trail.acts(1)[0].id


def _city(work: UnitOfWork) -> str:
    profile = work.profiles.get("p-001")
    return "" if profile is None else profile.text("city")


def test_edit_when_undone_then_the_word_before_stands_again(work: UnitOfWork) -> None:
    before = state_of(work)
    work.profiles.apply([make_statement(city="Ems", confirmed_on=_MARCH)], _EDIT)
    undone = work.trail.undo(_newest(work), "Kim")

    assert state_of(work) == before
    assert (undone.restored, undone.left) == (1, ())
    act = work.trail.acts(1)[0]
    assert (act.deed.kind, act.deed.who, act.deed.detail) == (DeedKind.UNDO, "Kim", "2")
    assert work.trail.acts(2)[1].undone_by == undone.act_id == act.id


def test_act_when_part_of_it_was_changed_since_then_that_part_stays_and_is_told(
    work: UnitOfWork,
) -> None:
    work.profiles.apply([make_statement(city="Ems", area="X", confirmed_on=_FEBRUARY)], _EDIT)
    act = _newest(work)
    work.profiles.apply([make_statement(city="Ulm", confirmed_on=_MARCH)], _EDIT)
    undone = work.trail.undo(act)

    assert undone.left == (Place("p-001", "city", "therapist"),)
    assert _city(work) == "Ulm"
    assert work.trail.acts(9)[2].undone_by == undone.act_id


def test_act_when_undone_and_done_again_then_it_can_be_undone_once_more(work: UnitOfWork) -> None:
    before = state_of(work)
    work.profiles.apply([make_statement(city="Ems", confirmed_on=_MARCH)], _EDIT)
    act, after = _newest(work), state_of(work)
    work.trail.undo(work.trail.undo(act).act_id)
    assert state_of(work) == after

    work.trail.undo(act)
    assert state_of(work) == before


def test_import_when_undone_then_who_it_brought_goes_and_comes_again(work: UnitOfWork) -> None:
    before = state_of(work)
    work.profiles.apply([make_statement("p-002", city="Ems"), make_statement(phone="555-0100")])
    after = state_of(work)
    undone = work.trail.undo(_newest(work))
    assert state_of(work) == before

    work.trail.undo(undone.act_id)
    assert state_of(work) == after


def test_import_when_who_it_brought_was_edited_since_then_they_stay(work: UnitOfWork) -> None:
    work.profiles.apply([make_statement("p-002", city="Ems"), make_statement("p-003", city="Ems")])
    act = _newest(work)
    work.profiles.apply([make_statement("p-002", phone="555-0100")], _EDIT)
    undone = work.trail.undo(act)

    assert undone.left == (Place("p-002"),)
    assert [profile.id for profile in work.profiles.all()] == ["p-001", "p-002"]


def test_import_when_the_edit_since_was_undone_then_who_it_brought_goes(work: UnitOfWork) -> None:
    work.profiles.apply([make_statement("p-002", city="Ems")])
    act = _newest(work)
    work.profiles.apply([make_statement("p-002", phone="555-0100")], _EDIT)
    work.trail.undo(_newest(work))
    work.trail.undo(act)

    assert work.profiles.count() == 1


def test_import_when_who_it_brought_went_and_came_and_went_again_then_it_is_untouched(
    work: UnitOfWork,
) -> None:
    work.profiles.apply([make_statement("p-002")])
    act, before = _newest(work), state_of(work)
    gone = work.trail.undo(act).act_id
    work.profiles.apply([make_statement("p-002", city="Ems")])
    work.trail.undo(_newest(work))
    work.trail.undo(gone)
    assert state_of(work) == before

    work.trail.undo(act)
    assert work.profiles.get("p-002") is None


def test_import_when_another_went_into_who_it_brought_then_they_stay(work: UnitOfWork) -> None:
    work.profiles.apply([make_statement("p-002", city="Ems", confirmed_on=_MARCH)])
    act = _newest(work)
    work.profiles.merge("p-002", "p-001")
    with pytest.raises(StoreError) as caught, work.part():
        work.trail.undo(act)

    assert caught.value.messages[0].key == "error.store.nothing_to_undo"
    assert work.profiles.count() == 1


def test_merge_when_done_again_then_who_was_in_the_one_that_goes_follows(work: UnitOfWork) -> None:
    work.profiles.apply(make_statement(name, city="Ems") for name in ("p-002", "p-003"))
    work.profiles.merge("p-002", "p-003")
    work.profiles.merge("p-001", "p-002")
    after = state_of(work)
    work.trail.undo(work.trail.undo(_newest(work)).act_id)

    assert state_of(work) == after


@pytest.mark.parametrize(
    "later", [("p-003", "p-001"), ("p-001", "p-003")], ids=["went on", "another came"]
)
def test_merge_when_a_later_one_built_on_it_then_that_one_is_to_be_taken_back_first(
    work: UnitOfWork, later: tuple[str, str]
) -> None:
    work.profiles.apply(
        [
            make_statement("p-002", city="Ems", phone="1", confirmed_on=_FEBRUARY),
            make_statement("p-003", city="Ulm", confirmed_on=_MARCH),
        ]
    )
    before = state_of(work)
    first = work.profiles.merge("p-001", "p-002")
    second = work.profiles.merge(*later)
    with pytest.raises(StoreError) as caught, work.part():
        work.trail.undo(first)

    (message,) = caught.value.messages
    assert message == Message("error.store.built_on", act=first, later=second)
    assert not [*work.trail.undo(second).left, *work.trail.undo(first).left]
    assert state_of(work) == before


def test_merge_when_a_later_one_left_its_words_alone_then_it_is_taken_back(
    work: UnitOfWork,
) -> None:
    work.profiles.apply([make_statement("p-002", phone="1"), make_statement("p-003", area="X")])
    first = work.profiles.merge("p-001", "p-002")
    work.profiles.merge("p-001", "p-003")

    assert not work.trail.undo(first).left


def test_undated_word_that_was_withdrawn_when_its_profile_is_gone_then_it_does_not_return(
    work: UnitOfWork,
) -> None:
    work.profiles.apply([make_statement("p-002", city="Ems", phone="555-0100")])
    work.profiles.apply([make_statement("p-002", city="")], _EDIT)
    act = _newest(work)
    work.profiles.merge("p-001", "p-002")
    with pytest.raises(StoreError), work.part():
        work.trail.undo(act)

    assert work.profiles.get("p-002") is None


@pytest.mark.parametrize(
    ("act", "key"),
    [
        pytest.param(99, "no_act", id="there is none"),
        pytest.param(2, "undone", id="twice"),
    ],
)
def test_act_when_it_cannot_be_undone_then_says_why(work: UnitOfWork, act: int, key: str) -> None:
    work.profiles.apply([make_statement(city="Ems", confirmed_on=_MARCH)], _EDIT)
    work.trail.undo(2)
    with pytest.raises(StoreError) as caught:
        work.trail.undo(act)

    assert caught.value.messages[0].key == f"error.store.{key}"


_IDS = st.sampled_from(["p-1", "p-2", "p-3"])
_STATEMENTS = st.builds(
    Statement,
    profile_id=_IDS,
    source=st.sampled_from(Source),
    confirmed_on=st.sampled_from([None, _JANUARY, _FEBRUARY]),
    values=st.dictionaries(
        st.sampled_from(["city", "area", "phone"]), st.sampled_from([None, "", "Aue", "Ems"])
    ),
    published=st.sampled_from([None, True, False]),
)


class TrailMachine(RuleBasedStateMachine):
    """Any mix of acts: taken back in reverse, each gives the directory before it."""

    def __init__(self) -> None:
        super().__init__()
        with ExitStack() as stack:
            database = stack.enter_context(new_directory())
            self._work = stack.enter_context(database.writing())
            self._stack = stack.pop_all()
        self._states: list[tuple[int, object]] = []

    def teardown(self) -> None:
        for act, before in reversed(self._states):
            self._work.trail.undo(act)
            assert state_of(self._work) == before
        self._stack.close()

    def _last(self) -> int:
        acts = self._work.trail.acts(1)
        return acts[0].id if acts else 0

    def _did(self, last: int, before: object) -> None:
        """Note an act that changed something; one that did not must leave no trace."""
        if self._last() > last:
            assert state_of(self._work) != before
            self._states.append((self._last(), before))
        else:
            assert state_of(self._work) == before

    @rule(statements=st.lists(_STATEMENTS, max_size=5), kind=st.sampled_from(["import", "edit"]))
    def apply(self, statements: list[Statement], kind: str) -> None:
        last, before = self._last(), state_of(self._work)
        counts = self._work.profiles.apply(statements, Deed(DeedKind(kind)))
        assert (self._last() > last) == bool(counts.added or counts.changed)
        assert counts.act_id == (self._last() if self._last() > last else 0)
        self._did(last, before)

    @rule(keep=_IDS, drop=_IDS)
    def merge(self, keep: str, drop: str) -> None:
        last, before = self._last(), state_of(self._work)
        there = self._work.profiles.get(keep) and self._work.profiles.get(drop)
        if there and keep != drop:
            self._work.profiles.merge(keep, drop)
            self._did(last, before)
        else:
            with pytest.raises(StoreError):
                self._work.profiles.merge(keep, drop)

    @rule(one=_IDS, other=_IDS)
    def set_apart(self, one: str, other: str) -> None:
        last, before = self._last(), state_of(self._work)
        there = self._work.profiles.get(one) and self._work.profiles.get(other)
        if there and one != other and (one, other) not in self._work.profiles.apart():
            self._work.profiles.set_apart(one, other)
            assert (other, one) in self._work.profiles.apart()
            self._did(last, before)
        else:
            with pytest.raises(StoreError):
                self._work.profiles.set_apart(one, other)

    @precondition(lambda self: self._states)
    @rule(back=st.integers(0, 8))
    def undo(self, back: int) -> None:
        last, before = self._last(), state_of(self._work)
        act, _ = self._states[-1 - back % len(self._states)]
        try:
            with self._work.part():
                self._work.trail.undo(act)
        except StoreError:
            assert state_of(self._work) == before
        else:
            self._did(last, before)

    @invariant()
    def every_fact_has_a_profile_and_every_redirect_an_end(self) -> None:
        connection = self._work._connection
        both = "SELECT 1 FROM merged JOIN profile ON id = old_id"
        assert connection.exec_driver_sql(both).first() is None
        revision_of(self._work.profiles.all())


def test_trail_when_any_acts_are_mixed_then_each_can_be_taken_back() -> None:
    run_state_machine_as_test(
        TrailMachine,
        settings=settings(
            max_examples=25,
            stateful_step_count=12,
            phases=[Phase.explicit, Phase.generate, Phase.shrink],
        ),
    )
