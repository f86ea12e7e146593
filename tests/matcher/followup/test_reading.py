"""Pages to read: each has its words, says no more than is known, and gives no advice to stay."""

import re
from typing import Any

import pytest
from support.catalogues import LANGUAGES, texts
from support.reading import grade, sentences

from matcher.errors import ResourceError
from matcher.followup import reading
from matcher.followup.reading import load_reading
from matcher.i18n import Catalogue

_PAGES = "transference boundaries strain technology endings leaving".split()
_ADVICE = re.compile(
    r"you should|you must|you have to|stay with (them|him|her|your|the)|give it time|don’t leave"
    r"|we recommend|best|proven"
    r"|debería|tiene que quedarse|recomendamos|está comprobado",
    re.IGNORECASE,
)
_READING_GRADE = 6


def test_pages_when_loaded_then_six_in_order() -> None:
    assert [page.id for page in load_reading()] == _PAGES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", load_reading(), ids=_PAGES)
def test_page_when_said_then_each_part_has_its_words(
    page: reading.ReadingPage, language: str
) -> None:
    words = Catalogue(language)
    said = " ".join(words.text(key) for key in (page.title, *page.texts))

    assert 40 < len(said.split()) < 160


@pytest.mark.parametrize("page", load_reading(), ids=_PAGES)
def test_page_when_read_in_english_then_it_is_easy(page: reading.ReadingPage) -> None:
    said = [Catalogue("en").text(key) for key in page.texts]

    assert grade(said) <= _READING_GRADE
    assert max(len(each.split()) for text in said for each in sentences(text)) <= 20


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_when_read_then_none_advises_to_stay_or_claims_too_much(language: str) -> None:
    said = {key: text for key, text in texts(language).items() if key.startswith("followup.")}

    assert len(said) > 100
    assert sorted(key for key, text in said.items() if _ADVICE.search(text)) == []


def test_leaving_when_read_then_it_names_what_is_different_and_where_to_turn() -> None:
    page = load_reading()[-1]

    assert page.texts[0] == "cue.frame.leave"
    assert "sheet.home.right.complain" in page.texts
    assert page.shows_help


def test_transference_when_read_then_it_is_one_paragraph() -> None:
    assert len(load_reading()[0].texts) == 1


@pytest.mark.parametrize(
    "entries",
    [
        [],
        [{"id": "a"}],
        [{"texts": ["b"]}],
        [{"id": "a", "texts": ["b"]}] * 2,
        [{"id": "a", "texts": ["b"], "cue": "no_such"}],
    ],
)
def test_file_when_an_entry_is_at_fault_then_it_is_said(
    entries: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "bundled_toml", lambda *_: {"page": entries})

    with pytest.raises(ResourceError):
        load_reading.__wrapped__()
