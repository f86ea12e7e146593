"""How far a weight may move: by hand, and against brute force in exact fractions."""

from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given
from support.builders import make_profile
from support.rankings import exact_sums, make_ranking, rankings, shares_with
from support.strategies import directories, responses, weight_wishes

from matcher.directory.profile import Profile
from matcher.questionnaire.response import Response, WeightWishes
from matcher.ranking.ranking import Ranking
from matcher.ranking.stability import (
    StabilityInterval,
    leader_of,
    share_of,
    stability_intervals,
)
from matcher.scoring.result import Group

HAIR = Fraction(1, 10**9)
EVEN = WeightWishes(points={"style": 50, "agreement": 50})


def _person(number: int, style: str, goals: str) -> Profile:
    return make_profile(f"p-{number}", accepting="yes", style_steer=style, goals=goals)


def _intervals(*people: Profile, seed: int = 3) -> tuple[StabilityInterval, ...]:
    """Rank people by style and goals, which count half each."""
    found = make_ranking(people, weights=EVEN, seed=seed, style_steer=2, goals="emerge")
    return stability_intervals(found, Group.MEETS_ALL)


def test_stability_when_each_of_two_is_better_at_something_then_the_middle_is_the_end() -> None:
    """Ana has 1000 and 0, Ben 500 and 500 - at half and half they are level, at 3 to 2 not."""
    ana, ben = _person(1, "2", "in_writing"), _person(2, "0", "talked_over")

    style, goals = _intervals(ana, ben, seed=_seed_that_lists_first(ana, ben))

    assert style == StabilityInterval("style_steer", Fraction(1, 2), Fraction(1, 2), Fraction(1), 1)
    assert goals == StabilityInterval("goals", Fraction(1, 2), Fraction(0), Fraction(1, 2), None, 1)


def _seed_that_lists_first(first: Profile, other: Profile) -> int:
    def is_first(seed: int) -> bool:
        found = make_ranking([first, other], seed=seed)
        return next(found.rows(Group.MEETS_ALL)) == 0

    return next(seed for seed in range(100) if is_first(seed))


def test_stability_when_one_leads_on_everything_then_no_weight_changes_that() -> None:
    """Ana has 1000 and 500, Ben 750 and 0: he is behind whatever style or goals count."""
    style, goals = _intervals(_person(1, "2", "talked_over"), _person(2, "1", "in_writing"))

    assert (style.low, style.high, style.from_below, style.from_above) == (0, 1, None, None)
    assert (goals.low, goals.high, goals.from_below, goals.from_above) == (0, 1, None, None)


def test_stability_when_three_compete_then_the_nearest_rival_on_each_side_is_named() -> None:
    """At the share x of style: Ana 500 + 250 x, Ben 1000 - 1000 x, Cleo 1000 x.

    Ana has 625 at a half, the others 500. Ben is level with her at 1250 x = 500, so x = 2/5, and
    Cleo at 750 x = 500, so x = 2/3; Dora has nothing at all.
    """
    ana, ben = _person(1, "1", "talked_over"), _person(2, "-2", "emerge")
    cleo, dora = _person(3, "2", "in_writing"), _person(4, "-2", "in_writing")

    style, goals = _intervals(ana, ben, cleo, dora)

    assert style == StabilityInterval(
        "style_steer", Fraction(1, 2), Fraction(2, 5), Fraction(2, 3), 1, 2
    )
    assert goals == StabilityInterval("goals", Fraction(1, 2), Fraction(1, 3), Fraction(3, 5), 2, 1)


def test_stability_when_there_is_one_wish_only_then_nothing_can_change() -> None:
    found = make_ranking([_person(1, "2", ""), _person(2, "1", "")], style_steer=2)

    (style,) = stability_intervals(found, Group.MEETS_ALL)

    assert style == StabilityInterval("style_steer", Fraction(1), Fraction(0), Fraction(1))


