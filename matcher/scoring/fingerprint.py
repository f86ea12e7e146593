"""One number for the whole model: other weights, values, scales or rules give another one."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from matcher.bundled import bundled_toml
from matcher.directory.field import FIELDS
from matcher.preferences.preferences import Preferences, Wish
from matcher.questionnaire.item import Importance
from matcher.questionnaire.response import WeightWishes
from matcher.scoring.criteria import load_criteria
from matcher.scoring.criterion import Criteria
from matcher.scoring.model import AdditiveValueModel
from matcher.scoring.published import load_published
from matcher.scoring.weights import exact_weights
from matcher.scoring.worked_example import work_out

WISHED_DAYS = "start"
"""The vocabulary whose days scoring reads, though no profile states its terms."""


@cache
def model_hash() -> str:
    """Return the SHA-256 of the shipped model, in hexadecimal digits.

    Notes
    -----
    Taken over groups, criteria and presets, and of each vocabulary the criteria read whether it is
    open, its levels, its codes in order and their days. Also over what the program makes of them:
    the value of every published example, and the weights of a client who asks for everything. The
    form of the files, their comments and the order of their keys do not count.
    """
    criteria = bundled_toml("scoring", "criteria.toml")
    fields = [field for entry in criteria["criterion"] for field in _fields(entry)]
    names = {FIELDS[field].vocabulary for field in fields} - {""} | {WISHED_DAYS}
    vocabularies = {name: bundled_toml("vocabularies", f"{name}.toml") for name in names}
    presets = bundled_toml("scoring", "presets.toml")
    return hash_of(criteria, presets, vocabularies, behaviour_of(load_criteria()))


def behaviour_of(criteria: Criteria) -> Mapping[str, Any]:
    """Return what the program makes of a model: values of examples, and weights, as JSON values."""
    model = AdditiveValueModel(criteria)
    values = [work_out(each, model) for each in load_published().examples]
    levels = [level for level in Importance if level is not Importance.MUST]
    wishes = tuple(
        Wish(criterion.id, 2 if place % 2 else 1, levels[place % len(levels)])
        for place, criterion in enumerate(criteria.criteria)
    )
    doubled = tuple(group.id for group in criteria.groups[:2])
    everything = Preferences(wishes, weights=WeightWishes(double=doubled))
    weights = exact_weights(everything, criteria)
    return {"values": values, "weights": {name: str(weight) for name, weight in weights.items()}}


def hash_of(
    criteria: Mapping[str, Any],
    presets: Mapping[str, Any],
    vocabularies: Mapping[str, Mapping[str, Any]],
    behaviour: Mapping[str, Any],
) -> str:
    """Return the SHA-256 of a model, given as TOML gives its files, and of what is made of it."""
    scales = {name: _scale(vocabulary) for name, vocabulary in vocabularies.items()}
    parts = {
        "criteria": criteria,
        "presets": presets,
        "vocabularies": scales,
        "behaviour": behaviour,
    }
    text = json.dumps(parts, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _fields(entry: Mapping[str, Any]) -> Iterable[str]:
    fields: Iterable[str] = entry.get("fields", [entry["id"]])
    return fields


def _scale(vocabulary: Mapping[str, Any]) -> dict[str, object]:
    return {
        "open": vocabulary.get("open", False),
        "levels": vocabulary.get("levels", []),
        "terms": [
            [term["code"], term.get("days", 0), term.get("answer_only", False)]
            for term in vocabulary["term"]
        ],
    }
