"""My search: one place for each person, and nothing lost when somebody moves."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.followup import SEARCH_CHANGES, after

from matcher.followup.search_log import Candidate, Contact, Found, Outcome, Reply, SearchLog

_DAY = date(2026, 3, 2)
_ANA, _BEN, _CLEO = (Candidate(f"p-{name.lower()}", name) for name in ("Ana", "Ben", "Cleo"))
_LOG = SearchLog((_ANA, _BEN, _CLEO))


def _names(log: SearchLog) -> str:
    return " ".join(each.name for each in log.people)


@given(st.lists(SEARCH_CHANGES, max_size=12))
def test_log_when_changed_in_any_way_then_each_person_is_on_it_once(changes: list[object]) -> None:
    people = after(SearchLog(), changes).people  # type: ignore[arg-type]

    assert len({each.profile_id for each in people}) == len(people)


def test_candidate_when_put_again_then_they_stay_in_their_place() -> None:
    log = _LOG.with_candidate(replace(_BEN, outcome=Outcome.FULL))

    assert _names(log) == "Ana Ben Cleo"
    assert log.people[1].outcome is Outcome.FULL


@pytest.mark.parametrize(
    ("reply", "is_open"),
    [(Reply.NOT_YET, True), (Reply.ANSWERED, True), (Reply.FULL, False), (Reply.NO_ANSWER, False)],
)
def test_candidate_when_tried_then_the_last_try_says_what_came_of_it(
    reply: Reply, is_open: bool
) -> None:
    one = _ANA.with_contact(Contact(_DAY, reply=reply))

    assert (one.reply, one.is_open) == (reply, is_open)
    assert one.with_contact(Contact(_DAY)).is_open


def test_candidate_when_noted_full_by_an_earlier_version_then_it_holds_until_there_is_a_try() -> (
    None
):
    full = replace(_ANA, outcome=Outcome.FULL)

    assert (full.reply, full.first_talk, full.is_open) == (Reply.FULL, Outcome.NOT_YET, False)
    assert full.with_contact(Contact(_DAY)) == _ANA.with_contact(Contact(_DAY))


def test_people_when_some_are_there_already_then_only_new_ones_come() -> None:
    log = SearchLog((replace(_BEN, note="kind"),)).with_people({"p-ben": "B.", "p-ana": "Ana"})

    assert _names(log) == "Ben Ana"
    assert log.people[0].note == "kind"


@pytest.mark.parametrize(
    ("place", "order"),
    [(0, "Cleo Ana Ben"), (1, "Ana Cleo Ben"), (9, "Ana Ben Cleo"), (-3, "Cleo Ana Ben")],
)
def test_candidate_when_moved_then_the_others_keep_their_order(place: int, order: str) -> None:
    assert _names(_LOG.moved("p-cleo", place)) == order


def test_stranger_when_moved_or_taken_away_then_nothing_happens() -> None:
    assert _LOG.moved("p-nobody", 0) == _LOG.without("p-nobody") == _LOG


def test_found_when_they_leave_the_list_then_nobody_is_found() -> None:
    found = _LOG.with_found("p-ana", _DAY)

    assert found.found == Found("p-ana", _DAY)
    assert found.without("p-ben").found == Found("p-ana", _DAY)
    assert found.without("p-ana").found is None
    assert found.searching_on() == _LOG


def test_found_when_elsewhere_then_the_list_is_as_it_was() -> None:
    assert _LOG.with_found("", _DAY).without("p-ana").found == Found("", _DAY)


def test_contacts_when_of_one_day_then_the_one_written_last_is_the_last() -> None:
    early, late, also = (
        Contact(_DAY, line="first"),
        Contact(date(2026, 3, 4), line="second"),
        Contact(date(2026, 3, 4), line="third"),
    )
    candidate = _ANA.with_contact(late).with_contact(also).with_contact(early)

    assert _ANA.last_contact is None
    assert candidate.last_contact == also
    assert candidate.without_contact(1).last_contact == late
    assert candidate.with_contact(Contact(_DAY, line="mended"), 1).contacts[1].line == "mended"
    with pytest.raises(IndexError):
        candidate.with_contact(early, 3)


def test_log_when_nothing_is_noted_then_it_is_empty() -> None:
    assert SearchLog().is_empty
    assert not _LOG.is_empty
    assert not SearchLog(unread=("{}",)).is_empty


def test_people_when_they_are_called_otherwise_by_now_then_all_else_stays() -> None:
    log = SearchLog().with_people({"a": "Ana", "b": "Ben"}).with_found("a", date(2026, 3, 2))

    called = log.calling({"a": "Ana Vidal", "c": "Cleo"})

    assert [each.name for each in called.people] == ["Ana Vidal", "Ben"]
    assert called.calling({"a": "Ana"}) == log