def test_stability_when_two_lead_together_then_any_move_decides_between_them() -> None:
    """Ana and Ben have 500 each, one by style, one by goals."""
    ana, ben = _person(1, "2", "in_writing"), _person(2, "-2", "emerge")

    style, goals = _intervals(ana, ben, seed=_seed_that_lists_first(ana, ben))

    assert (style.low, style.high, style.from_below) == (Fraction(1, 2), 1, 1)
    assert (goals.low, goals.high, goals.from_above) == (0, Fraction(1, 2), 1)


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: make_ranking([], style_steer=2), id="nobody"),
        pytest.param(lambda: make_ranking([_person(1, "2", "")]), id="nothing asked"),
        pytest.param(
            lambda: make_ranking([make_profile(accepting="no")], style_steer=2),
            id="nobody in the group",
        ),
    ],
)
def test_stability_when_nobody_leads_then_there_is_nothing_to_tell(
    make: Callable[[], Ranking],
) -> None:
    found = make()

    assert leader_of(found, Group.MEETS_ALL) is None
    assert stability_intervals(found, Group.MEETS_ALL) == ()


def test_leader_when_whole_points_hide_a_difference_then_the_exact_sum_decides() -> None:
    """1000 of 3 in 10,000 parts are 0.3 points: both have 0 whole points, one has the more."""
    few = WeightWishes(points={"style": 3, "agreement": 9997})
    people = [_person(number, "-2", "in_writing") for number in range(8)]
    people.append(_person(8, "2", "in_writing"))

    found = make_ranking(people, weights=few, style_steer=2, goals="emerge")

    assert {found.rank(row) for row in range(9)} == {1}
    assert leader_of(found, Group.MEETS_ALL) == 8


@pytest.mark.parametrize(
    ("weight", "now", "share"),
    [
        (Fraction(2500), 2500, Fraction(1, 4)),
        (Fraction(7500), 2500, Fraction(1, 2)),
        (Fraction(0), 2500, Fraction(0)),
        (Fraction(1, 2), 0, Fraction(1, 20_001)),
        (Fraction(10_000), 10_000, Fraction(1)),
        (Fraction(1), 10_000, Fraction(1)),
        (Fraction(0), 10_000, Fraction(0)),
    ],
)
def test_share_of_when_one_weight_moves_then_the_others_stay(
    weight: Fraction, now: int, share: Fraction
) -> None:
    assert share_of(weight, now) == share


@given(rankings())
def test_stability_when_a_weight_moves_to_its_ends_then_the_leader_leads_and_not_beyond(
    found: Ranking,
) -> None:
    _check(found, Group.MEETS_ALL)
    _check(found, Group.TO_CHECK)


@given(directories, responses(), weight_wishes)
def test_stability_when_anything_is_asked_then_the_same_holds_in_every_group(
    people: list[Profile], asked: dict[str, Response], weights: WeightWishes
) -> None:
    found = make_ranking(people, asked, weights=weights)

    for group in Group:
        _check(found, group)


def _check(found: Ranking, group: Group) -> None:
    evaluation, leader = found.evaluation, leader_of(found, group)
    intervals = stability_intervals(found, group)
    if leader is None:
        assert intervals == ()
        return
    assert [each.criterion for each in intervals] == [c.id for c in evaluation.criteria]
    rows = evaluation.requirements.rows(group)
    for each, criterion in zip(intervals, evaluation.criteria, strict=True):
        assert each.share == Fraction(criterion.weight, 10_000)
        assert 0 <= each.low <= each.share <= each.high <= 1
        if criterion.weight == 10_000:
            assert (each.low, each.high, each.from_below, each.from_above) == (0, 1, None, None)
            continue

        def ahead_of_leader(share: Fraction, criterion_id: str = each.criterion) -> set[int]:
            sums = exact_sums(evaluation, shares_with(evaluation, criterion_id, share))
            return {int(row) for row in rows if sums[row] > sums[leader]}

        for share in (each.low, each.low + HAIR, each.share, each.high - HAIR, each.high):
            if each.low <= share <= each.high:
                assert ahead_of_leader(share) == set()
        assert (each.from_below is None) == (each.low == 0)
        assert (each.from_above is None) == (each.high == 1)
        if each.from_below is not None:
            assert each.from_below in ahead_of_leader(each.low - HAIR)
        if each.from_above is not None:
            assert each.from_above in ahead_of_leader(each.high + HAIR)
