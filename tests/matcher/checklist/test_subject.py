"""What is asked about leads to the facts that answer it."""

import pytest
from support.builders import make_profile
from support.results import make_contribution, make_result

from matcher.checklist.subject import fact_of, fields_of, subjects_of
from matcher.directory.field import FIELDS
from matcher.scoring.criteria import load_criteria
from matcher.scoring.result import RequirementStatus

_CRITERIA = [criterion.id for criterion in load_criteria().criteria]


@pytest.mark.parametrize("criterion", [*_CRITERIA, "accepting", "licence", "register"])
def test_fields_of_when_any_criterion_then_the_profile_has_them(criterion: str) -> None:
    assert set(fields_of(criterion)) <= set(FIELDS)


def test_fields_of_when_scoring_does_not_ask_then_the_field_answers_for_itself() -> None:
    assert fields_of("pronouns") == ("pronouns",)


def test_fact_when_a_later_field_answers_then_that_tells_the_source() -> None:
    profile = make_profile(fee_min="40")

    assert fact_of("fee", profile) is profile.facts["fee_min"]


def test_fact_when_nothing_is_stated_then_there_is_none() -> None:
    assert fact_of("fee", make_profile(name="Kim")) is None


def test_subjects_when_a_need_is_a_wish_too_then_it_is_compared_once_and_first() -> None:
    result = make_result(
        make_contribution("fee", 1000),
        make_contribution("languages", 0),
        requirements={"languages": RequirementStatus.MET},
    )

    assert subjects_of(result) == ("languages", "fee")
