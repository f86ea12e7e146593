"""What must always hold of the model, whatever is asked and whatever is stated."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import make_profile, make_value
from support.directories import TODAY, MemoryDirectory, make_answers
from support.strategies import CELLS, directories, profiles, responses, weight_wishes

from matcher.directory.profile import Fact, Profile, Source
from matcher.questionnaire.response import Response, Times, WeightWishes
from matcher.ranking.explanation import ProfileResult
from matcher.scoring.result import Group
from matcher.services.matching.match import Match, match


def _match(
    people: list[Profile],
    given_responses: Mapping[str, Response],
    weights: WeightWishes | None = None,
) -> Match:
    return match(MemoryDirectory(people), make_answers(given_responses, weights=weights), seed=7)


def _result(found: Match, profile_id: str) -> ProfileResult:
    return found.result_for(profile_id)


def test_evaluate_when_two_wishes_are_asked_then_the_worked_example_comes_out() -> None:
    """Steering -2 against a range of -1..1 is 750 of weight 6316; the opening is not stated."""
    person = make_profile("p-017", name="Ana Vidal", accepting="yes", style_steer="-1..1")
    found = match(
        MemoryDirectory([person]), make_answers(style_steer=-2, start="two_weeks"), seed=7
    )
    result = _result(found, "p-017")

    assert [(c.id, c.weight) for c in found.criteria] == [("style_steer", 6316), ("start", 3684)]
    assert float(result.score or 0) == 47.37
    assert float(result.high or 0) == 84.21
    assert float(result.known or 0) == 0.6316
    assert (result.fits, result.asked) == (1, 2)
    assert result.could_fit_better


@given(directories, responses(), weight_wishes)
def test_evaluate_when_anything_is_asked_then_scores_stay_in_range_and_add_up(
    people: list[Profile], asked: dict[str, Response], weights: WeightWishes
) -> None:
    found = _match(people, asked, weights)

    assert sum(criterion.weight for criterion in found.criteria) in {0, 10_000}
    assert sum(found.counts.values()) == len(people)
    for row in range(len(people)):
        result = found.result(row)
        if not found.criteria:
            assert (result.score, result.high, result.known, result.rank) == (None, None, None, 1)
            continue
        assert result.score is not None
        assert result.high is not None
        assert 0 <= result.score <= result.high <= 100
        assert sum(part.points for part in result.contributions) == result.score
        assert sum(part.could_add for part in result.contributions) == result.high - result.score
        assert all(0 <= part.value <= part.value_high <= 1000 for part in result.contributions)


@given(directories, responses())
def test_evaluate_when_the_batch_is_one_profile_then_the_numbers_are_the_same(
    people: list[Profile], asked: dict[str, Response]
) -> None:
    together = _match(people, asked)

    for person in people:
        alone, among = _result(_match([person], asked), person.id), _result(together, person.id)
        assert (alone.score, alone.high, alone.group) == (among.score, among.high, among.group)


@given(profiles(), responses(), st.data())
def test_evaluate_when_an_empty_cell_is_filled_then_the_score_never_falls(
    person: Profile, asked: dict[str, Response], data: st.DataObject
) -> None:
    silent = sorted(set(CELLS) - set(person.facts))
    field = data.draw(st.sampled_from(silent), label="field")
    cell = data.draw(CELLS[field].filter(bool), label="cell")
    value = make_value(field, cell)
    if value is None:
        return
    filled = Profile(person.id, {**person.facts, field: Fact(value, Source.THERAPIST, TODAY)})

    before, after = (_result(_match([p], asked), person.id) for p in (person, filled))

    assert (before.score or 0) <= (after.score or 0)


@given(directories, profiles(), responses())
def test_evaluate_when_a_profile_comes_or_goes_then_the_others_stay_as_they_were(
    people: list[Profile], newcomer: Profile, asked: dict[str, Response]
) -> None:
    others = [person for person in people if person.id != newcomer.id]
    without, among = _match(others, asked), _match([*others, newcomer], asked)

    for person in others:
        before, after = _result(without, person.id), _result(among, person.id)
        assert (before.group, before.score, before.high) == (after.group, after.score, after.high)
    for group in Group:
        ids = [without.evaluation.snapshot.ids[row] for row in without.order(group)]
        longer = [among.evaluation.snapshot.ids[row] for row in among.order(group)]
        assert [profile_id for profile_id in longer if profile_id != newcomer.id] == ids


@given(directories, responses())
def test_evaluate_when_nothing_is_asked_then_all_are_level(
    people: list[Profile], asked: dict[str, Response]
) -> None:
    silent = {item: Response(state=answer.state) for item, answer in asked.items() if answer.state}

    found = _match(people, silent)

    assert found.criteria == ()
    assert {found.ranking.rank(row) for row in range(len(people))} <= {1}


@pytest.mark.parametrize("count", [0, 1, 18])
def test_evaluate_when_the_directory_is_small_then_every_profile_is_in_one_group(
    count: int,
) -> None:
    people = [make_profile(f"p-{number}", accepting="yes") for number in range(count)]

    found = match(MemoryDirectory(people), make_answers(times=Times(good=("mon-late",))), seed=1)

    assert sum(found.counts.values()) == count
    assert sum(len(found.order(group)) for group in Group) == count
