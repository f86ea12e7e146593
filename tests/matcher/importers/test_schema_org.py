import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.importing import (
    OPTIONS,
    TODAY,
    keys,
    only,
    read_on,
    say_all,
    statements,
    write,
)

from matcher.directory.profile import Source
from matcher.importers.row import ReadOptions, Row
from matcher.importers.schema_org import read_schema_org

ANA = {
    "@context": "https://schema.org",
    "@type": "Person",
    "name": "Ana Vidal",
    "jobTitle": "Counselor",
    "address": {"addressRegion": "OR", "postalCode": "97201"},
}
ELM = {
    "@type": "ProfessionalService",
    "name": "Elm Practice",
    "url": "https://www.elm.example.org/x",
}


def _rows(folder: Path, *documents: object, options: ReadOptions = OPTIONS) -> list[Row]:
    scripts = (
        f'<script type="application/ld+json">{json.dumps(each)}</script>' for each in documents
    )
    page = f"<html><head>{''.join(scripts)}</head></html>"
    rows = [*read_schema_org(write(folder, page, "a.html"), options)]
    say_all(rows)
    return rows


def test_page_when_it_describes_somebody_then_they_come_in(tmp_path: Path) -> None:
    rows = _rows(tmp_path, ANA)

    said = only(rows)
    assert (said.profile_id, said.source) == ("ana-vidal-97201", Source.CLINIC)
    assert said.values["title"] == "Counselor"
    assert "city" not in said.values
    assert keys(rows) == []


def test_file_when_json_alone_then_it_is_read_the_same(tmp_path: Path) -> None:
    path = write(tmp_path, json.dumps(ANA), "a.json")

    assert only(read_schema_org(path, OPTIONS)) == only(_rows(tmp_path, ANA))


@pytest.mark.parametrize(
    "npi",
    [
        {"usNPI": "1234567893"},
        {"identifier": {"propertyID": "NPI", "value": 1234567893}},
        {"identifier": [{"name": "us-npi", "value": "1234567893"}, "x"]},
    ],
)
def test_person_when_they_have_an_npi_then_it_is_the_id(
    npi: dict[str, object], tmp_path: Path
) -> None:
    assert only(_rows(tmp_path, ANA | npi)).profile_id == "npi-1234567893"


def test_practice_when_nobody_in_it_is_named_then_it_comes_in_to_be_checked(
    tmp_path: Path,
) -> None:
    rows = _rows(tmp_path, ELM)

    assert only(rows).profile_id == "elm-practice-elm-example-org"
    assert keys(rows) == ["finding.schema_org.practice"]


def test_person_when_only_named_then_they_are_left_out(tmp_path: Path) -> None:
    rows = _rows(tmp_path, {"@type": ["Person", "Organization"], "name": "admin"}, ANA)

    assert keys(rows) == ["finding.schema_org.not_at_work"]
    assert len(statements(rows)) == 1


@pytest.mark.parametrize(
    "other",
    [
        {"jobTitle": "Receptionist"},
        {"jobTitle": "Massage Therapist"},
        {"jobTitle": "Licensed Physical Therapist"},
        {"jobTitle": "Fisioterapeuta"},
        {"jobTitle": "Psychology student and receptionist"},
        {"jobTitle": None, "medicalSpecialty": "Cardiovascular"},
        {"jobTitle": None, "hasOccupation": {"@type": "Occupation", "name": "Dentist"}},
    ],
)
def test_person_when_they_work_something_else_then_they_are_left_out_and_it_is_told(
    other: dict[str, object], tmp_path: Path
) -> None:
    rows = _rows(tmp_path, ANA | other)

    assert [row.is_skipped for row in rows] == [True]
    assert keys(rows)[-1] == "finding.schema_org.other_work"


@pytest.mark.parametrize(
    "known",
    [
        {"jobTitle": "Psicóloga clínica"},
        {"jobTitle": "Massage therapist and psychotherapist"},
        {"jobTitle": "Marriage & Family Therapist"},
        {"jobTitle": "Owner", "honorificSuffix": "LCSW"},
        {"jobTitle": "Founder", "knowsAbout": ["Anxiety"]},
        {"jobTitle": None, "medicalSpecialty": "https://schema.org/Psychiatric"},
        {"jobTitle": None},
    ],
)
def test_person_when_anything_tells_of_therapy_then_they_come_in(
    known: dict[str, object], tmp_path: Path
) -> None:
    assert only(_rows(tmp_path, ANA | known)).values["name"] == "Ana Vidal"


