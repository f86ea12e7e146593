"""``rapport-result/1``, line by line, over directories and answers of every kind."""

import hashlib
import json
from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import make_profile
from support.directories import TODAY, MemoryDirectory, make_answers
from support.strategies import directories, responses, weight_wishes

from matcher.directory.profile import Profile
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import Response, ResponseSet
from matcher.ranking.acceptability import acceptability
from matcher.ranking.relaxation import RELAXABLE
from matcher.services.matching import match as matching
from matcher.services.matching.match import match
from matcher.services.matching.result_document import result_document

SHOWN = ["meets_all", "to_check", "near_miss", "other", "not_accepting"]
STATUSES = {"met", "not_met", "not_stated"}
ITEMS = [item.id for item in load_questionnaire()]

answer_sets = st.builds(
    lambda given, weights, hidden: make_answers(
        given | ({"hide_people": Response(tuple(sorted(hidden)))} if hidden else {}),
        weights=weights,
    ),
    responses(),
    weight_wishes,
    st.sets(st.sampled_from(["p-01", "p-02", "p-99"])),
)
seeds = st.integers(-(2**32), 2**32)


@pytest.fixture(scope="module", autouse=True)
def _few_draws() -> Iterator[None]:
    """Draw fewer weights than for people: here only the shape of what comes out counts."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(matching, "acceptability", partial(acceptability, draws=50))
        yield


def _text(profiles: list[Profile], answers: ResponseSet, seed: int, top: int | None = None) -> str:
    made = match(MemoryDirectory(profiles), answers, seed=seed)
    return json.dumps(result_document(made, top), ensure_ascii=False)


def _document(
    profiles: list[Profile], answers: ResponseSet, seed: int, top: int | None = None
) -> Any:
    return json.loads(_text(profiles, answers, seed, top), parse_float=Decimal)


def _whole_points(result: dict[str, Any]) -> int:
    """Round half up; all are level when nothing counts."""
    return int(Decimal(result["score"] or 0) + Decimal("0.5"))


@given(directories, answer_sets, seeds)
def test_weights_when_anything_is_asked_then_they_are_whole_and_sum_to_10000(
    profiles: list[Profile], answers: ResponseSet, seed: int
) -> None:
    document = _document(profiles, answers, seed)

    criteria = document["criteria"]
    weights = [criterion["weight"] for criterion in criteria]
    assert all(type(weight) is int and weight >= 0 for weight in weights)
    assert sum(weights) == (10_000 if criteria else 0)
    order = [(-one["weight"], ITEMS.index(one["id"])) for one in criteria]
    assert order == sorted(order), "heaviest first, then in questionnaire order"
    named = [(one["id"], one["weight"]) for one in criteria]
    for result in document["results"]:
        parts = result["contributions"]
        assert [(part["criterion"], part["weight"]) for part in parts] == named


@given(directories, answer_sets, seeds)
def test_contributions_when_added_up_then_they_give_score_and_high_exactly(
    profiles: list[Profile], answers: ResponseSet, seed: int
) -> None:
    document = _document(profiles, answers, seed)

    for result in document["results"]:
        parts = result["contributions"]
        for part in parts:
            low, high = part["value"], part["value_high"]
            assert type(low) is type(high) is int
            assert 0 <= low <= high <= 1000
            assert part["points"] == Decimal(part["weight"] * low) / 100_000
            assert part["could_add"] == Decimal(part["weight"] * (high - low)) / 100_000
            expected = {(True, False): "stated", (False, True): "not_stated"}
            assert part["status"] == expected.get((low == high, (low, high) == (0, 1000)), "partly")
        if not document["criteria"]:
            assert (result["score"], result["high"], result["known"]) == (None, None, None)
            continue
        assert result["score"] == sum(part["points"] for part in parts)
        could_add = sum(Decimal(part["could_add"]) for part in parts)
        assert result["high"] == result["score"] + could_add
        assert 0 <= result["score"] <= result["high"] <= 100
        assert result["known"] == 1 - could_add / 100


@given(directories, answer_sets, seeds)
def test_results_when_counted_then_every_profile_stands_in_one_group_and_the_hidden_are_absent(
    profiles: list[Profile], answers: ResponseSet, seed: int
) -> None:
    document = _document(profiles, answers, seed)

    counts, results = document["groups"], document["results"]
    hidden = {*(answers.value("hide_people") or ())}  # type: ignore[misc]
    assert {*counts} == {"hidden", *SHOWN}
    assert sum(counts.values()) == document["directory"]["profiles"] == len(profiles)
    assert {result["profile"] for result in results} == {one.id for one in profiles} - hidden
    for group in SHOWN:
        assert counts[group] == sum(result["group"] == group for result in results)
    for result in results:
        assert result["asked"] == len(document["criteria"])
        assert result["fits"] == sum(part["value"] >= 750 for part in result["contributions"])


@given(directories, answer_sets, seeds)
def test_results_when_ordered_then_by_group_then_rank_then_hash(
    profiles: list[Profile], answers: ResponseSet, seed: int
) -> None:
    results = _document(profiles, answers, seed)["results"]

    def chance(result: dict[str, Any]) -> bytes:
        return hashlib.sha256(f"{seed}:{result['profile']}".encode()).digest()

    keys = [(SHOWN.index(one["group"]), one["rank"], chance(one)) for one in results]
    assert keys == sorted(keys)
    for group in SHOWN:
        inside = [result for result in results if result["group"] == group]
        for result in inside:
            points = _whole_points(result)
            ahead = [other for other in inside if _whole_points(other) > points]
            level = [other for other in inside if _whole_points(other) == points]
            assert result["rank"] == 1 + len(ahead)
            others = [other["profile"] for other in level if other is not result]
            assert result["level_with"] == others
            assert result["level"] == len(others)


@given(directories, answer_sets, seeds, st.integers(1, 9) | st.just(10**30))
def test_top_when_given_then_the_first_are_kept_and_nothing_else_changes(
    profiles: list[Profile], answers: ResponseSet, seed: int, top: int
) -> None:
    whole = _document(profiles, answers, seed)

    first = _document(profiles, answers, seed, top)

    assert first["results"] == whole["results"][:top]
    assert first | {"results": []} == whole | {"results": []}


@given(directories, answer_sets, seeds)
def test_document_when_made_again_from_the_same_then_the_bytes_are_the_same(
    profiles: list[Profile], answers: ResponseSet, seed: int
) -> None:
    assert _text(profiles, answers, seed) == _text(profiles[::-1], answers, seed)


@given(directories, answer_sets, seeds)
def test_parts_when_looked_at_then_they_have_exactly_their_keys_and_codes(
    profiles: list[Profile], answers: ResponseSet, seed: int
) -> None:
    document = _document(profiles, answers, seed)

    assert document["format"] == "rapport-result/1"
    assert document["seed"] == seed
    assert document["today"] == TODAY.isoformat()
    assert len(document["directory"]["revision"]) == 64
    for result in document["results"]:
        assert {need["status"] for need in result["requirements"]} <= STATUSES
        assert all([*need] == ["item", "status"] for need in result["requirements"])
        assert all(isinstance(question, str) for question in result["questions"])
        firmness = result["firmness"]
        assert (firmness is None) == (not document["criteria"]), "null when nothing can be ranked"
        if firmness is not None:
            assert 0 <= firmness["first"] <= firmness["top_three"] <= 1


@given(directories, answer_sets)
def test_relaxations_when_followed_then_as_many_more_become_eligible_as_promised(
    profiles: list[Profile], answers: ResponseSet
) -> None:
    document = _document(profiles, answers, 1)

    eligible = document["groups"]["meets_all"] + document["groups"]["to_check"]
    for change in document["relaxations"]:
        assert [item for item in RELAXABLE if item in change["drop"]] == change["drop"]
        assert {*change["to"]} == {*change["drop"]} & {"fee", "place"}
        relaxed = answers
        for item in change["drop"]:
            relaxed = _relaxed(relaxed, item, change["to"].get(item))
        after = _document(profiles, relaxed, 1)["groups"]
        assert after["meets_all"] + after["to_check"] - eligible == change["adds"] >= 1


def _relaxed(answers: ResponseSet, item: str, limit: Decimal | None) -> ResponseSet:
    """Return the answers with a need let go of, or with its new limit."""
    if limit is None:
        return answers.with_response(item, None)
    response = answers.responses[item]
    name = {"fee": "limit", "place": "max_km"}[item]
    value = type(response.value)(
        **{slot: getattr(response.value, slot) for slot in response.value.__slots__}  # type: ignore[union-attr]
        | {name: Decimal(limit)}
    )
    return answers.with_response(item, Response(value, importance=response.importance))


# 24 : 14 points; the step asked for is one outside the range: 1000 - 250; 6316 x 750 / 100,000.
WORKED_EXAMPLE = {
    "format": "rapport-result/1",
    "questionnaire": "preferences/1",
    "model": "additive/1",
    "today": "2026-11-21",
    "seed": 7,
    "directory": {"profiles": 2},
    "criteria": [
        {"id": "style_steer", "group": "style", "weight": 6316},
        {"id": "start", "group": "scheduling", "weight": 3684},
    ],
    "groups": {
        "hidden": 0,
        "not_accepting": 0,
        "other": 0,
        "near_miss": 0,
        "to_check": 0,
        "meets_all": 2,
    },
    "results": [
        {
            "profile": "p-017",
            "name": "Ana Vidal",
            "group": "meets_all",
            "rank": 1,
            "level_with": [],
            "score": 47.37,
            "high": 84.21,
            "known": 0.6316,
            "fits": 1,
            "asked": 2,
            "contributions": [
                {
                    "criterion": "style_steer",
                    "weight": 6316,
                    "status": "stated",
                    "value": 750,
                    "value_high": 750,
                    "points": 47.37,
                    "could_add": 0,
                    "asked": -2,
                    "offered": "-1..1",
                    "source": "therapist",
                    "confirmed_on": "2026-10-01",
                },
                {
                    "criterion": "start",
                    "weight": 3684,
                    "status": "not_stated",
                    "value": 0,
                    "value_high": 1000,
                    "points": 0,
                    "could_add": 36.84,
                    "asked": "two_weeks",
                    "offered": None,
                    "source": None,
                    "confirmed_on": None,
                },
            ],
            "requirements": [{"item": "accepting", "status": "met"}],
        }
    ],
    "relaxations": [],
}


def test_document_when_made_of_the_worked_example_then_it_is_the_one_worked_out_by_hand() -> None:
    said = {"accepting": "yes", "confirmed_on": TODAY.replace(month=10, day=1)}
    profiles = [
        make_profile("p-017", name="Ana Vidal", style_steer="-1..1", **said),  # type: ignore[arg-type]
        make_profile("p-002", name="Ben Ode", style_steer="2", **said),  # type: ignore[arg-type]
    ]
    answers = make_answers(style_steer=-2, start="two_weeks")

    document = result_document(match(MemoryDirectory(profiles), answers, seed=7), top=1)

    (first,) = document["results"]  # type: ignore[misc]
    assert first.pop("level") == 0
    assert first.pop("questions")
    assert first.pop("ask_first") == ["S1"]
    stability = document.pop("stability")
    assert stability["meets_all"]["leader"] == "p-017"  # type: ignore[index]
    assert stability["to_check"] is None  # type: ignore[index]
    assert [*first.pop("firmness")] == ["first", "top_three"]
    assert len(document["directory"].pop("revision")) == 64  # type: ignore[attr-defined]
    assert document == WORKED_EXAMPLE


def test_document_when_nobody_is_in_the_directory_then_all_counts_are_0() -> None:
    document = _document([], make_answers(style_steer=-2), 1)

    assert document["results"] == []
    assert {*document["groups"].values()} == {0}


def test_firmness_when_somebody_is_ahead_of_all_then_they_come_first_in_every_draw() -> None:
    profiles = [make_profile("p-1", style_steer="-2"), make_profile("p-2", style_steer="2")]

    results = _document(profiles, make_answers(style_steer=-2), 1)["results"]

    assert [result["firmness"]["first"] for result in results] == [1, 0]
