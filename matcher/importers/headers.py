"""Which field a column of a clinic's own list may be, by its header."""

from functools import cache
from typing import NamedTuple

from rapidfuzz import fuzz, process

from matcher.bundled import bundled_toml
from matcher.i18n import Catalogue, languages
from matcher.importers.client_list import header_name
from matcher.importers.mapping import TARGETS

EXACT, SIMILAR, NOT_FOUND = "exact", "similar", ""
"""How a field was found: by a name we know, by one like it, or not at all."""
LEAST_LIKENESS = 85
"""Likeness 0..100 from which a header is taken for a misspelt name that we know."""

_FILE = "headers.toml"
_CLOSE = 4
_SHORTEST = 5


class HeaderGuess(NamedTuple):
    """The field a header may mean.

    Attributes
    ----------
    field
        One of `matcher.importers.mapping.TARGETS`; ``""`` when none was found.
    how
        `EXACT`, `SIMILAR` or `NOT_FOUND`.
    score
        Likeness 0..100.
    also
        Another field about as like, which is why none was chosen; mostly ``""``.
    """

    field: str
    how: str
    score: int
    also: str = ""


def guess_field(header: str) -> HeaderGuess:
    """Return the field a header may mean.

    Examples
    --------
    >>> guess_field("Zip Code"), guess_field("Langauges spoken").field
    (HeaderGuess(field='postcode', how='exact', score=100, also=''), 'languages')
    """
    name = _plain(header)
    for known in (_plain(header.replace("#", " no ")), name):
        if known in _fields():
            return HeaderGuess(_fields()[known], EXACT, 100)
    if len(name) < _SHORTEST:
        return HeaderGuess("", NOT_FOUND, 0)
    found: dict[str, int] = {}
    for alias, score, _ in process.extract(
        name, [*_fields()], scorer=fuzz.token_sort_ratio, limit=10, score_cutoff=LEAST_LIKENESS
    ):
        found.setdefault(_fields()[alias], int(score))
    if not found:
        return HeaderGuess("", NOT_FOUND, 0)
    (field, score), *others = found.items()
    if others and score - others[0][1] < _CLOSE:
        return HeaderGuess("", NOT_FOUND, score, others[0][0])
    return HeaderGuess(field, SIMILAR, score)


def names_of(field: str) -> tuple[str, ...]:
    """Return the names we know a field by, in all languages."""
    return tuple(name for name, known in _fields().items() if known == field)


def field_of(header: str) -> str:
    """Return the field that a header is a name of; ``""`` when it is none."""
    return _fields().get(_plain(header), "")


def is_name_of(header: str, field: str) -> bool:
    """Tell whether a header is a name that we know a field by.

    Examples
    --------
    >>> is_name_of("Specialties", "issues"), is_name_of("Video", "formats")
    (True, False)
    """
    return field_of(header) == field


def is_own_name(header: str, field: str) -> bool:
    """Tell whether a header is what a field itself is called, here or in the window.

    Examples
    --------
    >>> [is_own_name(header, "city") for header in ("City", "Town", "Office city")]
    [True, True, False]
    """
    return _plain(header) in _own_names(field)


@cache
def _own_names(field: str) -> frozenset[str]:
    labels = (f"{part}.field.{field}" for part in ("intake", "fact"))
    catalogues = [*map(Catalogue, languages())]
    named = (each.text(key) for key in labels for each in catalogues if each.has(key))
    return frozenset(map(_plain, (field, *named)))


def _plain(header: str) -> str:
    return header_name(header).replace("_", " ")


@cache
def _fields() -> dict[str, str]:
    """Return the fields by every name we know; the name of a field itself goes first."""
    known = {_plain(target): target for target in sorted(TARGETS - {""})}
    for names in bundled_toml("importers", _FILE).values():
        for field, aliases in names.items():
            for alias in aliases:
                known.setdefault(_plain(alias), field)
    return known
