"""Foreign text is shown as it is, or said to be unprintable; it is never markup or boxes."""

import re
import unicodedata
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.catalogues import LANGUAGES, texts

from matcher.pdf.fonts import OTHER_LETTERS, markup, spoken
from matcher.text_direction import NO_ISOLATES

_NOT = "(not printable)"
_TAG = re.compile(r'<font name="NotoSans">|</font>')


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Vidal", "Ana Vidal"),
        ("<b>Ana</b> & Co", "&lt;b&gt;Ana&lt;/b&gt; &amp; Co"),
        ("José Ñandú", "José Ñandú"),
        ("Ольга", f'<font name="{OTHER_LETTERS}">Ольга</font>'),
        ("Dr Δήμητρα", f'Dr<font name="{OTHER_LETTERS}"> Δήμητρα</font>'),
        ("李明", _NOT),
        ("李 明", _NOT),
        ("Ana 李明", f"Ana {_NOT}"),
        ("ليلى", _NOT),
        ("देव", _NOT),
        ("Jose\u0301", "José"),
        ("80\u00a0€ \n each", "80\u00a0€ each"),
        ("", ""),
    ],
)
def test_markup_when_given_text_then_it_shows_that_text(text: str, expected: str) -> None:
    assert markup(text, _NOT) == expected


@given(st.text(max_size=80))
def test_markup_when_given_anything_then_no_tag_but_the_font_is_left(text: str) -> None:
    without_fonts = _TAG.sub("", markup(text, _NOT))

    assert "<" not in without_fonts
    assert unescape(without_fonts) or not text.translate(NO_ISOLATES).strip()


@pytest.mark.parametrize("language", LANGUAGES)
def test_markup_when_given_the_programs_own_words_then_all_can_be_printed(language: str) -> None:
    sheets = {
        key: text
        for key, text in texts(language).items()
        if key.partition(".")[0] in {"sheet", "fact", "question", "cue", "crisis", "item", "term"}
    }

    assert [key for key, text in sheets.items() if _NOT in markup(text, _NOT)] == []


@given(st.text())
def test_spoken_when_given_anything_then_one_short_line_without_hidden_signs(text: str) -> None:
    said = spoken(text)

    assert len(said) <= 160
    assert said == " ".join(said.split())
    assert not any(unicodedata.category(letter).startswith("C") for letter in said)
