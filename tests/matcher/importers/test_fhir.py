import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.importing import DATA, OPTIONS, keys, only, read_on, say_all, statements, values, write

from matcher.directory.profile import Source
from matcher.errors import ImportFileError
from matcher.importers import json_file
from matcher.importers.fhir import read_fhir, shown_name
from matcher.importers.formats import read
from matcher.importers.row import ReadOptions, Row

_RI = DATA / "fhir" / "plan_net_ri"
_IG = DATA / "fhir" / "plan_net_ig_1.1.0"


@pytest.fixture(scope="module")
def people() -> list[Row]:
    return [*read_fhir(_RI, OPTIONS)]


def test_folder_when_real_then_60_people_have_all_that_it_says(people: list[Row]) -> None:
    found = statements(people)

    assert len(people) == len(found) == 60
    for field in ("languages", "postcode", "payers", "times", "accepting", "formats", "title"):
        assert all(s.values[field] for s in found), field
    assert {s.source for s in found} == {Source.REGISTER}
    assert {str(s.confirmed_on) for s in found} == {"2020-08-17"}
    say_all(people)


def test_folder_when_real_then_a_known_person_is_told_correctly(people: list[Row]) -> None:
    koch = next(s for s in statements(people) if s.profile_id == "npi-1230187634")

    assert koch.values["name"] == "Ellamae Jeanine Koch"
    assert koch.values["title"] == "Mental health nurse practitioner"
    assert koch.values["languages"] == ("en:native", "cmn:native")
    assert koch.values["city"] == "Farmington"
    assert koch.values["latitude"] is None, "the file puts her in the middle of the country"
    assert koch.values["payers"] == ("green_circle_of_connecticut_hmo",)
    assert koch.values["times"] == tuple(f"{d} 09:00-12:00" for d in ("mon", "tue", "wed", "thu"))
    assert koch.values["accepting"] == "no"
    assert koch.values["licensed_areas"] == ("US-CT",)


def test_folder_when_read_twice_then_the_same_is_stated(people: list[Row]) -> None:
    assert [*read_fhir(_RI, OPTIONS)] == people


def test_files_when_named_one_by_one_then_they_are_read_together(people: list[Row]) -> None:
    assert [*read_fhir(sorted(_RI.iterdir()), OPTIONS)] == people


@pytest.mark.parametrize(("state", "count"), [("CT", 32), ("ma", 25), ("RI", 3)])
def test_folder_when_read_for_a_state_then_where_they_practise_counts(
    state: str, count: int
) -> None:
    assert len(statements(read_fhir(_RI, ReadOptions(state=state)))) == count


def test_guide_when_read_then_only_the_counsellor_is_taken() -> None:
    rows = [*read_fhir(_IG, OPTIONS)]
    counsellor = only(rows)

    assert counsellor.profile_id == "npi-npi3238"
    assert counsellor.values["name"] == "Susie Smith, LPC"
    assert counsellor.values["title"] == "Professional counselor"
    assert counsellor.values["languages"] == ("ru",)
    assert counsellor.values["formats"] == ("video", "phone")
    assert counsellor.values["licensed_areas"] == ("US-IL",)
    assert counsellor.values["payers"] == (
        "acme_ct_preferred_provider_network",
        "acme_of_ct_qhp_bronze",
        "acme_of_ct_qhp_gold",
    )
    assert not any(counsellor.values[f] for f in ("city", "postcode", "latitude", "times"))
    assert sorted(keys(rows)) == [
        "finding.fhir.loose_role",
        "finding.fhir.loose_role",
        "finding.fhir.loose_role",
        "finding.fhir.online",
        "finding.npi.check_digit",
        "finding.register.work",
        "finding.register.work",
    ]
    say_all(rows)


def test_people_when_their_roles_are_in_no_file_then_nothing_is_said_of_roles() -> None:
    found = statements(read_fhir(_RI / "Practitioner.ndjson", OPTIONS))

    assert len(found) == 60
    assert not any({"accepting", "payers", "times"} & {*s.values} for s in found)


def _bundle(*resources: object) -> str:
    entries = [{"resource": resource} for resource in resources]
    return json.dumps({"resourceType": "Bundle", "entry": entries})


_ANA = {
    "resourceType": "Practitioner",
    "id": "Ana 1",
    "name": [{"text": "Ana Vidal"}],
    "meta": {"lastUpdated": "2025-01-01T00:00:00Z"},
}
_ROLE = {
    "resourceType": "PractitionerRole",
    "practitioner": {"reference": "Practitioner/Ana 1"},
    "specialty": [{"coding": [{"code": "106H00000X"}]}],
    "meta": {"lastUpdated": "2025-06-01T00:00:00Z"},
}


