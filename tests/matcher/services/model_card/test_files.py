"""The page of the documentation is what the program would write today."""

from pathlib import Path

import pytest

from matcher.bundled import bundled
from matcher.errors import OutputError
from matcher.i18n import Catalogue, languages
from matcher.services.model_card.card import load_model_card
from matcher.services.model_card.files import (
    FILE_NAME,
    model_card_markdown,
    model_card_pdf,
    write_card,
    write_card_page,
)
from matcher.services.model_card.words import model_card_document

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


def test_write_card_when_a_folder_is_named_then_the_names_are_the_usual_ones(
    tmp_path: Path,
) -> None:
    assert write_card(tmp_path, b"%PDF-").name == FILE_NAME
    assert write_card_page(tmp_path, "<!-- a -->\n").name == "how-this-works.md"


def test_write_card_when_the_name_says_another_kind_then_it_is_refused(tmp_path: Path) -> None:
    for write in (
        lambda: write_card(tmp_path / "a.md", b"%PDF-"),
        lambda: write_card_page(tmp_path / "a.pdf", "<!-- a -->\n"),
    ):
        with pytest.raises(OutputError) as raised:
            write()
        assert raised.value.messages[0].key == "error.output.other_ending"
