"""The model card as files: a PDF to print, and the page of the documentation."""

from matcher.document import Document
from matcher.i18n import Catalogue
from matcher.pdf import model_card_pdf as pdf
from matcher.region import Paper
from matcher.services.document_markdown import document_markdown


def model_card_pdf(document: Document, *, paper: Paper = "A4") -> bytes:
    """Return the card as PDF; equal input gives equal bytes."""
    return pdf.model_card_pdf(document, paper=paper)


def model_card_markdown(document: Document, words: Catalogue) -> str:
    """Return the card as the page of the documentation that ships."""
    note = words.text("model.sheet.generated")
    return document_markdown(document.title, note, document.sheets[0].sections)
