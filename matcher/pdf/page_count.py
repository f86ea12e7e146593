"""How many pages a document takes, to find out what fits."""

from io import BytesIO

import pikepdf

from matcher.checklist.document import ChecklistDocument, Edition, Paper
from matcher.pdf.checklist_pdf import checklist_pdf
from matcher.pdf.styles import make_styles


def count_pages(document: ChecklistDocument, paper: Paper, edition: Edition) -> int:
    """Return the number of pages a document has on this paper in this edition."""
    data = checklist_pdf(document, paper=paper, styles=make_styles(edition))
    with pikepdf.open(BytesIO(data)) as file:
        return len(file.pages)
