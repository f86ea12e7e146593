"""The reading fonts with more room after each letter.

The room is in the letters' own widths, in the file too: whoever breaks lines, draws or reads the
text aloud needs to know nothing of it.
"""

from functools import cache
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from matcher.pdf.fonts import BOLD, REGULAR, font_file

AIRY = {REGULAR: f"{REGULAR}-Airy", BOLD: f"{BOLD}-Airy"}
"""What each font is called when it is set with more room."""

ROOM = 70
"""Room added after a letter, in thousandths of the font's size."""


@cache
def register_airy_fonts() -> None:
    """Make the fonts known to reportlab; once is enough for the life of the program."""
    for name, airy_name in AIRY.items():
        font = TTFont(airy_name, font_file(name))
        _widen(font.face, airy_name)
        pdfmetrics.registerFont(font)
    regular, bold = AIRY[REGULAR], AIRY[BOLD]
    pdfmetrics.registerFontFamily(
        regular, normal=regular, bold=bold, italic=regular, boldItalic=bold
    )


def _widen(face: Any, name: str) -> None:
    # reportlab writes the widths of the PDF from the first, those of the font from the second.
    face.charWidths = {code: width + ROOM for code, width in face.charWidths.items()}
    room = round(ROOM * face.unitsPerEm / 1000)
    face.hmetrics = [(advance + room, bearing) for advance, bearing in face.hmetrics]
    face.name = name.encode()
    face.filename = name
