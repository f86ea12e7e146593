"""Lines to call when things are very bad: one file a region, each line with its last check."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from matcher.bundled import bundled, bundled_toml
from matcher.errors import Message, ResourceError

ELSEWHERE = "elsewhere"
"""The region that stands in where there is no file."""

STALE_AFTER_DAYS = 180
"""Age in days up to which a check counts: numbers and hours change, so read them twice a year."""

_OTHER_NAMES = {"uk": "gb"}


class LineKind(StrEnum):
    """Whom a line is for."""

    EMERGENCY = "emergency"
    TALK = "talk"
    TEXT = "text"
    YOUTH = "youth"
    DEAF = "deaf"


@dataclass(frozen=True, slots=True)
class CrisisLine:
    """One line.

    Attributes
    ----------
    id
        Its words are ``crisis.line.<id>.name`` and ``.about``.
    number
        What to call, text or look up; ``""`` when there are only words.
    languages
        ISO 639 codes; empty when it depends on the place.
    checked_on
        When someone last read it at its source; ``None`` when nobody has.
    by_text
        Whether its number takes messages and no calls.
    """

    id: str
    kind: LineKind
    number: str
    languages: tuple[str, ...]
    checked_on: date | None
    by_text: bool = False

    def is_stale(self, today: date) -> bool:
        """Tell whether the last check is so old that the line may have changed since.

        Parameters
        ----------
        today
            The day on which the line is shown or printed.

        Returns
        -------
        bool
            True from the day after `STALE_AFTER_DAYS` whole days; False for a line that nobody
            has checked, which says so itself, and for a check on a later day than `today`.
        """
        return self.checked_on is not None and (today - self.checked_on).days > STALE_AFTER_DAYS


@dataclass(frozen=True, slots=True)
class CrisisRegion:
    """The lines of one region, in display order.

    Attributes
    ----------
    emergency
        The number when someone is in danger; ``""`` when it differs from place to place.
    youth_limit
        Age in years below which the questionnaire is not offered.
    youth_limit_source
        Its words are ``crisis.youth_limit_source.<this>``.
    lines
        At least one of them to talk to someone.
    """

    region: str
    emergency: str
    youth_limit: int
    youth_limit_source: str
    lines: tuple[CrisisLine, ...]

    def talk_line(self, language: str) -> CrisisLine:
        """Return the first line to talk to someone, in this language where there is one."""
        talk = [line for line in self.lines if line.kind is LineKind.TALK]
        base = language.partition("-")[0]
        return next((line for line in talk if base in line.languages), talk[0])


@cache
def load_crisis_lines(region: str) -> CrisisRegion:
    """Load the lines of a region, or those for elsewhere when it has no file.

    Parameters
    ----------
    region
        ``"us"``, ``"gb"`` and so on; case does not matter.

    Raises
    ------
    ResourceError
        With a message for each line at fault.
    """
    name = region.strip().lower()
    name = _OTHER_NAMES.get(name, name)
    if name not in crisis_regions():
        name = ELSEWHERE
    raw = bundled_toml("crisis", f"{name}.toml")
    entries = raw.get("line", [])
    faults = [fault for entry in entries for fault in _faults(f"{name}.toml", entry)]
    faults += _region_faults(f"{name}.toml", raw)
    if not any(entry.get("kind") == LineKind.TALK for entry in entries):
        faults.append(Message("error.resource.empty", file=f"{name}.toml"))
    if faults:
        raise ResourceError(*faults)
    return CrisisRegion(
        region=name,
        emergency=raw["emergency"],
        youth_limit=raw["youth_limit"],
        youth_limit_source=raw["youth_limit_source"],
        lines=tuple(_line(entry) for entry in entries),
    )


@cache
def crisis_regions() -> tuple[str, ...]:
    """Return the regions that have a file, *elsewhere* last."""
    names = {
        entry.name.removesuffix(".toml")
        for entry in bundled("crisis").iterdir()
        if entry.name.endswith(".toml")
    }
    return (*sorted(names - {ELSEWHERE}), ELSEWHERE)


def _line(entry: dict[str, Any]) -> CrisisLine:
    return CrisisLine(
        id=entry["id"],
        kind=LineKind(entry["kind"]),
        number=entry["number"],
        languages=tuple(entry["languages"]),
        checked_on=entry["checked_on"] if entry["verified"] else None,
        by_text=entry.get("by_text", entry["kind"] == LineKind.TEXT),
    )


def _region_faults(file: str, raw: dict[str, Any]) -> list[Message]:
    expected = {
        "emergency": isinstance(raw.get("emergency"), str),
        "youth_limit": isinstance(raw.get("youth_limit"), int),
        "youth_limit_source": isinstance(raw.get("youth_limit_source"), str),
    }
    return [
        Message("error.resource.needs_key", file=file, item=file, key=key)
        for key, is_fine in expected.items()
        if not is_fine
    ]


def _faults(file: str, entry: dict[str, Any]) -> list[Message]:
    expected = {
        "id": isinstance(entry.get("id"), str),
        "kind": entry.get("kind") in [*LineKind],
        "number": isinstance(entry.get("number"), str),
        "languages": isinstance(entry.get("languages"), list),
        "verified": isinstance(entry.get("verified"), bool),
        "by_text": isinstance(entry.get("by_text", False), bool),
        "checked_on": not entry.get("verified") or isinstance(entry.get("checked_on"), date),
    }
    name = str(entry.get("id", "?"))
    return [
        Message("error.resource.entry", file=file, entry=name, key=key, value=str(entry.get(key)))
        for key, is_fine in expected.items()
        if not is_fine
    ]
