"""A copy to share is made from answers in which nothing private is left."""

from types import MappingProxyType

import pytest
from support.results import make_asked

from matcher.checklist.share_copy import kept_back, shareable
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import Response, State


@pytest.mark.parametrize(
    "item",
    [
        "issues",
        "first_meetings",
        "prior_help",
        "helped_or_not",
        "medication",
        "communities",
        "shared_identity",
        "therapist_gender",
        "faith_stance",
        "family_role",
        "affirming",
        "when_off",
        "trust_pace",
        "practise",
        "boundaries",
        "names_pronouns",
        "hide_people",
        "age_band",
        "place",
        "answered_by",
    ],
)
def test_kept_back_when_looked_up_then_it_holds_what_tells_who_somebody_is(item: str) -> None:
    assert item in kept_back(load_questionnaire())


@pytest.mark.parametrize("item", ["languages", "times", "fee", "access", "adjustments", "goals"])
def test_kept_back_when_looked_up_then_it_does_not_hold_what_has_to_be_told(item: str) -> None:
    assert item not in kept_back(load_questionnaire())


def test_kept_back_when_compared_with_the_questionnaire_then_all_items_exist() -> None:
    questionnaire = load_questionnaire()

    assert [item for item in kept_back(questionnaire) if item not in questionnaire] == []


def test_shareable_when_made_then_only_what_may_be_told_is_left() -> None:
    asked = make_asked(
        languages=Response(("es",)),
        prior_help=Response("did_not_help"),
        faith_stance=Response(state=State.RATHER_NOT_SAY),
        names_pronouns=Response("Robin"),
    )

    left = shareable(asked)

    assert left.responses == MappingProxyType({"languages": Response(("es",))})
    assert (left.language, left.region, left.today) == ("en", "gb", asked.answers.today)


def test_shareable_when_a_group_with_something_private_counts_double_then_no_more() -> None:
    asked = make_asked(double=("culture", "style"))

    assert shareable(asked).weights.double == ("style",)
    assert asked.answers.weights.double == ("culture", "style")
