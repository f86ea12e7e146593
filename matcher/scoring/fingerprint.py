"""One number for the whole model: other weights, values or scales give another one."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from matcher.bundled import bundled_toml
from matcher.directory.field import FIELDS

WISHED_DAYS = "start"
"""The vocabulary whose days scoring reads, though no profile states its terms."""


@cache
def model_hash() -> str:
    """Return the SHA-256 of the shipped model, in hexadecimal digits.

    Notes
    -----
    Taken over groups, criteria, presets, and of each vocabulary the criteria read whether it is
    open, its levels, its codes in order and their days. The form of the files, their comments and
    the order of their keys do not count.
    """
    criteria = bundled_toml("scoring", "criteria.toml")
    fields = [field for entry in criteria["criterion"] for field in _fields(entry)]
    names = {FIELDS[field].vocabulary for field in fields} - {""} | {WISHED_DAYS}
    vocabularies = {name: bundled_toml("vocabularies", f"{name}.toml") for name in names}
    return hash_of(criteria, bundled_toml("scoring", "presets.toml"), vocabularies)


def hash_of(
    criteria: Mapping[str, Any],
    presets: Mapping[str, Any],
    vocabularies: Mapping[str, Mapping[str, Any]],
) -> str:
    """Return the SHA-256 of a model, given as TOML gives its files."""
    scales = {name: _scale(vocabulary) for name, vocabulary in vocabularies.items()}
    parts = {"criteria": criteria, "presets": presets, "vocabularies": scales}
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
