"""What research the weights rest on, and what it does not show: numbers and keys, no prose."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from types import MappingProxyType
from typing import Any

from matcher.bundled import bundled_toml
from matcher.errors import Message, ResourceError
from matcher.scoring.criteria import load_criteria

READ_IN_THE_SOURCE = "V"
"""The only mark a source may have: somebody read the figure where it was first printed."""

_FILE = "scoring/evidence.toml"

Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Source:
    """One study or review.

    Attributes
    ----------
    authors
        ``""`` where they are not known; the texts then say what kind of study it is.
    year
        0 where it is not known.
    mark
        How far the figures were checked.
    read_at
        Where they were read.
    numbers
        What was studied and found, by the names its text uses.
    more_than
        Whether the number of people is a floor.
    """

    id: str
    authors: str
    year: int
    mark: str
    read_at: str
    numbers: Mapping[str, int | float]
    more_than: bool = False


@dataclass(frozen=True, slots=True)
class Support:
    """Ids of the sources that bear on one thing, with the grade they give it or ``""``."""

    id: str
    sources: tuple[str, ...]
    grade: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """All there is.

    Attributes
    ----------
    sources
        By id, in the order of their names.
    general
        Sources for giving people what they ask for, whatever it is.
    groups
        Per weight group why it has its size.
    limits
        What the research does not show.
    never
        What never counts, as last parts of keys.
    unknown
        What nobody knows beforehand, as last parts of keys.
    """

    sources: Mapping[str, Source]
    general: tuple[str, ...]
    groups: tuple[Support, ...]
    limits: tuple[Support, ...]
    never: tuple[str, ...]
    unknown: tuple[str, ...]


@cache
def load_evidence() -> Evidence:
    """Load the evidence and hold its grades against those of the model.

    Raises
    ------
    ResourceError
        Naming every entry at fault.
    """
    grades = {group.id: group.grade for group in load_criteria().groups}
    return build_evidence(bundled_toml("scoring", "evidence.toml"), grades)


def build_evidence(raw: Table, grades: Mapping[str, str]) -> Evidence:
    """Build the evidence from its file as TOML gives it.

    Parameters
    ----------
    raw
        The file.
    grades
        The grade of each weight group of the model.

    Raises
    ------
    ResourceError
        With a message for each thing at fault, not only the first.
    """
    faults = [*_list_faults(raw), *_source_faults(raw), *_support_faults(raw, grades)]
    if faults:
        raise ResourceError(*faults)
    return Evidence(
        sources=MappingProxyType({entry["id"]: _source(entry) for entry in raw["source"]}),
        general=tuple(raw["general"]),
        groups=tuple(_support(entry) for entry in raw["group"]),
        limits=tuple(_support(entry) for entry in raw["limit"]),
        never=tuple(raw["never"]),
        unknown=tuple(raw["unknown"]),
    )


def _source(entry: Table) -> Source:
    return Source(
        id=entry["id"],
        authors=entry.get("authors", ""),
        year=entry.get("year", 0),
        mark=entry["mark"],
        read_at=entry["read_at"],
        numbers=MappingProxyType(entry.get("numbers", {})),
        more_than=entry.get("more_than", False),
    )


def _support(entry: Table) -> Support:
    return Support(entry["id"], tuple(entry["sources"]), entry.get("grade", ""))


def _list_faults(raw: Table) -> Iterator[Message]:
    for key in ("general", "never", "unknown", "source", "group", "limit"):
        if not isinstance(raw.get(key), list):
            yield _fault("needs_key", item=_FILE, key=key)


def _source_faults(raw: Table) -> Iterator[Message]:
    kinds: dict[str, type] = {
        "id": str,
        "authors": str,
        "year": int,
        "mark": str,
        "read_at": str,
        "numbers": dict,
        "more_than": bool,
    }
    for entry in raw.get("source", []):
        name = str(entry.get("id", "?"))
        for key in ("id", "mark", "read_at"):
            if key not in entry:
                yield _fault("needs_key", item=name, key=key)
        for key, part in entry.items():
            if key not in kinds or not isinstance(part, kinds[key]) or not _holds(key, part):
                yield _fault("entry", entry=name, key=key, value=str(part))


def _holds(key: str, part: Any) -> bool:
    if key == "numbers":
        return all(type(number) in (int, float) for number in part.values())
    return key != "mark" or part == READ_IN_THE_SOURCE


def _support_faults(raw: Table, grades: Mapping[str, str]) -> Iterator[Message]:
    known = {entry.get("id") for entry in raw.get("source", [])}
    named: set[object] = {*raw.get("general", ())}
    for entry in chain(raw.get("group", []), raw.get("limit", [])):
        named |= {*entry.get("sources", ())}
        if not entry.get("sources"):
            yield _fault("needs_key", item=str(entry.get("id", "?")), key="sources")
    for source in sorted(map(str, named ^ known)):
        yield _fault("entry", entry=_FILE, key="sources", value=source)
    graded = {entry.get("id"): entry.get("grade") for entry in raw.get("group", [])}
    for group in sorted({*map(str, graded), *grades}):
        if graded.get(group) != grades.get(group):
            yield _fault("entry", entry=group, key="grade", value=str(graded.get(group)))


def _fault(kind: str, **params: object) -> Message:
    return Message(f"error.resource.{kind}", file=_FILE, **params)
