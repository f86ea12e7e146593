"""Somebody is reached by the ways they state: nobody rings where only a text is read."""

import pytest
from support.builders import make_profile

from matcher.checklist.reaching import wanted_ways, ways_to_reach
from matcher.i18n import Catalogue

_ALL = {"phone": "555-0134", "email": "ana@example.org", "website": "https://example.org/ana"}


@pytest.mark.parametrize(
    ("cells", "english", "spanish"),
    [
        pytest.param(
            {"contact_by": "text;email", **_ALL},
            ("Text 555-0134", "Write to ana@example.org"),
            ("Envíe un mensaje de texto al 555-0134", "Escriba a ana@example.org"),
            id="text and e-mail",
        ),
        pytest.param(
            {"contact_by": "phone", **_ALL},
            ("Call 555-0134",),
            ("Llame al 555-0134",),
            id="phone",
        ),
        pytest.param(
            {"contact_by": "text;phone", **_ALL},
            ("Call or text 555-0134",),
            ("Llame o envíe un mensaje de texto al 555-0134",),
            id="both by phone",
        ),
        pytest.param(
            {"contact_by": "form", **_ALL},
            ("Use the form on https://example.org/ana",),
            ("Use el formulario de https://example.org/ana",),
            id="form",
        ),
        pytest.param(
            {"contact_by": "phone:no;email", **_ALL},
            ("Write to ana@example.org",),
            ("Escriba a ana@example.org",),
            id="a way ruled out",
        ),
        pytest.param(
            {"contact_by": "form", "phone": "555-0134"},
            ("Phone 555-0134",),
            ("Teléfono 555-0134",),
            id="nothing goes with what is stated",
        ),
        pytest.param(
            _ALL,
            ("Phone 555-0134", "Write to ana@example.org", "https://example.org/ana"),
            ("Teléfono 555-0134", "Escriba a ana@example.org", "https://example.org/ana"),
            id="nothing stated",
        ),
        pytest.param({}, (), (), id="nothing at all"),
    ],
)
def test_ways_to_reach_when_ways_are_stated_then_only_what_goes_with_them(
    cells: dict[str, str], english: tuple[str, ...], spanish: tuple[str, ...]
) -> None:
    profile = make_profile(**cells)

    assert ways_to_reach(profile, Catalogue("en")) == english
    assert ways_to_reach(profile, Catalogue("es")) == spanish


@pytest.mark.parametrize(
    ("cells", "ways"),
    [
        ({"contact_by": "text", **_ALL}, {"text"}),
        ({"phone": "555-0134"}, {"phone", "text"}),
        ({"email": "ana@example.org"}, {"email"}),
        ({}, {"phone", "text", "email"}),
    ],
    ids=["stated", "a number", "an address", "nothing"],
)
def test_wanted_ways_when_none_is_stated_then_those_that_can_be_seen(
    cells: dict[str, str], ways: set[str]
) -> None:
    assert wanted_ways(make_profile(**cells)) == ways
