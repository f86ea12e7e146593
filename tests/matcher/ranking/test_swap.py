"""What would put one ahead of another: by hand, and carried out to see that it does."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from support.builders import make_profile
from support.rankings import MODEL, competitions, exact_sums, make_ranking, rankings, shares_with
from support.stated_facts import with_fact, with_one_step_less
from support.strategies import directories, responses, weight_wishes

from matcher.directory.profile import Profile
from matcher.questionnaire.response import Money, Response, Times, WeightWishes
from matcher.ranking.ranking import Ranking
from matcher.ranking.swap import FactChange, Swap, WeightChange, next_ahead, smallest_swap
from matcher.scoring.evaluation import Evaluation
from matcher.scoring.needed_fact import NeededFact
from matcher.scoring.performance import AskedCriterion
from matcher.scoring.result import Group

HAIR = Fraction(1, 10**9)
EVEN = WeightWishes(points={"style": 50, "agreement": 50})


def _person(number: int, style: str, goals: str, **cells: str) -> Profile:
    return make_profile(f"p-{number}", accepting="yes", style_steer=style, goals=goals, **cells)


def _swap(ahead: Profile, behind: Profile, **asked: object) -> Swap:
    """Return what puts the second ahead; wishes about style and goals count half each."""
    asked = asked or {"style_steer": 2, "goals": "emerge"}
    return smallest_swap(
        make_ranking([ahead, behind], weights=EVEN, **asked).evaluation, 0, 1, MODEL
    )


def test_swap_when_the_other_is_better_at_something_then_it_would_have_to_count_more() -> None:
    """Ana 750 and 1000 is 875; Ben 1000 and 500 is 750: 12.5 points between them.

    At the share x of style Ana has 1000 - 250 x, Ben 500 + 500 x: level at x = 2/3. A fact has to
    rise by more than 250 of 1000, and style is full: goals from 500 to 751.
    """
    swap = _swap(_person(1, "1", "emerge"), _person(2, "2", "talked_over"))

    assert swap == Swap(
        ahead=0,
        behind=1,
        gap=Fraction(25, 2),
        weight=WeightChange("style_steer", Fraction(1, 2), Fraction(2, 3)),
        fact=FactChange("goals", 500, 751, False, NeededFact("best", codes=(("emerge", ""),))),
    )


def test_swap_when_one_leads_on_everything_then_no_weight_helps() -> None:
    """Ana is as good or better on both: Ben would be level without goals, never ahead."""
    swap = _swap(_person(1, "2", "emerge"), _person(2, "2", "talked_over"))

    assert swap.weight is None
    assert swap.fact is None


def test_swap_when_the_fact_is_not_stated_then_it_may_be_so_already() -> None:
    """Ana 750 and 500, Ben 0 and 500: style has to rise by 751, and he says nothing of it."""
    swap = _swap(_person(1, "1", "talked_over"), _person(2, "", "talked_over"))

    assert swap.fact == FactChange("style_steer", 0, 751, True, NeededFact("axis", 0))


def test_swap_when_the_nearest_fact_cannot_be_stated_then_the_next_one_counts() -> None:
    """Only a possible time was asked, which is worth 400 at most; so the goals have to change."""
    times = Times(possible=("mon-late",))
    weights = WeightWishes(points={"scheduling": 60, "agreement": 40})
    people = [_person(1, "", "in_writing", times="mon-late"), _person(2, "", "in_writing")]

    found = make_ranking(people, weights=weights, times=times, goals="emerge")
    swap = smallest_swap(found.evaluation, 0, 1, MODEL)

    assert swap.gap == 24
    assert swap.fact == FactChange(
        "goals", 0, 601, False, NeededFact("best", codes=(("emerge", ""),))
    )


def test_swap_when_no_fact_alone_is_enough_then_there_is_none() -> None:
    swap = _swap(_person(1, "2", "emerge"), _person(2, "-2", "in_writing"))

    assert (swap.gap, swap.weight, swap.fact) == (100, None, None)


def test_swap_when_there_is_one_wish_only_then_its_weight_changes_nothing() -> None:
    swap = _swap(_person(1, "2", ""), _person(2, "0", ""), style_steer=2)

    assert (swap.gap, swap.weight) == (50, None)


def test_swap_when_it_is_about_money_then_the_price_is_named() -> None:
    """For a limit of 40, 50 is worth 500 and 58 is worth 100: 32 of 80 points between them.

    More than 500 is 501, and (60 - 49.99) ÷ 20 is 500.5 of 1000, half up.
    """
    weights = WeightWishes(points={"scheduling": 80, "agreement": 20})
    people = [
        _person(1, "", "", fee_max="50", currency="USD", reduced_fee="no"),
        _person(2, "", "", fee_max="58", currency="USD", reduced_fee="no"),
    ]

    fee = Money(Decimal(40), "USD")
    found = make_ranking(people, weights=weights, fee=fee, goals="emerge")
    swap = smallest_swap(found.evaluation, 0, 1, MODEL)

    assert swap.gap == 40 - 8
    assert swap.fact == FactChange("fee", 100, 501, False, NeededFact("fee", Decimal("49.99")))


def test_swap_when_the_other_is_ahead_by_the_exact_sum_then_nothing_has_to_change() -> None:
    swap = _swap(_person(1, "1", "talked_over"), _person(2, "2", "talked_over"))

    assert swap == Swap(0, 1, Fraction(-25, 2), None, None)


def test_swap_when_two_are_level_then_the_slightest_change_is_enough() -> None:
    swap = _swap(_person(1, "2", "in_writing"), _person(2, "-2", "emerge"))

    assert swap.gap == 0
    assert swap.weight == WeightChange("style_steer", Fraction(1, 2), Fraction(1, 2))
    assert swap.fact is not None
    assert (swap.fact.value, swap.fact.needed) == (0, 1)


@pytest.mark.parametrize(
    ("person", "ahead"),
    [
        pytest.param(0, None, id="rank 1"),
        pytest.param(1, None, id="level at rank 1"),
        pytest.param(2, 1, id="below two that are level: the one listed last"),
        pytest.param(3, 2, id="below one"),
        pytest.param(4, 2, id="level with somebody"),
    ],
)
def test_next_ahead_when_asked_then_whoever_has_the_next_better_rank(
    person: int, ahead: int | None
) -> None:
    steps = ["2", "2", "1", "0", "0"]
    found = make_ranking([_person(n, step, "") for n, step in enumerate(steps)], style_steer=2)
    first, second = found.first_rows(Group.MEETS_ALL, 2)
    rows = {0: first, 1: second, 2: 2, 3: 3, 4: 4}

    expected = None if ahead is None else rows[ahead]
    assert next_ahead(found, rows[person]) == expected


def test_next_ahead_when_somebody_of_another_group_has_more_then_they_do_not_count() -> None:
    people = [_person(1, "2", ""), make_profile("p-2", style_steer="1")]
    found = make_ranking(people, style_steer=2)

    assert found.group(1) is Group.TO_CHECK
    assert next_ahead(found, 1) is None


@given(rankings())
def test_next_ahead_when_somebody_is_better_then_they_have_the_fewest_points_of_those(
    found: Ranking,
) -> None:
    for row in found.rows(Group.MEETS_ALL):
        better = [
            other
            for other in found.rows(Group.MEETS_ALL)
            if found.points(other) > found.points(row)
        ]
        ahead = next_ahead(found, row)
        assert (ahead is None) == (not better)
        if ahead is not None:
            least = min(int(found.evaluation.score[other]) for other in better)
            assert ahead == [o for o in better if found.evaluation.score[o] == least][-1]


@given(rankings())
def test_weight_change_when_it_goes_a_hair_further_then_the_other_is_ahead_and_not_before(
    found: Ranking,
) -> None:
    for ahead, behind in _pairs(found):
        _check_weight(found.evaluation, smallest_swap(found.evaluation, ahead, behind, MODEL))


@given(directories, responses(), weight_wishes)
def test_weight_change_when_anything_is_asked_then_the_same_holds(
    people: list[Profile], asked: dict[str, Response], weights: WeightWishes
) -> None:
    found = make_ranking(people, asked, weights=weights)

    for ahead, behind in _pairs(found):
        _check_weight(found.evaluation, smallest_swap(found.evaluation, ahead, behind, MODEL))


def _pairs(found: Ranking) -> list[tuple[int, int]]:
    """Return who is not behind whom, by the exact sum, in the same group."""
    score = found.evaluation.score
    rows = [[*found.rows(group)] for group in Group]
    return [
        (a, b) for group in rows for a in group for b in group if a != b and score[a] >= score[b]
    ]


def _check_weight(evaluation: Evaluation, swap: Swap) -> None:
    def is_swapped(criterion_id: str, share: Fraction) -> bool:
        sums = exact_sums(evaluation, shares_with(evaluation, criterion_id, share))
        return sums[swap.behind] > sums[swap.ahead]

    movable = [c for c in evaluation.criteria if c.weight < 10_000]
    # The lead is a straight line along a share: if it is not lost at both ends of a stretch, it is
    # lost nowhere between.
    if swap.weight is None:
        assert not any(is_swapped(c.id, Fraction(end)) for c in movable for end in (0, 1))
        return
    assert swap.weight.share == Fraction(
        next(c.weight for c in movable if c.id == swap.weight.criterion), 10_000
    )
    assert 0 < swap.weight.needed < 1
    far = abs(swap.weight.needed - swap.weight.share)
    beyond = [swap.weight.share + (far + HAIR) * side for side in (1, -1)]
    assert any(is_swapped(swap.weight.criterion, share) for share in beyond)
    if far:
        needed_side = 1 if swap.weight.needed > swap.weight.share else -1
        assert is_swapped(swap.weight.criterion, swap.weight.needed + HAIR * needed_side)
    for criterion in movable:
        for side in (1, -1):
            share = Fraction(criterion.weight, 10_000) + far * side
            if 0 <= share <= 1:
                assert not is_swapped(criterion.id, share)


@given(competitions())
def test_fact_change_when_it_is_stated_then_the_other_is_ahead_and_one_step_less_is_not_enough(
    drawn: tuple[list[Profile], dict[str, Response], WeightWishes],
) -> None:
    people, asked, weights = drawn
    found = make_ranking(people, asked, weights=weights)

    for ahead, behind in _pairs(found):
        fact = smallest_swap(found.evaluation, ahead, behind, MODEL).fact
        _check_is_smallest(found.evaluation, ahead, behind, fact)
        if fact is None:
            continue
        criterion = _asked(found.evaluation, fact.criterion)

        def lead(person: Profile, ahead: int = ahead, behind: int = behind) -> int:
            changed = [*people[:behind], person, *people[behind + 1 :]]
            score = make_ranking(changed, asked, weights=weights).evaluation.score
            return int(score[behind]) - int(score[ahead])

        assert lead(with_fact(people[behind], criterion, fact.fact)) > 0
        if fact.fact.kind != "best":
            for less in with_one_step_less(people[behind], criterion, fact.fact):
                assert lead(less) <= 0


@given(directories, responses(), weight_wishes)
def test_fact_change_when_anything_is_asked_then_stating_it_puts_the_other_ahead(
    people: list[Profile], asked: dict[str, Response], weights: WeightWishes
) -> None:
    people = sorted(people, key=lambda person: person.id)
    found = make_ranking(people, asked, weights=weights)
    wished = {wish.criterion: wish.target for wish in found.evaluation.preferences.wishes}
    # Whoever wants and avoids the same approach has no fact that serves both.
    assume(not {*wished.get("approaches", ())} & {*wished.get("approaches_avoid", ())})

    for ahead, behind in _pairs(found):
        fact = smallest_swap(found.evaluation, ahead, behind, MODEL).fact
        _check_is_smallest(found.evaluation, ahead, behind, fact)
        if fact is not None:
            criterion = _asked(found.evaluation, fact.criterion)
            changed = with_fact(people[behind], criterion, fact.fact)
            others = [*people[:behind], changed, *people[behind + 1 :]]
            score = make_ranking(others, asked, weights=weights).evaluation.score
            assert score[behind] > score[ahead]


def _asked(evaluation: Evaluation, criterion_id: str) -> AskedCriterion:
    preferences = evaluation.preferences
    wish = next(wish for wish in preferences.wishes if wish.criterion == criterion_id)
    return AskedCriterion(MODEL.criterion(criterion_id), wish.target, preferences, wish.starred)


def _check_is_smallest(
    evaluation: Evaluation, ahead: int, behind: int, fact: FactChange | None
) -> None:
    gap = int(evaluation.score[ahead]) - int(evaluation.score[behind])
    rises = {}
    for criterion in evaluation.criteria:
        low, high = (int(side[behind]) for side in evaluation.values_of(criterion.id))
        rise = gap // criterion.weight + 1
        assert rise * criterion.weight > gap >= (rise - 1) * criterion.weight
        # Of good times that nobody asked for, and from an unknown place, nothing is worth more.
        if low + rise <= 1000 and criterion.id not in {"times", "place"}:
            rises[criterion.id] = rise
        if fact is not None and criterion.id == fact.criterion:
            assert (fact.value, fact.needed) == (low, low + rise)
            assert fact.may_be_so is (fact.needed <= high)
    if fact is None:
        assert not rises
    else:
        assert all(fact.needed - fact.value <= rise for rise in rises.values())
