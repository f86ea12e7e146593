"""Loads the model from ``resources/scoring``, and refuses one that does not hold together."""

from collections import Counter
from collections.abc import Container, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from matcher.bundled import bundled_toml
from matcher.directory.field import FIELDS
from matcher.directory.vocabulary import load_vocabulary
from matcher.errors import Message, ResourceError
from matcher.scoring.criterion import Criteria, Criterion, WeightGroup
from matcher.scoring.value_functions import FULL, VALUE_FUNCTIONS

BALANCED = "balanced"
_POINTS_IN_ALL = 100
_FILE = "scoring/criteria.toml"
_PRESETS_FILE = "scoring/presets.toml"
_GRADES = frozenset({"A", "B", "C", "A/C", "B/C"})
_NEEDS = ("any", "all")

Table = Mapping[str, Any]


@cache
def load_criteria() -> Criteria:
    """Load groups, criteria and presets.

    Raises
    ------
    ResourceError
        Naming every criterion, group or preset at fault.
    """
    return build_criteria(
        bundled_toml("scoring", "criteria.toml"), bundled_toml("scoring", "presets.toml")
    )


def build_criteria(raw: Table, presets: Table) -> Criteria:
    """Build the model from its two files as TOML gives them.

    Raises
    ------
    ResourceError
        With a message for each thing at fault, not only the first.
    """
    groups, criteria = raw.get("group", []), raw.get("criterion", [])
    standing = raw.get("standing", {})
    known = {str(group.get("id")) for group in groups}
    faults = [
        *_group_faults(groups),
        *(fault for entry in criteria for fault in _criterion_faults(entry, known)),
        *_repeated([*groups, *criteria]),
        *_preset_faults(presets, known),
        *_standing_faults(standing),
    ]
    if not isinstance(raw.get("id"), str):
        faults.append(Message("error.resource.needs_key", file=_FILE, item=_FILE, key="id"))
    if faults:
        raise ResourceError(*faults)
    points = {BALANCED: {group["id"]: group["points"] for group in groups}, **presets}
    frozen = {name: MappingProxyType(dict(shares)) for name, shares in points.items()}
    return Criteria(
        raw["id"],
        tuple(WeightGroup(**group) for group in groups),
        tuple(_criterion(entry) for entry in criteria),
        MappingProxyType(frozen),
        MappingProxyType({name: tuple(fields) for name, fields in standing.items()}),
    )


def _criterion(entry: dict[str, Any]) -> Criterion:
    fields = tuple(entry.get("fields", (entry["id"],)))
    return Criterion(
        id=entry["id"],
        group=entry["group"],
        share=entry["share"],
        function=entry["function"],
        fields=fields,
        values=MappingProxyType(entry.get("values", {})),
        scale=tuple(entry.get("scale", ())),
        fixed=MappingProxyType(entry.get("fixed", {})),
        rank_values=tuple(entry.get("rank_values", ())),
        rank_weights=tuple(entry.get("rank_weights", ())),
        at_least=entry.get("at_least", False),
        any_code=entry.get("any_code", False),
        need=entry.get("need", _NEEDS[0]),
        need_level=entry.get("need_level", ""),
    )


def _group_faults(groups: list[Table]) -> Iterator[Message]:
    for group in groups:
        expected = {
            "id": isinstance(group.get("id"), str),
            "points": _is_whole(group.get("points"), _POINTS_IN_ALL),
            "grade": _is_one_of(group.get("grade"), _GRADES),
        }
        yield from _entry_faults(group, expected)
    points = [group.get("points") for group in groups]
    whole = [share for share in points if isinstance(share, int)]
    if len(whole) < len(points) or sum(whole) != _POINTS_IN_ALL:
        yield Message("error.resource.points", file=_FILE)


def _criterion_faults(entry: Table, groups: set[str]) -> Iterator[Message]:
    fields = entry.get("fields", [entry.get("id")])
    levels, codes = _words_of(fields)
    expected = {
        "id": isinstance(entry.get("id"), str),
        "group": _is_one_of(entry.get("group"), groups),
        "share": _is_whole(entry.get("share"), FULL) and entry.get("share", 0) > 0,
        "function": _is_one_of(entry.get("function"), VALUE_FUNCTIONS),
        "fields": bool(fields) and all(name in FIELDS for name in fields),
        "values": _are_values(entry.get("values", {}), levels),
        "fixed": _are_values(entry.get("fixed", {}), codes),
        "scale": all(code in codes for code in entry.get("scale", [])),
        "rank_values": all(_is_whole(value, FULL) for value in entry.get("rank_values", [])),
        "rank_weights": all(_is_whole(value, FULL) for value in entry.get("rank_weights", [])),
        "at_least": isinstance(entry.get("at_least", False), bool),
        "any_code": isinstance(entry.get("any_code", False), bool),
        "need": _is_one_of(entry.get("need", _NEEDS[0]), _NEEDS),
        "need_level": _is_one_of(entry.get("need_level", ""), {"", *levels}),
    }
    yield from _entry_faults(entry, expected)


def _entry_faults(entry: Table, expected: Mapping[str, bool]) -> Iterator[Message]:
    name = str(entry.get("id", "?"))
    wrong = [key for key, is_fine in expected.items() if not is_fine]
    for key in (*wrong, *(key for key in entry if key not in expected)):
        value = str(entry.get(key))
        yield Message("error.resource.entry", file=_FILE, entry=name, key=key, value=value)


def _repeated(entries: list[Table]) -> Iterator[Message]:
    counted = Counter(str(entry.get("id")) for entry in entries)
    for name, times in counted.items():
        if times > 1:
            yield Message("error.resource.repeated", file=_FILE, item=name, value=name)


def _preset_faults(presets: Table, groups: set[str]) -> Iterator[Message]:
    for name, points in presets.items():
        is_table = isinstance(points, dict) and set(points) == groups
        if not is_table or not all(_is_whole(share, FULL) for share in points.values()):
            yield Message("error.resource.preset", file=_PRESETS_FILE, preset=name)


def _standing_faults(standing: Mapping[str, list[str]]) -> Iterator[Message]:
    for name, fields in standing.items():
        if not fields or not all(field in FIELDS for field in fields):
            yield Message(
                "error.resource.entry", file=_FILE, entry=name, key="standing", value=str(fields)
            )


def _words_of(fields: list[str]) -> tuple[set[str], set[str]]:
    """Return the levels and the codes that the first of these fields knows."""
    field = FIELDS.get(fields[0]) if fields and isinstance(fields[0], str) else None
    if field is None:
        return set(), set()
    if not field.vocabulary:
        return set(), {*field.codes}
    vocabulary = load_vocabulary(field.vocabulary)
    return {*vocabulary.levels}, {*vocabulary.codes}


def _are_values(values: object, known: set[str]) -> bool:
    """Tell whether a table gives every or no known word a value from 0 to 1000."""
    if not isinstance(values, dict):
        return False
    return set(values) in (set(), known) and all(_is_whole(v, FULL) for v in values.values())


def _is_one_of(value: object, known: Container[str]) -> bool:
    return isinstance(value, str) and value in known


def _is_whole(value: object, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= most
