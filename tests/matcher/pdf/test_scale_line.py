"""The small picture: named at both ends, inside its width, and passed over by who reads aloud."""

import io

import pypdf
import pytest

from matcher.document import Document, Edition, Paragraph, Scale, Section, Sheet
from matcher.pdf.document_pdf import document_pdf
from matcher.pdf.fonts import register_fonts
from matcher.pdf.scale_line import ScaleLine
from matcher.pdf.styles import make_styles

register_fonts()


def _drawn(scale: Scale) -> pypdf.PageObject:
    section = Section("", (scale, Paragraph("Less than last time.")))
    sheet = Sheet("Title", (), (section,), "Foot")
    document = Document("Title", "en", (sheet,), "Page {page}", "Empty", "?")
    return pypdf.PdfReader(io.BytesIO(document_pdf(document))).pages[0]


def test_picture_when_printed_then_both_ends_are_named_beside_it() -> None:
    text = _drawn(Scale(("Not at all", "Fully"), 5, 3, 1)).extract_text()
    assert "Not at all" in text
    assert "Fully" in text


def test_picture_when_read_aloud_then_it_is_passed_over() -> None:
    """Its curves stand between the beginning and the end of what is no content."""
    contents = _drawn(Scale(("Not at all", "Fully"), 5, 3, 1)).get_contents()
    assert contents is not None
    inside = False
    curves = []
    for operands, operator in contents.operations:
        if operator in (b"BMC", b"BDC"):
            inside = operands[0] == "/Artifact"
        elif operator == b"EMC":
            inside = False
        elif operator == b"c":
            curves.append(inside)
    assert curves
    assert all(curves)


@pytest.mark.parametrize("edition", [Edition(), Edition(is_large=True, is_airy=True)])
def test_picture_when_there_is_little_room_then_marks_stand_closer(edition: Edition) -> None:
    scale = Scale(("Not at all", "Fully"), 5, 0, 4)
    line = ScaleLine(scale, make_styles(edition).quiet)
    wide = line.wrap(480, 700)[1]
    assert line.wrap(200, 700) == (200, wide)
