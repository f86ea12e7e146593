"""What the editions without pages share: clean texts, and blocks one below the other."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from matcher.document import Block, Contrast, Sheet
from matcher.letters import BREAKING_SPACES

ISOLATED = re.compile("\u2068([^\u2066-\u2069]*)\u2069")
"""A text set apart by `matcher.text_direction.isolated`; splitting at it gives, by turns, what
stands outside and what stands inside."""

# They join and part letters of Arabic and Indic scripts, where leaving them out changes the word.
_JOINERS = frozenset("\u200c\u200d")
_BETWEEN_PIECES = re.compile(r"\s{2,}·\s{2,}")
_LINE_TO_WRITE_ON = re.compile(r"\s*_{4,}$")


@dataclass(frozen=True, slots=True)
class Sides:
    """A contrast without columns: lists one after the other, each with what it is called.

    Attributes
    ----------
    lists
        Pairs of a label, ``""`` for none, and its items; a list without items is left out.
    """

    heading: str
    lists: tuple[tuple[str, tuple[str, ...]], ...]


def readable(text: str, *, isolates: bool = False) -> str:
    """Return a text, whoever wrote it, without signs that nobody sees.

    Controls, half surrogates and private or unassigned signs become a space; what turns a line
    round or hides in a word goes. Letters of all scripts stay as they were written.

    Parameters
    ----------
    isolates
        Whether a text that was set apart stays so; a mark without its other half never does.

    Returns
    -------
    str
        One line, white space tidied. Cleaning it again changes nothing.
    """
    if text.isascii() and text.isprintable():
        return _tidied(text)
    pieces = ["".join(map(_shown, piece)) for piece in ISOLATED.split(text)]
    if isolates:
        pieces[1::2] = [f"\u2068{inner}\u2069" if inner else "" for inner in pieces[1::2]]
    return _tidied("".join(pieces))


def pieces_of(text: str) -> list[str]:
    """Return the pieces of a line that is no sentence, such as a phone number and an address.

    On paper they share a line with dots between them, to save room; a voice would read each dot.
    """
    return _BETWEEN_PIECES.split(text)


def label_of_room(text: str) -> str:
    """Return what a text with a line to write on at its end asks for; ``""`` for other texts."""
    label, lines = _LINE_TO_WRITE_ON.subn("", text)
    return label if lines else ""


def in_line(blocks: Sequence[Block]) -> Iterator[Block | Sides]:
    """Yield blocks as they can be read one below the other.

    On paper two labels stand once, above the columns of all contrasts that follow. A listener has
    no columns: such a row of labels is left out, and each list below it begins with its label.
    """
    labels = ("", "")
    for block, follower in zip_longest(blocks, blocks[1:]):
        if not isinstance(block, Contrast):
            yield block
        elif _is_labels(block) and isinstance(follower, Contrast) and follower.heading:
            labels = (block.left[0], block.right[0])
        else:
            lists = zip(labels, (block.left, block.right), strict=True)
            yield Sides(block.heading, tuple(pair for pair in lists if pair[1]))


def closing(sheet: Sheet) -> str:
    """Return what stands at a sheet's end: its footer, unless that says the title again."""
    return "" if sheet.footer == sheet.title else sheet.footer


def _is_labels(contrast: Contrast) -> bool:
    return not contrast.heading and len(contrast.left) == len(contrast.right) == 1


def _shown(sign: str) -> str:
    if unicodedata.category(sign)[0] != "C" or sign in _JOINERS:
        return sign
    return "" if unicodedata.category(sign) == "Cf" else " "


def _tidied(text: str) -> str:
    return BREAKING_SPACES.sub(" ", text).strip()
