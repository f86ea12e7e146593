"""What is promised of weights, values and scores, whatever is asked and whatever is stated."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from support.better_facts import better_cells
from support.builders import make_value
from support.directories import TODAY, MemoryDirectory, make_answers
from support.strategies import (
    CELLS,
    VALUES,
    directories,
    fields_of,
    hiding,
    profiles,
    responses,
    topics,
    weight_wishes,
)

from matcher.directory.profile import Fact, Profile, Source
from matcher.questionnaire.item import Importance
from matcher.questionnaire.response import Place, Response, ResponseSet, WeightWishes
from matcher.ranking.explanation import ProfileResult
from matcher.scoring.criteria import load_criteria
from matcher.scoring.weights import exact_weights
from matcher.services.matching.match import Match, match
from matcher.services.matching.result_document import result_document

Answers = dict[str, Response]


def _match(
    people: list[Profile], asked: Mapping[str, Response], weights: WeightWishes | None = None
) -> Match:
    return match(MemoryDirectory(people), make_answers(asked, weights=weights), seed=7)


def _alone(person: Profile, asked: Mapping[str, Response]) -> ProfileResult:
    return _match([person], asked).result_for(person.id)


def _with(person: Profile, **cells: str) -> Profile:
    """Return the profile with these cells stated today; an empty cell is taken out."""
    facts = dict(person.facts)
    for field, cell in cells.items():
        facts.pop(field, None)
        value = make_value(field, cell)
        if value is not None:
            facts[field] = Fact(value, Source.THERAPIST, TODAY)
    return Profile(person.id, facts)


def _wish(answers: Answers, item: str) -> Answers:
    """Return the answers with one item as a wish, and what else reads the same facts left out."""
    fields = {*fields_of(item)}
    kept = {
        name: answer
        for name, answer in answers.items()
        if name not in load_criteria() or not fields & {*fields_of(name)}
    }
    return {**kept, item: replace(answers[item], importance=Importance.MATTERS)}


def test_examples_when_drawn_then_they_are_about_everything_that_is_scored() -> None:
    criteria = load_criteria().criteria
    outside = {"country", "latitude", "longitude", "city"}

    assert {*VALUES} == {criterion.id for criterion in criteria}
    assert {*CELLS} >= {field for one in criteria for field in one.fields} - outside


@given(directories, responses(), weight_wishes)
def test_weights_when_anything_is_asked_then_they_are_whole_and_sum_to_10_000(
    people: list[Profile], asked: Answers, weights: WeightWishes
) -> None:
    found = _match(people, asked, weights)
    whole = {criterion.id: criterion.weight for criterion in found.criteria}
    exact = exact_weights(found.evaluation.preferences, load_criteria())

    assert all(isinstance(weight, int) and weight > 0 for weight in whole.values())
    assert sum(whole.values()) == (10_000 if exact else 0)


@given(responses(), weight_wishes)
def test_weights_when_made_whole_then_each_is_less_than_1_away_from_the_exact_one(
    asked: Answers, weights: WeightWishes
) -> None:
    found = _match([], asked, weights)
    whole = {criterion.id: criterion.weight for criterion in found.criteria}
    exact = exact_weights(found.evaluation.preferences, load_criteria())
    in_all = sum(exact.values(), Fraction(0))

    assert {*whole} <= {*exact}
    for name, weight in exact.items():
        assert abs(whole.get(name, 0) - weight * 10_000 / in_all) < 1


@given(directories, responses(), weight_wishes, hiding)
def test_score_when_anything_is_asked_then_0_up_to_high_up_to_100(
    people: list[Profile], asked: Answers, weights: WeightWishes, hidden: Answers
) -> None:
    found = _match(people, asked | hidden, weights)

    for person in people:
        result = found.result_for(person.id)
        if found.criteria:
            assert result.score is not None
            assert result.high is not None
            assert result.known is not None
            assert 0 <= result.score <= result.high <= 100
            assert 0 <= result.known <= 1
        else:
            assert (result.score, result.high, result.known) == (None, None, None)


@given(directories, responses(), weight_wishes)
def test_contributions_when_added_up_then_they_are_the_score_exactly(
    people: list[Profile], asked: Answers, weights: WeightWishes
) -> None:
    found = _match(people, asked, weights)

    for result in result_document(found)["results"]:  # type: ignore[attr-defined]
        parts = result["contributions"]
        assert len(parts) == result["asked"] == len(found.criteria)
        assert sum(part["value"] >= 750 for part in parts) == result["fits"]
        for part in parts:
            assert 0 <= part["value"] <= part["value_high"] <= 1000
            assert _digits(part["points"]) == Fraction(part["weight"] * part["value"], 100_000)
        if parts:
            points = sum(_digits(part["points"]) for part in parts)
            could_add = sum(_digits(part["could_add"]) for part in parts)
            open_ = sum(part["weight"] * (part["value_high"] - part["value"]) for part in parts)
            assert _digits(result["score"]) == points
            assert _digits(result["high"]) == points + could_add
            assert _digits(result["known"]) == 1 - Fraction(open_, 10_000_000)


def _digits(number: float) -> Fraction:
    """Return a number of the document by the digits it is printed with."""
    return Fraction(repr(number))


@pytest.mark.parametrize("item", sorted(VALUES))
@settings(max_examples=25)
@given(data=st.data())
def test_score_when_a_fact_is_better_then_it_is_not_lower(item: str, data: st.DataObject) -> None:
    answers = _wish(
        {**data.draw(responses()), item: Response(data.draw(VALUES[item]))},  # type: ignore[arg-type]
        item,
    )
    person = data.draw(profiles())
    worse, better = data.draw(better_cells(item, answers[item].value))

    before, after = (_alone(_with(person, **cells), answers) for cells in (worse, better))

    assert (before.score or 0) <= (after.score or 0)
    assert (before.high or 0) <= (after.high or 0)


@given(st.data(), responses(), topics)
def test_score_when_an_empty_cell_is_filled_then_it_is_not_lower(
    data: st.DataObject, asked: Answers, about: set[str]
) -> None:
    person = data.draw(profiles())
    read = {field for item in about for field in fields_of(item)} | {"accepting", "register"}
    silent = sorted(read - {*person.facts})
    assume(silent)
    field = data.draw(st.sampled_from(silent))
    filled = _with(person, **{field: data.draw(CELLS[field].filter(bool))})

    before, after = _alone(person, asked), _alone(filled, asked)

    assert (before.score or 0) <= (after.score or 0)


@pytest.mark.parametrize("country", ["US", "DE"])
def test_score_when_the_country_of_a_postcode_is_filled_in_then_it_is_not_lower(
    country: str,
) -> None:
    asked = {"place": Response(Place(postcode="97201", country="US", max_km=Decimal(5)))}
    person = _with(Profile("p-1", {}), postcode="97201")

    before, after = _alone(person, asked), _alone(_with(person, country=country), asked)

    assert (before.score or 0) <= (after.score or 0)


_NEAR = Place(latitude=45.5, longitude=-122.6, max_km=Decimal("0.25"))


@pytest.mark.parametrize(
    ("asked", "cells", "score"),
    [
        pytest.param({"experience_years": "yes"}, {"years": "4"}, 40, id="4 years"),
        pytest.param({"experience_years": "yes"}, {"years": "4.5"}, 45, id="4½ years"),
        pytest.param(
            {"place": _NEAR},
            {"latitude": "45.5027", "longitude": "-122.6"},
            80,
            id="0.3 km for 0.25",
        ),
    ],
)
def test_score_when_a_number_is_not_whole_then_nothing_of_it_is_cut_off(
    asked: dict[str, object], cells: dict[str, str], score: int
) -> None:
    answers = {item: Response(value) for item, value in asked.items()}  # type: ignore[arg-type]

    assert _alone(_with(Profile("p-1", {}), **cells), answers).score == score


@given(profiles(), responses(), st.integers(0, 400))
def test_score_when_facts_grow_older_then_it_never_rises_before_the_next_opening(
    person: Profile, asked: Answers, days: int
) -> None:
    """Only availability and money age; a later day changes nothing else."""
    asked = {item: answer for item, answer in asked.items() if item != "start"}
    early = make_answers(asked)
    late = replace(early, today=TODAY + timedelta(days))

    scores = [_score_on(person, answers) for answers in (early, late)]

    assert scores[0] >= scores[1]


def _score_on(person: Profile, answers: ResponseSet) -> Fraction:
    return match(MemoryDirectory([person]), answers, seed=7).result_for(
        person.id
    ).score or Fraction(0)
