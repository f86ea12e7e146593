"""Keeps a text that is written the other way from turning round the sentence it stands in."""

import unicodedata
from typing import Literal

_BEGIN, _END = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_AGAINST = {"ltr": frozenset({"R", "AL", "AN"}), "rtl": frozenset({"L"})}

NO_ISOLATES = str.maketrans("", "", f"{_BEGIN}{_END}")
"""Takes the marks out again, for what is not laid out in both directions."""


def isolated(text: str, direction: Literal["ltr", "rtl"]) -> str:
    """Return a text as it can stand in a sentence: an Arabic name in an English one is set apart.

    Parameters
    ----------
    text
        What is put into the sentence, whoever wrote it.
    direction
        How the sentence is written.
    """
    if direction == "ltr" and text.isascii():
        return text
    against = _AGAINST[direction]
    if not any(unicodedata.bidirectional(sign) in against for sign in text):
        return text
    return f"{_BEGIN}{text}{_END}"
