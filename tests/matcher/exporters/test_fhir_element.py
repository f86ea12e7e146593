import re

import pytest

from matcher.exporters.fhir_element import concept, full_url, reference_to, resource_id


@pytest.mark.parametrize("profile_id", ["p-1", "npi-1234567893", "a.B-9"])
def test_id_when_fhir_allows_it_then_it_stays(profile_id: str) -> None:
    assert resource_id(profile_id) == profile_id


@pytest.mark.parametrize("profile_id", ["ñ", "a:b", "x" * 65, "a_b"])
def test_id_when_fhir_does_not_allow_it_then_one_is_made_of_it(profile_id: str) -> None:
    made = resource_id(profile_id)

    assert re.fullmatch(r"[A-Za-z0-9.\-]{1,64}", made)
    assert made == resource_id(profile_id) != resource_id(f"{profile_id}1")


def test_reference_when_made_then_it_names_the_address_of_its_resource() -> None:
    assert reference_to("Location", "p-1") == {"reference": full_url("Location", "p-1")}
    assert full_url("Location", "p-1") != full_url("Practitioner", "p-1")


def test_concept_when_it_has_words_then_they_stand_beside_the_code() -> None:
    assert concept("a", "b") == {"coding": [{"system": "b", "code": "a"}]}
    assert concept("a", "b", "c")["text"] == "c"
