import json
from decimal import Decimal

import pytest
from support.importing import DATA, OPTIONS, keys, say_all

from matcher.directory.profile import Source
from matcher.importers.fhir_offer import practice_state, state_offer
from matcher.importers.fhir_person import Person
from matcher.importers.fhir_resources import Located, Resource, ResourceSet
from matcher.importers.row_builder import RowBuilder


def _read(
    role: Resource, *resources: Resource, practitioner: Resource | None = None
) -> tuple[dict[str, object], list[str], str]:
    """Read the offer of one role; the resources are linked to it by their types."""
    found = ResourceSet()
    links: dict[str, list[Resource]] = {}
    for number, resource in enumerate(resources):
        kind = str(resource["resourceType"])
        found.add(Located(resource | {"id": str(number)}, "a.json", number))
        name = {"HealthcareService": "healthcareService", "Location": "location"}.get(kind, kind)
        links.setdefault(name, []).append({"reference": f"{kind}/{number}"})
    builder = RowBuilder("a.json", 1, OPTIONS)
    person = Person(practitioner or {}, (links | role,), found)
    state = practice_state(person, builder)
    state_offer(person, builder)
    say_all([builder.remark()])
    return dict(builder.values), keys([builder.remark()]), state


def _codes(url: str, *codes: str) -> list[Resource]:
    return [{"url": url, "valueCodeableConcept": {"coding": [{"code": code}]}} for code in codes]


def _new_patients(code: str) -> list[Resource]:
    return [{"url": "x/newpatients", "extension": _codes("acceptingPatients", code)}]


def _service(*kinds: str, by: tuple[str, ...] = (), **more: object) -> Resource:
    inside = [*_codes("type", *kinds), *_codes("virtualModalities", *by)]
    delivery = {"url": "x/delivery-method", "extension": inside}
    return {"resourceType": "HealthcareService", "extension": [delivery], **more}


def _place(**more: object) -> Resource:
    return {"resourceType": "Location", **more}


def _codes_in(name: str) -> set[str]:
    path = DATA / "vocab" / f"CodeSystem-{name}CS.json"
    return {c["code"] for c in json.loads(path.read_text(encoding="utf-8"))["concept"]}


@pytest.mark.parametrize(
    ("code", "expected"),
    [("newpt", "yes"), ("nopt", "no"), ("existptonly", "no"), ("existptfam", "no")],
)
def test_accepting_when_read_then_only_new_people_count(code: str, expected: str) -> None:
    assert code in _codes_in("AcceptingPatients")
    assert _read({"extension": _new_patients(code)})[0]["accepting"] == expected


def test_accepting_when_several_say_it_then_the_role_outweighs_service_and_place() -> None:
    service = _service(extension=_new_patients("nopt"))
    place = _place(extension=_new_patients("newpt"))

    assert _read({"extension": _new_patients("newpt")}, service)[0]["accepting"] == "yes"
    assert _read({}, service, place)[0]["accepting"] == "no"
    assert _read({}, place)[0]["accepting"] == "yes"
    assert _read({}, _place())[0]["accepting"] is None


def test_accepting_when_the_code_is_unknown_then_it_is_noted() -> None:
    values, findings, _ = _read({"extension": _new_patients("sometimes")})

    assert values["accepting"] is None
    assert findings == ["finding.fhir.code"]


@pytest.mark.parametrize(
    ("service", "formats", "found"),
    [
        pytest.param(_service("physical"), ("in_person",), [], id="physical"),
        pytest.param(_service("virtual", by=("video",)), ("video",), [], id="video"),
        pytest.param(_service("virtual", by=("phone", "tdd")), ("phone",), [], id="phone"),
        pytest.param(_service("virtual", by=("sms",)), ("text_chat",), [], id="messages"),
        pytest.param(
            _service("virtual", by=("web",)), ("video",), ["finding.fhir.online"], id="online"
        ),
        pytest.param(_service("virtual"), ("video",), ["finding.fhir.online"], id="not said how"),
        pytest.param(
            _service("physical", "virtual", by=("video", "app")),
            ("in_person", "video"),
            [],
            id="both",
        ),
        pytest.param(_service(), None, [], id="not said"),
    ],
)
def test_formats_when_read_then_they_say_how_one_meets(
    service: Resource, formats: tuple[str, ...] | None, found: list[str]
) -> None:
    values, findings, _ = _read({}, service)

    assert values["formats"] == formats
    assert findings == found


def test_modalities_when_the_guide_lists_them_then_each_means_something() -> None:
    for code in _codes_in("VirtualModalities"):
        assert _read({}, _service("virtual", by=(code,)))[0]["formats"] is not None


def _hours(*days: str, start: str = "", end: str = "", **more: object) -> Resource:
    return {
        "daysOfWeek": [*days],
        "availableStartTime": start,
        "availableEndTime": end,
        **more,
    }


@pytest.mark.parametrize(
    ("hours", "times", "found"),
    [
        pytest.param(
            _hours("tue", "mon", start="09:00:00", end="12:00:00"),
            ("mon 09:00-12:00", "tue 09:00-12:00"),
            [],
            id="days in order",
        ),
        pytest.param(_hours("sun", allDay=True), ("sun 00:00-24:00",), [], id="all day"),
        pytest.param(
            _hours("fri", start="18:00", end="00:00"), ("fri 18:00-24:00",), [], id="midnight"
        ),
        pytest.param(
            _hours("fri", start="22:00", end="06:00"), None, ["finding.cell.times"], id="night"
        ),
        pytest.param(_hours("fri"), None, ["finding.cell.times"], id="no hours"),
        pytest.param(_hours(start="09:00", end="12:00"), None, [], id="no days"),
    ],
)
def test_times_when_read_then_they_are_hours_of_the_week(
    hours: Resource, times: tuple[str, ...] | None, found: list[str]
) -> None:
    values, findings, _ = _read({"availableTime": [hours]})

    assert values["times"] == times
    assert findings == found


