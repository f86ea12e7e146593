"""Cells in which a clinic put several things: a name and titles, a town and a ZIP code."""

import re
from functools import cache
from typing import NamedTuple

from matcher.importers.foreign_text import clean_text
from matcher.importers.free_text import folded, words
from matcher.importers.us_place import STATES, zip_area

_POSTCODE_LAST = re.compile(r"(.*?)[, ]+([0-9]{5}(?:-[0-9]{4})?)")
_TOWN = re.compile(r"[^\W\d_]+(?:[ .'’-]+[^\W\d_]+)*\.?")
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

    Without a comma before it, nobody can know where a town begins: then it is ``""``.

    Examples
    --------
    >>> split_place("Portland, OR 97201")
    Place(city='Portland', state='OR', postcode='97201')
    >>> split_place("12 Elm St, Salem OR").city, split_place("Salem, Oregon").state
    ('Salem', 'OR')
    >>> split_place("Salem OR 97301")
    Place(city='', state='OR', postcode='97301')
    >>> split_place("Paris, France") is None
    True
    """
    cleaned = clean_text(text)
    match = _POSTCODE_LAST.fullmatch(cleaned)
    front, postcode = (match[1], zip_area(match[2])) if match else (cleaned, "")
    *parts, last = (part.strip(" .") for part in front.split(","))
    if not (parts and state_of(last)):
        town, _, last = last.rpartition(" ")
        parts = [*parts, town] if parts else []
    state = state_of(last)
    # People may work at home: the street is nothing for a directory.
    city = next((part for part in reversed(parts) if part and not _DIGIT.search(part)), "")
    is_wrong = not state or (match is not None and not postcode)
    return None if is_wrong or not (city or postcode) else Place(city, state, postcode)


def is_town(text: str) -> bool:
    """Tell whether a place is a plain name, which cannot be parted and need not be.

    Examples
    --------
    >>> [is_town(text) for text in ("St. Louis", "12 Elm St", "Salem OR", "Paris, France")]
    [True, False, False, False]
    """
    *_, last = text.split(" ")
    is_state = state_of(text) or (len(last) == len("OR") and state_of(last))
    return bool(_TOWN.fullmatch(text)) and not is_state


def state_of(text: str) -> str:
    """Return the two letters of a state given by letters or name; ``""`` for anything else.

    Examples
    --------
    >>> [state_of(text) for text in ("OR", "Oregon", "Ore.", "M.A.", "Ontario")]
    ['OR', 'OR', 'OR', 'MA', '']
    """
    plain = folded(text).removeprefix("us-").replace(".", "")
    letters = plain.upper()
    return letters if letters in STATES else _states().get(plain, "")


def _is_credential(word: str) -> bool:
    return re.sub(r"[.()]", "", folded(word)) in _credentials()


@cache
def _credentials() -> frozenset[str]:
    return frozenset(words("credentials")["words"])


@cache
def _states() -> dict[str, str]:
    names = (*words("states").items(), *words("states_cut").items())
    return {str(name): letters for letters, name in names}
