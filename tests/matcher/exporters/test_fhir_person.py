from support.builders import make_profile

from matcher.exporters.fhir_person import practitioner_of


def test_identifiers_when_the_id_is_an_npi_then_it_stands_beside_our_own() -> None:
    found = practitioner_of(make_profile("npi-1234567893"), "k")["identifier"]

    assert found == [
        {"system": "http://hl7.org/fhir/sid/us-npi", "value": "1234567893"},
        {"system": "urn:rapport:profile-id", "value": "npi-1234567893"},
    ]


def test_licences_when_the_register_is_of_one_of_the_areas_then_it_stands_there() -> None:
    profile = make_profile(
        register="R", register_number="7", register_area="US-OR", licensed_areas="US-WA;US-OR"
    )

    first, second = practitioner_of(profile, "k")["qualification"]  # type: ignore[misc]

    assert "identifier" not in first
    assert second["identifier"] == [{"value": "7"}]
    assert second["issuer"] == {"display": "R"}


def test_licences_when_the_register_is_of_another_area_then_no_licence_is_claimed_there() -> None:
    profile = make_profile(register_number="7", register_area="US-OR")

    (only,) = practitioner_of(profile, "k")["qualification"]  # type: ignore[misc]

    assert "extension" not in only


def test_languages_when_through_an_interpreter_then_they_are_not_spoken() -> None:
    profile = make_profile(languages="es:interpreter;en;de:native")

    spoken = practitioner_of(profile, "k")["communication"]

    assert [each["coding"][0]["code"] for each in spoken] == ["en", "de"]  # type: ignore[attr-defined]


def test_practitioner_when_nothing_is_stated_then_empty_lists_are_left_out() -> None:
    assert {*practitioner_of(make_profile(), "k")} == {
        "resourceType",
        "id",
        "active",
        "identifier",
    }
