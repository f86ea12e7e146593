"""Whether two names may be those of one person: people marry, and add what they have learned."""

import re
from collections.abc import Set

from matcher.letters import without_accents

_WORD = re.compile(r"[^\W_]+")

_TITLES = frozenset(
    "dr dra drs dipl lic mag mr mrs ms mx prof profa psic psych sr sra srta "
    "aprn ba bsc bs dsw edd edm jr lcmhc lcpc lcsw licsw lisw lmft lmhc lmsw lpc lpcc lp ma mba "
    "md med mft mfa msc msed msw np phd pmhnp psyd rn sr ii iii iv".split()
)
_SMALL_WORDS = frozenset(
    "al af ap av bin bint ben da das de degli dei del della der di do dos du e el ibn la las le "
    "los of st san santa ten ter the und van vom von y zu zum zur".split()
)


def may_be_same(name: str, other: str) -> bool:
    """Tell whether two names share a word, or nobody said one of them.

    Case, accents and signs do not count; nor do titles, single letters and words such as *de*,
    unless a name has nothing else.

    Examples
    --------
    >>> may_be_same("Marisol Echeverry, LCSW", "Dr. Marisól ECHEVERRY-LUND")
    True
    >>> may_be_same("Ana de la Cruz, PhD", "Petra de la Vega, PhD")
    False
    """
    if not (name and other):
        return True
    return not _words(name).isdisjoint(_words(other))


def _words(name: str) -> Set[str]:
    # Degrees are written with points too: Ph.D.
    words = _WORD.findall(without_accents(name).replace(".", "").replace("’", "").replace("'", ""))
    telling = {word for word in words if not _tells_nothing(word)}
    return telling or set(words) or {name}


def _tells_nothing(word: str) -> bool:
    is_letter = len(word) == 1 and word.isascii()
    return is_letter or word in _TITLES or word in _SMALL_WORDS