def test_times_when_the_role_says_none_then_the_service_and_last_the_place_do() -> None:
    mine = {"availableTime": [_hours("mon", allDay=True)]}
    service = _service(availableTime=[_hours("tue", allDay=True)])
    opening = {"daysOfWeek": ["wed"], "openingTime": "08:00:00", "closingTime": "17:00:00"}
    place = _place(hoursOfOperation=[opening])

    assert _read(mine, service, place)[0]["times"] == ("mon 00:00-24:00",)
    assert _read({}, service, place)[0]["times"] == ("tue 00:00-24:00",)
    values, findings, _ = _read({}, place)
    assert values["times"] == ("wed 08:00-17:00",)
    assert findings == ["finding.fhir.opening_hours"]


@pytest.mark.parametrize(
    ("reference", "payers", "found"),
    [
        pytest.param(
            {"display": "Green Circle of CT, HMO"}, ("green_circle_of_ct_hmo",), [], id="by name"
        ),
        pytest.param({"reference": "Organization/x"}, None, ["finding.fhir.missing"], id="missing"),
        pytest.param({"display": "健康"}, None, ["finding.fhir.payer"], id="no code"),
    ],
)
def test_payers_when_read_then_their_codes_are_their_names(
    reference: Resource, payers: tuple[str, ...] | None, found: list[str]
) -> None:
    extension = {"url": "x/network-reference", "valueReference": reference}
    values, findings, _ = _read({"extension": [extension]})

    assert values["payers"] == payers
    assert findings == found


_ADDRESS = {"line": ["1 EXAMPLE ST"], "city": "FARMINGTON", "state": "CT", "postalCode": "6032"}


def test_place_when_the_role_names_one_then_it_is_taken_without_the_street() -> None:
    position = {"latitude": Decimal("41.728412345678901"), "longitude": Decimal("-72.8")}
    values, findings, state = _read({}, _place(address=_ADDRESS, position=position))

    assert state == "US-CT"
    assert values["city"] == "Farmington"
    assert values["postcode"] == "06032"
    assert values["country"] == "US"
    assert values["latitude"] == Decimal("41.728412")
    assert "EXAMPLE" not in str(values)
    assert findings == ["finding.zip.restored"]


@pytest.mark.parametrize(
    "position",
    [
        pytest.param({"latitude": Decimal("39.78373"), "longitude": Decimal("-100.4")}, id="far"),
        pytest.param({"latitude": 0, "longitude": 0}, id="zero"),
        pytest.param({"latitude": 41}, id="half"),
        pytest.param({"latitude": 10**400, "longitude": Decimal("1E+500")}, id="endless"),
        pytest.param({"latitude": "north", "longitude": []}, id="words"),
    ],
)
def test_position_when_not_to_be_believed_then_the_postcode_alone_stays(
    position: Resource,
) -> None:
    values, _, _ = _read({}, _place(address=_ADDRESS, position=position))

    assert values["latitude"] is values["longitude"] is None
    assert values["postcode"] == "06032"


def test_place_when_no_role_names_one_then_the_own_address_is_taken_roughly() -> None:
    degrees = [
        {"url": "latitude", "valueDecimal": Decimal("41.72841")},
        {"url": "longitude", "valueDecimal": Decimal("-72.84152")},
    ]
    address = _ADDRESS | {"extension": [{"url": "x/geolocation", "extension": degrees}]}
    values, _, state = _read({}, practitioner={"address": [{"use": "home"}, address]})

    assert (values["latitude"], values["longitude"]) == (Decimal("41.73"), Decimal("-72.84"))
    assert state == "US-CT"


def test_places_when_there_are_several_then_the_first_is_taken_with_a_note() -> None:
    other = _ADDRESS | {"city": "Hartford"}
    values, findings, _ = _read({}, _place(address=_ADDRESS), _place(address=other))

    assert values["city"] == "Farmington"
    assert findings == ["finding.fhir.places", "finding.zip.restored"]


def test_access_when_the_place_is_near_transport_then_that_is_stated() -> None:
    place = _place(extension=_codes("x/accessibility", "adacomp", "pubtrans"))

    assert _read({}, place)[0]["access"] == ("near_transport",)


def test_lists_when_something_in_them_is_not_known_then_it_is_kept_as_text() -> None:
    builder = RowBuilder("a.json", 1, OPTIONS)
    hours = [
        {"daysOfWeek": ["mon"], "availableStartTime": "09:00", "availableEndTime": "12:00"},
        {"daysOfWeek": ["tue"], "availableStartTime": "late", "availableEndTime": "12:00"},
    ]
    network = {"url": "x/network-reference", "valueReference": {"reference": "Organization/9"}}
    service = _service("physical", by=("hologram",)) | {"id": "1"}
    resources = ResourceSet()
    resources.add(Located(service, "a.json", 1))
    links = [{"reference": "HealthcareService/1"}]
    role: Resource = {
        "availableTime": hours, "extension": [network], "healthcareService": links,
    }  # fmt: skip

    state_offer(Person({}, (role,), resources), builder)
    statement = builder.row("p", Source.REGISTER, None).statement

    assert statement is not None
    assert statement.in_part == {"times", "payers", "formats"}
    assert statement.values["unsorted"] == (
        "formats: hologram\ntimes: tue late-12:00\npayers: Organization/9"
    )
