"""The page for the end on paper: a letter to finish, and what to keep."""

from collections.abc import Mapping

from matcher.document import Blank, Block, Bullets, Paragraph, Section, Sheet, Tone
from matcher.followup.ending import load_ending
from matcher.followup.sentences import GAP, composed
from matcher.i18n import Catalogue

_LINES = 2
_TO_REMEMBER = 4


def ending_sheet(words: Catalogue, letter: Mapping[str, str] | None = None) -> Sheet:
    """Return the page.

    Parameters
    ----------
    letter
        Own words by key of a beginning, as `matcher.followup.ending.EndingPage.letter` names it.
        A beginning without words has lines to write on.
    """
    title = words.text("followup.ending.title")
    own = letter or {}
    lines = [_line(words.text(key), own.get(key, "")) for key in load_ending().letter]
    hint = Paragraph(words.text("followup.ending.letter_hint"), Tone.QUIET)
    keep = Bullets(tuple(words.text(key) for key in load_ending().keep))
    blank = Blank(words.text("followup.ending.keep_blank"), _TO_REMEMBER)
    sections = (
        Section(words.text("followup.ending.letter_title"), (hint, *lines)),
        Section(words.text("followup.ending.keep_title"), (keep, blank), together=True),
    )
    return Sheet(title, (), sections, footer=title)


def _line(start: str, own: str) -> Block:
    if own.strip():
        return Paragraph(composed(start, (own,)))
    return Blank(start.replace(GAP, "").strip(), _LINES)
