"""Letters without what differs between hands: accents, case, the spaces between words."""

import re
import unicodedata

BREAKING_SPACES = re.compile(r"[^\S\u00a0\u202f]+")
"""White space where a line may break; a space that holds two words together stays one."""

_WHOLE = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ŧ": "t", "ð": "d", "\u0131": "i"}
    | {"æ": "ae", "œ": "oe", "þ": "th"}
)
"""Letters that Unicode does not take apart: a stroke through them is no mark to it."""

_APOSTROPHES = str.maketrans("", "", "'`\u2019\u02bc\u00b4")
_BETWEEN_WORDS = re.compile(r"[^a-z0-9+]+")


def without_accents(text: str) -> str:
    """Return a text in small letters without marks above, below or across them."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(sign for sign in parts if not unicodedata.combining(sign))
    return plain.translate(_WHOLE)


def folded(text: str) -> str:
    """Return a text as it is typed in a hurry: small letters without accents or apostrophes."""
    if text.isascii():  # most are, and a directory has many
        return text.casefold().replace("'", "").replace("`", "")
    return without_accents(text).translate(_APOSTROPHES)


def name_order(name: str) -> tuple[str, str]:
    """Return what names are sorted by: a letter with a mark stands with the one without."""
    return folded(name), name


def code_of(name: str) -> str:
    """Return the code of a name, as a directory that knows it would write it; or ``""``.

    Examples
    --------
    >>> code_of("Región Sur: Plan B+ 50")
    'region_sur_plan_b+_50'
    """
    return _BETWEEN_WORDS.sub("_", without_accents(name)).strip("_+")
