"""The card is made from the resources: another number there is another number here."""

from dataclasses import replace
from fractions import Fraction

import pytest

from matcher.bundled import bundled_toml
from matcher.directory.field import STYLE_AXES
from matcher.document import Fit, Table
from matcher.i18n import Catalogue
from matcher.questionnaire.item import Importance
from matcher.scoring.criteria import build_criteria, load_criteria
from matcher.scoring.criterion import Criteria
from matcher.scoring.evidence import load_evidence
from matcher.scoring.fingerprint import model_hash
from matcher.scoring.published import load_published
from matcher.scoring.result import Group
from matcher.services.model_card.card import STYLE, ModelCard, Versions, load_model_card, model_card
from matcher.services.model_card.words import model_card_sections

CARD = load_model_card()


def _card(criteria: Criteria) -> ModelCard:
    versions = Versions("preferences/1", criteria.version, "0" * 64)
    return model_card(criteria, load_evidence(), load_published(), versions)


def _changed() -> ModelCard:
    """Return the card of a model with other points, another share and another value."""
    raw = bundled_toml("scoring", "criteria.toml")
    points = {"style": 23, "experience": 21}
    for group in raw["group"]:
        group["points"] = points.get(group["id"], group["points"])
    for criterion in raw["criterion"]:
        if criterion["id"] == "issues":
            criterion["share"] = 31
            criterion["values"]["regular"] = 777
    return _card(build_criteria(raw, bundled_toml("scoring", "presets.toml")))


def test_model_card_when_weights_change_then_rows_and_words_follow_without_new_texts() -> None:
    card = _changed()
    sections = model_card_sections(card, Catalogue("en"))
    blocks = [block for section in sections for block in section.blocks]
    fits = {block.name: block for block in blocks if isinstance(block, Fit)}
    presets = next(block for block in blocks if isinstance(block, Table))

    assert [group.points for group in card.groups[:2]] == [23, 21]
    assert fits["The way of working together"].status == "Points: 23. Grade: B."
    assert "What it is about\u00a031," in fits["Experience with what brings you"].lines[1]
    assert "regular 777" in fits["What it is about"].lines[0]
    assert [row[1] for row in presets.rows[:2]] == ["23", "21"]


def test_model_card_when_a_preset_changes_then_its_column_does() -> None:
    presets = {**load_criteria().presets, "equal": dict.fromkeys(CARD.presets["equal"], 4)}

    card = _card(replace(load_criteria(), presets=presets))

    assert {*card.presets["equal"].values()} == {4}


def test_model_card_when_loaded_then_it_names_what_it_describes() -> None:
    assert CARD.versions == Versions("preferences/1", "additive/1", model_hash())


def test_needs_when_listed_then_groups_stand_in_the_order_they_are_tested() -> None:
    assert CARD.needs.groups == (
        Group.HIDDEN,
        Group.NOT_ACCEPTING,
        Group.OTHER,
        Group.NEAR_MISS,
        Group.TO_CHECK,
        Group.MEETS_ALL,
    )
    assert CARD.needs.standing == ("accepting", "licence", "register")
    assert CARD.needs.relaxable == ("fee", "payers", "times", "place", "start", "formats")


def test_importance_when_listed_then_half_one_and_two() -> None:
    assert dict(CARD.importance) == {
        Importance.A_LITTLE: Fraction(1, 2),
        Importance.MATTERS: Fraction(1),
        Importance.MATTERS_A_LOT: Fraction(2),
    }


def test_groups_when_listed_then_every_criterion_is_in_one() -> None:
    listed = [name for group in CARD.groups for name in group.shares]

    assert sorted(listed) == sorted(criterion.id for criterion in load_criteria().criteria)
    assert all(group.sources for group in CARD.groups)


def test_values_when_listed_then_each_has_an_example_and_the_ten_axes_are_told_once() -> None:
    rows = {row.id: row for row in CARD.values}
    criteria = {criterion.id for criterion in load_criteria().criteria}

    assert {*rows} == criteria - {*STYLE_AXES} | {STYLE}
    assert all(row.examples for row in CARD.values)


@pytest.mark.parametrize(
    ("row", "numbers"),
    [
        ("issues", {"focus": 1000, "regular": 800, "some": 500, "training": 300}),
        ("formats", {"first": 1000, "second": 800, "third": 600}),
        ("boundaries", {"written": 1000, "talked_over": 500}),
        ("tools", {}),
    ],
)
def test_value_row_when_its_rule_has_numbers_then_they_come_from_the_model(
    row: str, numbers: dict[str, int]
) -> None:
    assert next(each.numbers for each in CARD.values if each.id == row) == numbers


def test_open_lists_when_listed_then_those_of_the_vocabularies() -> None:
    assert {*CARD.open_lists} == {
        "access",
        "adjustments",
        "affirming",
        "communities",
        "shared_identity",
    }
