"""What FHIR resources say of a person's roles: place, hours, payers, whether people can come."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal, InvalidOperation

from matcher.directory.vocabulary import load_vocabulary
from matcher.directory.week import DAYS, parse_hours
from matcher.errors import Message
from matcher.importers.fhir_person import Person, note_missing
from matcher.importers.fhir_resources import Resource
from matcher.importers.fhir_value import display_of, extension_codes, extensions, has_ended
from matcher.importers.foreign_text import clean_text, natural_case, slug
from matcher.importers.json_value import as_dict, as_dicts, as_list, as_text
from matcher.importers.position import check_position
from matcher.importers.row_builder import RowBuilder, shortened
from matcher.importers.us_place import country_code, state_area
from matcher.importers.us_registry import state_zip

OFFER_FIELDS = ("accepting", "formats", "times", "payers", "access")
PLACE_FIELDS = ("city", "postcode", "country", "latitude", "longitude")

_ACCEPTING = {"newpt": "yes", "nopt": "no", "existptonly": "no", "existptfam": "no"}
_MODALITIES = {"video": "video", "phone": "phone", "tdd": "phone", "sms": "text_chat"}
# They say how one gets there, not whether one is seen; our own word for meeting online is video.
_ONLINE = frozenset({"app", "web"})
_KINDS = frozenset({"physical", "virtual"})
_LONGEST_PAYER = 80
# Where somebody's own address is given, a kilometre is near enough.
_ROUGHLY = Decimal("0.01")


def state_offer(person: Person, builder: RowBuilder) -> None:
    """State what the person's roles say; with none that holds, that nothing is stated any more."""
    accepting: list[str] = []
    formats: set[str] = set()
    times: dict[str, None] = {}
    payers: dict[str, None] = {}
    access: dict[str, None] = {}
    for role in person.roles:
        services = person.linked(role, "healthcareService", builder)
        places = person.linked(role, "location", builder)
        accepting += _accepting([[role], services, places], builder)
        formats |= _formats(services, builder)
        times |= dict.fromkeys(_times(role, services, places, builder))
        payers |= dict.fromkeys(_payers(person, role, builder))
        access |= dict.fromkeys(_access(places))
    if accepting:
        builder.values["accepting"] = "yes" if "yes" in accepting else "no"
    ordered = [code for code in load_vocabulary("formats").codes if code in formats]
    builder.values["formats"] = (*ordered,) or None
    builder.values["times"] = tuple(sorted(times, key=_place_in_week)) or None
    builder.values["payers"] = (*payers,) or None
    builder.values["access"] = (*access,) or None
    builder.leave_open(OFFER_FIELDS)


def _accepting(levels: Iterable[Iterable[Resource]], builder: RowBuilder) -> list[str]:
    """Return what the closest resource says: the role, else its services, else its places."""
    for level in levels:
        codes = [
            code
            for resource in level
            for extension in extensions(resource, "newpatients")
            for code in extension_codes(extension, "acceptingPatients")
        ]
        for code in codes:
            if code not in _ACCEPTING:
                builder.note(Message("finding.fhir.code", code=shortened(code)), "accepting")
        if known := [_ACCEPTING[code] for code in codes if code in _ACCEPTING]:
            return ["yes" if "yes" in known else "no"]
    return []


def _formats(services: Iterable[Resource], builder: RowBuilder) -> set[str]:
    found: set[str] = set()
    for service in services:
        for delivery in extensions(service, "delivery-method"):
            kinds = {*extension_codes(delivery, "type")}
            modalities = {*extension_codes(delivery, "virtualModalities")}
            if "physical" in kinds:
                found.add("in_person")
            found |= {_MODALITIES[code] for code in modalities & _MODALITIES.keys()}
            for code in sorted((kinds - _KINDS) | (modalities - _MODALITIES.keys() - _ONLINE)):
                builder.note(Message("finding.fhir.kept", code=shortened(code)), "formats")
                builder.keep("formats", code)
            is_vague = "virtual" in kinds and not modalities
            if (is_vague or modalities & _ONLINE) and "video" not in found:
                builder.warn(Message("finding.fhir.online"), "formats")
                found.add("video")
    return found


def _times(
    role: Resource, services: list[Resource], places: list[Resource], builder: RowBuilder
) -> list[str]:
    for resource in (role, *services):
        if hours := _hours(resource.get("availableTime"), "available{}Time", builder):
            return hours
    for place in places:
        if hours := _hours(place.get("hoursOfOperation"), "{}Time", builder):
            builder.warn(Message("finding.fhir.opening_hours"), "times")
            return hours
    return []


