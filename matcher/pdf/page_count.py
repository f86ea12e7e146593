"""How many pages a document takes, to find out what fits."""

from io import BytesIO

import pikepdf

from matcher.document import Document, Edition
from matcher.pdf.document_pdf import document_pdf
from matcher.pdf.styles import make_styles
from matcher.region import Paper


def count_pages(document: Document, paper: Paper, edition: Edition) -> int:
    """Return the number of pages a document has on this paper in this edition."""
    data = document_pdf(document, paper=paper, styles=make_styles(edition))
    with pikepdf.open(BytesIO(data)) as file:
        return len(file.pages)
