"""What a person may want to look at today: few, calm, and said when they come, never sent."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from matcher.followup.search_log import (
    Candidate,
    Contact,
    NextStep,
    Outcome,
    Reply,
    SearchLog,
)

NO_ANSWER_DAYS = 5
"""Calendar days without an answer after which the next on the list is named."""

MOST_REMINDERS = 3
"""How many are given at a time."""


class ReminderKind(StrEnum):
    """What it is about, in the order given; its words are ``followup.reminder.<code>``."""

    ANSWER_DUE = "answer_due"
    NEXT_STEP = "next_step"
    TRY_NEXT = "try_next"


@dataclass(frozen=True, slots=True)
class Reminder:
    """One thing to look at.

    Attributes
    ----------
    candidate
        Whom it is about.
    contact
        The try it comes from.
    day
        Since when it is due: the day set, or the one on which the days of silence were over.
    next_candidate
        Who could be asked instead: the first on the list whom nobody asked yet. ``None`` when
        there is nobody, for a next step, and before the day of one.
    """

    kind: ReminderKind
    candidate: Candidate
    contact: Contact
    day: date
    next_candidate: Candidate | None = None


def reminders(log: SearchLog, today: date) -> tuple[Reminder, ...]:
    """Return what to look at today.

    Parameters
    ----------
    log
        The search.
    today
        The day it is where the person is.

    Returns
    -------
    tuple of Reminder
        At most `MOST_REMINDERS`: answers due, then next steps due, then whom to ask instead; of
        one kind what is due longest first. Empty once somebody is found. Only the last try with
        each person counts, of which one thing is said: what they noted to do next, unless it was
        to wait. After a first talk that is a step with a day alone, and nothing of somebody who is
        not for them.
    """
    if log.found is not None:
        return ()
    kinds = [*ReminderKind]
    due = [each for candidate in log.people for each in _due(log, candidate, today)]
    due.sort(key=lambda each: (kinds.index(each.kind), each.day))
    return tuple(due[:MOST_REMINDERS])


def next_to_ask(log: SearchLog, candidate: Candidate) -> Candidate | None:
    """Return the first on the list, other than this one, who is open and was not asked yet.

    Who has the same name is not offered: two profiles of one person may have become one.
    """
    return next(
        (
            each
            for each in log.people
            if each.name != candidate.name and each.is_open and not each.contacts
        ),
        None,
    )


def is_silent(log: SearchLog, candidate: Candidate, today: date) -> bool:
    """Tell whether an answer is long in coming.

    Never before the day on which it was promised or something is to be done next: that is waited
    for. Nor once somebody is found.
    """
    contact = candidate.last_contact
    if log.found is not None or contact is None or not _is_awaited(candidate):
        return False
    return all(day <= today for day in (*_awaited_days(contact), _silent_from(contact)))


def _silent_from(contact: Contact) -> date:
    days = timedelta(NO_ANSWER_DAYS)
    return min(contact.tried_on, date.max - days) + days


def _awaited_days(contact: Contact) -> Iterator[date]:
    if contact.answer_by is not None:
        yield contact.answer_by
    if (step_on := _step_day(contact)) is not None:
        yield step_on


def _step_day(contact: Contact) -> date | None:
    """Return on which day something is to be done next; a day for nothing is none."""
    return None if contact.next_step is NextStep.NONE else contact.next_on


def _had_talk(candidate: Candidate) -> bool:
    return candidate.first_talk is not Outcome.NOT_YET


def _is_awaited(candidate: Candidate) -> bool:
    return not _had_talk(candidate) and candidate.reply is Reply.NOT_YET


def _due(log: SearchLog, candidate: Candidate, today: date) -> Iterator[Reminder]:
    contact = candidate.last_contact
    if contact is None or candidate.first_talk is Outcome.NOT_FOR_ME:
        return
    silence = [*_silence(log, candidate, contact, today)] if _is_awaited(candidate) else []
    is_done = _had_talk(candidate) and contact.next_step is NextStep.FIRST_TALK
    day = None if is_done else _step_day(contact)
    waits_in_vain = bool(silence) and contact.next_step is NextStep.WAIT
    if day is not None and day <= today and not waits_in_vain:
        yield Reminder(ReminderKind.NEXT_STEP, candidate, contact, day)
    else:
        yield from silence


def _silence(
    log: SearchLog, candidate: Candidate, contact: Contact, today: date
) -> Iterator[Reminder]:
    """Tell that an answer is due or, where it is long in coming, who could be asked instead."""
    promised, step_on = contact.answer_by, _step_day(contact)
    if is_silent(log, candidate, today):
        day = max((*_awaited_days(contact), _silent_from(contact)))
        instead = next_to_ask(log, candidate)
        yield Reminder(ReminderKind.TRY_NEXT, candidate, contact, day, instead)
    elif promised is not None and promised <= today:
        waits = step_on is not None and step_on > today
        instead = None if waits else next_to_ask(log, candidate)
        yield Reminder(ReminderKind.ANSWER_DUE, candidate, contact, promised, instead)
