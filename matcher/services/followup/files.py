"""Notes after the list as paper: one document, a PDF, and a file with a neutral name."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from matcher.document_words import document_of, marked_as_sample
from matcher.services.files.output_file import PDF_BEGINS, OutputKind, write_file

if TYPE_CHECKING:
    from matcher.document import Document, Edition, Sheet
    from matcher.i18n import Catalogue
    from matcher.region import Paper

FILE_NAME = "my-notes.pdf"
"""Neutral: it may be read over a shoulder."""


@dataclass(frozen=True, slots=True)
class PaperKind:
    """What a document is called: the key of its title, and its file."""

    title: str
    file_name: str


NOTES = PaperKind("followup.paper.title", FILE_NAME)
SLIP = PaperKind("followup.paper.slip.title", "correction-slip.pdf")
"""For the clinic: neither says whose notes it is from."""

LETTER = PaperKind("followup.paper.letter", "letter.pdf")
"""For whomever it is handed to: neither says that it was among somebody's notes."""


def followup_document(
    sheets: Iterable[Sheet], words: Catalogue, kind: PaperKind = NOTES, *, is_sample: bool = False
) -> Document:
    """Return sheets as one document with a neutral title.

    Parameters
    ----------
    is_sample
        Whether the people are invented, which the foot of each page then says.
    """
    document = document_of(words.text(kind.title), sheets, words)
    return marked_as_sample(document, words) if is_sample else document


def followup_pdf(
    document: Document, *, paper: Paper, edition: Edition, is_fillable: bool = False
) -> bytes:
    """Return a document as PDF; equal input gives equal bytes, and nothing is written."""
    from matcher.pdf.document_pdf import document_pdf
    from matcher.pdf.styles import make_styles

    styles = make_styles(edition)
    return document_pdf(document, paper=paper, styles=styles, is_fillable=is_fillable)


def write_followup(path: str | os.PathLike[str], data: bytes) -> Path:
    """Write what `followup_pdf` returned, for its owner alone; a folder takes it as `FILE_NAME`.

    Raises
    ------
    OutputError
        When it cannot be written, or something that is no PDF is in its place.
    """
    return write_file(path, data, OutputKind(FILE_NAME, PDF_BEGINS))
