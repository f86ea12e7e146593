import re
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.catalogues import texts

from matcher.i18n import Catalogue, languages
from matcher.pseudo_locale import PSEUDO_LOCALES, pseudo_text

_FIELD = re.compile(r"\{\w+\}")
_MARKS = re.compile("[\u200f\u202c\u202e]")


@pytest.mark.parametrize("language", PSEUDO_LOCALES)
def test_texts_when_invented_then_their_placeholders_are_intact_and_they_are_longer(
    language: str,
) -> None:
    for key, text in texts("en").items():
        found = _MARKS.sub("", pseudo_text(text, language))

        assert _FIELD.findall(found) == _FIELD.findall(text), key
        assert len(found) >= 1.4 * len(_FIELD.sub("", text)), key
        assert found[0] + found[-1] == "[]", key


def test_texts_when_invented_then_they_are_not_much_longer_than_meant() -> None:
    long = [text for text in texts("en").values() if len(text) > 40]

    ratio = sum(len(pseudo_text(text, "en-XA")) for text in long) / sum(map(len, long))

    assert 1.35 < ratio < 1.5


def test_words_when_invented_then_no_word_stays_as_it_was() -> None:
    assert pseudo_text("Good morning, {name}", "en-XA") == "[Ğööööđ mööřñîîñğ, {name}]"


@given(st.text(alphabet=st.characters(exclude_characters="{}")))
def test_text_when_written_from_the_right_then_every_line_that_says_something_is_marked(
    text: str,
) -> None:
    for line in pseudo_text(text, "ar-XB").split("\n"):
        if line.strip():
            directions = [unicodedata.bidirectional(sign) for sign in line]
            assert directions[:2] == ["R", "RLO"]
            assert directions[-2:] == ["PDF", "R"]


@pytest.mark.parametrize(("language", "direction"), [("en-XA", "ltr"), ("ar-XB", "rtl")])
def test_catalogue_when_its_language_is_invented_then_numbers_and_days_are_english(
    language: str, direction: str
) -> None:
    catalogue = Catalogue(language)

    assert catalogue.direction == direction
    assert catalogue.number(1234.5) == "1,234.5"
    assert catalogue.date(date(2026, 10, 3)) == "October 3, 2026"
    assert catalogue.money(60, "USD") == "$60"
    assert catalogue.list(["a", "b"]) == "a and b"
    assert "Zoë {n}" in catalogue.text("screen.window.language", language="Zoë {n}")


def test_languages_when_listed_then_none_is_invented() -> None:
    assert {*PSEUDO_LOCALES} & {*languages()} == set()
