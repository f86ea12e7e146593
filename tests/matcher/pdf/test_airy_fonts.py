"""Room between letters is part of the letters, in what is measured and in what is embedded."""

import pytest
from reportlab.pdfbase import pdfmetrics

from matcher.pdf.airy_fonts import AIRY, ROOM, register_airy_fonts
from matcher.pdf.fonts import register_fonts


@pytest.mark.parametrize("name", AIRY)
def test_airy_font_when_measured_then_each_letter_has_more_room(name: str) -> None:
    register_fonts()
    register_airy_fonts()

    usual, airy = (pdfmetrics.stringWidth("Hello", each, 1000) for each in (name, AIRY[name]))

    assert airy == pytest.approx(usual + 5 * ROOM)


@pytest.mark.parametrize("name", AIRY)
def test_airy_font_when_embedded_then_the_file_says_the_same_widths(name: str) -> None:
    register_fonts()
    register_airy_fonts()
    face = pdfmetrics.getFont(AIRY[name]).face
    scale = 1000 / face.unitsPerEm

    for letter in "aWé ":
        glyph = face.charToGlyph[ord(letter)]
        assert face.charWidths[ord(letter)] == pytest.approx(face.hmetrics[glyph][0] * scale, abs=1)
