"""Must-haves: three truths, and the one group that follows."""

# ruff: noqa: E501 - one row of a table on one line

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from support.builders import make_profile
from support.directories import MemoryDirectory, make_answers
from support.strategies import directories, responses

from matcher.directory.profile import Profile
from matcher.questionnaire.item import Importance
from matcher.questionnaire.response import Money, Place, Response, Times, Value
from matcher.scoring.result import Group, RequirementStatus
from matcher.services.matching.match import match

MET, NOT_MET, NOT_STATED = RequirementStatus
FRESH, OLD = date(2026, 11, 1), date(2026, 5, 1)
HOME = Place(latitude=45.52, longitude=-122.68, max_km=Decimal(10))


def _must(value: Value) -> Response:
    return Response(value, importance=Importance.MUST)


def _status(item: str, value: Value, **cells: str) -> RequirementStatus:
    found = match(
        MemoryDirectory([make_profile("p", confirmed_on=FRESH, **cells)]),
        make_answers({item: _must(value)}),
        seed=1,
    )
    reasons = {reason.item: reason.status for reason in found.result_for("p").requirements}
    return reasons[item]


@pytest.mark.parametrize(
    ("item", "value", "cells", "expected"),
    [
        ("formats", ("video", "phone"), {"formats": "phone"}, MET),
        ("formats", ("video",), {"formats": "in_person"}, NOT_MET),
        ("formats", ("video",), {}, NOT_STATED),
        ("formats", ("video",), {"formats": "-"}, NOT_MET),
        ("times", Times(good=("mon-late",), possible=("tue-late",)), {"times": "tue-late"}, MET),
        ("times", Times(good=("mon-late",)), {"times": "tue-late"}, NOT_MET),
        ("times", Times(good=("mon-late",)), {"times": "-"}, NOT_MET),
        ("times", Times(good=("mon-late",)), {}, NOT_STATED),
        ("times", Times(good=("mon-late",)), {"times": "mon-late", "unsorted": "times: Sat?"}, MET),
        ("times", Times(good=("mon-late",)), {"times": "tue-late", "unsorted": "times: Sat?"}, NOT_STATED),
        ("age_band", "13-17", {"age_groups": "26-64", "unsorted": "age_groups: Kids 6-12; adults"}, NOT_STATED),
        ("languages", ("ase",), {"languages": "ase:interpreter"}, MET),
        ("languages", ("ase",), {"languages": "en"}, NOT_MET),
        ("therapist_gender", ("woman",), {"gender": "woman"}, MET),
        ("therapist_gender", ("woman",), {}, NOT_STATED),
        ("start", "two_weeks", {"next_opening": "2026-12-05"}, MET),
        ("start", "two_weeks", {"next_opening": "2026-12-06"}, NOT_MET),
        ("start", "two_weeks", {}, NOT_STATED),
        ("qualification", "supervised", {"qualification": "licensed"}, MET),
        ("qualification", "supervised", {"qualification": "supervised"}, MET),
        ("qualification", "supervised", {"qualification": "student"}, NOT_MET),
        ("access", ("lift", "step_free_entry"), {"access": "lift;step_free_entry"}, MET),
        ("access", ("lift", "step_free_entry"), {"access": "lift"}, NOT_STATED),
        ("access", ("lift", "step_free_entry"), {"access": "lift:no;step_free_entry"}, NOT_MET),
        ("access", ("lift",), {"access": "-"}, NOT_MET),
        ("communities", ("deaf",), {"communities": "deaf:worked:3"}, MET),
        ("fee", Money(Decimal(60), "USD"), {"fee_max": "60", "currency": "USD"}, MET),
        ("fee", Money(Decimal(60), "USD"), {"fee_max": "60.5", "currency": "USD", "reduced_fee": "no"}, NOT_MET),
        ("fee", Money(Decimal(60), "USD"), {"fee_max": "60", "currency": "EUR"}, NOT_STATED),
        ("fee", Money(Decimal(60), "USD"), {"fee_max": "60"}, NOT_STATED),
        ("fee", Money(Decimal(60), "USD"), {"fee_max": "90", "fee_min": "50", "reduced_fee": "yes", "currency": "USD"}, MET),
        ("fee", Money(Decimal(60), "USD"), {"fee_max": "90", "fee_min": "50", "currency": "USD"}, NOT_STATED),
        ("fee", Money(Decimal(60), "USD"), {"fee_max": "90", "fee_min": "50", "reduced_fee": "waitlist", "currency": "USD"}, NOT_MET),
        ("place", HOME, {"latitude": "45.52", "longitude": "-122.68"}, MET),
        ("place", HOME, {"latitude": "46.52", "longitude": "-122.68"}, NOT_MET),
        ("place", HOME, {}, NOT_STATED),
        ("participants", "couple", {"participants": "me"}, NOT_MET),
        ("age_band", "26-64", {"age_groups": "18-25;26-64"}, MET),
        ("approaches", ("cbt",), {"approaches": "cbt:trained"}, MET),
        ("approaches", ("cbt",), {"approaches": "cbt:elements"}, NOT_MET),
        ("approaches", ("cbt",), {"approaches": "cbt"}, NOT_STATED),
        ("approaches", ("cbt",), {"approaches": "act:trained"}, NOT_MET),
        ("approaches_avoid", ("cbt",), {"approaches": "act:trained"}, MET),
        ("approaches_avoid", ("cbt",), {"approaches": "cbt:elements"}, MET),
        ("approaches_avoid", ("cbt",), {"approaches": "cbt:certified"}, NOT_MET),
        ("approaches_avoid", ("cbt",), {}, NOT_STATED),
    ],
)  # fmt: skip
def test_check_when_something_must_be_then_met_not_met_or_not_stated(
    item: str, value: Value, cells: dict[str, str], expected: RequirementStatus
) -> None:
    assert _status(item, value, **cells) is expected


