"""The few shapes FHIR wraps its values in, and how our profiles are named in it."""

import hashlib
import re
from uuid import NAMESPACE_URL, uuid5

Element = dict[str, object]

PROFILE_IDS = "urn:rapport:profile-id"
"""The system of identifiers that are ids of our profiles."""

_PLAN_NET = "http://hl7.org/fhir/us/davinci-pdex-plan-net"
_ID = re.compile(r"[A-Za-z0-9.\-]{1,64}")


def resource_id(profile_id: str) -> str:
    """Return an id that FHIR allows: the profile's own where it does, else made of it."""
    if _ID.fullmatch(profile_id):
        return profile_id
    return hashlib.sha256(profile_id.encode()).hexdigest()[:40]


def full_url(kind: str, key: str) -> str:
    """Return by what a resource is known within its bundle."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'urn:rapport:{kind}:{key}')}"


def reference_to(kind: str, key: str) -> Element:
    """Refer to a resource of the same bundle."""
    return {"reference": full_url(kind, key)}


def concept(code: str, system: str, text: str = "") -> Element:
    """Return a coded concept."""
    coded: Element = {"coding": [{"system": system, "code": code}]}
    return {**coded, "text": text} if text else coded


def plan_net(code: str, system: str) -> Element:
    """Return a concept of a code system of the Plan-Net guide."""
    return concept(code, f"{_PLAN_NET}/CodeSystem/{system}")


def extension(name: str, *inside: Element) -> Element:
    """Return an extension of the Plan-Net guide that holds others."""
    return {"extension": [*inside], "url": extension_url(name)}


def extension_url(name: str) -> str:
    """Return the address of an extension of the Plan-Net guide."""
    return f"{_PLAN_NET}/StructureDefinition/{name}"
