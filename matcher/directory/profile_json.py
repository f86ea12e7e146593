"""A profile as ``rapport-directory/1`` JSON, loss-free, and the revision of a directory."""

import hashlib
import json
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter

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
        "superseded": _superseded_to_json(profile),
    }


def revision_of(profiles: Iterable[Profile]) -> str:
    """Return the SHA-256, in hexadecimal, of the published profiles' JSON.

    The JSON is sorted by profile id and key, in UTF-8, without white space, so that equal
    directories have equal revisions wherever they lie.
    """
    digest = RevisionDigest()
    for profile in sorted((p for p in profiles if p.published), key=attrgetter("id")):
        digest.add(profile)
    return digest.revision


class RevisionDigest:
    """What `revision_of` computes, one published profile after the other, in order of id.

    Parameters
    ----------
    places
        Names what else decides where somebody is; ``""`` when nothing does.
    """

    def __init__(self, places: str = "") -> None:
        self._digest = hashlib.sha256(places.encode())
        self._digest.update(b'{"format":"rapport-directory/1","profiles":[')
        self._separator = b""

    def add(self, profile: Profile) -> None:
        """Take in the next profile."""
        self._digest.update(self._separator)
        self._separator = b","
        self._digest.update(_canonical(profile).encode("utf-8", "surrogatepass"))

    @property
    def revision(self) -> str:
        """The revision of the profiles so far."""
        whole = self._digest.copy()
        whole.update(b"]}")
        return whole.hexdigest()


_write_json = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode


def _canonical(profile: Profile) -> str:
    """Return the text of `profile_to_json`, put together of facts of which many are alike."""
    facts = ",".join(
        f'"{field}":{_fact_text(profile.facts[field])}'
        for field in _SORTED_FIELDS
        if field in profile.facts
    )
    rest = {
        "id": profile.id,
        "published": profile.published,
        "superseded": _superseded_to_json(profile),
    }
    return f'{{"facts":{{{facts}}},{_write_json(rest)[1:]}'


_SORTED_FIELDS = sorted(FIELDS)


@lru_cache(maxsize=1 << 16)
def _fact_text(fact: Fact) -> str:
    return _write_json(_fact_to_json(fact))


def _superseded_to_json(profile: Profile) -> list[dict[str, object]]:
    return [{"field": field, **_fact_to_json(fact)} for field, fact in profile.superseded]


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
