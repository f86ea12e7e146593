"""Weights: the example of the documentation by hand, and what must always hold."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.preferences.preferences import Preferences, Wish
from matcher.questionnaire.item import Importance
from matcher.questionnaire.response import WeightWishes
from matcher.scoring.criteria import load_criteria
from matcher.scoring.weights import largest_remainder, weigh

CRITERIA = load_criteria()
MATTERS, A_LOT, A_LITTLE = Importance.MATTERS, Importance.MATTERS_A_LOT, Importance.A_LITTLE


def _weigh(*wishes: Wish, weights: WeightWishes | None = None) -> dict[str, int]:
    preferences = Preferences(wishes=wishes, weights=weights or WeightWishes())
    return {criterion.id: criterion.weight for criterion in weigh(preferences, CRITERIA)}


def test_weigh_when_three_groups_have_one_criterion_each_then_24_20_14() -> None:
    """24 : 20 : 14 of 58 is 4137.93, 3448.28, 2413.79: the two largest remainders gain one."""
    weights = _weigh(
        Wish("times", (), MATTERS), Wish("issues", (), MATTERS), Wish("style_steer", 1, MATTERS)
    )

    assert weights == {"style_steer": 4138, "issues": 3448, "times": 2414}
    assert [*weights] == ["style_steer", "issues", "times"]


def test_weigh_when_an_axis_is_answered_strongly_then_it_counts_double_in_its_group() -> None:
    weights = _weigh(Wish("style_steer", -2, MATTERS), Wish("style_plan", 1, MATTERS))

    assert weights == {"style_steer": 6667, "style_plan": 3333}


def test_weigh_when_something_matters_a_lot_then_its_group_grows_and_its_part_too() -> None:
    """style: 24 × 2 = 48, scheduling: 14 × ½ = 7; 48 of 55 is 8727.27, 7 of 55 is 1272.73."""
    weights = _weigh(Wish("start", "month", A_LITTLE), Wish("style_steer", 1, A_LOT))

    assert weights == {"style_steer": 8727, "start": 1273}


def test_weigh_when_a_group_counts_double_then_its_points_do() -> None:
    """style 24, scheduling 14 × 2 = 28: 4615.38 and 5384.62."""
    wishes = Wish("start", "month", MATTERS), Wish("style_steer", 1, MATTERS)

    weights = _weigh(*wishes, weights=WeightWishes(double=("scheduling",)))

    assert weights == {"start": 5385, "style_steer": 4615}


def test_weigh_when_own_points_leave_a_group_out_then_it_leaves_the_sum() -> None:
    wishes = Wish("start", "month", A_LOT), Wish("style_steer", 1, A_LITTLE)

    weights = _weigh(*wishes, weights=WeightWishes(points={"style": 5}))

    assert weights == {"style_steer": 10_000}


def test_weigh_when_own_points_are_all_zero_then_there_is_nothing_to_rank_by() -> None:
    wish = Wish("start", "month", A_LOT)

    assert _weigh(wish, weights=WeightWishes(points={"style": 5})) == {}


@pytest.mark.parametrize("preset", ["balanced", "equal", "practical_first", "relationship_first"])
def test_weigh_when_a_preset_is_taken_then_its_points_decide(preset: str) -> None:
    points = CRITERIA.presets[preset]
    weights = _weigh(
        Wish("formats", (), MATTERS),
        Wish("style_steer", 1, MATTERS),
        weights=WeightWishes(preset=preset),
    )

    exact = Fraction(points["style"] * 10_000, points["style"] + points["format"])
    assert abs(weights["style_steer"] - exact) <= 1


def test_largest_remainder_when_remainders_are_equal_then_the_earlier_gains() -> None:
    shares = {name: Fraction(1) for name in ("a", "b", "c")}

    assert largest_remainder(shares) == {"a": 3334, "b": 3333, "c": 3333}


WISHES = st.lists(
    st.builds(
        Wish,
        st.sampled_from([criterion.id for criterion in CRITERIA.criteria]),
        st.sampled_from([-2, -1, 1, 2]),
        st.sampled_from([MATTERS, A_LOT, A_LITTLE]),
    ),
    min_size=1,
    max_size=41,
    unique_by=lambda wish: wish.criterion,
)


@given(WISHES, st.sampled_from([*CRITERIA.presets]))
def test_weigh_when_anything_is_asked_then_weights_are_whole_and_sum_to_10000(
    wishes: list[Wish], preset: str
) -> None:
    weights = _weigh(*wishes, weights=WeightWishes(preset=preset))

    assert sum(weights.values()) == 10_000
    assert all(isinstance(weight, int) and weight >= 0 for weight in weights.values())
    assert [*weights.values()] == sorted(weights.values(), reverse=True)