def test_person_when_they_have_many_roles_then_they_are_one_profile(tmp_path: Path) -> None:
    hours = {"daysOfWeek": ["mon"], "allDay": True}
    roles = [
        _ROLE | {"id": 1, "availableTime": [hours]},
        _ROLE | {"id": 2, "availableTime": [hours | {"daysOfWeek": ["tue"]}]},
        _ROLE | {"id": 3, "availableTime": [hours | {"daysOfWeek": ["sun"]}], "active": False},
    ]
    rows = [*read_fhir(write(tmp_path, _bundle(_ANA, *roles), "a.json"), OPTIONS)]

    assert only(rows).profile_id == "fhir-ana-1"
    assert str(only(rows).confirmed_on) == "2025-06-01"
    assert values(rows)["times"] == ("mon 00:00-24:00", "tue 00:00-24:00")


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        pytest.param({"active": False}, "finding.register.deactivated", id="inactive"),
        pytest.param({"id": "bo"}, "finding.register.no_work", id="without a role"),
    ],
)
def test_person_when_of_no_use_then_they_are_skipped_with_the_reason(
    changes: dict[str, object], key: str, tmp_path: Path
) -> None:
    path = write(tmp_path, _bundle(_ANA | changes, _ROLE), "a.json")

    assert keys(read_fhir(path, OPTIONS))[0] == key


_SEATTLE = {"address": {"city": "Seattle", "state": "WA", "postalCode": "98101", "country": "US"}}
_SALEM = {"address": {"city": "Salem", "state": "OR", "postalCode": "97301", "country": "US"}}


def _role(number: str, place: str, end: str) -> dict[str, object]:
    hours = {"daysOfWeek": ["mon"], "allDay": True}
    return _ROLE | {
        "id": number,
        "period": {"end": end},
        "location": [{"reference": f"Location/{place}"}],
        "telecom": [{"system": "phone", "value": f"+1 503 555 010{number}"}],
        "availableTime": [hours],
    }


_PLACES = (
    {"resourceType": "Location", "id": "seattle", **_SEATTLE},
    {"resourceType": "Location", "id": "salem", **_SALEM},
)


def test_role_when_its_time_is_over_then_its_place_hours_and_contact_are_not_taken(
    tmp_path: Path,
) -> None:
    roles = (_role("1", "seattle", "2023-01-01"), _role("2", "salem", "2030-01-01"))
    rows = [*read_fhir(write(tmp_path, _bundle(_ANA, *roles, *_PLACES), "a.json"), OPTIONS)]

    assert values(rows)["city"] == "Salem"
    assert str(values(rows)["phone"]).endswith("0102")
    assert keys(rows) == ["finding.fhir.role_ended"]


def test_role_when_all_are_over_then_nothing_of_them_is_stated_any_more(tmp_path: Path) -> None:
    role = _role("1", "seattle", "2023-01")
    rows = [*read_fhir(write(tmp_path, _bundle(_ANA, role, *_PLACES), "a.json"), OPTIONS)]

    assert values(rows)["title"] == "Couple and family therapist"
    assert [values(rows)[name] for name in ("city", "times", "phone")] == [None, None, None]


def test_contact_when_its_time_is_over_then_the_one_that_holds_is_taken(tmp_path: Path) -> None:
    emails = [
        {"system": "email", "value": "old@example.org", "period": {"end": "2020-05-01"}},
        {"system": "email", "value": "ana@example.org"},
    ]
    ana = _ANA | {"telecom": emails}
    rows = [*read_fhir(write(tmp_path, _bundle(ana, _ROLE), "a.json"), OPTIONS)]

    assert values(rows)["email"] == "ana@example.org"


def test_person_when_no_longer_active_then_it_is_told_whom_that_concerns(tmp_path: Path) -> None:
    path = write(tmp_path, _bundle(_ANA | {"active": False}, _ROLE), "a.json")

    assert [row.gone for row in read_fhir(path, OPTIONS)] == [("fhir-ana-1",)]


def test_person_when_no_licence_is_named_then_nothing_is_said_of_licences(tmp_path: Path) -> None:
    work = {"code": {"coding": [{"code": "106H00000X"}]}}
    ana = _ANA | {"qualification": [work]}
    rows = [*read_fhir(write(tmp_path, _bundle(ana, _ROLE), "a.json"), OPTIONS)]

    assert "licensed_areas" not in values(rows), "another register may have said it"


