"""Weights: the example of the documentation by hand, and what must always hold."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.preferences.preferences import Preferences, Wish
from matcher.questionnaire.item import Importance
from matcher.questionnaire.response import WeightWishes
from matcher.scoring.criteria import load_criteria
from matcher.scoring.result import WeightedCriterion
from matcher.scoring.weights import exact_weights, largest_remainder, weigh, with_weight

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


def _exact(*wishes: Wish, weights: WeightWishes | None = None) -> dict[str, Fraction]:
    return exact_weights(Preferences(wishes=wishes, weights=weights or WeightWishes()), CRITERIA)


def test_exact_weights_when_a_group_has_two_criteria_then_its_points_are_shared_exactly() -> None:
    """culture has 16 × (3·2 + 4·½) ÷ 7 = 128/7 points, in parts of 6 : 2; style has 24."""
    exact = _exact(
        Wish("style_steer", -2, MATTERS),
        Wish("communities", ("deaf",), A_LOT),
        Wish("shared_identity", ("deaf",), A_LITTLE),
    )

    assert exact == {
        "style_steer": 24,
        "communities": Fraction(128 * 6, 7 * 8),
        "shared_identity": Fraction(128 * 2, 7 * 8),
    }
    assert [*exact] == ["style_steer", "communities", "shared_identity"]


def test_exact_weights_when_own_points_are_given_then_importance_counts_inside_groups() -> None:
    exact = _exact(
        Wish("times", (), A_LOT),
        Wish("start", "month", A_LITTLE),
        Wish("issues", (), A_LITTLE),
        weights=WeightWishes(points={"scheduling": 31, "experience": 7, "style": 50}),
    )

    assert exact == {"times": 28, "start": 3, "issues": 7}


def test_exact_weights_when_a_group_has_no_points_then_its_wishes_are_left_out() -> None:
    wishes = Wish("times", (), MATTERS), Wish("style_steer", 1, MATTERS)

    assert _exact(*wishes, weights=WeightWishes(points={"style": 3})) == {"style_steer": 3}


@given(WISHES, st.sampled_from([*CRITERIA.presets]))
def test_weigh_when_compared_with_exact_weights_then_less_than_one_part_is_lost_or_won(
    wishes: list[Wish], preset: str
) -> None:
    exact = _exact(*wishes, weights=WeightWishes(preset=preset))
    whole = _weigh(*wishes, weights=WeightWishes(preset=preset))

    for name, weight in exact.items():
        assert abs(whole.get(name, 0) - weight * 10_000 / sum(exact.values())) < 1


def _weighted(**weights: int) -> tuple[WeightedCriterion, ...]:
    """Make criteria whose rows are in the order of the alphabet."""
    rows = {name: row for row, name in enumerate(sorted(weights))}
    made = [WeightedCriterion(name, "g", weight, rows[name]) for name, weight in weights.items()]
    return tuple(sorted(made, key=lambda criterion: -criterion.weight))


@pytest.mark.parametrize(
    ("weight", "expected"),
    [
        pytest.param(5000, {"a": 5000, "b": 3000, "c": 2000}, id="as it was"),
        pytest.param(7500, {"a": 7500, "b": 1500, "c": 1000}, id="more"),
        pytest.param(0, {"b": 6000, "c": 4000}, id="nothing"),
        pytest.param(10_000, {"a": 10_000}, id="all"),
        pytest.param(1, {"b": 5999, "c": 4000, "a": 1}, id="to the largest remainder"),
        pytest.param(9998, {"a": 9998, "b": 1, "c": 1}, id="hardly anything left"),
        pytest.param(9999, {"a": 9999, "b": 1}, id="too little left for all"),
        pytest.param(3000, {"b": 4200, "a": 3000, "c": 2800}, id="in a new order"),
    ],
)
def test_with_weight_when_one_moves_then_the_others_share_the_rest(
    weight: int, expected: dict[str, int]
) -> None:
    moved = with_weight(_weighted(a=5000, b=3000, c=2000), "a", weight)

    assert {criterion.id: criterion.weight for criterion in moved} == expected
    assert [criterion.id for criterion in moved] == [*expected]
    assert {criterion.id: criterion.row for criterion in moved}.items() <= {
        "a": 0,
        "b": 1,
        "c": 2,
    }.items()


def test_with_weight_when_two_become_level_then_in_questionnaire_order() -> None:
    level = with_weight(_weighted(c=5000, b=2500, a=2500), "c", 9998)
    assert [criterion.id for criterion in level] == ["c", "a", "b"]


@pytest.mark.parametrize("weight", [0, 5000, 10_000])
def test_with_weight_when_there_is_no_other_then_it_keeps_all(weight: int) -> None:
    sole = _weighted(a=10_000)

    assert with_weight(sole, "a", weight) == sole


def test_with_weight_when_it_is_not_among_them_then_key_error() -> None:
    with pytest.raises(KeyError, match="d"):
        with_weight(_weighted(a=6000, b=4000), "d", 100)


@given(WISHES, st.integers(0, 10_000), st.data())
def test_with_weight_when_any_slider_moves_then_10000_in_all_in_the_same_proportions(
    wishes: list[Wish], weight: int, data: st.DataObject
) -> None:
    weighted = weigh(Preferences(wishes=tuple(wishes)), CRITERIA)
    before = {criterion.id: criterion.weight for criterion in weighted}
    name = data.draw(st.sampled_from([*before]))

    moved = {criterion.id: criterion.weight for criterion in with_weight(weighted, name, weight)}

    assert sum(moved.values()) == 10_000
    assert min(moved.values()) > 0
    if len(before) == 1:
        return
    assert moved.get(name, 0) == weight
    for other in before.keys() - {name}:
        exact = Fraction(before[other] * (10_000 - weight), 10_000 - before[name])
        assert abs(moved.get(other, 0) - exact) < 1
