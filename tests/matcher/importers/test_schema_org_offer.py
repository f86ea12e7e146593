from decimal import Decimal

import pytest
from support.importing import OPTIONS, keys, say_all

from matcher.directory.profile import Source
from matcher.importers.row_builder import RowBuilder
from matcher.importers.schema_org_nodes import Described, Node
from matcher.importers.schema_org_offer import state_described


def _read(person: Node, *practices: Node) -> tuple[dict[str, object], list[str], str]:
    builder = RowBuilder("a.html", 1, OPTIONS)
    state = state_described(Described(1, person, practices), builder)
    builder.row("p", Source.CLINIC, None)
    say_all([builder.remark()])
    return dict(builder.values), keys([builder.remark()]), state


ANA: Node = {
    "name": "Ana Vidal",
    "honorificSuffix": "LPC",
    "jobTitle": "Counselor",
    "description": "I listen.",
    "telephone": "(508) 555-0101",
    "email": "mailto:ana@example.org",
    "url": "https://example.org/ana",
    "knowsLanguage": ["Spanish", {"@type": "Language", "name": "English"}],
    "medicalSpecialty": "Panic",
    "availableService": [{"@type": "MedicalTherapy", "name": "CBT"}],
    "isAcceptingNewPatients": True,
    "priceRange": "80 - 120 USD",
    "address": {
        "streetAddress": "1 Elm St",
        "addressLocality": "Portland",
        "addressRegion": "OR",
        "postalCode": "97201-1234",
        "addressCountry": {"name": "US"},
    },
    "geo": {"latitude": "45.50", "longitude": -122},
}


def test_person_when_described_in_full_then_every_field_is_read() -> None:
    found, said, state = _read(ANA)

    assert said == []
    assert state == "US-OR"
    assert found == {
        "name": "Ana Vidal",
        "credential": "LPC",
        "title": "Counselor",
        "bio": "I listen.",
        "phone": "508-555-0101",
        "email": "ana@example.org",
        "website": "https://example.org/ana",
        "languages": ("es", "en"),
        "issues": ("panic",),
        "approaches": ("cbt",),
        "accepting": "yes",
        "fee_min": Decimal(80),
        "fee_max": Decimal(120),
        "currency": "USD",
        "city": "Portland",
        "country": "US",
        "postcode": "97201",
        "latitude": Decimal("45.5"),
        "longitude": Decimal(-122),
    }


def test_person_when_silent_then_the_practice_speaks_and_else_nothing_is_said() -> None:
    found, said, _ = _read(
        {"givenName": "Ana", "familyName": "Vidal", "telephone": "555-0101"},
        {"name": "Elm", "telephone": "555-0102", "email": "elm@example.org"},
    )

    assert found == {"name": "Ana Vidal", "phone": "555-0101", "email": "elm@example.org"}
    assert said == []


@pytest.mark.parametrize(
    ("described", "key"),
    [
        ({"address": "1 Elm St, Portland"}, "finding.schema_org.address"),
        ({"knowsLanguage": "Klingon"}, "finding.schema_org.language"),
        ({"medicalSpecialty": "https://schema.org/Surgical"}, "finding.schema_org.term"),
        ({"knowsAbout": "anxiety and low mood"}, "finding.schema_org.term"),
        ({"openingHours": "whenever"}, "finding.schema_org.hours"),
        ({"openingHoursSpecification": [{"opens": "1"}]}, "finding.schema_org.hours"),
        ({"geo": {"latitude": "north"}}, "finding.cell.number"),
    ],
)
def test_field_when_it_is_not_sure_then_nothing_is_guessed_and_it_is_said(
    described: Node, key: str
) -> None:
    address: Node = {"address": {"addressLocality": "Aue"}} if "geo" in described else {}
    found, said, _ = _read(address | described)

    assert key in said
    assert {found[field] for field in found if field != "unsorted"} <= {"Aue", None}


@pytest.mark.parametrize(
    "hours",
    [
        {"openingHours": ["Mo-Tu 09:00-17:00", "whenever"]},
        {
            "openingHoursSpecification": {
                "dayOfWeek": ["Monday", "Tuesday"], "opens": "09:00", "closes": "17:00",
            }
        },
    ],
    ids=["text", "specification"],
)  # fmt: skip
def test_hours_when_of_a_place_then_they_are_read_and_somebody_is_asked_to_check(
    hours: Node,
) -> None:
    found, said, _ = _read(hours)

    assert found["times"] == ("mon 09:00-17:00", "tue 09:00-17:00")
    assert said[-1] == "finding.fhir.opening_hours"


def test_website_when_it_could_run_something_then_it_is_left_out() -> None:
    assert _read({"url": "javascript:alert(1)"})[0] == {"website": None}


def test_services_when_offered_in_catalogues_then_their_names_are_looked_up() -> None:
    catalog = {"itemListElement": [{"itemOffered": {"@type": "Service", "name": "EMDR"}}]}

    assert _read({"hasOfferCatalog": catalog})[0] == {"approaches": ("emdr",)}


def test_words_when_no_field_takes_them_then_they_stay_as_text_for_staff() -> None:
    found, said, _ = _read(
        {
            "knowsAbout": ["PTSD", "Panic", "Basket weaving"],
            "knowsLanguage": ["Klingon", "German"],
            "openingHoursSpecification": {"dayOfWeek": "Monday", "opens": "noon"},
        }
    )

    assert found["unsorted"] == (
        "languages: Klingon\napproaches: PTSD; Basket weaving\nissues: PTSD; Basket weaving\n"
        "times: Monday noon"
    )
    assert len(said) == 4


@pytest.mark.parametrize(
    ("described", "name", "credential"),
    [
        ({"name": "Bo Stone, LCSW"}, "Bo Stone", "LCSW"),
        ({"name": "Bo Stone, LCSW", "honorificSuffix": "LCSW"}, "Bo Stone", "LCSW"),
        ({"name": "Bo Stone", "hasCredential": "LCSW"}, "Bo Stone", "LCSW"),
        (
            {"name": "Bo Stone, LCSW", "hasCredential": [{"name": "lcsw"}, {"name": "Ph.D."}]},
            "Bo Stone",
            "lcsw, Ph.D.",
        ),
        ({"name": "Bo Stone", "hasCredential": {"@id": "https://example.org/1"}}, "Bo Stone", None),
        ({"name": "Stone, Bo"}, "Stone, Bo", None),
    ],
)
def test_name_when_letters_stand_behind_it_then_they_are_parted_and_each_said_once(
    described: Node, name: str, credential: str | None
) -> None:
    found, said, _ = _read(described)

    assert (found["name"], found.get("credential")) == (name, credential)
    assert said == []
