"""What the documentation promises of the model: written by hand, never made from its own data.

`load_criteria` gives the model that runs; `load_published` gives what was said about it. The
audit and the tests hold one against the other.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any

from matcher.bundled import bundled_toml
from matcher.directory.cells import read_cell
from matcher.directory.field import FIELDS
from matcher.errors import Message, ResourceError

CONFIRMED_ON = "confirmed_on"
"""A cell of an example that dates all its others, as in a directory file."""

_FILE = "scoring/published.toml"
_FULL = 1000
_KEYS = frozenset({"criterion", "asked", "starred", "with", "today", "offered", "value", "shown"})
_NEEDED = ("criterion", "asked", "offered", "value")

Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ValueExample:
    """One value worked out by hand.

    Attributes
    ----------
    criterion
        Id of the criterion.
    asked
        What the client says, in the JSON form of the answers file.
    starred
        Among several codes, the one that counts double.
    offered
        Cells of a directory file by column, `CONFIRMED_ON` among them; empty when the profile
        says nothing.
    low, high
        What the value has to be, known and possible, 0..1000.
    others
        Other answers that bear on it, by item, each in the form of `asked`.
    today
        The day it is asked on.
    shown
        Whether it stands among the few in *How this works*.
    """

    criterion: str
    asked: object
    starred: str | None
    offered: Mapping[str, str]
    low: int
    high: int
    others: Mapping[str, object]
    today: date
    shown: bool = False


@dataclass(frozen=True, slots=True)
class PublishedModel:
    """The model as the documentation gives it.

    Attributes
    ----------
    version
        The version of the model it describes.
    groups
        Points per group.
    shares
        Per criterion its part of its group.
    group_of
        Per criterion the group it belongs to.
    presets
        Points per group by name of the preset.
    examples
        Values worked out by hand, every criterion among them.
    """

    version: str
    groups: Mapping[str, int]
    shares: Mapping[str, int]
    group_of: Mapping[str, str]
    presets: Mapping[str, Mapping[str, int]]
    examples: tuple[ValueExample, ...]


@cache
def load_published() -> PublishedModel:
    """Load what is published.

    Raises
    ------
    ResourceError
        Naming every example and number at fault.
    """
    return build_published(bundled_toml("scoring", "published.toml"))


def build_published(raw: Table) -> PublishedModel:
    """Build it from its file as TOML gives it.

    Raises
    ------
    ResourceError
        With a message for each thing at fault, not only the first.
    """
    groups, placed = raw.get("groups"), raw.get("shares")
    presets, examples = raw.get("presets"), raw.get("example")
    shares, group_of = _flattened(placed)
    faults = [
        *_head_faults(raw),
        *_number_faults("groups", groups),
        *_placing_faults(placed, groups),
        *_preset_faults(presets, groups),
        *_example_faults(examples, shares),
    ]
    if faults:
        raise ResourceError(*faults)
    assert isinstance(groups, dict)
    assert isinstance(presets, dict)
    assert isinstance(examples, list)
    return PublishedModel(
        raw["model"],
        MappingProxyType(groups),
        MappingProxyType(shares),
        MappingProxyType(group_of),
        MappingProxyType({name: MappingProxyType(points) for name, points in presets.items()}),
        tuple(_example(entry, raw["today"]) for entry in examples),
    )


def _flattened(placed: object) -> tuple[dict[str, int], dict[str, str]]:
    """Return each criterion's share, and its group, from tables of shares by group."""
    shares: dict[str, int] = {}
    group_of: dict[str, str] = {}
    for group, inside in placed.items() if isinstance(placed, dict) else ():
        if isinstance(inside, dict):
            shares |= inside
            group_of |= dict.fromkeys(inside, group)
    return shares, group_of


def _placing_faults(placed: object, groups: object) -> Iterator[Message]:
    named: list[str] = []
    for group, inside in placed.items() if isinstance(placed, dict) else ():
        if not isinstance(inside, dict) or not isinstance(groups, dict) or group not in groups:
            yield _fault("entry", entry="shares", key=group, value=str(inside))
        else:
            named += inside
            yield from _number_faults(f"shares.{group}", inside)
    for name in sorted({name for name in named if named.count(name) > 1}):
        yield _fault("repeated", item=name, value=name)


def _example(entry: Table, today: date) -> ValueExample:
    value = entry["value"]
    low, high = value if isinstance(value, list) else (value, value)
    return ValueExample(
        criterion=entry["criterion"],
        asked=entry["asked"],
        starred=entry.get("starred"),
        offered=MappingProxyType(entry["offered"]),
        low=low,
        high=high,
        others=MappingProxyType(entry.get("with", {})),
        today=entry.get("today", today),
        shown=entry.get("shown", False),
    )


def _head_faults(raw: Table) -> Iterator[Message]:
    known = {"model": str, "today": date, "groups": dict, "shares": dict, "presets": dict}
    for key, kind in known.items():
        if not isinstance(raw.get(key), kind):
            yield _fault("needs_key", item=_FILE, key=key)
    if not raw.get("example"):
        yield _fault("needs_key", item=_FILE, key="example")


def _number_faults(name: str, numbers: object) -> Iterator[Message]:
    for key, number in numbers.items() if isinstance(numbers, dict) else ():
        if not _is_whole(number):
            yield _fault("entry", entry=name, key=key, value=str(number))


def _preset_faults(presets: object, groups: object) -> Iterator[Message]:
    for name, points in presets.items() if isinstance(presets, dict) else ():
        known = set(groups) if isinstance(groups, dict) else set()
        if not isinstance(points, dict) or set(points) != known:
            yield _fault("preset", preset=name)
        else:
            yield from _number_faults(f"presets.{name}", points)


def _example_faults(examples: object, shares: object) -> Iterator[Message]:
    known = shares if isinstance(shares, dict) else {}
    for number, entry in enumerate(examples if isinstance(examples, list) else (), start=1):
        name = f"example {number}"
        if not isinstance(entry, dict):
            yield _fault("entry", entry=name, key="example", value=str(entry))
            continue
        missing = [key for key in _NEEDED if key not in entry]
        for key in missing:
            yield _fault("needs_key", item=name, key=key)
        for key in _wrong_keys(entry, known):
            yield _fault("entry", entry=name, key=key, value=str(entry[key]))


def _wrong_keys(entry: Table, criteria: Table) -> Iterator[str]:
    holds: dict[str, Callable[[Any], bool]] = {
        "criterion": lambda name: name in criteria,
        "starred": lambda code: code in entry.get("asked", ()),
        "with": lambda answers: isinstance(answers, dict),
        "today": lambda day: isinstance(day, date),
        "offered": _are_cells,
        "value": _is_value,
        "shown": lambda shown: isinstance(shown, bool),
    }
    for key, part in entry.items():
        if key not in _KEYS or (key in holds and not holds[key](part)):
            yield key


def _are_cells(cells: object) -> bool:
    return isinstance(cells, dict) and all(_is_cell(*cell) for cell in cells.items())


def _is_cell(column: str, text: object) -> bool:
    if not isinstance(text, str):
        return False
    if column == CONFIRMED_ON:
        return not read_cell(FIELDS["next_opening"], text).faults
    return column in FIELDS and not read_cell(FIELDS[column], text).faults


def _is_value(value: object) -> bool:
    if not isinstance(value, list):
        return _is_whole(value)
    return len(value) == 2 and all(map(_is_whole, value)) and value[0] < value[1]


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _FULL


def _fault(kind: str, **params: object) -> Message:
    return Message(f"error.resource.{kind}", file=_FILE, **params)
