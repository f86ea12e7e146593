"""The model card as PDF: the look of the sheets, one size smaller, to be read at a table."""

from dataclasses import replace

from reportlab.lib.styles import ParagraphStyle

from matcher.document import Document
from matcher.pdf.document_pdf import document_pdf
from matcher.pdf.styles import Styles, make_styles
from matcher.region import Paper

_TIGHT = 0.55
"""Space around headings, as part of that of the sheets."""
_ROW_PADDING = 2.0


def model_card_pdf(document: Document, *, paper: Paper = "A4") -> bytes:
    """Print the card.

    Parameters
    ----------
    document
        As `matcher.services.model_card.words.model_card_document` gives it.
    paper
        ``"A4"`` or ``"Letter"``.

    Returns
    -------
    bytes
        A PDF with its title and language set and all fonts embedded; equal for equal input.
    """
    return document_pdf(document, paper=paper, styles=_card_styles())


def _card_styles() -> Styles:
    sheets = make_styles()
    heading = ParagraphStyle(
        "card-heading",
        parent=sheets.heading,
        fontSize=14,
        leading=18,
        spaceBefore=_TIGHT * sheets.heading.spaceBefore,
        spaceAfter=_TIGHT * sheets.heading.spaceAfter,
    )
    lead = ParagraphStyle(
        "card-lead", parent=sheets.small_strong, spaceBefore=4, spaceAfter=2.5, keepWithNext=1
    )
    body = ParagraphStyle(
        "card-body", parent=sheets.small, fontSize=10.5, leading=12.8, spaceAfter=2
    )
    small = ParagraphStyle(
        "card-small", parent=sheets.dense, fontSize=10, leading=11.8, spaceAfter=0
    )
    strong = ParagraphStyle("card-strong", parent=sheets.small_strong, fontSize=10, leading=12)
    quiet = ParagraphStyle("card-quiet", parent=sheets.quiet, fontSize=10, leading=11.8)
    return replace(
        sheets,
        heading=heading,
        strong=lead,
        body=body,
        small=small,
        small_strong=strong,
        dense=small,
        quiet=quiet,
        row_padding=_ROW_PADDING,
    )
