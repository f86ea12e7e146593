"""The evidence as data: whole, read in its sources, and of the grades that the model names."""

from typing import Any

import pytest

from matcher.bundled import bundled_toml
from matcher.errors import ResourceError
from matcher.i18n import Catalogue
from matcher.scoring.criteria import load_criteria
from matcher.scoring.evidence import READ_IN_THE_SOURCE, build_evidence, load_evidence

EVIDENCE = load_evidence()
GRADES = {group.id: group.grade for group in load_criteria().groups}


def _raw() -> dict[str, Any]:
    return bundled_toml("scoring", "evidence.toml")


def test_evidence_when_compared_with_the_model_then_each_group_has_its_grade_and_sources() -> None:
    assert {group.id: group.grade for group in EVIDENCE.groups} == GRADES
    assert all(group.sources for group in EVIDENCE.groups)


def test_sources_when_listed_then_each_was_read_where_it_stands() -> None:
    assert {source.mark for source in EVIDENCE.sources.values()} == {READ_IN_THE_SOURCE}
    assert all(source.read_at for source in EVIDENCE.sources.values())


def test_sources_when_listed_then_they_stand_in_the_order_of_their_names() -> None:
    assert [*EVIDENCE.sources] == sorted(EVIDENCE.sources)


@pytest.mark.parametrize(
    ("source", "numbers"),
    [
        ("swift_2018", {"studies": 53, "people": 16000, "odds": 1.79, "outcome": 0.28}),
        ("windle_2020", {"studies": 29, "people": 5294, "ratio": 0.62, "alliance": 0.48}),
        ("cooper_2021", {"people": 470, "approaches": 5}),
        ("oldham_2012", {"studies": 31, "people": 4422, "attendance": 0.38}),
    ],
)
def test_source_when_it_carries_a_weight_then_its_figures_are_those_printed(
    source: str, numbers: dict[str, float]
) -> None:
    assert EVIDENCE.sources[source].numbers == numbers


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("mark", "G"),
        ("mark", "V2"),
        ("year", "2013"),
        ("numbers", {"studies": "many"}),
        ("numbers", {"studies": True}),
        ("colour", "red"),
    ],
)
def test_build_evidence_when_a_source_is_wrong_then_the_message_names_it(
    key: str, value: object
) -> None:
    raw = _raw()
    raw["source"][0][key] = value

    with pytest.raises(ResourceError) as caught:
        build_evidence(raw, GRADES)

    (message,) = caught.value.messages
    assert (message.params["entry"], message.params["key"]) == (raw["source"][0]["id"], key)
    assert Catalogue("en").render(message)


def test_build_evidence_when_several_things_are_wrong_then_all_are_told() -> None:
    raw = _raw()
    del raw["never"]
    del raw["source"][0]["read_at"]
    raw["general"].append("somebody_1999")
    raw["limit"][0]["sources"] = []
    raw["group"][0]["grade"] = "A"

    with pytest.raises(ResourceError) as caught:
        build_evidence(raw, GRADES)

    assert [message.params["key"] for message in caught.value.messages] == [
        "never",
        "read_at",
        "sources",
        "sources",
        "grade",
    ]


def test_build_evidence_when_the_model_has_another_grade_then_it_is_refused() -> None:
    with pytest.raises(ResourceError) as caught:
        build_evidence(_raw(), {**GRADES, "style": "A"})

    assert [message.params["entry"] for message in caught.value.messages] == ["style"]


def test_build_evidence_when_a_source_supports_nothing_then_it_is_refused() -> None:
    raw = _raw()
    raw["source"].append({"id": "somebody_1999", "mark": "V", "read_at": "example.org"})

    with pytest.raises(ResourceError) as caught:
        build_evidence(raw, GRADES)

    assert [message.params["value"] for message in caught.value.messages] == ["somebody_1999"]
