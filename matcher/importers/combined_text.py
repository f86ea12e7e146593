"""Cells in which a clinic put several things: a name and titles, a town and a ZIP code."""

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from matcher.importers.foreign_text import clean_text
from matcher.importers.free_text import folded, has_word, is_not_stated, words
from matcher.importers.us_place import STATES, zip_area

_POSTCODE_LAST = re.compile(r"(.*?)[, ]+([0-9]{5}(?:-[0-9]{4})?)")
_TOWN = re.compile(r"[^\W\d_]+(?:[ .'’-]+[^\W\d_]+)*\.?")
_DIGIT = re.compile(r"\d")
_TWO_PLACES = re.compile(r"[;|&+•]|/(?!\d)|(?<!\d)/")
_IN_NAMES = re.compile(r"[&+/]")
_PART_SIGNS = ",;|•·"
_UNIT = re.compile(
    rf"(?:^|(?<=[{_PART_SIGNS}]))\s*(?:(?:suite|ste|apt|apartment|unit|room|rm|floor|office|oficina"
    r"|piso|despacho)\.?\s*#?\s*(?:[0-9]{1,4}-?[a-z]?|[a-z])|#\s*[0-9]{1,4}[a-z]?"
    rf"|[0-9]{{1,2}}(?:st|nd|rd|th) (?:floor|fl)\.?)\s*(?:[{_PART_SIGNS}]|$)",
    re.IGNORECASE,
)
_COUNTRY_LAST = re.compile(
    r"[, ]+(?:USA?|U\.S\.(?:A\.)?|(?i:united states(?: of america)?|estados unidos))\.?$"
)
_ONE_WORD_AND_STATE = re.compile(r"([A-Z][a-z]{2,}),? [A-Z]{2}")
_TOWNS_BEGIN = frozenset({"LA", "DE"})
_LETTERS_AND_ZIP = re.compile(r"\b([A-Z]{2})\.? [0-9]{5}\b")
_ZIP_LAST = re.compile(r"(?<!box)\W[0-9]{5}(?:-[0-9]{4})?$", re.IGNORECASE)


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

    Without a comma or a line end before it, nobody can know where a town of more than one word
    begins: then it is ``""``. What may be two places is none, as only one of them could be kept.

    Examples
    --------
    >>> split_place("Portland, OR 97201")
    Place(city='Portland', state='OR', postcode='97201')
    >>> split_place("12 Elm St, Salem OR").city, split_place("Salem, Oregon").state
    ('Salem', 'OR')
    >>> split_place("Old Salem OR 97301")
    Place(city='', state='OR', postcode='97301')
    >>> [split_place(text) for text in ("Paris, France", "Salem, OR; Boston, MA")]
    [None, None]
    """
    lines = [line for each in text.splitlines() if (line := _without_unit(clean_text(each)))]
    cleaned = _COUNTRY_LAST.sub("", ", ".join(lines)).strip(f" {_PART_SIGNS}")
    match = _POSTCODE_LAST.fullmatch(cleaned)
    front, postcode = (match[1], zip_area(match[2])) if match else (cleaned, "")
    *parts, last = (part.strip(" .") for part in front.split(","))
    if not (parts and state_of(last)):
        is_sure = bool(parts) or bool(_ONE_WORD_AND_STATE.fullmatch(front))
        town, _, last = last.rpartition(" ")
        parts = [*parts, town] if is_sure else []
    state = state_of(last)
    # People may work at home: the street is nothing for a directory.
    city = next((part for part in reversed(parts) if part and not _DIGIT.search(part)), "")
    is_wrong = not state or (match is not None and not postcode)
    if is_wrong or not (city or postcode) or _are_two(lines, parts, city):
        return None
    if city and (not _TOWN.fullmatch(city) or _is_no_town(city)):
        return None
    return Place(city, state, postcode)


def is_town(text: str) -> bool:
    """Tell whether a place is a plain name, which cannot be parted and need not be.

    Examples
    --------
    >>> [is_town(text) for text in ("St. Louis", "12 Elm St", "Salem OR", "By appointment")]
    [True, False, False, False]
    """
    *_, last = text.split(" ")
    is_state = state_of(text) or (len(last) == len("OR") and state_of(last))
    return bool(_TOWN.fullmatch(text)) and not is_state and not _is_no_town(text)


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


def _without_unit(line: str) -> str:
    """Leave out *Suite 5* and its like: a sign beside it parts no places."""
    return _UNIT.sub("", line).strip(f" {_PART_SIGNS}")


def _are_two(lines: list[str], parts: list[str], town: str) -> bool:
    """Tell whether a text may name a second place beside a town: by a sign, a name or a ZIP."""
    beside = [part for part in parts if part != town]
    return (
        any(map(_TWO_PLACES.search, _without_house(parts)))
        or any(map(_names_another, beside))
        or any(
            part != town and not _is_house(part) and not _DIGIT.search(part + below)
            for part, below in pairwise(parts)
        )
        or any(town in below and not _DIGIT.search(above) for above, below in pairwise(lines))
    )


def _without_house(parts: list[str]) -> list[str]:
    """Leave signs out of the name in front of a street: *Body & Mind, 12 Elm St, Salem*."""
    has_house = len(parts) > 2 and bool(_DIGIT.search(parts[1])) and not _DIGIT.search(parts[0])
    has_house |= len(parts) > 1 and _is_house(parts[0])
    return [_IN_NAMES.sub(" ", parts[0]), *parts[1:]] if has_house else parts


def _is_house(part: str) -> bool:
    """Tell whether a name is that of a house or a practice, as *Elm House*, and of no town."""
    return has_word(part, "no_town", "house")


def _names_another(part: str) -> bool:
    """Tell whether a part ends like a place of its own; *St NE* behind a number is a street."""
    is_named = any(match[1] in STATES for match in _LETTERS_AND_ZIP.finditer(part))
    ends_so = not _DIGIT.search(part) and part.rpartition(" ")[2] in STATES
    has_zip = bool(zip_area(part) or _ZIP_LAST.search(part))
    return is_named or ends_so or has_zip or bool(state_of(part))


def _is_no_town(text: str) -> bool:
    """Tell whether words stand where a town should: *Online only*, *TBD*, *Boston or Salem*."""
    first, _, rest = text.partition(" ")
    is_state = first in STATES and not (rest and first in _TOWNS_BEGIN)
    said = folded(text)
    return (
        is_state
        or is_not_stated(text)
        or said in words("no_town")["alone"]
        or not {*words("no_town")["between"]}.isdisjoint(said.split())
        or has_word(text, "no_town")
    )


def _is_credential(word: str) -> bool:
    return re.sub(r"[.()]", "", folded(word)) in _credentials()


@cache
def _credentials() -> frozenset[str]:
    return frozenset(words("credentials")["words"])


@cache
def _states() -> dict[str, str]:
    names = (*words("states").items(), *words("states_cut").items())
    return {str(name): letters for letters, name in names}
