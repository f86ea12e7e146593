"""Text of other people made safe to keep, to show and to print."""

import re
import unicodedata
from dataclasses import dataclass

LONGEST_TEXT = 300
"""Signs kept of a name, a city or another short text."""
LONGEST_PROSE = 4000
"""Signs kept of a text of several sentences."""

_SPACES = re.compile(r"[^\S\n]+")
_AROUND_LINE_END = re.compile(r" ?\n ?")
_EMPTY_LINES = re.compile(r"\n{3,}")
_LINE_ENDS = str.maketrans({"\u2028": "\n", "\u2029": "\n", "\r": "\n"})
# Unassigned, private and half characters, controls, and the invisible ones that can turn a line
# round or hide a word.
_REFUSED = frozenset({"Cc", "Cf", "Cn", "Co", "Cs"})
# They join and part letters of Arabic and Indic scripts, where leaving them out changes the word.
_JOINERS = frozenset("\u200c\u200d")
_WORD = re.compile(r"[^\W\d_]+")
_ROMAN = frozenset({"II", "III", "IV"})
_ACCENTS = re.compile("[\u0300-\u036f]")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A foreign text after cleaning.

    Attributes
    ----------
    text
        What is left.
    removed
        Whether signs were taken out that have no place in a text.
    shortened
        Whether the end was cut off.
    """

    text: str
    removed: bool = False
    shortened: bool = False


def clean_text(text: str, limit: int = LONGEST_TEXT, *, lines: bool = False) -> str:
    """Return `text` without what could harm a screen, a page or a file.

    Parameters
    ----------
    text
        Anything, half surrogate pairs included.
    limit
        Most signs kept.
    lines
        Whether line ends stay; otherwise they become spaces.

    Returns
    -------
    str
        In normal form C, without control, direction and invisible signs, white space tidied.
        Cleaning it again changes nothing.
    """
    return cleaning_of(text, limit, lines=lines).text


def cleaning_of(text: str, limit: int = LONGEST_TEXT, *, lines: bool = False) -> Cleaned:
    """Clean a text like `clean_text` and tell what was done to it."""
    removed = False
    if not (text.isascii() and text.isprintable()):
        text = text.replace("\r\n", "\n").translate(_LINE_ENDS)
        allowed = "".join(sign for sign in text if _is_allowed(sign))
        removed = len(allowed) < len(text)
        text = _without_loose_joiners(unicodedata.normalize("NFC", allowed))
    text = _tidied(text, lines=lines)
    shortened = len(text) > limit
    if shortened:
        text = _without_loose_joiners(text[:limit]).strip()
    return Cleaned(text, removed, shortened)


def _is_allowed(sign: str) -> bool:
    return sign in "\n\t" or sign in _JOINERS or unicodedata.category(sign) not in _REFUSED


def _without_loose_joiners(text: str) -> str:
    """Take out each joiner that does not stand between letters of a script that needs it."""
    if _JOINERS.isdisjoint(text):
        return text
    kept = ""
    for position, sign in enumerate(text):
        follower = text[position + 1 : position + 2]
        if sign not in _JOINERS or (_takes_joiner(kept[-1:]) and _takes_joiner(follower)):
            kept += sign
    # What stood apart may now stand together.
    return unicodedata.normalize("NFC", kept)


def _takes_joiner(sign: str) -> bool:
    return sign > "\u0589" and unicodedata.category(sign)[0] in "LM"


def _tidied(text: str, *, lines: bool) -> str:
    if not lines:
        return " ".join(text.split())
    text = _AROUND_LINE_END.sub("\n", _SPACES.sub(" ", text))
    return _EMPTY_LINES.sub("\n\n", text).strip()


def natural_case(text: str) -> str:
    """Give a name written all in capitals its usual form; leave any other alone.

    Examples
    --------
    >>> natural_case("SIOBHAN O'NEIL-MCDONALD III")
    "Siobhan O'Neil-McDonald III"
    >>> natural_case("Ana de la Cruz")
    'Ana de la Cruz'
    """
    if not text.isupper():
        return text
    return _WORD.sub(_natural_word, text)


def _natural_word(match: re.Match[str]) -> str:
    word = match[0]
    if word in _ROMAN and match.start() > 0:
        return word
    is_ending = match.string[match.start() - 1 : match.start()] in {"'", "’"} and len(word) == 1
    if is_ending:
        return word.lower()
    if word.startswith("MC") and len(word) > 3:
        return f"Mc{word[2]}{word[3:].lower()}"
    return word[0] + word[1:].lower()


def slug(text: str) -> str:
    """Return `text` as words of small letters and digits joined by ``-``, accents left out.

    Examples
    --------
    >>> slug("Dr. José  Ñúñez, 97201")
    'dr-jose-nunez-97201'
    """
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", text))
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", plain).casefold())
    return "-".join(words)
