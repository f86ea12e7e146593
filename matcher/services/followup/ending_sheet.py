"""The end on paper: a letter that can be handed over, and what to keep on a sheet of its own."""

from collections.abc import Mapping

from matcher.document import Blank, Block, Bullets, Paragraph, Section, Sheet
from matcher.followup.ending import load_ending
from matcher.followup.sentences import GAP, composed
from matcher.i18n import Catalogue

_LINES = 2
_TO_REMEMBER = 4


def letter_sheet(words: Catalogue, letter: Mapping[str, str] | None = None) -> Sheet:
    """Return the letter; nothing on it is for its writer alone.

    Parameters
    ----------
    letter
        Own words by key of a beginning, as `matcher.followup.ending.EndingPage.letter` names it.
        Where something is written, a beginning without words is left out: it would be read as
        something unsaid. Where nothing is, each has lines to write on.
    """
    title = words.text("followup.ending.letter_title")
    own = {key: line for key, line in (letter or {}).items() if line.strip()}
    begun = [key for key in load_ending().letter if key in own or not own]
    lines = tuple(_line(words.text(key), own.get(key, "")) for key in begun)
    signed = Blank(words.text("followup.ending.letter_from"))
    return Sheet(title, (), (Section("", (*lines, signed)),), footer=title)


def keeping_sheet(words: Catalogue) -> Sheet:
    """Return what to keep, with room for what one wants to remember."""
    title = words.text("followup.ending.keep_title")
    keep = Bullets(tuple(words.text(key) for key in load_ending().keep))
    blank = Blank(words.text("followup.ending.keep_blank"), _TO_REMEMBER)
    return Sheet(title, (), (Section("", (keep, blank)),), footer=title)


def _line(start: str, own: str) -> Block:
    if own:
        return Paragraph(composed(start, (own,)))
    return Blank(start.replace(GAP, "").strip(), _LINES)
