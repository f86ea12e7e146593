"""Forms to fill in by hand as PDF: the look of the sheets, one size smaller."""

from dataclasses import replace

from matcher.document import Document, Edition
from matcher.pdf.document_pdf import document_pdf
from matcher.pdf.styles import Styles, make_styles
from matcher.region import Paper


def form_pdf(
    document: Document, *, paper: Paper, edition: Edition, is_fillable: bool = False
) -> bytes:
    """Print a form.

    Parameters
    ----------
    document
        A blank questionnaire, or the form for a practitioner's profile.
    paper, edition
        What it is printed on, and for whose eyes.
    is_fillable
        Whether it can be filled in on a screen.

    Returns
    -------
    bytes
        As `document_pdf`.
    """
    return document_pdf(
        document, paper=paper, styles=_form_styles(edition), is_fillable=is_fillable
    )


def _form_styles(edition: Edition) -> Styles:
    """Set nothing below the running text; in large print that keeps the size of the sheets."""
    styles = make_styles(edition)
    running, bold = styles.small, styles.small_strong
    if edition.is_large:
        running, bold = styles.body, styles.strong
    return replace(
        styles,
        heading=styles.strong,
        body=running,
        strong=bold,
        dense=running,
        quiet=running,
    )
