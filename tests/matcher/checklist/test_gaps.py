"""What is open between a person and a profile, and how much it weighs."""

from dataclasses import replace
from datetime import date

import pytest
from support.builders import make_profile
from support.results import make_asked, make_contribution, make_result

from matcher.checklist.gaps import OF_A_REQUIREMENT, Gap, Stated, find_gaps
from matcher.checklist.question import Trigger
from matcher.questionnaire.response import Place, Response, State
from matcher.scoring.result import RequirementStatus

_LISTED = make_profile(register="Example register")


def test_find_gaps_when_something_is_open_then_needs_come_first_and_what_fits_is_left_out() -> None:
    asked = make_asked(style_us=Response(state=State.NOT_SURE))
    result = make_result(
        make_contribution("goals", 1000, weight=500),
        make_contribution("style_talk", 0, 1000, weight=700),
        make_contribution("style_plan", 250, weight=900),
        requirements={
            "fee": RequirementStatus.NOT_STATED,
            "payers": RequirementStatus.NOT_MET,
            "access": RequirementStatus.MET,
        },
    )

    assert [*find_gaps(asked, result, _LISTED)] == [
        Gap(Trigger.NOT_STATED, "fee", OF_A_REQUIREMENT, True),
        Gap(Trigger.DIFFERENT, "payers", OF_A_REQUIREMENT, True),
        Gap(Trigger.NOT_STATED, "style_talk", 700),
        Gap(Trigger.DIFFERENT, "style_plan", 900, stated=Stated(is_partial=True)),
        Gap(Trigger.NOT_SURE, "style_us"),
    ]


def test_find_gaps_when_the_profile_is_silent_on_its_standing_then_both_are_open() -> None:
    asked = make_asked(place=Response(Place(licence_area="US-OR")))

    gaps = [*find_gaps(asked, make_result(), make_profile())]

    assert gaps == [Gap(Trigger.NOT_STATED, "register"), Gap(Trigger.NOT_STATED, "licence")]


@pytest.mark.parametrize(
    ("languages", "listed"),
    [
        pytest.param("es;en:native", True, id="named without a level"),
        pytest.param("fr", False, id="another is named"),
        pytest.param("", False, id="none is named"),
    ],
)
def test_find_gaps_when_what_was_asked_for_is_named_and_open_then_that_is_told(
    languages: str, listed: bool
) -> None:
    profile = make_profile(register="R", languages=languages)
    offered = profile.value("languages")
    part = replace(make_contribution("languages", 500, 1000), asked=("es",), offered=offered)

    (gap,) = find_gaps(make_asked(), make_result(part), profile)

    assert gap.stated.is_listed == listed


@pytest.mark.parametrize(
    ("confirmed_on", "is_old"), [(date(2020, 1, 1), True), (None, False)], ids=["dated", "undated"]
)
def test_find_gaps_when_a_fact_no_longer_counts_then_it_is_told_from_silence(
    confirmed_on: date | None, is_old: bool
) -> None:
    profile = make_profile(register="R", times="mon-evening", confirmed_on=confirmed_on)
    result = make_result(make_contribution("times", 0, 1000), make_contribution("goals", 0, 1000))

    gaps = {gap.subject: gap.stated.is_old for gap in find_gaps(make_asked(), result, profile)}

    assert gaps == {"times": is_old, "goals": False}
