"""Words that say nothing, and the few fixed answers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.importers.free_text import (
    answer_of,
    answered_fields,
    has_word,
    is_no,
    is_not_stated,
    is_yes,
)


@pytest.mark.parametrize("text", ["N/A", "n/a", "-", "none known", "TBD", " tbd. ", "", "—", "?"])
def test_text_when_it_says_nothing_then_it_is_not_stated(text: str) -> None:
    assert is_not_stated(text)


@pytest.mark.parametrize("text", ["no", "0", "x", "Nadia", "na-1"])
def test_text_when_it_says_something_then_it_is_stated(text: str) -> None:
    assert not is_not_stated(text)


@pytest.mark.parametrize(
    ("text", "yes", "no"),
    [("Sí", True, False), ("✓", True, False), ("N", False, True), ("no.", False, True),
     ("yes, by car", False, False), ("", False, False)],
)  # fmt: skip
def test_answer_when_plain_then_it_is_yes_or_no(text: str, yes: bool, no: bool) -> None:
    assert (is_yes(text), is_no(text)) == (yes, no)


def test_word_when_within_another_then_it_does_not_stand_in_the_text() -> None:
    assert has_word("Aetna (no HMO)", "denial")
    assert not has_word("Northern Nottingham", "denial")


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [
        ("accepting", "Accepting new clients", "yes"),
        ("accepting", "SÍ", "yes"),
        ("accepting", "caseload full", "no"),
        ("accepting", "Lista de espera", "waitlist"),
        ("accepting", "yes, evenings only", ""),
        ("reduced_fee", "sliding scale", "yes"),
        ("published", "hidden", "no"),
        ("boundaries", "por escrito", "written"),
        ("name", "yes", ""),
    ],
)
def test_answer_when_known_then_it_is_its_code(field: str, text: str, code: str) -> None:
    assert answer_of(field, text) == code


@given(st.text())
def test_answer_when_any_text_then_nothing_is_raised(text: str) -> None:
    for field in answered_fields():
        answer_of(field, text)
    is_not_stated(text)
