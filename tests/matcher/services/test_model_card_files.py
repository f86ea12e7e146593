"""The page of the documentation is what the program would write today."""

import pytest

from matcher.bundled import bundled
from matcher.i18n import Catalogue, languages
from matcher.services.model_card import load_model_card
from matcher.services.model_card_files import model_card_markdown, model_card_pdf
from matcher.services.model_card_words import model_card_document

CARD = load_model_card()


def _page(language: str) -> str:
    return "how-this-works.md" if language == "en" else f"how-this-works.{language}.md"


@pytest.mark.parametrize("language", languages())
def test_page_when_the_model_or_its_texts_change_then_it_has_to_be_written_anew(
    language: str,
) -> None:
    words = Catalogue(language)
    name = _page(language)
    shipped = bundled("docs", name)
    written = model_card_markdown(model_card_document(CARD, words), words)

    is_current = shipped.is_file() and shipped.read_text(encoding="utf-8") == written
    renew = f"python -m matcher model --language {language} --markdown resources/docs/{name}"
    assert is_current, f"resources/docs/{name} is not current. Renew it with: {renew}"


@pytest.mark.parametrize("language", languages())
def test_model_card_pdf_when_made_twice_then_equal_bytes(language: str) -> None:
    document = model_card_document(CARD, Catalogue(language))

    assert model_card_pdf(document) == model_card_pdf(document)
