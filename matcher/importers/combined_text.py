"""Cells in which a clinic put several things: a name and titles, a town and a ZIP code."""

import re
from functools import cache
from typing import NamedTuple

from matcher.importers.foreign_text import clean_text
from matcher.importers.free_text import folded, words
from matcher.importers.us_place import STATES, zip_area

_PLACE = re.compile(r"(.*?)[, ]+([A-Za-z]{2})\.?(?:[, ]+([0-9]{5}(?:-[0-9]{4})?))?")
_DIGIT = re.compile(r"\d")


class Place(NamedTuple):
    """A town in the USA; ``""`` for what is not said."""

    city: str
    state: str
    postcode: str


def split_name(text: str) -> tuple[str, str] | None:
    """Part a name from the credentials behind it, when each of them is known.

    Examples
    --------
    >>> split_name("Ana López, Ph.D., LCSW")
    ('Ana López', 'Ph.D., LCSW')
    >>> split_name("López, Ana") is None
    True
    """
    name, *tails = (part.strip() for part in clean_text(text).split(","))
    credentials = [word for tail in tails for word in re.split(r"[\s/]+", tail) if word]
    if not name or not all(map(_is_credential, credentials)):
        return None
    return name, ", ".join(tail for tail in tails if tail)


def split_place(text: str) -> Place | None:
    """Part *City, ST ZIP*, when the state is one; a street in front of it is left out.

    Examples
    --------
    >>> split_place("Portland, OR 97201")
    Place(city='Portland', state='OR', postcode='97201')
    >>> split_place("12 Elm St, Salem OR").city
    'Salem'
    >>> split_place("Paris, France") is None
    True
    """
    match = _PLACE.fullmatch(clean_text(text))
    if match is None or "," not in text:
        return None
    state, postcode = match[2].upper(), match[3] or ""
    parts = [part.strip() for part in match[1].split(",")]
    # People may work at home: the street is nothing for a directory.
    city = next((part for part in reversed(parts) if part and not _DIGIT.search(part)), "")
    if not city or state not in STATES or (postcode and not zip_area(postcode)):
        return None
    return Place(city, state, zip_area(postcode))


def state_of(text: str) -> str:
    """Return the two letters of a state given by letters or name; ``""`` for anything else."""
    plain = folded(text).removeprefix("us-")
    letters = plain.upper()
    return letters if letters in STATES else _states().get(plain, "")


def _is_credential(word: str) -> bool:
    return re.sub(r"[.()]", "", folded(word)) in _credentials()


@cache
def _credentials() -> frozenset[str]:
    return frozenset(words("credentials")["words"])


@cache
def _states() -> dict[str, str]:
    return {str(name): letters for letters, name in words("states").items()}
