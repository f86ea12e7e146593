"""What stands on every printed page, in a language."""

from collections.abc import Iterable
from dataclasses import replace

from matcher.document import Document, Sheet
from matcher.i18n import Catalogue


def document_of(title: str, sheets: Iterable[Sheet], words: Catalogue) -> Document:
    """Return sheets as one document.

    Parameters
    ----------
    title
        Neutral, as in `Document`.
    sheets
        In the order of printing, in the language of `words`.
    words
        The language of what stands on every page.
    """
    return Document(
        title=title,
        language=words.language,
        sheets=tuple(sheets),
        page=words.text("sheet.page", page="{page}", total="{total}"),
        left_empty=words.text("sheet.left_empty"),
        unprintable=words.text("sheet.unprintable"),
    )


def marked_as_sample(document: Document, words: Catalogue) -> Document:
    """Say at the foot of every page that its people are invented."""
    sheets = tuple(
        replace(sheet, footer=words.text("sheet.sample_footer", title=sheet.footer))
        for sheet in document.sheets
    )
    return replace(document, sheets=sheets)
