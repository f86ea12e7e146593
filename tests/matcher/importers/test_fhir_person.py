import pytest
from support.importing import OPTIONS, TODAY, keys, say_all

from matcher.importers.fhir_person import Person, npi_of, state_person
from matcher.importers.fhir_resources import Resource, ResourceSet
from matcher.importers.row_builder import RowBuilder

_NUCC = "http://nucc.org/provider-taxonomy"


def _concept(code: str) -> Resource:
    return {"coding": [{"system": _NUCC, "code": code}]}


def _qualification(
    code: str = "103T00000X", state: str = "CT", status: str = "active", **more: object
) -> Resource:
    detail = [
        {"url": "status", "valueCode": status},
        {"url": "whereValid", "valueCodeableConcept": {"coding": [{"code": state}]}},
    ]
    return {
        "code": _concept(code),
        "extension": [{"url": "x/practitioner-qualification", "extension": detail}],
        **more,
    }


def _read(practitioner: Resource, *roles: Resource) -> tuple[dict[str, object], list[str]]:
    builder = RowBuilder("a.json", 1, OPTIONS)
    state_person(Person(practitioner, roles, ResourceSet()), builder, TODAY)
    say_all([builder.remark()])
    return dict(builder.values), keys([builder.remark()])


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param({"family": "Koch", "given": ["Ellamae", "J"]}, "Ellamae J Koch", id="parts"),
        pytest.param(
            {"text": "Susie Smith, LPC", "family": "Smith"}, "Susie Smith, LPC", id="text"
        ),
        pytest.param({"family": "KOCH", "given": ["ELLA"]}, "Ella Koch", id="capitals"),
        pytest.param({"family": "Li", "given": "Ming"}, "Ming Li", id="one given name"),
        pytest.param({"family": 5}, "5", id="number"),
        pytest.param({}, None, id="none"),
    ],
)
def test_name_when_read_then_it_is_as_they_write_it(name: Resource, expected: str) -> None:
    assert _read({"name": [name]})[0]["name"] == expected


def test_name_when_there_are_several_then_an_old_one_is_not_taken() -> None:
    names = [{"use": "old", "text": "Ana Antes"}, {"text": "Ana Vidal"}]

    assert _read({"name": names})[0]["name"] == "Ana Vidal"


def test_credential_when_the_name_has_it_then_it_is_not_said_twice() -> None:
    licence = {"code": {"coding": [{"display": "LPC"}]}}

    assert _read({"name": {"text": "A, LPC"}, "qualification": [licence]})[0]["credential"] is None
    assert _read({"name": {"text": "A"}, "qualification": [licence]})[0]["credential"] == "LPC"
    assert _read({"name": {"suffix": ["MD", "PhD"]}})[0]["credential"] == "MD PhD"


@pytest.mark.parametrize(
    ("practitioner", "role", "title"),
    [
        pytest.param({}, {"specialty": [_concept("1041C0700X")]}, "Clinical social worker", id="a"),
        pytest.param(
            {"qualification": [_qualification("103T00000X")]},
            {"specialty": [_concept("207R00000X")]},
            "Psychologist",
            id="qualification",
        ),
        pytest.param({}, {"code": [_concept("mt")]}, "Couple and family therapist", id="kind"),
        pytest.param({}, {"specialty": [_concept("207R00000X")], "code": [_concept("co")]}, "",
            id="codes outweigh kinds"),
        pytest.param({}, {}, "", id="nothing"),
    ],
)  # fmt: skip
def test_title_when_read_then_it_is_ours_for_mental_health(
    practitioner: Resource, role: Resource, title: str
) -> None:
    assert Person(practitioner, (role,), ResourceSet()).title() == title


def test_licence_when_it_holds_then_area_and_number_are_stated() -> None:
    numbers = [{"value": "002419"}]
    issuer = {"display": "Sample Board"}
    values, _ = _read({"qualification": [_qualification(identifier=numbers, issuer=issuer)]})

    assert values["licensed_areas"] == ("US-CT",)
    assert values["register"] == "Sample Board"
    assert values["register_number"] == "002419"
    assert values["register_area"] == "US-CT"


