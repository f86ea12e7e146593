"""The model's number changes with everything that scoring reads, and with nothing else."""

import copy
from collections.abc import Callable
from fractions import Fraction
from types import ModuleType
from typing import Any

import pytest

from matcher.questionnaire.item import Importance
from matcher.scoring import value_functions, weights
from matcher.scoring.criteria import load_criteria
from matcher.scoring.fingerprint import behaviour_of, hash_of, model_hash

Parts = tuple[dict[str, Any], dict[str, Any], dict[str, Any], dict[str, Any]]

_CRITERIA = {
    "id": "additive/1",
    "group": [{"id": "style", "points": 100}],
    "criterion": [{"id": "issues", "share": 17, "values": {"focus": 1000}}],
}
_PRESETS = {"equal": {"style": 1}}
_VOCABULARIES = {
    "issues": {
        "id": "issues",
        "levels": ["training", "focus"],
        "term": [{"code": "worry", "synonyms": ["anxiety"]}, {"code": "sleep"}],
    }
}

_BEHAVIOUR = {"values": [[0, 1000]]}


def _parts() -> Parts:
    parts = (_CRITERIA, _PRESETS, _VOCABULARIES, _BEHAVIOUR)
    return copy.deepcopy(parts)


def _made_of_it(parts: Parts) -> None:
    parts[3]["values"][0][0] = 1


def _points(parts: Parts) -> None:
    parts[0]["group"][0]["points"] = 99


def _value(parts: Parts) -> None:
    parts[0]["criterion"][0]["values"]["focus"] = 999


def _preset(parts: Parts) -> None:
    parts[1]["equal"]["style"] = 2


def _levels(parts: Parts) -> None:
    parts[2]["issues"]["levels"].reverse()


def _opened(parts: Parts) -> None:
    parts[2]["issues"]["open"] = True


def _days(parts: Parts) -> None:
    parts[2]["issues"]["term"][0]["days"] = 7


def _term(parts: Parts) -> None:
    parts[2]["issues"]["term"].append({"code": "study"})


def _term_order(parts: Parts) -> None:
    parts[2]["issues"]["term"].reverse()


@pytest.mark.parametrize(
    "change", [_made_of_it, _points, _value, _preset, _levels, _opened, _days, _term, _term_order]
)
def test_hash_of_when_scoring_would_read_something_else_then_it_differs(
    change: Callable[[Parts], None],
) -> None:
    changed = _parts()
    change(changed)

    assert hash_of(*changed) != hash_of(*_parts())


def test_hash_of_when_only_words_and_the_order_of_keys_differ_then_it_is_the_same() -> None:
    criteria, presets, vocabularies, behaviour = _parts()
    criteria = dict(reversed(criteria.items()))
    vocabularies["issues"]["term"][0]["synonyms"] = ["fear"]
    vocabularies["issues"]["term"][0]["group"] = "feelings"

    assert hash_of(criteria, presets, vocabularies, behaviour) == hash_of(*_parts())


def test_model_hash_when_taken_twice_then_the_same_64_digits() -> None:
    model_hash.cache_clear()
    first = model_hash()
    model_hash.cache_clear()

    assert model_hash() == first
    assert len(first) == 64
    assert int(first, 16)


@pytest.mark.parametrize(
    ("module", "name", "other"),
    [
        (value_functions, "_START_VALUES", (1000, 700, 300, 0)),
        (value_functions, "_AXIS_STEP", 200),
        (value_functions, "_POSSIBLE_CELL_VALUE", 500),
        (
            weights,
            "IMPORTANCE_FACTORS",
            {**weights.IMPORTANCE_FACTORS, Importance.MATTERS_A_LOT: Fraction(3)},
        ),
    ],
    ids=["start", "axis", "times", "importance"],
)
def test_behaviour_when_the_program_works_out_something_else_then_it_differs(
    monkeypatch: pytest.MonkeyPatch, module: ModuleType, name: str, other: object
) -> None:
    before = behaviour_of(load_criteria())

    monkeypatch.setattr(module, name, other)

    assert behaviour_of(load_criteria()) != before
