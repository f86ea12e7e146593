"""Headers and the fields they may mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.bundled import bundled_toml
from matcher.importers.client_list import header_name, refuse_client_list
from matcher.importers.headers import EXACT, NOT_FOUND, SIMILAR, guess_field
from matcher.importers.mapping import TARGETS


@pytest.mark.parametrize(
    ("header", "field", "how"),
    [
        ("name", "name", EXACT),
        ("ZIP code", "postcode", EXACT),
        ("Código postal", "postcode", EXACT),
        ("Name, Credentials", "name_and_credential", EXACT),
        ("City, ST ZIP", "place", EXACT),
        ("Langauges spoken", "languages", SIMILAR),
        ("Specialtes", "issues", SIMILAR),
        ("Lang", "languages", EXACT),
        ("Lic", "credential", EXACT),
        ("Lic #", "register_number", EXACT),
        ("Phone #", "phone", EXACT),
        ("What they treat", "issues", EXACT),
        ("Taking new pts?", "accepting", EXACT),
        ("Takes insurance", "payers", EXACT),
        ("Qué atiende", "issues", EXACT),
        ("¿Acepta seguro?", "payers", EXACT),
        ("Notes", "", NOT_FOUND),
        ("", "", NOT_FOUND),
    ],
)
def test_header_when_known_or_like_one_then_its_field_is_found(
    header: str, field: str, how: str
) -> None:
    guess = guess_field(header)

    assert (guess.field, guess.how) == (field, how)
    assert guess.score == 100 if how == EXACT else guess.score < 100


def test_header_when_two_fields_are_about_as_like_then_none_is_chosen() -> None:
    guess = guess_field("fee mxn")

    assert guess.field in {"", "fee_min"}
    assert guess.field or guess.also


@pytest.mark.parametrize("language", ["en", "es"])
def test_names_when_listed_then_each_is_of_a_field_and_of_one_alone(language: str) -> None:
    names = bundled_toml("importers", "headers.toml")[language]

    assert {*names} <= TARGETS
    listed = [header_name(name) for aliases in names.values() for name in aliases]
    assert sorted(name for name in {*listed} if listed.count(name) > 1) == []
    refuse_client_list(listed, "headers.toml")


@given(st.text())
def test_header_when_of_any_text_then_a_target_is_given(header: str) -> None:
    assert guess_field(header).field in TARGETS