def test_check_when_online_is_offered_and_asked_then_the_distance_is_met() -> None:
    answers = make_answers({"place": _must(HOME), "formats": Response(("video",))})
    person = make_profile("p", latitude="10", longitude="10", formats="video")

    result = match(MemoryDirectory([person]), answers, seed=1).result_for("p")

    assert {reason.item: reason.status for reason in result.requirements}["place"] is MET


def _group(person: Profile, answers: dict[str, Response]) -> Group:
    return match(MemoryDirectory([person]), make_answers(answers), seed=1).result_for("p").group


TWO_NEEDS = {"formats": _must(("video",)), "languages": _must(("es",))}


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        pytest.param({"accepting": "yes", "formats": "video", "languages": "es"}, Group.MEETS_ALL, id="meets all"),
        pytest.param({"formats": "video", "languages": "es"}, Group.TO_CHECK, id="accepting not stated"),
        pytest.param({"accepting": "yes", "formats": "video"}, Group.TO_CHECK, id="a need not stated"),
        pytest.param({"accepting": "yes", "formats": "video", "languages": "en"}, Group.NEAR_MISS, id="one not met"),
        pytest.param({"accepting": "yes", "formats": "phone", "languages": "en"}, Group.OTHER, id="two not met"),
        pytest.param({"accepting": "waitlist", "formats": "phone", "languages": "en"}, Group.NOT_ACCEPTING, id="waiting list before needs"),
        pytest.param({"accepting": "yes", "formats": "video", "languages": "en", "register": "-"}, Group.OTHER, id="on no register and one not met"),
        pytest.param({"accepting": "yes", "formats": "video", "languages": "es", "register": "-"}, Group.OTHER, id="on no register"),
        pytest.param({"accepting": "yes", "formats": "video", "languages": "es", "register": "-", "supervisor": "Dr Example"}, Group.MEETS_ALL, id="supervised instead"),
    ],
)  # fmt: skip
def test_check_when_needs_are_met_or_not_then_one_group_follows(
    cells: dict[str, str], expected: Group
) -> None:
    assert _group(make_profile("p", **cells), TWO_NEEDS) is expected


@pytest.mark.parametrize(
    ("areas", "expected"),
    [("US-OR", Group.MEETS_ALL), ("US", Group.MEETS_ALL), ("", Group.MEETS_ALL), ("US-CA", Group.OTHER)],
)  # fmt: skip
def test_check_when_a_licence_is_needed_then_silence_is_no_requirement(
    areas: str, expected: Group
) -> None:
    person = make_profile("p", accepting="yes", licensed_areas=areas)

    assert _group(person, {"place": Response(Place(licence_area="US-OR"))}) is expected


def test_check_when_the_profile_is_silent_on_licence_and_register_then_they_are_not_listed() -> (
    None
):
    answers = make_answers(place=Place(licence_area="US-OR"))

    result = match(MemoryDirectory([make_profile("p")]), answers, seed=1).result_for("p")

    assert [reason.item for reason in result.requirements] == ["accepting"]


def test_check_when_somebody_is_hidden_then_nothing_else_counts() -> None:
    answers = {"hide_people": Response(("p", "gone-long-ago"))}

    assert _group(make_profile("p", accepting="no"), answers) is Group.HIDDEN


@pytest.mark.parametrize(
    ("confirmed", "expected"), [(OLD, Group.TO_CHECK), (None, Group.MEETS_ALL)], ids=["old", "undated"]
)  # fmt: skip
def test_check_when_a_dated_fact_is_too_old_then_it_is_not_stated(
    confirmed: date | None, expected: Group
) -> None:
    person = make_profile("p", confirmed_on=confirmed, accepting="yes")

    assert _group(person, {}) is expected


@given(directories, responses())
def test_check_when_anything_is_asked_then_every_profile_is_in_exactly_one_group(
    people: list[Profile], asked: dict[str, Response]
) -> None:
    found = match(MemoryDirectory(people), make_answers(asked), seed=1)

    listed = [row for group in Group for row in found.order(group)]
    assert sorted(listed) == [*range(len(people))]
    for row in range(len(people)):
        result = found.result(row)
        statuses = [r.status for r in result.requirements if r.item not in {"licence", "register"}]
        failed = sum(status is NOT_MET for status in statuses[1:])
        if result.group is Group.MEETS_ALL:
            assert set(statuses) == {MET}
        elif result.group is Group.TO_CHECK:
            assert failed == 0
            assert NOT_STATED in statuses
        elif result.group is Group.NEAR_MISS:
            assert failed == 1
