"""Check-ins: words beside words. Nothing public adds up, judges, or speaks of all statements."""

import inspect
import re
import typing
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.followup import ANSWERS, CHECK_IN_CHANGES, CHECK_INS, after

from matcher.checklist.statements import STATEMENTS, Step
from matcher.followup import check_in, check_in_json, sentences
from matcher.followup.check_in import (
    Answer,
    ChangeKind,
    CheckIn,
    CheckInBook,
    changes,
    says_all_again,
)

_DAY, _LATER = date(2026, 3, 2), date(2026, 3, 9)
_SUMS = re.compile(
    r"total|sum|mean|average|median|score|points|percent|cut_?off|threshold|limit|colou?r|verdict"
    r"|grade|level|trend|rate|rank|worse|better|good|bad|warn|alarm|risk"
)
_MODULES = (check_in, check_in_json, sentences)


def _with(step: Step | None, day: date = _DAY) -> CheckIn:
    return CheckIn(day, "p-1").with_answer(Answer("heard", step))


@pytest.mark.parametrize(
    ("before", "now", "kind"),
    [
        (Step.PARTLY, Step.MOSTLY, ChangeKind.MORE),
        (Step.FULLY, Step.NOT_AT_ALL, ChangeKind.LESS),
        (Step.A_LITTLE, Step.A_LITTLE, ChangeKind.SAME),
        (Step.CANNOT_SAY, Step.CANNOT_SAY, ChangeKind.SAME),
        (None, Step.PARTLY, ChangeKind.NEW),
        (Step.CANNOT_SAY, Step.NOT_AT_ALL, ChangeKind.NEW),
        (Step.PARTLY, None, ChangeKind.UNANSWERED),
        (Step.PARTLY, Step.CANNOT_SAY, ChangeKind.NO_LONGER),
        (None, Step.CANNOT_SAY, None),
        (Step.CANNOT_SAY, None, None),
        (None, None, None),
    ],
)
def test_statement_when_beside_last_time_then_a_word_says_how_it_stands(
    before: Step | None, now: Step | None, kind: ChangeKind | None
) -> None:
    found = changes(_with(before), _with(now, _LATER))

    assert [each.kind for each in found] == ([] if kind is None else [kind])
    assert all((each.before, each.now) == (before, now) for each in found)


def test_first_check_in_when_nothing_is_before_it_then_nothing_stands_beside_it() -> None:
    assert changes(None, _with(Step.PARTLY)) == ()


@given(CHECK_INS, CHECK_INS)
def test_changes_when_made_from_anything_then_each_statement_once_and_in_order(
    before: CheckIn, now: CheckIn
) -> None:
    said = [each.statement for each in changes(before, now)]

    assert said == [each for each in STATEMENTS if each in said]


@given(CHECK_INS, ANSWERS)
def test_answer_when_given_then_no_other_is_touched(one: CheckIn, answer: Answer) -> None:
    changed = one.with_answer(answer)

    assert changed.answer(answer.statement) == answer
    for other in {*STATEMENTS} - {answer.statement}:
        assert changed.answer(other) == one.answer(other)


@given(st.lists(CHECK_IN_CHANGES, max_size=8))
def test_book_when_changed_in_any_way_then_one_a_day_with_each_and_the_oldest_first(
    changed: list[object],
) -> None:
    book = after(CheckInBook(), changed)  # type: ignore[arg-type]
    days = [each.day for each in book.check_ins]

    assert days == sorted(days)
    assert len({(each.day, each.profile_id) for each in book.check_ins}) == len(days)


def test_before_when_asked_for_then_the_last_of_an_earlier_day_with_the_same_person() -> None:
    first, second = _with(Step.PARTLY), _with(Step.MOSTLY, _LATER)
    other = CheckIn(date(2026, 3, 5), "p-2", outside="talked")
    book = CheckInBook().with_check_in(second).with_check_in(other).with_check_in(first)

    assert book.before(second) == first
    assert book.before(first) is None
    assert book.of("p-2") == (other,)


