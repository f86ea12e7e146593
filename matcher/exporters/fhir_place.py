"""A profile's place of practice in FHIR."""

from decimal import Decimal

from matcher.directory.profile import Profile
from matcher.exporters.fhir_element import Element, extension_url, plan_net

_ADDRESS = {"city": "city", "postcode": "postalCode", "country": "country"}


def location_of(profile: Profile, key: str) -> Element | None:
    """Return the Location resource of a profile; ``None`` when it states nothing of a place."""
    address = {name: profile.text(field) for field, name in _ADDRESS.items()}
    address = {name: text for name, text in address.items() if text}
    latitude, longitude = profile.value("latitude"), profile.value("longitude")
    found: Element = {"resourceType": "Location", "id": key, "status": "active"}
    if area := profile.text("area"):
        found["name"] = area
    if address:
        found["address"] = {"use": "work", **address}
    if isinstance(latitude, Decimal) and isinstance(longitude, Decimal):
        found["position"] = {"longitude": float(longitude), "latitude": float(latitude)}
    if "near_transport" in profile.tokens("access"):
        reached = {
            "url": extension_url("accessibility"),
            "valueCodeableConcept": plan_net("pubtrans", "AccessibilityCS"),
        }
        found["extension"] = [reached]
    return found if found.keys() - {"resourceType", "id", "status"} else None
