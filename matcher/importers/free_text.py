"""The words of cells that people filled in freely, as ``resources/importers/free_text.toml``."""

import re
from functools import cache
from typing import Any

from matcher.bundled import bundled_toml
from matcher.importers.foreign_text import clean_text
from matcher.letters import without_accents

_FILE = "free_text.toml"


def folded(text: str) -> str:
    """Return a cell in small letters, without accents and superfluous spaces."""
    return without_accents(clean_text(text)).strip()


def is_not_stated(text: str) -> bool:
    """Tell whether a cell, or one entry of it, says that nothing is said: *N/A*, *tbd*.

    Examples
    --------
    >>> [is_not_stated(text) for text in ("N/A", " none known. ", "-", "", "nada", "no")]
    [True, True, True, True, False, False]
    """
    said = folded(text)
    return not said or said in _not_stated() or said.rstrip(".") in _not_stated()


def is_yes(text: str) -> bool:
    """Tell whether a cell is a plain yes, or a sign for it."""
    return folded(text).rstrip(".") in words("yes_no")["yes"]


def is_no(text: str) -> bool:
    """Tell whether a cell is a plain no."""
    return folded(text).rstrip(".") in words("yes_no")["no"]


def has_word(text: str, table: str, name: str = "words") -> bool:
    """Tell whether a word of a table, or several together, stand in a text.

    Examples
    --------
    >>> [has_word(text, "denial") for text in ("not Cigna", "Nottingham", "video: no")]
    [True, False, True]
    """
    said = " ".join(re.findall(r"\w+", folded(text)))
    return any(f" {word} " in f" {said} " for word in words(table)[name])


def answered_fields() -> frozenset[str]:
    """Return the columns with a few fixed answers of their own."""
    return frozenset(words("answers"))


def answer_of(field: str, text: str) -> str:
    """Return the code of a fixed answer, ``""`` when the words are none of those known.

    Examples
    --------
    >>> [answer_of("accepting", text) for text in ("Yes", "Wait list", "cerrado", "soon")]
    ['yes', 'waitlist', 'no', '']
    """
    said = folded(text).rstrip(".")
    for code, known in words("answers").get(field, {}).items():
        if said == code or said in known:
            return str(code)
    return ""


@cache
def words(table: str) -> dict[str, Any]:
    """Return one table of the file, its words folded."""
    folded_table = _folded(bundled_toml("importers", _FILE)[table])
    assert isinstance(folded_table, dict)
    return folded_table


@cache
def _not_stated() -> frozenset[str]:
    return frozenset(words("not_stated")["words"])


def _folded(entry: Any) -> Any:
    if isinstance(entry, dict):
        return {key: _folded(value) for key, value in entry.items()}
    if isinstance(entry, list):
        return [_folded(value) for value in entry]
    return folded(entry) if entry else entry
