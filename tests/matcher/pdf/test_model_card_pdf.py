"""The card on paper: few pages, all of it, the same bytes each time."""

from functools import cache
from io import BytesIO

import pytest
from pypdf import PdfReader

from matcher.document import Document
from matcher.i18n import Catalogue, languages
from matcher.pdf.model_card_pdf import model_card_pdf
from matcher.region import Paper
from matcher.services.model_card.card import load_model_card
from matcher.services.model_card.words import model_card_document

_MOST_PAGES = 8


def _document(language: str = "en") -> Document:
    return model_card_document(load_model_card(), Catalogue(language))


@cache
def _pages(language: str, paper: Paper) -> list[str]:
    reader = PdfReader(BytesIO(model_card_pdf(_document(language), paper=paper)))
    return [page.extract_text() for page in reader.pages]


def test_model_card_pdf_when_made_twice_then_equal_bytes() -> None:
    assert model_card_pdf(_document()) == model_card_pdf(_document())


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_model_card_pdf_when_made_then_all_sections_stand_on_a_few_pages(
    language: str, paper: Paper
) -> None:
    document = _document(language)
    pages = _pages(language, paper)

    assert len(pages) <= _MOST_PAGES
    text = " ".join(" ".join(pages).split())
    missing = [
        section.heading for section in document.sheets[0].sections if section.heading not in text
    ]
    assert missing == []


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_model_card_pdf_when_a_page_ends_then_no_heading_stands_alone(
    language: str, paper: Paper
) -> None:
    document = _document(language)
    headings = {section.heading for section in document.sheets[0].sections}

    last_lines = [page.splitlines()[-1] for page in _pages(language, paper)]

    assert headings & {*last_lines} == set()


def test_model_card_pdf_when_made_then_title_and_language_are_set() -> None:
    reader = PdfReader(BytesIO(model_card_pdf(_document("es"))))

    assert reader.metadata is not None
    assert reader.metadata.title == "Cómo funciona"
    assert reader.root_object["/Lang"] == "es"
