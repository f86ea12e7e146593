"""Reminders: few, in a fixed order, and none once somebody is found."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.followup import DAYS, SEARCH_CHANGES, after

from matcher.followup.reminders import (
    MOST_REMINDERS,
    NO_ANSWER_DAYS,
    Reminder,
    ReminderKind,
    is_silent,
    next_to_ask,
    reminders,
)
from matcher.followup.search_log import (
    OF_A_TALK,
    Candidate,
    Contact,
    NextStep,
    Outcome,
    Reply,
    SearchLog,
)

_DAY = date(2026, 3, 2)
_BEN = Candidate("p-ben", "Ben")


def _ana(contact: Contact | None = None, outcome: Outcome = Outcome.NOT_YET) -> Candidate:
    return Candidate("p-ana", "Ana", () if contact is None else (contact,), outcome=outcome)


def _kinds(log: SearchLog, today: date) -> list[ReminderKind]:
    return [each.kind for each in reminders(log, today)]


@pytest.mark.parametrize(("days", "expected"), [(0, []), (4, []), (5, ["Ben"]), (40, ["Ben"])])
def test_silence_when_five_days_long_then_the_next_on_the_list_is_named(
    days: int, expected: list[str]
) -> None:
    log = SearchLog((_ana(Contact(_DAY)), _BEN))
    found = reminders(log, _DAY + timedelta(days))

    assert [each.next_candidate.name for each in found if each.next_candidate] == expected
    assert all(each.day == _DAY + timedelta(NO_ANSWER_DAYS) for each in found)


def test_answer_when_promised_later_then_silence_is_none_until_then() -> None:
    log = SearchLog((_ana(Contact(_DAY, answer_by=date(2026, 3, 12))), _BEN))

    assert _kinds(log, date(2026, 3, 11)) == []
    assert _kinds(log, date(2026, 3, 12)) == [ReminderKind.TRY_NEXT]
    assert reminders(log, date(2026, 3, 20))[0].day == date(2026, 3, 12)


def test_silence_when_asked_then_neither_a_promise_ahead_nor_somebody_found_is_silent() -> None:
    ana = _ana(Contact(_DAY, answer_by=date(2026, 3, 12)))
    log = SearchLog((ana, _BEN))

    assert not is_silent(log, ana, date(2026, 3, 11))
    assert is_silent(log, ana, date(2026, 3, 12))
    assert not is_silent(log.with_found("p-ben", _DAY), ana, date(2026, 3, 12))
    assert not is_silent(log, _BEN, date(2026, 3, 12))


def test_step_when_on_a_later_day_then_that_day_is_waited_for() -> None:
    step = date(2026, 5, 4)
    contact = Contact(_DAY, answer_by=date(2026, 3, 6), next_step=NextStep.WAIT, next_on=step)
    log = SearchLog((_ana(contact), _BEN))
    before = reminders(log, date(2026, 5, 3))

    assert not is_silent(log, log.people[0], date(2026, 5, 3))
    assert [(each.kind, each.next_candidate) for each in before] == [
        (ReminderKind.ANSWER_DUE, None)
    ]
    assert reminders(log, step) == (
        Reminder(ReminderKind.TRY_NEXT, log.people[0], contact, step, _BEN),
    )


def test_step_when_it_is_due_and_there_is_no_answer_either_then_one_thing_is_said() -> None:
    contact = Contact(_DAY, answer_by=_DAY, next_step=NextStep.ASK_AGAIN, next_on=_DAY)

    assert _kinds(SearchLog((_ana(contact), _BEN)), _DAY) == [ReminderKind.NEXT_STEP]
    assert _kinds(SearchLog((_ana(contact), _BEN)), _DAY + timedelta(30)) == [
        ReminderKind.NEXT_STEP
    ]


def test_day_when_nothing_is_noted_for_it_then_it_is_not_waited_for() -> None:
    log = SearchLog((_ana(Contact(_DAY, next_on=date(2026, 5, 4))), _BEN))

    assert _kinds(log, _DAY + timedelta(NO_ANSWER_DAYS)) == [ReminderKind.TRY_NEXT]


def test_answer_when_promised_soon_then_it_is_due_on_that_day() -> None:
    contact = Contact(_DAY, answer_by=date(2026, 3, 4))
    log = SearchLog((_ana(contact), _BEN))

    assert _kinds(log, date(2026, 3, 3)) == []
    assert reminders(log, date(2026, 3, 4)) == (
        Reminder(ReminderKind.ANSWER_DUE, _ana(contact), contact, date(2026, 3, 4), _BEN),
    )


def test_answer_when_it_came_then_only_the_next_step_is_left() -> None:
    contact = Contact(
        _DAY, reply=Reply.ANSWERED, next_step=NextStep.FIRST_TALK, next_on=date(2026, 3, 10)
    )
    log = SearchLog((_ana(contact), _BEN))

    assert _kinds(log, date(2026, 3, 9)) == []
    assert _kinds(log, date(2026, 3, 10)) == [ReminderKind.NEXT_STEP]


@pytest.mark.parametrize("outcome", OF_A_TALK[1:])
def test_person_when_a_talk_has_had_an_outcome_then_nothing_reminds_of_them(
    outcome: Outcome,
) -> None:
    log = SearchLog((_ana(Contact(_DAY), outcome), _BEN))

    assert _kinds(log, _DAY + timedelta(30)) == []


@pytest.mark.parametrize("reply", [Reply.FULL, Reply.NO_ANSWER])
def test_person_when_a_try_shows_no_way_on_then_only_a_step_on_its_day_is_reminded_of(
    reply: Reply,
) -> None:
    ended = Contact(_DAY, answer_by=date(2026, 3, 6), reply=reply)
    again = replace(ended, next_step=NextStep.ASK_AGAIN, next_on=date(2026, 9, 1))

    assert _kinds(SearchLog((_ana(ended), _BEN)), date(2026, 9, 1)) == []
    assert _kinds(SearchLog((_ana(again), _BEN)), date(2026, 8, 31)) == []
    assert _kinds(SearchLog((_ana(again), _BEN)), date(2026, 9, 1)) == [ReminderKind.NEXT_STEP]


def test_next_when_chosen_then_whoever_was_asked_or_is_done_with_is_passed_over() -> None:
    full = replace(_BEN, profile_id="p-full", outcome=Outcome.FULL)
    asked = Candidate("p-asked", "Asked", (Contact(_DAY),))
    ana = _ana(Contact(_DAY))

    assert next_to_ask(SearchLog((ana, full, asked, _BEN)), ana) == _BEN
    assert next_to_ask(SearchLog((ana, full, asked)), ana) is None
    merged = replace(_BEN, name=ana.name)
    assert next_to_ask(SearchLog((ana, merged)), ana) is None


def test_order_when_much_is_due_then_answers_then_steps_then_silence_the_longest_first() -> None:
    soon = date(2026, 3, 7)
    people = (
        Candidate("1", "silent", (Contact(date(2026, 3, 1)),)),
        Candidate("2", "longer", (Contact(date(2026, 2, 1)),)),
        Candidate(
            "3",
            "step",
            (Contact(soon, reply=Reply.ANSWERED, next_step=NextStep.WAIT, next_on=soon),),
        ),
        Candidate("4", "due", (Contact(soon, answer_by=soon),)),
    )

    found = reminders(SearchLog(people), date(2026, 3, 8))

    assert [each.candidate.name for each in found] == ["due", "step", "longer"]


@pytest.mark.parametrize(
    ("step", "outcome", "is_due"),
    [
        (NextStep.DECIDE, Outcome.WENT_WELL, True),
        (NextStep.DECIDE, Outcome.UNSURE, True),
        (NextStep.SEND_SOMETHING, Outcome.UNSURE, True),
        (NextStep.DECIDE, Outcome.NOT_FOR_ME, False),
        (NextStep.FIRST_TALK, Outcome.UNSURE, False),
        (NextStep.NONE, Outcome.UNSURE, False),
    ],
)
def test_step_when_it_has_a_day_after_a_first_talk_then_it_is_reminded_of(
    step: NextStep, outcome: Outcome, is_due: bool
) -> None:
    friday = date(2026, 3, 6)
    contact = Contact(_DAY, reply=Reply.ANSWERED, next_step=step, next_on=friday)
    log = SearchLog((_ana(contact, outcome), _BEN))

    assert _kinds(log, friday - timedelta(1)) == []
    assert _kinds(log, friday) == [ReminderKind.NEXT_STEP] * is_due


def test_try_when_it_is_of_the_last_day_there_is_then_nothing_breaks() -> None:
    log = SearchLog((_ana(Contact(date.max)), _BEN))

    assert reminders(log, _DAY) == ()
    assert not is_silent(log, log.people[0], _DAY)


@given(st.lists(SEARCH_CHANGES, max_size=12), DAYS)
def test_reminders_when_made_from_anything_then_few_and_none_when_found(
    changes: list[object], today: date
) -> None:
    log = after(SearchLog(), changes)  # type: ignore[arg-type]
    found = reminders(log, today)

    assert len(found) <= MOST_REMINDERS
    assert all(each.day <= today for each in found)
    assert all(each.candidate != each.next_candidate for each in found)
    assert reminders(log.with_found("", today), today) == ()
