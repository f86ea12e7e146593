"""Which field the words of a column are from, whatever the column is called."""

import re
from collections.abc import Sequence
from itertools import islice

from matcher.directory.field import FIELDS, FieldKind
from matcher.importers.term_text import known_token

_BETWEEN = re.compile(r"[;,|/\n]")
_FEWEST = 2
"""Different words of a column that have to be of one field: a single one may be by chance."""
_MOST = 0.6
"""Share of its words that have to be."""
_LOOKED_AT = 500
"""Of so many words it can be told; a column of text has many more."""
_APART = 0.3
"""How much smaller a share the words of every other field must have."""


def field_of_words(cells: Sequence[str], named: str = "") -> str:
    """Return the field of which most words of a column are.

    Parameters
    ----------
    cells
        The filled cells of the column.
    named
        The field that the column is called like. As long as one word is of that, it is that.

    Returns
    -------
    str
        `named`, or ``""``, where the words are not plainly of another field.

    Examples
    --------
    >>> field_of_words(["CBT", "ACT, EMDR"]), field_of_words(["Spanish"]), field_of_words(["A; B"])
    ('approaches', '', '')
    """
    parts = (part.strip() for cell in cells for part in _BETWEEN.split(cell))
    words = {part.casefold(): part for part in islice(filter(None, parts), _LOOKED_AT)}
    if len(words) < _FEWEST or (named and (named not in _of_lists() or _known(named, words))):
        return named
    shares = sorted((_known(field, words) / len(words), field) for field in _of_lists())
    (rival, _), (share, field) = shares[-2:]
    is_plain = share >= _MOST and share * len(words) >= _FEWEST and share - rival >= _APART
    return field if is_plain else named


def _of_lists() -> list[str]:
    return [
        field.name
        for field in FIELDS.values()
        if field.kind is FieldKind.CODES and field.vocabulary
    ]


def _known(field: str, words: dict[str, str]) -> int:
    return sum(bool(known_token(field, word)) for word in words.values())
