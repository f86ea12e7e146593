"""A profile's practitioner in FHIR: name, ways to reach them, register, licences, languages."""

import re
from collections.abc import Iterator

from matcher.directory.profile import Profile, split_token
from matcher.exporters.fhir_element import PROFILE_IDS, Element, extension, extension_url, plan_net

_NPI = re.compile("npi-([0-9]{10})")
_CONTACTS = {"phone": "phone", "email": "email", "website": "url"}
_PROFICIENCY = {"fluent": "40", "native": "50"}
_UNKNOWN: Element = {
    "extension": [
        {
            "url": "http://hl7.org/fhir/StructureDefinition/data-absent-reason",
            "valueCode": "unknown",
        }
    ]
}


def practitioner_of(profile: Profile, key: str) -> Element:
    """Return the Practitioner resource of a profile."""
    found: Element = {"resourceType": "Practitioner", "id": key, "active": True}
    found["identifier"] = [*_identifiers(profile.id)]
    parts = {
        "name": [*_names(profile)],
        "telecom": [*_telecom(profile)],
        "qualification": [*_qualifications(profile)],
        "communication": [*_communication(profile)],
    }
    return {**found, **{name: part for name, part in parts.items() if part}}


def _identifiers(profile_id: str) -> Iterator[Element]:
    if npi := _NPI.fullmatch(profile_id):
        yield {"system": "http://hl7.org/fhir/sid/us-npi", "value": npi[1]}
    yield {"system": PROFILE_IDS, "value": profile_id}


def _names(profile: Profile) -> Iterator[Element]:
    name, credential = profile.text("name"), profile.text("credential")
    if name or credential:
        said = {"text": name, "suffix": [credential] if credential else []}
        yield {key: value for key, value in said.items() if value}


def _telecom(profile: Profile) -> Iterator[Element]:
    for field, system in _CONTACTS.items():
        if text := profile.text(field):
            yield {"system": system, "value": text, "use": "work"}


def _qualifications(profile: Profile) -> Iterator[Element]:
    """Yield a licence for each area; the one of the register's area has the number there."""
    entry = _register_entry(profile)
    area = profile.text("register_area")
    areas = [split_token(token)[0] for token in profile.tokens("licensed_areas")]
    if entry and area not in areas:
        yield {"code": _UNKNOWN} | entry
        entry = {}
    for each in areas:
        more = entry if each == area else {}
        yield {"code": _UNKNOWN} | _valid_in(each) | more


def _register_entry(profile: Profile) -> Element:
    number, register = profile.text("register_number"), profile.text("register")
    if not number:
        return {}
    issuer: Element = {"issuer": {"display": register}} if register else {}
    return {"identifier": [{"value": number}], **issuer}


def _valid_in(area: str) -> Element:
    country, _, part = area.partition("-")
    is_state = country == "US" and bool(part)
    coding = {
        "system": "https://www.usps.com/" if is_state else "urn:iso:std:iso:3166",
        "code": part if is_state else area,
    }
    place: Element = {"url": "whereValid", "valueCodeableConcept": {"coding": [coding]}}
    status: Element = {"url": "status", "valueCode": "active"}
    return {"extension": [extension("practitioner-qualification", status, place)]}


def _communication(profile: Profile) -> Iterator[Element]:
    """Yield the languages somebody speaks; through an interpreter or not at all is neither."""
    for token in profile.tokens("languages"):
        code, details = split_token(token)
        level = details[0] if details else ""
        if level not in {"", *_PROFICIENCY}:
            continue
        spoken: Element = {"coding": [{"system": "urn:ietf:bcp:47", "code": code}]}
        if level:
            skill = plan_net(_PROFICIENCY[level], "LanguageProficiencyCS")
            url = extension_url("communication-proficiency")
            spoken["extension"] = [{"url": url, "valueCodeableConcept": skill}]
        yield spoken
