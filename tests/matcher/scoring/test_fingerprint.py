"""The model's number changes with everything that scoring reads, and with nothing else."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from matcher.scoring.fingerprint import hash_of, model_hash

Parts = tuple[dict[str, Any], dict[str, Any], dict[str, Any]]

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


def _parts() -> Parts:
    return copy.deepcopy(_CRITERIA), copy.deepcopy(_PRESETS), copy.deepcopy(_VOCABULARIES)


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
    "change", [_points, _value, _preset, _levels, _opened, _days, _term, _term_order]
)
def test_hash_of_when_scoring_would_read_something_else_then_it_differs(
    change: Callable[[Parts], None],
) -> None:
    changed = _parts()
    change(changed)

    assert hash_of(*changed) != hash_of(*_parts())


def test_hash_of_when_only_words_and_the_order_of_keys_differ_then_it_is_the_same() -> None:
    criteria, presets, vocabularies = _parts()
    criteria = dict(reversed(criteria.items()))
    vocabularies["issues"]["term"][0]["synonyms"] = ["fear"]
    vocabularies["issues"]["term"][0]["group"] = "feelings"

    assert hash_of(criteria, presets, vocabularies) == hash_of(*_parts())


def test_model_hash_when_taken_twice_then_the_same_64_digits() -> None:
    model_hash.cache_clear()
    first = model_hash()
    model_hash.cache_clear()

    assert model_hash() == first
    assert len(first) == 64
    assert int(first, 16)
