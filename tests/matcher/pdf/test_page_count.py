"""Pages are counted as they come out."""

from io import BytesIO

from pypdf import PdfReader
from support.results import make_asked, make_result, make_sitting, make_visit

from matcher.checklist.composing import build_document
from matcher.document import Edition
from matcher.i18n import Catalogue
from matcher.pdf.document_pdf import document_pdf
from matcher.pdf.page_count import count_pages
from matcher.pdf.styles import make_styles


def test_count_pages_when_counted_then_as_many_as_the_file_has() -> None:
    asked = make_asked()
    visit = make_visit(asked, make_result())
    document = build_document(make_sitting(asked), (visit,), Catalogue("en"))
    large = Edition(is_large=True)

    pages = count_pages(document, "A4", large)

    data = document_pdf(document, paper="A4", styles=make_styles(large))
    assert pages == len(PdfReader(BytesIO(data)).pages)
    assert pages > count_pages(document, "A4", Edition())
