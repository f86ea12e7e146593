"""What a profile states of one thing, as a note keeps it, and a profile as it was by that."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from matcher.checklist.subject import fact_of, fields_of
from matcher.directory.cells import read_cell, write_cell
from matcher.directory.field import FIELDS
from matcher.directory.profile import Fact, Profile, Source

_SAID_WITH = MappingProxyType({"fee": ("currency",)})
"""Fields without which a thing is not said rightly, although they do not answer it."""


def stated_now(subject: str, profile: Profile | None) -> str:
    """Return what a profile states of a thing; ``""`` for nothing.

    Of one field it is the cell of a directory file; of several, a line ``field=cell`` for each
    that is stated.
    """
    if profile is None or fact_of(subject, profile) is None:
        return ""
    fields, facts = _fields(subject), profile.facts
    cells = {name: write_cell(facts[name].value) for name in fields if name in facts}
    if len(fields) == 1:
        return cells[fields[0]]
    return "\n".join(f"{name}={' '.join(cell.split())}" for name, cell in cells.items())


def states_another(subject: str, stated: str, profile: Profile) -> bool:
    """Tell whether a profile states another thing by now than a note keeps."""
    if len(_fields(subject)) > 1 and stated and not _lines(subject, stated):
        fact = fact_of(subject, profile)  # an earlier version kept the telling cell alone
        return fact is None or write_cell(fact.value) != stated
    return stated_now(subject, profile) != stated


def profile_then(subject: str, stated: str, profile: Profile | None = None) -> Profile:
    """Return a profile that states of one thing what a note keeps.

    Parameters
    ----------
    profile
        What is stated now, of which the words besides come; ``None`` for somebody who left.
    """
    facts = {} if profile is None else dict(profile.facts)
    cells = _lines(subject, stated)
    if not cells:
        cells = dict(_told_alone(subject, stated))
        gone = fields_of(subject)
    else:
        gone = _fields(subject)
    for name in gone:
        facts.pop(name, None)
    for name, cell in cells.items():
        value = read_cell(FIELDS[name], cell).value
        if value is not None:
            facts[name] = Fact(value, Source.CLINIC)
    return Profile("" if profile is None else profile.id, MappingProxyType(facts))


def _fields(subject: str) -> tuple[str, ...]:
    return (*fields_of(subject), *_SAID_WITH.get(subject, ()))


def _lines(subject: str, stated: str) -> Mapping[str, str]:
    fields = _fields(subject)
    if len(fields) == 1:
        return {fields[0]: stated} if stated and fields[0] in FIELDS else {}
    parts = [line.partition("=") for line in stated.splitlines()]
    if not all(is_line and name in fields for name, is_line, _ in parts):
        return {}
    return {name: cell for name, _, cell in parts}


def _told_alone(subject: str, stated: str) -> Iterator[tuple[str, str]]:
    """Give the field that a single cell can be of: the one that tells most."""
    for name in fields_of(subject):
        if name in FIELDS and read_cell(FIELDS[name], stated).value is not None:
            yield name, stated
            return