@pytest.mark.parametrize(
    ("qualification", "areas", "found"),
    [
        pytest.param(_qualification(), ("US-CT",), [], id="no end"),
        pytest.param(_qualification(period={"end": "2027-01-01"}), ("US-CT",), [], id="holds"),
        pytest.param(_qualification(period={"end": "2026"}), ("US-CT",), [], id="this year"),
        pytest.param(
            _qualification(period={"end": "2025-02-15"}),
            None,
            ["finding.fhir.licence_ended"],
            id="ended",
        ),
        pytest.param(_qualification(status="revoked"), None, [], id="revoked"),
        pytest.param(_qualification("207R00000X"), None, [], id="another profession"),
        pytest.param(_qualification("MD"), ("US-CT",), [], id="letters"),
        pytest.param(_qualification(state="ZZ"), None, ["finding.fhir.kept"], id="no state"),
    ],
)
def test_licence_when_read_then_only_one_that_holds_gives_an_area(
    qualification: Resource, areas: tuple[str, ...] | None, found: list[str]
) -> None:
    values, findings = _read({"qualification": [qualification]})

    assert values.get("licensed_areas") == areas
    assert findings == found


def test_licence_when_one_ended_then_the_number_of_the_other_is_stated() -> None:
    ended = _qualification(period={"end": "2025-02-15"}, identifier=[{"value": "old"}])
    holds = _qualification(state="MA", identifier=[{"value": "new"}])

    assert _read({"qualification": [ended, holds]})[0]["register_number"] == "new"
    assert _read({"qualification": [ended]})[0]["register_number"] == "old"


def _language(code: str, level: str = "", **more: object) -> Resource:
    proficiency = {
        "url": "x/communication-proficiency",
        "valueCodeableConcept": {"coding": [{"code": level}]},
    }
    return {"coding": [{"code": code}], "extension": [proficiency] * bool(level), **more}


@pytest.mark.parametrize(
    ("language", "expected", "found"),
    [
        pytest.param(_language("en", "50"), ("en:native",), [], id="native"),
        pytest.param(_language("es", "40"), ("es:fluent",), [], id="advanced"),
        pytest.param(_language("es-MX", "30"), ("es:fluent",), [], id="general, with region"),
        pytest.param(_language("es", "20"), None, [], id="too little"),
        pytest.param(_language("es", "00"), None, [], id="none"),
        pytest.param(_language("ru"), ("ru",), [], id="not said how well"),
        pytest.param(_language("SPA"), ("es",), [], id="three letters"),
        pytest.param(_language("hr"), ("hbs",), [], id="close kin"),
        pytest.param(_language("ase"), ("ase",), [], id="signed"),
        pytest.param(_language("zh"), ("cmn",), ["finding.fhir.chinese"], id="Chinese"),
        pytest.param(_language("zh-yue"), ("yue",), [], id="Cantonese"),
        pytest.param(_language("zh-cmn-Hans"), ("cmn",), [], id="Mandarin"),
        pytest.param({"text": "Spanish"}, ("es",), [], id="by name"),
        pytest.param({"language": _language("fr"), "preferred": True}, ("fr",), [], id="R5"),
        pytest.param(_language("tlh"), None, ["finding.fhir.language"], id="unknown"),
        pytest.param({}, None, [], id="empty"),
    ],
)
def test_language_when_read_then_it_is_a_word_of_the_vocabulary(
    language: Resource, expected: tuple[str, ...] | None, found: list[str]
) -> None:
    values, findings = _read({"communication": [language]})

    assert values["languages"] == expected
    assert findings == found


def test_contact_when_read_then_the_roles_come_first_and_home_stays_private() -> None:
    role = {"telecom": [{"system": "phone", "value": "555-0101"}, {"system": "fax", "value": "1"}]}
    own = [
        {"system": "phone", "value": "555-0102"},
        {"system": "email", "value": "a@example.org", "use": "home"},
        {"system": "url", "value": "https://example.org"},
    ]
    values, _ = _read({"telecom": own}, role)

    assert values["phone"] == "555-0101"
    assert values["email"] is None
    assert values["website"] == "https://example.org"


def test_person_when_the_file_says_a_sex_then_no_gender_is_stated() -> None:
    assert "gender" not in _read({"gender": "female"})[0]


@pytest.mark.parametrize(
    ("value", "expected"), [("1234567893", "1234567893"), (1234567893, "1234567893"), (None, "")]
)
def test_npi_when_read_then_a_number_counts_too(value: object, expected: str) -> None:
    identifiers = [{"value": "x"}, {"system": "http://hl7.org/fhir/sid/us-npi", "value": value}]

    assert npi_of({"identifier": identifiers}) == expected


def test_reference_when_missing_then_it_is_noted() -> None:
    builder = RowBuilder("a.json", 1, OPTIONS)
    role = {"location": [{"reference": "Location/nowhere"}]}
    person = Person({}, (role,), ResourceSet())

    assert person.linked(role, "location", builder) == []
    assert keys([builder.remark()]) == ["finding.fhir.missing"]
