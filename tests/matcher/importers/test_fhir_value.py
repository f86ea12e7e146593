import pytest

from matcher.importers.fhir_value import (
    codes_of,
    display_of,
    extension_codes,
    extensions,
    texts_of,
)

_CONCEPT = {"coding": [{"code": "a", "display": "Anna"}, {"code": 5}, {"code": ""}, "x"]}


def test_codes_when_read_then_numbers_count_and_the_rest_does_not() -> None:
    assert [*codes_of(_CONCEPT, [_CONCEPT, None], None, "x")] == ["a", "5", "a", "5"]


def test_extension_when_looked_for_then_the_end_of_its_address_counts() -> None:
    element = {"extension": [{"url": "http://example.org/a/newpatients"}, {"url": "other"}, 5]}

    assert len([*extensions(element, "newpatients")]) == 1
    assert [*extensions("x", "newpatients")] == []


def test_extension_when_it_holds_codes_then_both_forms_are_read() -> None:
    element = {
        "extension": [
            {"url": "status", "valueCode": "active"},
            {"url": "status", "valueCodeableConcept": _CONCEPT},
        ]
    }

    assert [*extension_codes(element, "status")] == ["active", "a", "5"]


@pytest.mark.parametrize(
    ("concept", "expected"),
    [
        (_CONCEPT, "Anna"),
        ({"display": "Bo"}, "Bo"),
        ({"text": "Cy"}, "Cy"),
        ({"coding": [{}], "text": "Cy"}, "Cy"),
        (None, ""),
    ],
)
def test_display_when_read_then_the_first_name_is_taken(concept: object, expected: str) -> None:
    assert display_of(concept) == expected


def test_texts_when_many_then_they_make_one_line() -> None:
    assert texts_of(["Ana", " ", 5, None, "Vidal"]) == "Ana 5 Vidal"
    assert texts_of("Ana") == "Ana"
