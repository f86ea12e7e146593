"""Forms keep one size for everything that is read on them."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from matcher.document import Blank, Document, Edition, Paragraph, Section, Sheet, Tone
from matcher.pdf.form_pdf import form_pdf

_QUIET, _LOUD = "Staff type it in.", "What do you wish for?"


def _form() -> Document:
    blocks = (Paragraph(_QUIET, Tone.QUIET), Paragraph(_LOUD))
    sheet = Sheet("A form", (), (Section("", blocks),), "the foot")
    return Document("A form", "en", (sheet,), "Page {page}", "left empty", "(not printable)")


def _size_of(words: str, edition: Edition) -> float:
    data = form_pdf(_form(), paper="A4", edition=edition)
    sizes: dict[str, float] = {}

    def visit(text: str, _cm: object, _tm: object, _font: object, size: float) -> None:
        if words.split(maxsplit=1)[0] in text:
            sizes[words] = size

    PdfReader(BytesIO(data)).pages[0].extract_text(visitor_text=visit)
    return sizes[words]


@pytest.mark.parametrize(
    ("edition", "size"), [(Edition(), 11), (Edition(is_large=True), 18)], ids=["usual", "large"]
)
def test_form_when_printed_then_what_is_quiet_is_as_large_as_the_rest(
    edition: Edition, size: float
) -> None:
    assert round(_size_of(_QUIET, edition)) == round(_size_of(_LOUD, edition)) == size


@pytest.mark.parametrize("is_fillable", [True, False])
def test_form_when_it_is_to_be_filled_in_on_a_screen_then_it_has_fields(is_fillable: bool) -> None:
    sheet = Sheet("A form", (), (Section("", (Blank("Name"),)),), "the foot")
    document = Document("A form", "en", (sheet,), "Page {page}", "left empty", "(not printable)")

    data = form_pdf(document, paper="A4", edition=Edition(), is_fillable=is_fillable)

    assert bool(PdfReader(BytesIO(data)).get_fields()) is is_fillable
