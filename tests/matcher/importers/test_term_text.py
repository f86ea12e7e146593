"""Terms told by code, label or synonym."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.bundled import bundled_toml
from matcher.directory.field import FIELDS
from matcher.directory.vocabulary import load_vocabulary
from matcher.importers.term_text import (
    has_terms,
    is_own,
    is_token,
    known_keys,
    known_token,
    own_code,
    several_codes,
    sure_own_code,
    term_key,
    texts_of,
    tokens_by_key,
)

_FIELDS = sorted(field for field in FIELDS if has_terms(field))
_VOCABULARIES = sorted({field.vocabulary for field in FIELDS.values() if field.vocabulary})


@pytest.mark.parametrize(
    ("field", "text", "token"),
    [
        ("issues", "ANXIETY", "worry"),
        ("languages", "Español", "es"),
        ("languages", "Spanish (fluent)", "es:fluent"),
        ("languages", "Inglés - native", "en:native"),
        ("issues", "Worry: a main part of the work", "worry:focus"),
        ("approaches", "cognitive processing therapy (CPT)", "cognitive_processing"),
        ("age_groups", "13 – 17", "13-17"),
        ("accepting", "wait list", "waitlist"),
        ("licensed_areas", "Oregon", "US-OR"),
        ("licensed_areas", "Elsewhere", ""),
        ("languages", "Elvish", ""),
        ("issues", "", ""),
        ("age_groups", "Teens", "13-17"),
        ("age_groups", "adolescents", "13-17"),
        ("affirming", "LGBTQIA", "lgbtq"),
        ("affirming", "LGBTQ+ friendly", "lgbtq"),
        # Each of these may stand for several terms, and none of them is surely meant.
        ("issues", "trauma", ""),
        ("issues", "addiction", ""),
        ("age_groups", "18+", ""),
        ("age_groups", "kids", ""),
        ("formats", "both", ""),
    ],
)
def test_text_when_it_is_surely_a_term_then_it_is_its_token(
    field: str, text: str, token: str
) -> None:
    assert known_token(field, text) == token


def test_spellings_when_they_differ_in_signs_alone_then_none_speaks_for_another() -> None:
    said = {"✓": "yes", "-18": "child", "<18": "teen", "EMDR?": "", "EMDR": "emdr", "C.B.T": "cbt"}

    assert tokens_by_key((*said.items(),)) == {
        "<18": "teen", "emdr?": "", "emdr": "emdr", "cbt": "cbt"
    }  # fmt: skip


def test_term_when_a_question_mark_stands_behind_it_then_it_is_not_sure() -> None:
    assert known_token("payers", "Medicaid") == "medicaid"
    assert known_token("payers", "Medicaid?") == known_token("payers", "(Medicaid ?)") == ""


@pytest.mark.parametrize("vocabulary", _VOCABULARIES)
def test_synonym_when_looked_up_then_it_stands_for_no_other_term(vocabulary: str) -> None:
    keys = known_keys(vocabulary)

    wrong = [
        (text, term.code, keys[term_key(text)])
        for term in load_vocabulary(vocabulary)
        if not term.answer_only
        for text in texts_of(vocabulary, term)
        if keys.get(term_key(text), term.code) != term.code
    ]

    assert wrong == []


@given(st.sampled_from(_FIELDS), st.text())
def test_token_when_of_any_text_then_the_directory_takes_it(field: str, text: str) -> None:
    for token in (known_token(field, text), own_code(field, text)):
        assert not token or is_token(field, token)


def test_own_code_when_the_column_is_open_to_it_then_it_is_made_of_the_name() -> None:
    assert own_code("payers", "Blue Plan PPO") == "blue_plan_ppo"
    assert own_code("payers", "Blue Plan, cash") == ""
    assert own_code("issues", "Blue") == ""


@pytest.mark.parametrize("text", ["yes", "No", "1", "0", "✓", "x"])
def test_own_code_when_it_is_a_yes_or_no_then_there_is_none(text: str) -> None:
    assert own_code("payers", text) == ""


@pytest.mark.parametrize(
    "text",
    ["not Cigna", "Cigna only", "OON", "call me", "T", "sin seguro", "ninguno", "uninsured",
     "w/o insurance", "Ex-Aetna", "Dropped Aetna", "Aetna pending", "Aetna (closed)",
     "Aetna until 2025", "Aetna?", "Closed", "Full", "New", "Credentialing", "under supervisor",
     "$120", "yes - Aetna", "In-network", "Aetna (left in May)", "Aetna / Cigna",
     "Aetna hasta 2025", "Aetna pendiente", "sí Aetna"],
)  # fmt: skip
def test_own_code_when_it_may_be_no_name_then_it_is_not_sure(text: str) -> None:
    assert own_code("payers", text)
    assert sure_own_code("payers", text) == ""


@pytest.mark.parametrize(
    "text", ["Blue Plan (PPO)", "New Directions", "Blue Cross & Blue Shield", "Plan 65", "Q-Care"]
)
def test_own_code_when_it_is_a_name_then_it_is_sure(text: str) -> None:
    assert sure_own_code("payers", text) == own_code("payers", text) != ""


@pytest.mark.parametrize(
    ("field", "token", "own"),
    [
        ("payers", "moon_health", True),
        ("payers", "medicare", False),
        ("languages", "es:fluent", False),
        ("licensed_areas", "US-OR", False),
    ],
)
def test_token_when_on_no_list_of_ours_then_it_is_the_clinic_s_own(
    field: str, token: str, own: bool
) -> None:
    assert is_own(field, token) is own


@pytest.mark.parametrize(
    ("vocabulary", "field"), [("age_bands", "age_groups"), ("formats", "formats")]
)
def test_several_when_looked_up_then_each_word_stands_for_codes_there_are(
    vocabulary: str, field: str
) -> None:
    entries = bundled_toml("importers", "several.toml")[vocabulary]
    words = [word for entry in entries for word in entry["words"]]

    assert len(words) > 1
    for word in words:
        codes = several_codes(field, word)
        assert len(codes) > 1
        assert is_token(field, ";".join(codes))


@pytest.mark.parametrize("text", ["No", "no", "No.", "N", "Yes"])
def test_language_when_a_cell_says_yes_or_no_then_it_is_none(text: str) -> None:
    assert known_token("languages", text) == ""
