"""The recovery code on paper: one page in large letters, to be put away."""

from datetime import date

from matcher.document import Callout, Edition, Paragraph, Section, Sheet, Tone
from matcher.document_words import document_of
from matcher.i18n import Catalogue
from matcher.region import Paper

_BETWEEN_GROUPS = "\u00a0 "
"""Wider than one space, and a line may end there."""


def code_pdf(code: str, words: Catalogue, paper: Paper, day: date) -> bytes:
    """Return a page with a recovery code as PDF.

    Parameters
    ----------
    code
        In groups, as it is shown.
    words
        The language of the page.
    day
        On which the code was made: an older paper opens nothing any more.
    """
    from matcher.pdf.document_pdf import document_pdf
    from matcher.pdf.styles import make_styles

    blocks = (
        Paragraph(words.text("keeping.paper.what")),
        Callout(code.replace("-", _BETWEEN_GROUPS), is_loud=True),
        Paragraph(words.text("keeping.paper.day", day=words.date(day)), Tone.STRONG),
        Paragraph(words.text("keeping.paper.use")),
        Paragraph(words.text("keeping.paper.where")),
    )
    title = words.text("keeping.paper.title")
    sheet = Sheet(title, (), (Section("", blocks),), words.text("keeping.paper.footer"))
    document = document_of(title, (sheet,), words)
    return document_pdf(document, paper=paper, styles=make_styles(Edition(is_large=True)))
