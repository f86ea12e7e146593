"""The fonts that are embedded, and which of them can draw which letters."""

import textwrap
import unicodedata
from functools import cache
from html import escape
from importlib.resources import files
from io import BytesIO
from itertools import groupby

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from matcher.letters import BREAKING_SPACES
from matcher.text_direction import NO_ISOLATES

REGULAR = "Hyperlegible"
BOLD = "Hyperlegible-Bold"
OTHER_LETTERS = "NotoSans"
"""For letters that the reading font lacks: Greek, Cyrillic, Vietnamese."""

_FILES = {
    REGULAR: ("fontpkg_atkinson_hyperlegible", "AtkinsonHyperlegible-Regular.ttf"),
    BOLD: ("fontpkg_atkinson_hyperlegible", "AtkinsonHyperlegible-Bold.ttf"),
    # A variable font; its outlines as they stand are those of Regular.
    OTHER_LETTERS: ("fontpkg_noto_sans", "NotoSans[wdth,wght].ttf"),
}

# The font has these letters, but they come out wrong unless they are shaped to each other. With
# HarfBuzz reportlab can shape one word of Arabic or Hebrew, but it sets the words of a line from
# left to right all the same; what would put them in order is a library that cannot be installed.
# Chinese, Japanese and Korean need a font with TrueType outlines: the bundled one has PostScript
# ones, which reportlab does not embed. A sentence that says so is better than wrong letters.
_NEED_SHAPING = (range(0x0590, 0x1100), range(0x1CD0, 0x1D00), range(0xA8E0, 0xA900))
_UNPRINTABLE = ""
_LONGEST_SPOKEN = 160


@cache
def register_fonts() -> None:
    """Make the fonts known to reportlab; once is enough for the life of the program."""
    for name in _FILES:
        pdfmetrics.registerFont(TTFont(name, font_file(name)))
    pdfmetrics.registerFontFamily(
        REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR, boldItalic=BOLD
    )


def font_file(name: str) -> BytesIO:
    """Return the file of a font."""
    package, file = _FILES[name]
    return BytesIO(files(package).joinpath("files", file).read_bytes())


def markup(text: str, unprintable: str) -> str:
    """Return text, whoever wrote it, as markup that shows it and nothing else.

    Parameters
    ----------
    text
        Plain text; anything that looks like markup is escaped.
    unprintable
        Said in place of letters that no embedded font can draw properly. Never a row of boxes.
    """
    register_fonts()
    if text.isascii() and text.isprintable():
        return escape(BREAKING_SPACES.sub(" ", text).strip())
    shown = text.translate(NO_ISOLATES)
    words = [*filter(None, BREAKING_SPACES.split(unicodedata.normalize("NFC", shown)))]
    runs = [run for number, word in enumerate(words) for run in _runs(word, is_first=not number)]
    parts = []
    for font, group in groupby(runs, key=lambda run: run[0]):
        letters = escape("".join(letters for _, letters in group))
        if font == OTHER_LETTERS:
            letters = f'<font name="{OTHER_LETTERS}">{letters}</font>'
        parts.append(f" {escape(unprintable)} " if font == _UNPRINTABLE else letters)
    return BREAKING_SPACES.sub(" ", "".join(parts)).strip()


def spoken(text: str) -> str:
    """Return text, whoever wrote it, as it is said for a field: on one line, no hidden signs."""
    plain = unicodedata.normalize("NFC", text.translate(NO_ISOLATES))
    letters = (" " if letter.isspace() else letter for letter in plain)
    shown = "".join(each for each in letters if not unicodedata.category(each).startswith("C"))
    return textwrap.shorten(shown, _LONGEST_SPOKEN, placeholder=" …")


def _runs(word: str, *, is_first: bool) -> list[tuple[str, str]]:
    """Divide a word, and the space before it, into runs of one font.

    A word is not set in two fonts when one has all its letters.
    """
    fonts = [_font_for(letter) for letter in word]
    if OTHER_LETTERS in fonts and all(map(_other_letters_has, word)):
        fonts = [OTHER_LETTERS] * len(word)
    space = "" if is_first else " "
    return [(fonts[0], space), *zip(fonts, word, strict=True)]


@cache
def _font_for(letter: str) -> str:
    code = ord(letter)
    if code in _coverage(REGULAR):
        return REGULAR
    return OTHER_LETTERS if _other_letters_has(letter) else _UNPRINTABLE


@cache
def _other_letters_has(letter: str) -> bool:
    code = ord(letter)
    needs_shaping = any(code in block for block in _NEED_SHAPING)
    return code in _coverage(OTHER_LETTERS) and not needs_shaping


@cache
def _coverage(font: str) -> frozenset[int]:
    return frozenset(pdfmetrics.getFont(font).face.charToGlyph)
