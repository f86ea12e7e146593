import json
from pathlib import Path

import pytest
from support.importing import DATA, OPTIONS, keys, say_all, write

from matcher.importers.fhir_resources import Located, ResourceSet, load_resources

_ANA = {"resourceType": "Practitioner", "id": "ana"}
_ROLE = {"resourceType": "PractitionerRole", "id": "r", "practitioner": {"reference": "#ana"}}
_BUNDLE = {
    "resourceType": "Bundle",
    "entry": [{"fullUrl": "urn:uuid:1", "resource": _ANA}, {"resource": _ROLE}, {}, 5],
}


def _load(folder: Path, content: str, name: str) -> ResourceSet:
    found = load_resources([write(folder, content, name)], OPTIONS)
    say_all(found.faults)
    return found


def _located(found: ResourceSet, kind: str) -> list[tuple[str, int]]:
    return [(located.file, located.number) for _, located in found.of_type(kind)]


@pytest.mark.parametrize(
    ("content", "name", "number"),
    [
        pytest.param(json.dumps(_ANA), "a.json", 1, id="single"),
        pytest.param(json.dumps(_ANA, indent=2), "a.json", 1, id="single over lines"),
        pytest.param(json.dumps(_BUNDLE), "a.json", 1, id="bundle"),
        pytest.param(json.dumps(_BUNDLE, indent=2), "a.json", 1, id="bundle over lines"),
        pytest.param(json.dumps([_ROLE, _ANA], indent=2), "a.json", 2, id="list"),
        pytest.param(f"{json.dumps(_ROLE)}\n\n{json.dumps(_ANA)}\n", "a.ndjson", 3, id="lines"),
        pytest.param(f"{json.dumps(_ROLE)}\n{json.dumps(_ANA)}\n", "a.json", 2, id="lines as json"),
        pytest.param("\ufeff" + json.dumps(_ANA), "a.json", 1, id="byte order mark"),
    ],
)
def test_file_when_in_any_form_then_its_resources_are_found(
    content: str, name: str, number: int, tmp_path: Path
) -> None:
    found = _load(tmp_path, content, name)

    assert _located(found, "Practitioner") == [(name, number)]
    assert found.faults == []
    assert found.errors == []


def test_line_when_broken_then_the_others_are_read(tmp_path: Path) -> None:
    content = f'{{"a":\n{json.dumps(_ANA)}\n{{"id": 1, "id": 2}}\n[]\n'
    found = _load(tmp_path, content, "a.ndjson")

    assert _located(found, "Practitioner") == [("a.ndjson", 2)]
    assert [row.number for row in found.faults] == [1, 3, 4]
    assert keys(found.faults) == [
        "finding.json.line",
        "finding.json.line",
        "finding.fhir.no_resource",
    ]


def test_files_when_one_is_broken_then_the_others_are_read(tmp_path: Path) -> None:
    paths = [
        write(tmp_path, "{\n", "broken.json"),
        write(tmp_path, "", "empty.json"),
        write(tmp_path, json.dumps(_ANA), "good.json"),
    ]
    found = load_resources(paths, OPTIONS)

    assert _located(found, "Practitioner") == [("good.json", 1)]
    assert [error.messages[0].key for error in found.errors] == [
        "error.import.json",
        "error.import.empty",
    ]


def test_identifiers_when_they_are_numbers_then_the_resources_are_found() -> None:
    path = DATA / "fhir" / "Organization_nonstring_identifier.ndjson"

    assert len(_located(load_resources([path], OPTIONS), "Organization")) == 5


@pytest.mark.parametrize(
    ("reference", "is_found"),
    [
        pytest.param("Practitioner/ana", True, id="relative"),
        pytest.param("https://example.org/fhir/Practitioner/ana", True, id="absolute"),
        pytest.param("Practitioner/ana/_history/3", True, id="version"),
        pytest.param("urn:uuid:1", True, id="address of a bundle's entry"),
        pytest.param("#inside", True, id="contained"),
        pytest.param("#elsewhere", False, id="not contained"),
        pytest.param("Practitioner/bo", False, id="missing"),
        pytest.param(5, False, id="no text"),
    ],
)
def test_reference_when_followed_then_what_it_points_to_is_found(
    reference: object, is_found: bool
) -> None:
    found = ResourceSet()
    found.add(Located(_ANA, "a.json", 1), "urn:uuid:1")
    within = {"contained": [{"resourceType": "Location", "id": "inside"}]}

    assert (found.find({"reference": reference}, within) is not None) is is_found


def test_resource_when_it_comes_again_then_the_later_holds() -> None:
    found = ResourceSet()
    found.add(Located(_ANA, "a.json", 1))
    found.add(Located(_ANA | {"active": False}, "b.json", 1))

    assert _located(found, "Practitioner") == [("b.json", 1)]


def test_plans_when_they_use_a_network_then_they_are_found_by_it() -> None:
    found = load_resources(sorted((DATA / "fhir" / "plan_net_ig_1.1.0").iterdir()), OPTIONS)

    assert found.plans_of("Organization/AcmeofCTStdNet") == (
        "Acme of CT QHP Bronze",
        "Acme of CT QHP Gold",
    )
    assert found.plans_of("Organization/nobody") == ()
    assert not ResourceSet()
