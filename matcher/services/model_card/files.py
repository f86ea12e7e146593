"""The model card as files: a PDF to print, and the page of the documentation."""

import os
from pathlib import Path

from matcher.document import Document
from matcher.i18n import Catalogue
from matcher.region import Paper
from matcher.services.files.document_markdown import document_markdown
from matcher.services.files.output_file import PDF_BEGINS, OutputKind, write_file

_NAME = "how-this-works"

FILE_NAME = f"{_NAME}.pdf"
"""Of the card in a folder."""

_CARD = OutputKind(FILE_NAME, PDF_BEGINS)


def model_card_pdf(document: Document, *, paper: Paper = "A4") -> bytes:
    """Return the card as PDF; equal input gives equal bytes."""
    from matcher.pdf import model_card_pdf as pdf

    return pdf.model_card_pdf(document, paper=paper)


def model_card_markdown(document: Document, words: Catalogue) -> str:
    """Return the card as the page of the documentation that ships."""
    note = words.text("model.sheet.generated")
    return document_markdown(document.title, note, document.sheets[0].sections)


def write_card(path: str | os.PathLike[str], data: bytes) -> Path:
    """Write what `model_card_pdf` returned; a folder takes it under its usual name.

    Raises
    ------
    OutputError
        When it cannot be written, saying why and what to do.
    """
    return write_file(path, data, _CARD)


def write_card_page(path: str | os.PathLike[str], page: str) -> Path:
    """Write what `model_card_markdown` returned; a folder takes it under its usual name.

    Raises
    ------
    OutputError
        When it cannot be written, saying why and what to do.
    """
    data = page.encode()
    # The first line says where it comes from: any other page is left alone.
    return write_file(path, data, OutputKind(f"{_NAME}.md", data.partition(b"\n")[0]))