def test_person_when_in_two_resources_then_the_first_holds(tmp_path: Path) -> None:
    number = [{"system": "http://hl7.org/fhir/sid/us-npi", "value": "1234567893"}]
    resources = (_ANA | {"identifier": number}, _ANA | {"id": "b", "identifier": number}, _ROLE)
    rows = [*read_fhir(write(tmp_path, _bundle(*resources), "a.json"), OPTIONS)]

    assert only(rows).profile_id == "npi-1234567893"
    assert keys(rows) == ["finding.row.repeated_id"]


def test_file_when_it_holds_no_people_then_that_is_a_remark() -> None:
    rows = [*read_fhir(DATA / "fhir" / "Organization_nonstring_identifier.ndjson", OPTIONS)]

    assert [row.is_about_file for row in rows] == [True]
    assert keys(rows) == ["finding.fhir.nobody"]


def test_folder_when_a_file_is_broken_then_the_others_come_first(tmp_path: Path) -> None:
    write(tmp_path, "{\n", "0.json")
    write(tmp_path, _bundle(_ANA, _ROLE), "1.json")
    rows, reasons = read_on(read_fhir(tmp_path, OPTIONS))

    assert len(statements(rows)) == 1
    assert reasons == ["error.import.json"]


def test_folder_when_it_has_nothing_to_read_then_that_is_said(tmp_path: Path) -> None:
    assert read_on(read_fhir(tmp_path, OPTIONS)) == ([], ["error.import.empty_folder"])
    write(tmp_path, '{"a": 1}', "a.json")
    assert read_on(read_fhir(tmp_path, OPTIONS))[1] == ["error.import.not_fhir"]


@pytest.mark.parametrize(
    ("path", "name"), [("/", "/"), (".", "."), ("some/list.json", "list.json")]
)
def test_folder_when_it_has_no_name_but_itself_then_it_is_called_by_that(
    path: str, name: str
) -> None:
    assert shown_name(Path(path)) == name


def test_folder_when_one_is_in_it_and_it_has_nothing_to_read_then_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    with pytest.raises(ImportFileError) as error:
        [*read(Path(), None, OPTIONS)]

    assert error.value.messages[0].params["file"] == "."


def test_files_when_too_large_together_then_they_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(json_file, "LARGEST", 10_000)

    assert read_on(read_fhir(_RI, OPTIONS)) == ([], ["error.import.too_large"])


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=4,
)


def _places(value: object) -> list[tuple[object, object]]:
    """Return every place inside a JSON value: what holds it, and under which key."""
    found: list[tuple[object, object]] = []
    inside = [value]
    while inside:
        holder = inside.pop()
        pairs = holder.items() if isinstance(holder, dict) else enumerate(holder)
        for key, part in [*pairs]:
            found.append((holder, key))
            if isinstance(part, dict | list):
                inside.append(part)
    return found


_COUNSELLOR = [
    json.loads((_IG / f"{name}.json").read_text(encoding="utf-8"))
    for name in (
        "Practitioner-Counselor",
        "PractitionerRole-CounselorRole1",
        "HealthcareService-VirtualCounselService",
        "Location-HansSoloClinic",
        "Organization-AcmeofCTStdNet",
        "InsurancePlan-AcmeQHPGold",
    )
]
_COUNSELLOR += [
    json.loads((_RI / f"{name}.ndjson").read_text(encoding="utf-8").splitlines()[0])
    for name in ("Practitioner", "PractitionerRole", "HealthcareService", "Location")
]


@settings(max_examples=150)
@given(st.data())
def test_resource_when_any_part_has_another_shape_then_rows_come(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    resources = json.loads(json.dumps(_COUNSELLOR))
    for _ in range(data.draw(st.integers(1, 6))):
        holder, key = data.draw(st.sampled_from(_places(resources)))
        holder[key] = data.draw(_JSON)  # type: ignore[index]
    path = write(tmp_path_factory.getbasetemp(), json.dumps(resources), "changed.json")

    rows, _ = read_on(read_fhir(path, OPTIONS))
    say_all(rows)


@settings(max_examples=60)
@given(
    st.binary(max_size=200)
    | st.text(st.sampled_from('{}[]",:01e\nd a'), max_size=80).map(str.encode)
)
def test_file_when_it_is_anything_then_nothing_else_is_raised(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = write(tmp_path_factory.getbasetemp(), content, "any.ndjson")

    rows, _ = read_on(read_fhir(path, OPTIONS))
    say_all(rows)
