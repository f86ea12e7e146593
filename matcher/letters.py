"""Letters without what differs between hands: accents, case, the spaces between words."""

import re
import unicodedata

BREAKING_SPACES = re.compile(r"[^\S\u00a0\u202f]+")
"""White space where a line may break; a space that holds two words together stays one."""

_BETWEEN_WORDS = re.compile(r"[^a-z0-9+]+")


def without_accents(text: str) -> str:
    """Return a text in small letters without marks above, below or across them."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def code_of(name: str) -> str:
    """Return the code of a name, as a directory that knows it would write it; or ``""``.

    Examples
    --------
    >>> code_of("Región Sur: Plan B+ 50")
    'region_sur_plan_b+_50'
    """
    return _BETWEEN_WORDS.sub("_", without_accents(name)).strip("_+")
