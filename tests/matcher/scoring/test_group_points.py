import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import make_profile
from support.directories import MemoryDirectory, make_answers

from matcher.questionnaire.response import WeightWishes
from matcher.scoring.group_points import POINTS_SUM, group_points, own_points, with_group
from matcher.services.matching.match import Match, match

_GROUPS = ("style", "experience", "scheduling")
_points = st.lists(st.integers(0, 50), min_size=3, max_size=3).map(
    lambda parts: dict(zip(_GROUPS, [*parts[:2], 100 - sum(parts[:2])], strict=True))
)


def _asked(weights: WeightWishes | None = None, **values: object) -> Match:
    values = values or {"style_steer": 1, "issues": ("worry",), "start": "two_weeks"}
    return match(MemoryDirectory([make_profile()]), make_answers(weights=weights, **values), seed=1)


def _shares(found: Match) -> dict[str, int]:
    return group_points(found.evaluation.preferences, found.model)


def test_group_points_when_three_groups_are_in_play_then_theirs_sum_to_a_hundred() -> None:
    assert _shares(_asked()) == {"style": 31, "experience": 51, "scheduling": 18}


def test_group_points_when_one_counts_double_then_it_has_more() -> None:
    assert _shares(_asked(WeightWishes(double=("style",))))["style"] == 47


def test_group_points_when_they_are_the_persons_own_then_they_come_back_whole() -> None:
    own = {"style": 5, "experience": 95, "scheduling": 0}

    assert _shares(_asked(WeightWishes(points=own))) == own


def test_group_points_when_nothing_was_asked_then_there_are_none() -> None:
    found = match(MemoryDirectory([make_profile()]), make_answers(), seed=1)

    assert _shares(found) == {}


@given(points=_points, group=st.sampled_from(_GROUPS), wanted=st.integers(0, 100))
def test_with_group_when_one_moves_then_all_stay_whole_and_sum_to_a_hundred(
    points: dict[str, int], group: str, wanted: int
) -> None:
    moved = with_group(points, group, wanted)

    assert moved[group] == wanted
    assert sum(moved.values()) == POINTS_SUM
    assert [*moved] == [*points]


@given(points=_points, group=st.sampled_from(_GROUPS), wanted=st.integers(0, 100))
def test_with_group_when_one_moves_then_the_others_keep_their_order(
    points: dict[str, int], group: str, wanted: int
) -> None:
    one, other = (each for each in _GROUPS if each != group)
    moved = with_group(points, group, wanted)

    if points[one] > points[other]:
        assert moved[one] >= moved[other]


def test_with_group_when_the_others_had_nothing_then_they_share_equally() -> None:
    moved = with_group({"style": 100, "experience": 0, "scheduling": 0}, "style", 40)

    assert moved == {"style": 40, "experience": 30, "scheduling": 30}


def test_with_group_when_it_is_the_only_one_then_it_keeps_all() -> None:
    assert with_group({"style": 100}, "style", 10) == {"style": 100}


@pytest.mark.parametrize("double", [(), ("culture",)], ids=["plain", "doubled"])
def test_own_points_when_a_group_is_not_in_play_then_it_keeps_what_it_had(
    double: tuple[str, ...],
) -> None:
    found = _asked(WeightWishes(double=double))
    points = {"style": 60, "experience": 30, "scheduling": 10}

    wishes = own_points(points, found.evaluation.preferences, found.model)

    assert wishes.points is not None
    assert {group: wishes.points[group] for group in points} == points
    assert wishes.points["culture"] == found.model.presets["balanced"]["culture"] * (
        2 if double else 1
    )
    assert (wishes.preset, wishes.double) == ("balanced", double)


def test_own_points_when_something_else_is_asked_later_then_it_counts() -> None:
    found = _asked()
    wishes = own_points({"style": 100}, found.evaluation.preferences, found.model)

    later = _asked(wishes, style_steer=1, therapist_gender=("woman",))

    assert _shares(later)["culture"] > 0
