"""What one person has, and no other of the same name and place."""

import re
from collections.abc import Mapping

_BEFORE_SITE = re.compile(r"\s*https?://(www\.)?|\s*www\.")

TELLING = ("register_number", "email", "phone", "website")
"""The fields that hold it, the surest first."""


def plain(value: object) -> str:
    """Return a value without the signs by which two ways of writing it differ."""
    text = _BEFORE_SITE.sub("", str(value or "").casefold(), count=1)
    return "".join(filter(str.isalnum, text))


def is_of_one(said: Mapping[str, object], other: Mapping[str, object]) -> bool:
    """Tell whether what is said of one name and place twice tells of one person both times."""
    told = [[plain(each.get(name)) for each in (said, other)] for name in TELLING]
    compared = [one == two for one, two in told if one and two]
    return bool(compared) and all(compared)
