"""Invented languages that show what a real one would break.

``en-XA`` writes every English text with accents and two fifths longer, between brackets, so that
words that are cut, or that never went through a catalogue, stand out; ``ar-XB`` writes the same
from right to left. Placeholders stay as they are.
"""

import re
from functools import cache
from math import ceil

PSEUDO_LOCALES = ("en-XA", "ar-XB")

_MIRRORED = "ar-XB"
_LONGER = 1.4
# Only letters that the bundled reading font has: another font's are not as high.
_ACCENTED = str.maketrans("acdegiklnorstuyzACDEGIKLNORSTUYZ", "áçđéğîķłñöřšţûýžÁÇĐÉĞÎĶŁÑÖŘŠŢÛÝŽ")
_VOWEL = re.compile(r"[aeiouAEIOU]")
_FIELD = re.compile(r"(\{\w+\})")
# What takes part in the run; the end of a line would end the run, and a field is a run of its own.
_RUN = re.compile(r"[^\n]*[^\n\s][^\n]*")


@cache
def pseudo_text(text: str, language: str) -> str:
    """Return an English text as it reads in an invented language.

    Parameters
    ----------
    text
        A text of a catalogue, with its placeholders.
    language
        One of `PSEUDO_LOCALES`.
    """
    parts = _FIELD.split(text)
    words = "".join(parts[::2])
    parts[::2] = [_VOWEL.sub(r"\g<0>\g<0>", part).translate(_ACCENTED) for part in parts[::2]]
    missing = ceil(_LONGER * len(words)) - len("".join(parts[::2])) - len("[]")
    parts[0] = f"[{parts[0]}"
    parts[-1] += f"{'~' * missing}]"
    if language == _MIRRORED:
        parts[::2] = [_RUN.sub(_from_the_right, part) for part in parts[::2]]
    return "".join(parts)


def _from_the_right(run: re.Match[str]) -> str:
    """Make a run of Latin letters one that is written from the right."""
    mark = "\N{RIGHT-TO-LEFT MARK}"
    override, end = "\N{RIGHT-TO-LEFT OVERRIDE}", "\N{POP DIRECTIONAL FORMATTING}"
    return f"{mark}{override}{run[0]}{end}{mark}"
