"""A look at how it goes: seven statements in words, and what is another than last time.

Nothing is added up, no step is good or bad, and nothing is said of all statements together.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from matcher.checklist.statements import ORDERED_STEPS, STATEMENTS, Step, WhatNow


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said to one statement.

    Attributes
    ----------
    statement
        A code of `matcher.checklist.statements.STATEMENTS`, or one that a later version had.
    step
        ``None`` when it was not answered.
    line
        A line of one's own; it may stand without a step.
    """

    statement: str
    step: Step | None = None
    line: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said."""
        return self.step is None and not self.line


@dataclass(frozen=True, slots=True)
class CheckIn:
    """One look at how it goes with somebody. Each method returns another one.

    Attributes
    ----------
    day
        Of which it is.
    profile_id, name
        With whom it goes so, and what they are called; ``""`` for somebody who is on no list.
    answers
        In the order in which they were given, each statement once.
    what_now
        What the person wants to do; ``None`` when they did not say.
    outside
        A line on what was tried outside, in other relationships.
    unread
        Answers that could not be read, as JSON: kept as they are, shown nowhere.
    """

    day: date
    profile_id: str = ""
    name: str = ""
    answers: tuple[Answer, ...] = ()
    what_now: WhatNow | None = None
    outside: str = ""
    unread: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said."""
        return not (self.answers or self.what_now or self.outside or self.unread)

    def answer(self, statement: str) -> Answer:
        """Return what was said to a statement; an empty answer when nothing was."""
        found = (each for each in self.answers if each.statement == statement)
        return next(found, Answer(statement))

    def with_answer(self, answer: Answer) -> "CheckIn":
        """Return this with an answer in place of the one to its statement; an empty one goes."""
        given = {each.statement: each for each in self.answers} | {answer.statement: answer}
        return replace(self, answers=tuple(each for each in given.values() if not each.is_empty))


@dataclass(frozen=True, slots=True)
class CheckInBook:
    """All of them, the oldest first; of one day there is one with each person.

    Attributes
    ----------
    unread
        Entries that could not be read, as JSON: kept as they are, shown nowhere.
    """

    check_ins: tuple[CheckIn, ...] = ()
    unread: tuple[str, ...] = ()

    def of(self, profile_id: str) -> tuple[CheckIn, ...]:
        """Return those with one person, the oldest first."""
        return tuple(each for each in self.check_ins if each.profile_id == profile_id)

    def before(self, check_in: CheckIn, *, is_found: bool = False) -> CheckIn | None:
        """Return the last one of an earlier day with the same person; ``None`` if there is none.

        Parameters
        ----------
        check_in
            The one beside which it is to stand.
        is_found
            Whether this is whom the person found. Then one without a name counts as well, of the
            same day too: with whom it went so was noted only later. Not where one with somebody
            else came after it, for then it may have been about them.
        """
        earlier = [each for each in self.of(check_in.profile_id) if each.day < check_in.day]
        unnamed = self._unnamed_before(check_in) if is_found and check_in.profile_id else ()
        return max((*earlier, *unnamed), key=lambda each: each.day, default=None)

    def _unnamed_before(self, check_in: CheckIn) -> tuple[CheckIn, ...]:
        known = {"", check_in.profile_id}
        others = (each.day for each in self.check_ins if each.profile_id not in known)
        last = max(others, default=date.min)
        return tuple(each for each in self.of("") if last <= each.day <= check_in.day)

    def with_check_in(self, check_in: CheckIn) -> "CheckInBook":
        """Return this with a check-in in place of the one of that day with that person."""
        others = self.without(check_in.profile_id, check_in.day).check_ins
        whole = sorted((*others, check_in), key=lambda each: each.day)
        return replace(self, check_ins=tuple(whole))

    def without(self, profile_id: str, day: date | None = None) -> "CheckInBook":
        """Return this without the check-in of a day with somebody; left out, without all."""
        rest = (
            each
            for each in self.check_ins
            if each.profile_id != profile_id or day not in {None, each.day}
        )
        return replace(self, check_ins=tuple(rest))


class ChangeKind(StrEnum):
    """How a statement stands beside last time; its words are ``followup.change.<code>``."""

    MORE = "more"
    LESS = "less"
    SAME = "same"
    NEW = "new"
    NO_LONGER = "no_longer"
    UNANSWERED = "unanswered"


@dataclass(frozen=True, slots=True)
class Change:
    """One statement beside last time.

    Attributes
    ----------
    before, now
        The steps then and now, for words and for a plain picture of five places; ``None`` when
        nothing was said.
    """

    statement: str
    kind: ChangeKind
    before: Step | None
    now: Step | None


def changes(before: CheckIn | None, now: CheckIn) -> tuple[Change, ...]:
    """Return what is another than last time, statement by statement, in the order shown.

    Parameters
    ----------
    before
        The check-in before; ``None`` for the first one, beside which nothing stands.
    now
        The one it is about.

    Returns
    -------
    tuple of Change
        *Can’t say yet* is an answer without a place among the steps: a step after it is new, and
        it after a step means that the step is no longer said. That is another thing than a
        statement to which nothing was chosen: it is unanswered. A statement to which neither time
        a step was said is left out, unless it is *can’t say yet* both times; so is one that
        nobody asks any more.
    """
    if before is None:
        return ()
    found = []
    for statement in STATEMENTS:
        then, today = before.answer(statement).step, now.answer(statement).step
        kind = _kind(then, today)
        if kind is not None:
            found.append(Change(statement, kind, then, today))
    return tuple(found)


def says_all_again(before: CheckIn, now: CheckIn) -> bool:
    """Tell whether each statement that was answered last time is answered now."""
    return all(
        before.answer(each).step is None or now.answer(each).step is not None for each in STATEMENTS
    )


def _kind(then: Step | None, today: Step | None) -> ChangeKind | None:
    if then is today:
        return None if then is None else ChangeKind.SAME
    if then not in ORDERED_STEPS:
        return ChangeKind.NEW if today in ORDERED_STEPS else None
    if today is None:
        return ChangeKind.UNANSWERED
    if today not in ORDERED_STEPS:
        return ChangeKind.NO_LONGER
    is_more = ORDERED_STEPS.index(today) > ORDERED_STEPS.index(then)
    return ChangeKind.MORE if is_more else ChangeKind.LESS