def test_before_when_somebody_was_found_then_one_without_a_name_counts_until_one_has_it() -> None:
    unnamed = replace(_with(Step.MOSTLY), profile_id="")
    now = _with(Step.PARTLY, _LATER)
    book = CheckInBook((unnamed, now))

    assert book.before(now) is None
    assert book.before(now, is_found=True) == unnamed
    later = _with(Step.PARTLY, date(2026, 3, 16))
    assert book.with_check_in(later).before(later, is_found=True) == now
    assert book.with_check_in(later).check_ins == (unnamed, now, later)


def test_before_when_found_on_the_same_day_then_what_had_no_name_that_day_counts() -> None:
    unnamed, now = replace(_with(Step.MOSTLY), profile_id=""), _with(Step.PARTLY)

    assert CheckInBook((unnamed, now)).before(now, is_found=True) == unnamed


def test_before_when_one_with_somebody_else_came_after_then_no_name_is_not_taken_for_this() -> None:
    unnamed, now = replace(_with(Step.MOSTLY), profile_id=""), _with(Step.PARTLY, _LATER)
    other = CheckIn(date(2026, 3, 5), "p-2", outside="talked")

    assert CheckInBook((unnamed, other, now)).before(now, is_found=True) is None
    assert CheckInBook((other, unnamed, now)).before(unnamed, is_found=True) is None


def test_check_ins_when_taken_away_then_those_of_a_day_or_all_with_one_person() -> None:
    first, second = _with(Step.PARTLY), _with(Step.MOSTLY, _LATER)
    other = CheckIn(_DAY, "p-2", outside="talked")
    book = CheckInBook((first, other, second))

    assert book.without("p-1", _DAY).check_ins == (other, second)
    assert book.without("p-1").check_ins == (other,)
    assert book.without("p-3") == book


def _public() -> list[tuple[str, object]]:
    found: list[tuple[str, object]] = []
    for module in _MODULES:
        for name, thing in vars(module).items():
            if getattr(thing, "__module__", "") != module.__name__ or name.startswith("_"):
                continue
            found.append((name, thing))
            if inspect.isclass(thing):
                found += [each for each in vars(thing).items() if not each[0].startswith("_")]
    return found


def test_names_when_public_then_none_is_of_a_total_a_judgment_or_a_trend() -> None:
    names = [name for name, _ in _public()]

    assert len(names) > 30
    assert [name for name in names if _SUMS.search(name.casefold())] == []


def test_values_when_public_then_no_number_is_among_them() -> None:
    """Only `gaps_in` counts, and that the gaps of a sentence."""
    numbers = set()
    for name, thing in _public():
        wanted = getattr(thing, "fget", thing)
        if inspect.isfunction(wanted) or inspect.isclass(wanted):
            hints = typing.get_type_hints(wanted)
            if any(
                re.search(r"\b(int|float|Fraction|Decimal)\b", str(each)) for each in hints.values()
            ):
                numbers.add(name)

    assert numbers == {"gaps_in"}


def test_steps_when_added_up_then_they_cannot_be() -> None:
    with pytest.raises(TypeError):
        sum([Step.PARTLY, Step.FULLY])  # type: ignore[list-item]
    assert not any(isinstance(each, int | float) for each in Step)


def test_answers_when_each_of_last_time_is_given_again_then_all_is_said_again() -> None:
    before = CheckIn(date(2026, 3, 2)).with_answer(Answer("heard", Step.PARTLY))
    before = before.with_answer(Answer("hope", Step.CANNOT_SAY))
    now = replace(before, day=date(2026, 3, 9), answers=before.answers[:1])

    assert not says_all_again(before, now)
    assert not says_all_again(before, now.with_answer(Answer("hope", line="Not sure")))
    assert says_all_again(before, now.with_answer(Answer("hope", Step.FULLY)))
    assert says_all_again(now, before)
