"""A profile's work in FHIR: the role with its hours and payers, and the service it gives."""

from collections.abc import Iterator
from functools import cache

from matcher.bundled import bundled_toml
from matcher.directory.profile import Profile, split_token
from matcher.directory.week import parse_hours
from matcher.exporters.fhir_element import Element, concept, extension, extension_url, plan_net

_MODALITIES = {"video": "video", "phone": "phone", "text_chat": "sms"}
_ACCEPTING = {"yes": "newpt", "no": "nopt"}
_TAXONOMY = "http://nucc.org/provider-taxonomy"
# What makes a whole code of the beginning that names a field of work.
_ENDINGS = {4: "00000X", 7: "08X", 10: ""}


def role_of(profile: Profile, key: str) -> Element:
    """Return the PractitionerRole resource of a profile, its references left to the caller."""
    role: Element = {"resourceType": "PractitionerRole", "id": key, "active": True}
    if title := profile.text("title"):
        role["code"] = [{"text": title}]
        if code := _taxonomy().get(title, ""):
            role["specialty"] = [concept(code, _TAXONOMY, title)]
    extensions = [*_new_patients(profile), *_networks(profile)]
    hours = [*_hours(profile)]
    return {
        **role,
        **({"extension": extensions} if extensions else {}),
        **({"availableTime": hours} if hours else {}),
    }


def service_of(profile: Profile, key: str) -> Element | None:
    """Return the HealthcareService of a profile; ``None`` when FHIR has no word for its formats."""
    offered = {split_token(token)[0] for token in profile.tokens("formats") if token[-3:] != ":no"}
    modalities = [code for format_, code in _MODALITIES.items() if format_ in offered]
    kinds = ["physical"] * ("in_person" in offered) + ["virtual"] * bool(modalities)
    if not kinds:
        return None
    inside = [_coded("type", kind, "DeliveryMethodCS") for kind in kinds]
    inside += [_coded("virtualModalities", code, "VirtualModalitiesCS") for code in modalities]
    return {
        "resourceType": "HealthcareService",
        "id": key,
        "active": True,
        "extension": [extension("delivery-method", *inside)],
        "category": [plan_net("behav", "HealthcareServiceCategoryCS")],
    }


def _coded(name: str, code: str, system: str) -> Element:
    return {"url": name, "valueCodeableConcept": plan_net(code, system)}


def _new_patients(profile: Profile) -> Iterator[Element]:
    # The guide knows no waiting list.
    if code := _ACCEPTING.get(profile.text("accepting")):
        yield extension("newpatients", _coded("acceptingPatients", code, "AcceptingPatientsCS"))


def _networks(profile: Profile) -> Iterator[Element]:
    for token in profile.tokens("payers"):
        code, details = split_token(token)
        if "no" not in details:
            name = code.replace("_", " ")
            yield {"url": extension_url("network-reference"), "valueReference": {"display": name}}


def _hours(profile: Profile) -> Iterator[Element]:
    """Yield the exact hours; an evening is no hour."""
    for hours in filter(None, map(parse_hours, profile.tokens("times"))):
        day, start, end = hours
        if (start, end) == (0, 24 * 60):
            yield {"daysOfWeek": [day], "allDay": True}
        else:
            times = {"availableStartTime": _clock(start), "availableEndTime": _clock(end)}
            yield {"daysOfWeek": [day], **times}


def _clock(minute: int) -> str:
    return f"{minute // 60 % 24:02}:{minute % 60:02}:00"


@cache
def _taxonomy() -> dict[str, str]:
    """Return a taxonomy code for each of our own names of a field of work."""
    names = bundled_toml("importers", "kinds_of_therapists.toml")["nucc"]
    return {title: begin + _ENDINGS[len(begin)] for begin, title in names.items()}
