"""Why somebody is not higher, and a comparison, as JSON."""

import json

import pytest
from support.builders import make_profile
from support.directories import MemoryDirectory, make_answers

from matcher.services.matching.match import Match, match
from matcher.services.matching.order_document import comparison_document, why_document

PEOPLE = [
    make_profile("p-1", accepting="yes", style_pace="0", goals="in_writing"),
    make_profile("p-2", accepting="yes", style_pace="1", goals="emerge"),
    make_profile("p-3", accepting="yes", style_pace="1"),
]


def _match(**asked: object) -> Match:
    return match(MemoryDirectory(PEOPLE), make_answers(**asked), seed=3)


def test_why_when_somebody_is_ahead_then_the_gap_and_the_changes_are_numbers() -> None:
    document = why_document(_match(style_pace=1, goals="in_writing"), "p-2")

    assert document["format"] == "rapport-why/1"
    assert (document["profile"], document["group"]) == ("p-2", "meets_all")
    nearest = document["next"]
    assert isinstance(nearest, dict)
    assert nearest["ahead"] == "p-1"
    assert nearest["fact"]["criterion"] in {"style_pace", "goals"}
    assert nearest["weight"]["needed"] != nearest["weight"]["share"]
    assert set(document["presets"]) == {
        "balanced",
        "equal",
        "practical_first",
        "relationship_first",
    }
    json.dumps(document)


def test_why_when_nothing_was_asked_then_nothing_is_said_of_firmness() -> None:
    document = why_document(_match(), "p-2")

    assert (document["next"], document["firmness"], document["rank"]) == (None, None, 1)


def test_why_when_first_then_nobody_is_next() -> None:
    assert why_document(_match(goals="in_writing"), "p-1")["next"] is None


def test_comparison_when_made_then_the_parts_add_up() -> None:
    document = comparison_document(_match(style_pace=1, goals="in_writing"), ["p-1", "p-2", "p-3"])

    ahead = [sum(each["ahead"][place] for each in document["criteria"]) for place in range(3)]
    scores = [each["score"] for each in document["profiles"]]
    assert ahead == pytest.approx(document["ahead"])
    assert document["ahead"] == pytest.approx([scores[0] - score for score in scores])
    assert document["criteria"][0]["could_add"][2] > 0
    json.dumps(document)


def test_comparison_when_somebody_is_unknown_then_it_is_an_error() -> None:
    with pytest.raises(KeyError):
        comparison_document(_match(style_pace=1), ["p-1", "p-9"])
