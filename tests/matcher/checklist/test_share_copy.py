"""A copy to share is made from answers in which nothing private is left."""

from types import MappingProxyType

import pytest
from support.results import make_asked, make_contribution, make_result, make_selection

from matcher.checklist.selection import FEWEST, MOST
from matcher.checklist.share_copy import kept_back, shareable, shared_picks
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


_SHARED = make_selection(make_asked(), make_result(make_contribution("style_plan", 0, 1000)))
_WHOLE = make_selection(
    make_asked(prior_help=Response("did_not_help")),
    make_result(
        make_contribution("issues", 0, 1000, weight=6000), make_contribution("style_plan", 0, 1000)
    ),
)
_SUGGESTED = [each.id for each in _SHARED.suggested]


def _changed(*, without: str = "", added: tuple[str, ...] = ()) -> list[str]:
    """Return what the window keeps when the suggestion is changed."""
    return [*(each.id for each in _WHOLE.suggested if each.id != without), *added]


@pytest.mark.parametrize(
    ("picks", "page"),
    [
        pytest.param([], _SUGGESTED, id="nothing picked"),
        pytest.param(_changed(), _SUGGESTED, id="the suggestion kept"),
        pytest.param(_changed()[::-1], _SUGGESTED, id="the suggestion in another order"),
        pytest.param(["own.1"], _SUGGESTED, id="only their own"),
        pytest.param(["no-such-question"], _SUGGESTED, id="not offered"),
        pytest.param(_changed(added=("X1",)), ["X1", *_SUGGESTED], id="one added"),
        pytest.param(["X1", "G3"], ["X1", "G3", _SUGGESTED[0]], id="others instead"),
        pytest.param(["A1"], _SUGGESTED, id="only one that there was no room for"),
        pytest.param(["E5", "E1"], _SUGGESTED[:FEWEST], id="brought up by what is kept back"),
    ],
)
def test_shared_picks_when_picked_then_they_count_as_changes(
    picks: list[str], page: list[str]
) -> None:
    assert [*shared_picks(picks, _WHOLE, _SHARED)] == page


def test_shared_picks_when_a_suggestion_is_taken_off_then_it_comes_back_only_if_few_are_left() -> (
    None
):
    shared = make_selection(
        make_asked(),
        make_result(
            *(
                make_contribution(f"style_{axis}", 0, 1000)
                for axis in ("plan", "talk", "us", "pace")
            )
        ),
    )
    one, two, *rest = (each.id for each in shared.suggested)

    assert [*shared_picks([one, *rest], shared, shared)] == [one, *rest]
    assert [*shared_picks([rest[-1]], shared, shared)] == [one, two, rest[-1]]


def test_shared_picks_when_brought_up_by_what_is_kept_back_then_it_was_offered_before() -> None:
    before = {each.id for each in (*_WHOLE.suggested, *_WHOLE.others)}
    suggested = {each.id for each in _WHOLE.suggested}

    assert {"E1", "E5", "X1", "G3", *_SUGGESTED} <= before
    assert {"E1", "E5"} <= suggested
    assert len(_WHOLE.suggested) <= MOST


def test_shared_picks_when_an_answer_kept_back_only_offered_it_then_it_is_no_addition() -> None:
    axes = ("plan", "talk", "us", "pace", "steer")
    told = [make_contribution(f"style_{axis}", 0, 1000, weight=1500) for axis in axes]
    issues = make_contribution("issues", 0, 1000, weight=100)
    whole = make_selection(make_asked(), make_result(*told, issues))
    shared = make_selection(make_asked(), make_result(*told))

    assert "E1" in {each.id for each in whole.others} & {each.id for each in shared.others}
    assert "E1" not in shared_picks(["E1"], whole, shared)
    assert "E1" in shared_picks(["E1"], shared, shared)
