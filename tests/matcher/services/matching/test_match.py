"""Answers and a directory in, an explained order out."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from support.builders import make_profile
from support.directories import TODAY, MemoryDirectory, make_answers

from matcher.questionnaire.item import Importance
from matcher.questionnaire.response import Money, Response, WeightWishes
from matcher.ranking.preset_ranks import preset_ranks
from matcher.ranking.stability import stability_intervals
from matcher.ranking.swap import smallest_swap
from matcher.ranking.ties import daily_seed
from matcher.scoring.result import Group
from matcher.services.matching import match as matching
from matcher.services.matching.match import Match, match, rank


def _directory() -> MemoryDirectory:
    return MemoryDirectory(
        [
            make_profile("p-1", name="Ana", accepting="yes", style_steer="-2", confirmed_on=TODAY),
            make_profile("p-2", name="Ben", accepting="yes", style_steer="2", confirmed_on=TODAY),
            make_profile("p-3", name="Cleo", style_steer="-2", confirmed_on=TODAY),
            make_profile("p-4", name="Dora", accepting="no", confirmed_on=TODAY),
        ]
    )


def test_match_when_made_then_groups_and_order_follow_the_answers() -> None:
    made = match(_directory(), make_answers(style_steer=-2), seed=1)

    names = {group: [made.result(row).name for row in made.order(group)] for group in Group}
    assert names[Group.MEETS_ALL] == ["Ana", "Ben"]
    assert names[Group.TO_CHECK] == ["Cleo"]
    assert names[Group.NOT_ACCEPTING] == ["Dora"]
    assert made.counts == {group: len(found) for group, found in names.items()}


def test_order_when_only_so_many_are_wanted_then_they_are_the_first() -> None:
    made = match(_directory(), make_answers(), seed=1)

    assert [*made.order(Group.MEETS_ALL, 1)] == [*made.order(Group.MEETS_ALL)][:1]
    assert [*made.order(Group.MEETS_ALL, 0)] == []


def test_seed_when_left_out_then_the_day_and_the_directory_decide() -> None:
    directory = _directory()

    made = match(directory, make_answers())

    assert made.seed == daily_seed(TODAY, directory.snapshot.revision)
    assert match(directory, make_answers(), seed=0).seed == 0


def test_today_when_the_answers_name_none_then_it_is_the_day_of_the_run(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class _Clock(date):
        @classmethod
        def today(cls) -> date:
            return date(2027, 9, 4)

    monkeypatch.setattr(matching, "date", _Clock)
    answers = make_answers()
    object.__setattr__(answers, "today", None)

    made = match(_directory(), answers, seed=1)

    assert made.evaluation.preferences.today == date(2027, 9, 4)
    # Facts that age are too old by then.
    assert made.counts[Group.TO_CHECK] == 4


def test_result_when_asked_by_id_then_it_is_that_profile() -> None:
    made = match(_directory(), make_answers(style_steer=-2), seed=1)

    assert made.result_for("p-2").name == "Ben"
    with pytest.raises(KeyError):
        made.result_for("p-9")


def test_relaxations_when_a_need_shuts_people_out_then_they_tell_what_would_bring_them() -> None:
    directory = MemoryDirectory(
        [make_profile("p-1", accepting="yes", fee_max="90", currency="USD", confirmed_on=TODAY)]
    )
    fee = Response(Money(Decimal(80), "USD"), importance=Importance.MUST)

    (change,) = match(directory, make_answers({"fee": fee}), seed=1).relaxations

    assert (change.drop, change.adds, dict(change.to)) == (("fee",), 1, {"fee": Decimal(90)})


def test_firmness_when_asked_for_then_it_is_worked_out_once_for_each_group() -> None:
    made = match(_directory(), make_answers(style_steer=-2), seed=1)

    firm = made.firmness(Group.MEETS_ALL)

    assert firm is not None
    assert firm.of(0).first == 1
    assert made.firmness(Group.MEETS_ALL) is firm
    assert made.firmness(Group.HIDDEN) is None


def test_firmness_when_nothing_was_asked_then_there_is_none() -> None:
    assert match(_directory(), make_answers(), seed=1).firmness(Group.MEETS_ALL) is None


def test_stability_when_asked_for_then_it_is_that_of_the_group() -> None:
    made = _two_wishes()

    assert made.stability(Group.MEETS_ALL) == stability_intervals(made.ranking, Group.MEETS_ALL)
    assert [each.criterion for each in made.stability(Group.MEETS_ALL)] == ["style_steer", "goals"]
    assert made.stability(Group.HIDDEN) == ()


def test_why_not_higher_when_somebody_is_better_then_it_is_the_swap_with_the_next() -> None:
    made = _two_wishes()
    first, second, third = made.order(Group.MEETS_ALL)

    swap = made.why_not_higher(third)

    assert made.why_not_higher(first) is None
    assert swap == made.swap(second, third)
    assert swap is not None
    assert (swap.ahead, swap.behind) == (second, third)
    assert made.swap(first, third) == smallest_swap(made.evaluation, first, third, made.model)


def test_compare_when_ids_are_given_then_they_are_compared_in_that_order() -> None:
    compared = _two_wishes().compare(["p-3", "p-1"])

    assert [profile.profile_id for profile in compared.profiles] == ["p-3", "p-1"]
    assert compared.differences[1] == (compared.profiles[0].score or 0) - (
        compared.profiles[1].score or 0
    )


@pytest.mark.parametrize(
    ("ids", "fault"), [(["p-1", "p-9"], KeyError), (["p-1"], ValueError), ([], ValueError)]
)
def test_compare_when_somebody_is_missing_then_it_is_refused(
    ids: list[str], fault: type[Exception]
) -> None:
    with pytest.raises(fault):
        _two_wishes().compare(ids)


def test_preset_ranks_when_asked_for_then_they_are_those_of_the_ranking() -> None:
    made = _two_wishes()

    assert made.preset_ranks([2, 0]) == preset_ranks(made.ranking, [2, 0], made.model)
    assert len(made.preset_ranks([0])) == len(made.model.presets)


def test_weights_when_a_slider_moves_then_only_the_order_is_another_one() -> None:
    made = _two_wishes()
    before = [*made.order(Group.MEETS_ALL)]
    made.firmness(Group.MEETS_ALL)

    moved = made.with_weights(WeightWishes(points={"style": 10, "agreement": 90}))

    assert before == [0, 1, 2]
    assert [*moved.order(Group.MEETS_ALL)] == [2, 1, 0]
    assert [*made.order(Group.MEETS_ALL)] == before
    assert {c.id: c.weight for c in moved.criteria} == {"goals": 9000, "style_steer": 1000}
    assert (moved.seed, moved.counts) == (made.seed, made.counts)
    assert moved.profile("p-3") is made.profile("p-3")
    # Three steps from the wish are worth 250: a quarter of 10 points, and all of 90.
    assert moved.result_for("p-3").score == Fraction(185, 2)
    firm = moved.firmness(Group.MEETS_ALL)
    assert firm is not None
    assert firm.of(2).first > 0.9


@pytest.mark.parametrize(("limit", "is_counted"), [(None, False), (180, False), (400, True)])
def test_limit_days_when_given_then_older_facts_count(limit: int | None, is_counted: bool) -> None:
    person = make_profile("p-1", accepting="yes", confirmed_on=TODAY - timedelta(400))

    made = match(MemoryDirectory([person]), make_answers(), seed=1, limit_days=limit)

    assert made.counts[Group.MEETS_ALL if is_counted else Group.TO_CHECK] == 1
    assert made.limit_days == (limit or 180)


def _two_wishes(weights: WeightWishes | None = None) -> Match:
    """Match three people who lose on goals what they gain on style."""
    cells = [("2", "in_writing"), ("1", "talked_over"), ("-1", "emerge")]
    people = [
        make_profile(f"p-{n}", accepting="yes", style_steer=style, goals=goals)
        for n, (style, goals) in enumerate(cells, start=1)
    ]
    answers = make_answers(weights=weights, style_steer=2, goals="emerge")
    return match(MemoryDirectory(people), answers, seed=1)


def test_rank_when_called_by_the_name_of_the_library_then_it_is_match() -> None:
    assert rank is match


@pytest.mark.parametrize(
    "weights",
    [
        pytest.param(WeightWishes(preset="practical_first"), id="preset"),
        pytest.param(WeightWishes(double=("style",)), id="double"),
        pytest.param(WeightWishes(points={"style": 90, "scheduling": 10}), id="own points"),
        pytest.param(WeightWishes(points={"style": 100, "scheduling": 0}), id="nothing for one"),
    ],
)
def test_with_weights_when_asked_then_it_equals_a_match_of_the_changed_answers(
    weights: WeightWishes,
) -> None:
    answers = make_answers(style_steer=-2, start="two_weeks")
    changed = replace(answers, weights=weights)

    moved = match(_directory(), answers, seed=1).with_weights(weights)

    whole = match(_directory(), changed, seed=1)
    assert moved.answers == changed
    assert moved.criteria == whole.criteria
    assert moved.evaluation.preferences == whole.evaluation.preferences
    for group in Group:
        assert [moved.result(row) for row in moved.order(group)] == [
            whole.result(row) for row in whole.order(group)
        ]


def test_with_weights_when_gone_back_then_it_is_as_before() -> None:
    before = match(_directory(), make_answers(style_steer=-2, start="two_weeks"), seed=1)

    after = before.with_weights(WeightWishes(preset="equal")).with_weights(before.answers.weights)

    assert after.answers == before.answers
    assert after.criteria == before.criteria
    assert after.order(Group.MEETS_ALL) == before.order(Group.MEETS_ALL)


def test_profile_when_read_twice_then_the_directory_is_asked_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    directory, asked = _directory(), []
    read = directory.profile
    monkeypatch.setattr(directory, "profile", lambda id_: asked.append(id_) or read(id_))
    made = match(directory, make_answers(style_steer=-2), seed=1)

    made.result_for("p-1")
    made.result_for("p-1")
    moved = made.with_weights(WeightWishes(preset="equal"))

    assert made.profile("p-1").name == moved.result_for("p-1").name == "Ana"
    assert asked == ["p-1"]


def test_id_when_somebody_is_not_listed_then_the_directory_is_asked_once_where_they_went(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    directory, asked = _directory(), []
    monkeypatch.setattr(directory, "id_now", lambda id_: asked.append(id_) or "p-2")
    made = match(directory, make_answers(), seed=1)

    assert [made.id_now(each) for each in ("p-1", "p-9", "p-9")] == ["p-1", "p-2", "p-2"]
    assert asked == ["p-9"]


def test_match_when_two_are_made_alike_then_what_they_keep_does_not_part_them() -> None:
    made = match(_directory(), make_answers(style_steer=-2), seed=1)

    assert replace(made, _profiles=_directory().profile) == made
    assert "_profiles" not in repr(made)


def test_match_when_several_threads_read_it_then_each_reads_the_same() -> None:
    alone, shared = _two_wishes(), _two_wishes()

    with ThreadPoolExecutor(8) as threads:
        firm = [*threads.map(shared.firmness, [Group.MEETS_ALL] * 16)]
        told = [*threads.map(shared.result_for, ["p-3"] * 16)]

    expected = alone.firmness(Group.MEETS_ALL)
    assert expected is not None
    assert {one.of(0) for one in firm if one} == {expected.of(0)}
    assert all(one == alone.result_for("p-3") for one in told)
