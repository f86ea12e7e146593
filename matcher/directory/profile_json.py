"""A profile as ``rapport-directory/1`` JSON, loss-free, and the revision of a directory."""

import hashlib
import json
from collections.abc import Iterable
from decimal import Decimal

from matcher.directory.field import FIELDS
from matcher.directory.profile import Fact, FactValue, Profile

FORMAT = "rapport-directory/1"


def profile_to_json(profile: Profile) -> dict[str, object]:
    """Return a profile as JSON values: id, published, facts by field, superseded facts."""
    return {
        "id": profile.id,
        "published": profile.published,
        "facts": {
            field: _fact_to_json(profile.facts[field]) for field in FIELDS if field in profile.facts
        },
        "superseded": [
            {"field": field, **_fact_to_json(fact)} for field, fact in profile.superseded
        ],
    }


def directory_to_json(profiles: Iterable[Profile]) -> dict[str, object]:
    """Return profiles as one document, sorted by id."""
    ordered = sorted(profiles, key=lambda profile: profile.id)
    return {"format": FORMAT, "profiles": [profile_to_json(profile) for profile in ordered]}


def revision_of(profiles: Iterable[Profile]) -> str:
    """Return the SHA-256, in hexadecimal, of the published profiles' JSON.

    The JSON is sorted by profile id and key, in UTF-8, without white space, so that equal
    directories have equal revisions wherever they lie.
    """
    digest = hashlib.sha256(b'{"format":"rapport-directory/1","profiles":[')
    published = sorted((p for p in profiles if p.published), key=lambda profile: profile.id)
    for position, profile in enumerate(published):
        digest.update(b"," if position else b"")
        text = json.dumps(
            profile_to_json(profile), sort_keys=True, ensure_ascii=False, separators=(",", ":")
        )
        digest.update(text.encode("utf-8", "surrogatepass"))
    digest.update(b"]}")
    return digest.hexdigest()


def _fact_to_json(fact: Fact) -> dict[str, object]:
    confirmed_on = fact.confirmed_on.isoformat() if fact.confirmed_on else None
    return {
        "value": value_to_json(fact.value),
        "source": fact.source.value,
        "confirmed_on": confirmed_on,
    }


def value_to_json(value: FactValue) -> object:
    """Return a fact's value as JSON: lists as lists, numbers as numbers, days as text."""
    if isinstance(value, tuple):
        return [*value]
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    if isinstance(value, str):
        return value
    return value.isoformat()
