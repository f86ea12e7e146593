"""The id of a profile: as a file gives it, or made of what tells people apart."""

import re
from collections.abc import Callable, Sequence

from matcher.directory.numbered_id import LONGEST
from matcher.importers.foreign_text import slug

_ID = re.compile(r"\w[\w.:+@-]{0,119}")
USUAL = (("register", "register_number"), ("name", "postcode"))
"""What an id is made of where a file gives none, the first that is whole."""


def profile_id(cell: Callable[[str], str], made_of: Sequence[Sequence[str]] = USUAL) -> str:
    """Return the id of a row, or ``""`` when there is none or it holds a sign no id may have.

    Parameters
    ----------
    cell
        Gives the clean text of a column, ``""`` when there is none.
    made_of
        Groups of columns; the first whose columns all hold something makes the id.
    """
    if given := cell("id"):
        return given if _ID.fullmatch(given) else ""
    for group in made_of:
        parts = [slug(cell(column)) for column in group]
        if all(parts):
            return "-".join(parts)[:LONGEST]
    return ""
