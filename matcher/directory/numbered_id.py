"""Ids that were made of what several people share: all but the first end in a number."""

import re

LONGEST = 120
"""How many letters an id may have."""

_MOST_DIGITS = 4
HIGHEST = 10**_MOST_DIGITS - 1
"""The highest number that is known for one."""

_NUMBERED = re.compile(rf"(.+)-([1-9]\d{{0,{_MOST_DIGITS - 1}}})")
_PARTS = re.compile(r"\w+")
_OF_FAMILY = LONGEST - 1 - _MOST_DIGITS


def numbered(made: str, number: int) -> str:
    """Return a made id as that of the so-manieth who shares it."""
    ending = f"-{number}" if number > 1 else ""
    return f"{made[: LONGEST - len(ending)]}{ending}"


def family_of(made: str) -> str:
    """Return what all ids begin with that were made as this one was."""
    return made[:_OF_FAMILY]


def family_of_numbered(profile_id: str) -> str:
    """Return the family of an id that ends in a number; ``""`` for another."""
    found = _NUMBERED.fullmatch(profile_id)
    return family_of(found[1]) if found and found[2] != "1" else ""


def ends_in_postcode(profile_id: str, postcode: str) -> bool:
    """Tell whether an id ends in a postcode, which may look like a number of this kind."""
    return profile_id.endswith("-".join(["", *_PARTS.findall(postcode.casefold())]))