def _hours(entries: object, name: str, builder: RowBuilder) -> list[str]:
    words = ("Start", "End") if name.startswith("available") else ("opening", "closing")
    found = []
    for entry in as_dicts(entries):
        start, end = (as_text(entry.get(name.format(word)))[:5] for word in words)
        if entry.get("allDay") is True:
            start, end = "00:00", "24:00"
        end = "24:00" if end == "00:00" else end
        for day in map(as_text, as_list(entry.get("daysOfWeek"))):
            token = f"{day} {start}-{end}"
            if parse_hours(token) is None:
                builder.keep("times", token)
                builder.error(Message("finding.cell.times", text=shortened(token)), "times")
            else:
                found.append(token)
    return found


def _place_in_week(token: str) -> tuple[int, str]:
    day, _, hours = token.partition(" ")
    return DAYS.index(day), hours


def _payers(person: Person, role: Resource, builder: RowBuilder) -> Iterator[str]:
    for extension in extensions(role, "network-reference"):
        reference = extension.get("valueReference")
        network = person.resources.find(reference, role)
        if network is None and not display_of(reference):
            note_missing(builder, reference)
            builder.keep("payers", as_text(as_dict(reference).get("reference")) or "?")
            continue
        name = as_text(as_dict(network).get("name")) or display_of(reference)
        plans = person.resources.plans_of(person.resources.key_of(reference))
        for payer in (name, *plans):
            if code := _payer_code(payer):
                yield code
            else:
                builder.note(Message("finding.fhir.payer", name=shortened(payer)), "payers")
                builder.keep("payers", payer)


def _payer_code(name: str) -> str:
    plain = slug(clean_text(name)).encode("ascii", "ignore").decode("ascii")
    return plain.strip("-").replace("-", "_")[:_LONGEST_PAYER].strip("_")


def _access(places: Iterable[Resource]) -> Iterator[str]:
    """Yield what a place surely has; codes such as *ADA compliant* do not say what is there."""
    for place in places:
        if "pubtrans" in extension_codes(place, "accessibility"):
            yield "near_transport"


def practice_state(person: Person, builder: RowBuilder) -> str:
    """State the place of practice and return its state of the USA, or ``""``.

    The place is the first one a role names, else the practitioner's own address; never a street.
    """
    silent = RowBuilder("", 0, builder.options)
    places = [
        place
        for role in person.roles
        for place in person.linked(role, "location", silent)
        if as_dict(place.get("address")) or as_dict(place.get("position"))
    ]
    if len({as_text(place.get("id")) for place in places}) > 1:
        builder.note(Message("finding.fhir.places", n=len(places)), "city")
    if places:
        address = as_dict(places[0].get("address"))
        _state_position(as_dict(places[0].get("position")), builder)
    else:
        address = _own_address(person.practitioner, builder.options.today)
        _state_position(_rough_position(address), builder)
    _state_address(address, builder)
    check_position(builder)
    if places or address or person.has_roles:
        builder.leave_open(PLACE_FIELDS)
    return state_area(as_text(address.get("state")))


def _own_address(practitioner: Resource, today: date) -> Resource:
    addresses = [a for a in as_dicts(practitioner.get("address")) if not has_ended(a, today)]
    public = (a for a in addresses if as_text(a.get("use")) not in {"home", "old", "temp"})
    return next(public, {})


def _state_address(address: Resource, builder: RowBuilder) -> None:
    if not address:
        return
    in_usa = "US" if state_area(as_text(address.get("state"))) else ""
    country = country_code(as_text(address.get("country"))) or in_usa
    builder.state("city", natural_case(as_text(address.get("city"))))
    builder.state("country", country)
    state_zip(builder, as_text(address.get("postalCode")), country)


def _rough_position(address: Resource) -> Resource:
    for location in extensions(address, "geolocation"):
        found: Resource = {}
        for name in ("latitude", "longitude"):
            for extension in extensions(location, name):
                found[name] = _rounded(as_text(extension.get("valueDecimal")))
        return found
    return {}


def _rounded(text: str) -> str:
    try:
        return f"{Decimal(text).quantize(_ROUGHLY):f}"
    except InvalidOperation:
        return ""


def _state_position(position: Resource, builder: RowBuilder) -> None:
    latitude, longitude = (as_text(position.get(name)) for name in ("latitude", "longitude"))
    builder.read("latitude", latitude)
    builder.read("longitude", longitude)
