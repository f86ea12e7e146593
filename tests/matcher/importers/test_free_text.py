"""Words that say nothing, and the few fixed answers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.importers.free_text import answer_of, answered_fields, is_not_stated


@pytest.mark.parametrize("text", ["N/A", "n/a", "-", "none known", "TBD", " tbd. ", "", "—", "?"])
def test_text_when_it_says_nothing_then_it_is_not_stated(text: str) -> None:
    assert is_not_stated(text)


@pytest.mark.parametrize("text", ["no", "0", "x", "Nadia", "na-1"])
def test_text_when_it_says_something_then_it_is_stated(text: str) -> None:
    assert not is_not_stated(text)


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
