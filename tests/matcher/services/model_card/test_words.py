"""The card in words: whole in every language, no key left bare, no number made up."""

import re
from collections.abc import Iterator

import pytest

from matcher.document import Bullets, Document, Fit, Paragraph, Table
from matcher.i18n import Catalogue, languages
from matcher.services.model_card.card import load_model_card
from matcher.services.model_card.words import model_card_document

CARD = load_model_card()


def _texts(document: Document) -> Iterator[str]:
    for section in document.sheets[0].sections:
        yield section.heading
        for block in section.blocks:
            match block:
                case Paragraph():
                    yield block.text
                case Bullets():
                    yield from block.items
                case Fit():
                    yield from (block.name, block.status, *block.lines, block.source)
                case Table():
                    yield from block.headings
                    yield from (cell for row in block.rows for cell in row)


@pytest.mark.parametrize("language", languages())
def test_document_when_made_then_it_has_fourteen_sections_with_headings(language: str) -> None:
    document = model_card_document(CARD, Catalogue(language))
    (sheet,) = document.sheets

    assert len(sheet.sections) == 14
    assert all(section.heading and section.blocks for section in sheet.sections)
    assert document.page.count("{page}") == 1


@pytest.mark.parametrize("language", languages())
def test_document_when_made_then_no_key_and_no_placeholder_shows(language: str) -> None:
    bare = re.compile(r"\{|\}|\bmodel\.[a-z]|[a-z]_[a-z]")

    shown = [*_texts(model_card_document(CARD, Catalogue(language)))]

    assert len(shown) > 200
    assert [text for text in shown if bare.search(text)] == []


@pytest.mark.parametrize("language", languages())
def test_document_when_made_then_every_source_never_and_unknown_is_told(language: str) -> None:
    words = Catalogue(language)
    shown = {*_texts(model_card_document(CARD, words))}

    for name in CARD.never:
        assert words.text(f"model.never.{name}") in shown
    for name in CARD.unknown:
        assert words.text(f"model.unknown.{name}") in shown
    for source in CARD.sources.values():
        assert any(source.read_at in text for text in shown)


def test_document_when_made_then_it_says_what_research_does_not_show() -> None:
    shown = " ".join(_texts(model_card_document(CARD, Catalogue("en"))))

    assert "has not been shown to help yet. (Cooper et al., 2021)" in shown
    assert "The effect on symptoms is small to none." in shown
    assert "On average it hardly changes results." in shown
