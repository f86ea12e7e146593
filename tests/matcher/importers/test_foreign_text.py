import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.importers.foreign_text import clean_text, cleaning_of, natural_case, slug

_ANY_TEXT = st.text(st.characters(codec=None)) | st.text(
    st.sampled_from(
        "ae\u0301\u0915\u094d\u0937\u200c\u200d\u202e\u2066\u0000\u0085\u2028\ud800 \t\n\r"
    )
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("  Ana \t Vidal ", "Ana Vidal", id="white space"),
        pytest.param("Jose\u0301", "José", id="composed"),
        pytest.param("Ana\u202eladiV", "AnaladiV", id="right-to-left override"),
        pytest.param("\u2066Ana\u2069", "Ana", id="isolate"),
        pytest.param("A\x00n\x07a\x9b", "Ana", id="controls"),
        pytest.param("Ana\ud800", "Ana", id="half a pair"),
        pytest.param("A\u200bna\ufeff", "Ana", id="zero width"),
        pytest.param("Ana\ue000", "Ana", id="private use"),
        pytest.param("\u0634\u200c\u0634", "\u0634\u200c\u0634", id="joiner in a Persian word"),
        pytest.param("A\u200cna", "Ana", id="joiner inside a Latin word"),
        pytest.param("李小明", "李小明", id="Chinese"),
        pytest.param("Zoë 🙂", "Zoë 🙂", id="picture sign"),
        pytest.param("one\r\ntwo", "one two", id="line end"),
        pytest.param("<b>Ana</b> & Co", "<b>Ana</b> & Co", id="markup is only text"),
    ],
)
def test_text_when_cleaned_then_what_could_harm_is_gone(text: str, expected: str) -> None:
    assert clean_text(text) == expected


def test_text_when_lines_are_kept_then_only_their_ends_stay() -> None:
    assert clean_text("one \r\n\r\n\r\n\r\n two\u2028three", lines=True) == "one\n\ntwo\nthree"


def test_text_when_cleaned_then_it_tells_what_was_done() -> None:
    assert not cleaning_of("Ana  Vidal").removed
    assert cleaning_of("Ana\x00").removed
    assert cleaning_of("a" * 11, 10).shortened
    assert not cleaning_of("a" * 10, 10).shortened


@given(_ANY_TEXT, st.integers(1, 30), st.booleans())
def test_text_when_cleaned_then_it_is_short_and_harmless_and_stays_so(
    text: str, limit: int, lines: bool
) -> None:
    cleaned = clean_text(text, limit, lines=lines)

    assert len(cleaned) <= limit
    assert clean_text(cleaned, limit, lines=lines) == cleaned
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert {*map(unicodedata.category, cleaned.replace("\n", ""))}.isdisjoint({"Cc", "Cs", "Co"})
    assert set("\u202a\u202b\u202d\u202e\u2066\u2067\u200e\u200f\u061c").isdisjoint(cleaned)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("HOLLISTER Q SAMPLEWOOD", "Hollister Q Samplewood", id="plain"),
        pytest.param("QUILLON O'SAMPLE", "Quillon O'Sample", id="apostrophe"),
        pytest.param("ANN MCDONALD", "Ann McDonald", id="Mc"),
        pytest.param("SOPHIE MCKEE", "Sophie McKee", id="short Mc"),
        pytest.param("KESTREL PROOF-READER", "Kestrel Proof-Reader", id="hyphen"),
        pytest.param("FENNIMORE PLACEHOLT III", "Fennimore Placeholt III", id="third"),
        pytest.param("LYSANDER SAMPLEWOOD JR.", "Lysander Samplewood Jr.", id="junior"),
        pytest.param("JOSÉ ÑÚÑEZ", "José Ñúñez", id="accents"),
        pytest.param("WOMEN'S HARBOUR", "Women's Harbour", id="ending"),
        pytest.param("Ana McDonald", "Ana McDonald", id="mixed stays"),
        pytest.param("Ana de la CRUZ", "Ana de la CRUZ", id="partly upper stays"),
        pytest.param("bell hooks", "bell hooks", id="lower stays"),
        pytest.param("李", "李", id="no case"),
    ],
)
def test_name_when_all_in_capitals_then_it_gets_its_usual_form(text: str, expected: str) -> None:
    assert natural_case(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Dr. José  Ñúñez, 97201", "dr-jose-nunez-97201", id="accents"),
        pytest.param("李小明", "李小明", id="other script"),
        pytest.param("_ -- !", "", id="nothing"),
    ],
)
def test_slug_when_made_then_it_is_words_joined_by_hyphens(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(_ANY_TEXT)
def test_slug_when_made_of_a_slug_then_it_is_the_same(text: str) -> None:
    once = slug(clean_text(text))

    assert slug(once) == once
