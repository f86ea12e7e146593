"""The model as data: what the documentation prints is what the resources hold."""

from collections import Counter

import pytest

from matcher.bundled import bundled_toml
from matcher.directory.field import FIELDS
from matcher.directory.vocabulary import load_vocabulary
from matcher.errors import ResourceError
from matcher.questionnaire.loader import load_questionnaire
from matcher.scoring.criteria import build_criteria, load_criteria
from matcher.scoring.criterion import Criterion

CRITERIA = load_criteria()


def test_groups_when_added_up_then_one_hundred_points() -> None:
    assert sum(group.points for group in CRITERIA.groups) == 100


def test_presets_when_listed_then_the_four_of_the_contract() -> None:
    assert set(CRITERIA.presets) == {"balanced", "equal", "practical_first", "relationship_first"}


def test_criteria_when_compared_with_the_questionnaire_then_each_scored_item_has_one() -> None:
    questionnaire = load_questionnaire()
    scored = {item.id for item in questionnaire if item.scored}
    criteria = {criterion.id for criterion in CRITERIA.criteria}

    assert scored - {"hide_people"} == criteria


def test_criteria_when_counted_then_ids_are_unique() -> None:
    assert max(Counter(criterion.id for criterion in CRITERIA.criteria).values()) == 1


@pytest.mark.parametrize("criterion", CRITERIA.criteria, ids=lambda criterion: criterion.id)
def test_criteria_when_they_name_levels_or_codes_then_the_vocabulary_has_them(
    criterion: object,
) -> None:
    field = FIELDS[criterion.fields[0]]  # type: ignore[attr-defined]
    if not field.vocabulary:
        known: set[str] = {*field.codes}
        levels: set[str] = set()
    else:
        vocabulary = load_vocabulary(field.vocabulary)
        known, levels = {*vocabulary.codes}, {*vocabulary.levels}

    assert set(criterion.values) in (set(), levels)  # type: ignore[attr-defined]
    assert {*criterion.scale, *criterion.fixed} <= known  # type: ignore[attr-defined]


def test_criterion_when_there_is_none_of_that_id_then_key_error() -> None:
    with pytest.raises(KeyError):
        CRITERIA.criterion("stars")

    assert "stars" not in CRITERIA
    assert "times" in CRITERIA


@pytest.mark.parametrize(
    ("criterion", "key", "value"),
    [
        ("issues", "group", "stars"),
        ("issues", "share", 0),
        ("issues", "share", "much"),
        ("issues", "function", "guess"),
        ("tools", "fields", ["colour"]),
        ("issues", "values", {"focus": 1000}),
        ("issues", "values", {"focus": 1001, "regular": 1, "some": 1, "training": 1}),
        ("goals", "scale", ["in_writing", "by_post"]),
        ("issues", "colour", "red"),
        ("tools", "fields", []),
        ("tools", "fields", [3]),
        ("issues", "values", [1000]),
        ("tools", "need", "some"),
        ("tools", "any_code", 1),
        ("tools", "at_least", "yes"),
        ("approaches", "need_level", "master"),
    ],
)
def test_build_criteria_when_a_key_is_wrong_then_the_message_names_it(
    criterion: str, key: str, value: object
) -> None:
    raw = bundled_toml("scoring", "criteria.toml")
    entry = next(entry for entry in raw["criterion"] if entry["id"] == criterion)
    entry[key] = value

    with pytest.raises(ResourceError) as caught:
        build_criteria(raw, {})

    (message,) = caught.value.messages
    assert (message.params["entry"], message.params["key"]) == (criterion, key)


def test_build_criteria_when_several_things_are_wrong_then_all_are_told() -> None:
    raw = bundled_toml("scoring", "criteria.toml")
    raw["group"][0]["points"] = 25
    del raw["criterion"][0]["share"]
    raw["criterion"].append(raw["criterion"][1])

    with pytest.raises(ResourceError) as caught:
        build_criteria(raw, {"odd": {"style": 1}})

    assert [message.key.rpartition(".")[2] for message in caught.value.messages] == [
        "points",
        "entry",
        "repeated",
        "preset",
    ]


def test_standing_when_listed_then_the_requirements_of_the_application() -> None:
    """Each of them is answered by fields that a profile has."""
    assert {name: [*fields] for name, fields in CRITERIA.standing.items()} == {
        "accepting": ["accepting"],
        "licence": ["licensed_areas"],
        "register": ["register", "supervisor"],
    }


NEEDS_ALL = {"access", "adjustments", "affirming", "shared_identity", "communities"}


@pytest.mark.parametrize("criterion", CRITERIA.criteria, ids=lambda criterion: criterion.id)
def test_needs_when_listed_then_as_the_documentation_has_them(criterion: Criterion) -> None:
    of_approach = criterion.id in {"approaches", "approaches_avoid"}

    assert criterion.need == ("all" if criterion.id in NEEDS_ALL else "any")
    assert criterion.need_level == ("trained" if of_approach else "")
    assert criterion.any_code == (criterion.id == "medication")
    assert criterion.at_least == (criterion.id == "qualification")


@pytest.mark.parametrize("fields", [[], ["colour"]], ids=["none", "unknown"])
def test_build_criteria_when_a_standing_need_reads_no_field_then_it_is_named(
    fields: list[str],
) -> None:
    raw = bundled_toml("scoring", "criteria.toml")
    raw["standing"]["licence"] = fields

    with pytest.raises(ResourceError) as caught:
        build_criteria(raw, {})

    (message,) = caught.value.messages
    assert (message.params["entry"], message.params["key"]) == ("licence", "standing")


@pytest.mark.parametrize("version", [None, 1])
def test_build_criteria_when_it_has_no_version_then_that_is_told(version: object) -> None:
    raw = {**bundled_toml("scoring", "criteria.toml"), "id": version}

    with pytest.raises(ResourceError) as caught:
        build_criteria(raw, {})

    (message,) = caught.value.messages
    assert (message.key, message.params["key"]) == ("error.resource.needs_key", "id")
