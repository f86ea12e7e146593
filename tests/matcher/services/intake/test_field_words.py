"""Findings in the words of a list's own headers."""

import pytest

from matcher.errors import Message
from matcher.i18n import Catalogue
from matcher.importers.mapping import ColumnMapping, ListMapping
from matcher.services.intake.field_words import FieldWords

_MAPPING = ListMapping(
    (
        ColumnMapping("Clinician", "name_and_credential"),
        ColumnMapping("Fee", "fees"),
        ColumnMapping("Takes insurance?", "payers"),
        ColumnMapping("City", "city"),
        ColumnMapping("Where", "place"),
        ColumnMapping("St.", "state"),
    )
)


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("payers", "Insurance and other ways to pay (“Takes insurance?”)"),
        ("fee_max", "Highest fee (“Fee”)"),
        ("name", "Name (“Clinician”)"),
        ("city", "Town (“City”)"),
        ("postcode", "Postcode (“Where”)"),
        ("id", "Number or code of the person"),
        ("Shoes", "Shoes"),
        ("", ""),
    ],
)
def test_field_when_named_then_in_words_and_by_the_header_of_the_list(
    field: str, name: str
) -> None:
    assert FieldWords(Catalogue("en"), _MAPPING).name(field) == name


def test_message_when_said_then_it_calls_a_field_as_the_list_does() -> None:
    message = Message("finding.cell.code", code="x", field="payers")

    own = FieldWords(Catalogue("en"), _MAPPING).say(message)
    plain = FieldWords(Catalogue("en")).say(Message("finding.draft.two_fields", field="id"))

    assert own == "“x” is not a word that “Takes insurance?” knows. It was left out."
    assert plain.startswith("This could be “Number or code of the person”")
