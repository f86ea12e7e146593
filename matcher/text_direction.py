"""Keeps a text that is written the other way from turning round the sentence it stands in."""

import unicodedata
from typing import Literal

_BEGIN, _END = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_MARK = {"ltr": "\N{LEFT-TO-RIGHT MARK}", "rtl": "\N{RIGHT-TO-LEFT MARK}"}
_AGAINST = {"ltr": frozenset({"R", "AL", "AN"}), "rtl": frozenset({"L"})}

_JOINT = " · "
"""Between pieces of a line that are no sentence."""

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


def directed(text: str, direction: Literal["ltr", "rtl"]) -> str:
    """Return a text that runs as the page does, whichever way its first word is written.

    Parameters
    ----------
    text
        What stands alone; of pieces with a dot between them each keeps its own direction.
    direction
        How the page is read.
    """
    pieces = text.split(_JOINT)
    apart = [isolated(piece, direction) for piece in pieces]
    if direction == "ltr" and apart == pieces:
        return text
    return _MARK[direction] + _JOINT.join(apart)
