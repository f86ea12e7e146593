"""Every document says the same at the foot of its pages."""

import pytest
from support.catalogues import LANGUAGES

from matcher.document import Sheet
from matcher.document_words import document_of, marked_as_sample
from matcher.i18n import Catalogue


@pytest.mark.parametrize("language", LANGUAGES)
def test_document_when_sheets_are_bound_then_its_pages_can_be_counted(language: str) -> None:
    sheets = [Sheet(title, (), (), title) for title in ("one", "two")]
    document = document_of("Neutral", sheets, Catalogue(language))

    assert (document.title, document.language) == ("Neutral", language)
    assert document.sheets == tuple(sheets)
    assert document.page.format(page=2, total=5) not in {"", document.page}
    assert document.left_empty
    assert document.unprintable


@pytest.mark.parametrize("language", LANGUAGES)
def test_document_when_its_people_are_invented_then_each_foot_says_so(language: str) -> None:
    words = Catalogue(language)
    sheets = [Sheet("Title", (), (), footer) for footer in ("one", "two")]
    marked = marked_as_sample(document_of("Neutral", sheets, words), words)

    said = [words.text("sheet.sample_footer", title=footer) for footer in ("one", "two")]
    assert [sheet.footer for sheet in marked.sheets] == said
