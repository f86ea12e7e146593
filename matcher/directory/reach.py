"""In which states people can see a practitioner, as far as that is known."""

from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256

from matcher import __version__
from matcher.directory.cells import read_cell
from matcher.directory.field import FIELDS
from matcher.directory.geography import locate_licence_area, table_version
from matcher.directory.profile import split_token
from matcher.directory.vocabulary import NO

REACH_FIELDS = ("postcode", "country", "licensed_areas")
"""What is stated on these tells it."""

ANYWHERE = ""
"""Stands for every state, where it is not known that there is one in which nobody can see them."""


@lru_cache(maxsize=1)
def reach_rules() -> str:
    """Return a SHA-256 of what decides what `reach_of` tells: program, fields, table of postcodes.

    What was kept under other rules may leave somebody out whom these do not.
    """
    fields = [FIELDS[name] for name in REACH_FIELDS]
    return sha256(repr((__version__, table_version(), fields)).encode()).hexdigest()


def reach_of(words: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Return the states of somebody's office and licenses.

    Silence leaves nobody out: only who states both is known to be in no other state. Each source
    is heard, also one that another outweighs.

    Parameters
    ----------
    words
        What each source states on any of `REACH_FIELDS`: the field, and the text of its cell.

    Returns
    -------
    frozenset
        ISO 3166-2 areas such as ``"US-OR"``, or `ANYWHERE` alone. Where an office is, its postcode
        tells where that is known of postcodes; a license for a whole country is for anywhere.
    """
    said: dict[str, list[str]] = {field: [] for field in REACH_FIELDS}
    for field, text in words:
        said[field].append(text)
    offices = {_office(code, land) for code in said["postcode"] for land in said["country"]}
    licences = frozenset[str]().union(*map(_licences, said["licensed_areas"]))
    areas = offices | licences
    return frozenset(areas) if offices and licences and "" not in areas else _FROM_ANYWHERE


_FROM_ANYWHERE = frozenset({ANYWHERE})


@lru_cache(maxsize=1 << 16)
def _office(postcode: str, country: str) -> str:
    return locate_licence_area(postcode, country)


@lru_cache(maxsize=1 << 12)
def _licences(text: str) -> frozenset[str]:
    tokens = read_cell(FIELDS["licensed_areas"], text).value
    parts = [split_token(str(each)) for each in tokens] if isinstance(tokens, tuple) else []
    areas = {code.upper() if "-" in code else "" for code, details in parts if details != (NO,)}
    return frozenset(areas) or _FROM_ANYWHERE
