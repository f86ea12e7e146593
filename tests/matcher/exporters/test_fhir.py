import io
import json
from pathlib import Path

import pytest
from fhir.resources.R4B import get_fhir_model_class
from hypothesis import given, settings
from hypothesis import strategies as st
from support.builders import make_profile
from support.importing import OPTIONS, TODAY, say_all, write
from support.strategies import profiles

from matcher.directory.profile import Fact, FactValue, Profile, Source
from matcher.directory.record import plain_records
from matcher.exporters.fhir import resources_of, write_fhir
from matcher.importers.fhir import read_fhir
from matcher.services.directory.sample_directory import sample_directory

WHOLE = make_profile(
    "ñ.1:x",
    confirmed_on=TODAY,
    name="Ana Vidal",
    title="Clinical psychologist",
    credential="PsyD",
    register="Sample Register",
    register_number="17",
    register_area="US-OR",
    licensed_areas="US-WA;US-OR",
    accepting="yes",
    formats="in_person;video;phone;text_chat",
    city="Aue",
    postcode="97201",
    country="US",
    latitude="45.52",
    longitude="-122.68",
    languages="es:native;en:fluent;ase",
    times="mon 16:00-20:00;wed 09:30-24:00;sun 00:00-24:00",
    payers="medicaid;harbor_health_ppo",
    access="near_transport",
    phone="+1 503 555 0101",
    email="ana@example.org",
    website="https://example.org/ana",
)


def _bundle(*profiles: Profile) -> bytes:
    file = io.BytesIO()
    assert write_fhir(plain_records(profiles), file) == sum(p.published for p in profiles)
    return file.getvalue()


def _check(content: bytes) -> None:
    """Hold a bundle and each of its resources against the classes of FHIR R4."""
    document = json.loads(content)
    get_fhir_model_class("Bundle").model_validate(document)
    for entry in document.get("entry", []):
        resource = entry["resource"]
        get_fhir_model_class(resource["resourceType"]).model_validate(resource)


def _read(path: Path) -> dict[str, dict[str, FactValue]]:
    rows = [*read_fhir(path, OPTIONS)]
    say_all(rows)
    return {
        row.statement.profile_id: {k: v for k, v in row.statement.values.items() if v is not None}
        for row in rows
        if row.statement is not None
    }


def test_profile_when_written_and_read_then_all_that_fhir_can_say_is_there(tmp_path: Path) -> None:
    content = _bundle(WHOLE)
    _check(content)

    found = _read(write(tmp_path, content, "a.json"))

    assert found == {WHOLE.id: {field: fact.value for field, fact in WHOLE.facts.items()}}


def test_bundle_when_read_then_its_references_are_found_and_its_day_is_the_oldest() -> None:
    facts = dict(WHOLE.facts)
    facts["city"] = Fact("Aue", Source.CLINIC, TODAY.replace(year=2024))
    document = json.loads(_bundle(Profile("p-1", facts)))

    kinds = [entry["resource"]["resourceType"] for entry in document["entry"]]
    assert kinds == ["Practitioner", "Location", "HealthcareService", "PractitionerRole"]
    urls = {entry["fullUrl"] for entry in document["entry"]}
    role = document["entry"][-1]["resource"]
    links = [role["practitioner"], *role["location"], *role["healthcareService"]]
    assert {link["reference"] for link in links} <= urls
    assert role["meta"]["lastUpdated"].startswith("2024-")


def test_profile_when_a_fact_has_no_day_then_no_day_is_made_up() -> None:
    assert all("meta" not in each for each in resources_of(make_profile("p-1", city="Aue")))


def test_profiles_when_hidden_or_none_then_the_bundle_is_without_them() -> None:
    content = _bundle(make_profile("p-1", published=False))

    assert json.loads(content) == {"resourceType": "Bundle", "type": "collection"}
    _check(content)


def test_profile_when_fhir_has_no_word_then_nothing_else_is_said_instead() -> None:
    profile = make_profile(
        "p-1",
        accepting="waitlist",
        formats="walk;video:no",
        languages="es:interpreter",
        times="mon-evening",
    )

    practitioner, role = resources_of(profile)

    assert "communication" not in practitioner
    assert {*role} == {"resourceType", "id", "active", "practitioner"}


def test_sample_when_written_then_every_resource_is_valid_and_everybody_comes_back(
    tmp_path: Path,
) -> None:
    people = [*sample_directory().profiles()]
    content = _bundle(*people)
    _check(content)

    found = _read(write(tmp_path, content, "a.json"))

    shown = {profile.id: profile for profile in people if profile.published}
    assert {*found} == {*shown}
    for id_, values in found.items():
        for field in ("name", "title", "credential", "city", "postcode", "phone", "website"):
            assert values.get(field) == shown[id_].value(field)


@settings(max_examples=25, deadline=None)
@given(st.lists(profiles(), max_size=3, unique_by=lambda profile: profile.id))
def test_bundle_when_of_any_profiles_then_it_is_valid(drawn: list[Profile]) -> None:
    _check(_bundle(*drawn))


@pytest.mark.parametrize("field", ["name", "title", "phone", "register_number"])
def test_text_when_odd_then_it_comes_back_as_it_was(field: str, tmp_path: Path) -> None:
    profile = make_profile("p-1", **{field: '=1+1 "木" <b>&amp;'})

    assert _read(write(tmp_path, _bundle(profile), "a.json"))["p-1"][field] == profile.text(field)