def test_person_when_they_are_two_things_then_the_title_is_that_of_therapy(tmp_path: Path) -> None:
    rows = _rows(tmp_path, ANA | {"jobTitle": ["Office manager", "Psychologist"]})

    assert only(rows).values["title"] == "Psychologist"


def test_person_when_described_twice_then_once_taken_over(tmp_path: Path) -> None:
    rows = _rows(tmp_path, ANA, ANA)

    assert keys(rows) == ["finding.row.repeated_id"]
    assert len(statements(rows)) == 1


@pytest.mark.parametrize(
    ("more", "people", "told"),
    [
        pytest.param({"email": "bo@ex.org"}, 2, "finding.mapped.alike", id="another address"),
        pytest.param(
            {"jobTitle": "Psychiatric nurse"}, 2, "finding.mapped.alike", id="nothing to compare"
        ),
        pytest.param({"telephone": "1"}, 1, "finding.row.repeated_id", id="the same address"),
    ],
)
def test_people_when_they_share_a_name_and_a_place_then_each_comes_in_and_it_is_told(
    more: dict[str, str], people: int, told: str, tmp_path: Path
) -> None:
    first = ANA if "jobTitle" in more else ANA | {"email": "ana@ex.org"}
    rows = _rows(tmp_path, first, first | more)

    assert keys(rows) == [told]
    assert {each.profile_id for each in statements(rows)} == {
        *["ana-vidal-97201", "ana-vidal-97201-2"][:people]
    }
    assert [each.made and each.made.is_shared for each in statements(rows)] == [people > 1] * people


def test_person_when_a_register_numbers_them_then_the_first_description_holds(
    tmp_path: Path,
) -> None:
    numbered = ANA | {"usNPI": "1234567893"}
    rows = _rows(tmp_path, numbered | {"email": "ana@ex.org"}, numbered | {"email": "bo@ex.org"})

    assert keys(rows) == ["finding.row.repeated_id"]
    assert (only(rows).profile_id, only(rows).made) == ("npi-1234567893", None)


@pytest.mark.parametrize(("state", "people"), [("OR", 1), ("RI", 0)])
def test_people_when_of_one_state_then_the_others_are_left_out(
    state: str, people: int, tmp_path: Path
) -> None:
    rows = _rows(tmp_path, ANA, options=ReadOptions(Source.THERAPIST, state=state, today=TODAY))

    assert len(statements(rows)) == people


def test_person_when_nothing_tells_them_apart_then_they_are_left_out(tmp_path: Path) -> None:
    rows = _rows(tmp_path, {"@type": "Physician", "name": "Ana"})

    assert keys(rows) == ["finding.row.no_id"]


def test_page_when_it_describes_nobody_or_is_broken_then_it_is_said(tmp_path: Path) -> None:
    assert keys(_rows(tmp_path, {"@type": "Recipe"})) == ["finding.schema_org.nobody"]
    broken = '<script type="application/ld+json">{</script>'
    rows, errors = read_on(read_schema_org(write(tmp_path, broken), OPTIONS))
    assert keys(rows) == ["finding.schema_org.script", "finding.schema_org.nobody"]
    assert errors == ["error.import.json"]


_WORDS = (
    "@type @id @graph Person Physician MedicalBusiness name address geo url employee worksFor "
    "openingHours openingHoursSpecification priceRange knowsLanguage medicalSpecialty identifier"
).split()
_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.sampled_from(_WORDS) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_WORDS), inner, max_size=5)
    ),
    max_leaves=20,
)


@settings(max_examples=80)
@given(_JSON)
def test_file_when_it_holds_anything_then_nothing_else_is_raised(
    tmp_path_factory: pytest.TempPathFactory, document: object
) -> None:
    path = write(tmp_path_factory.getbasetemp(), json.dumps(document), "any.json")

    rows, _ = read_on(read_schema_org(path, OPTIONS))
    say_all(rows)
