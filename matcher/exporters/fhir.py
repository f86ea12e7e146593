"""The directory as FHIR R4: a bundle of practitioners, roles, places and services.

After the Plan-Net guide, as far as its words reach. What FHIR has no word for is left out: it is
never bent into something near to it. The importer of FHIR reads back all that is written here.
"""

import json
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from matcher.directory.profile import Profile
from matcher.directory.record import ProfileRecord
from matcher.exporters.fhir_element import Element, full_url, reference_to, resource_id
from matcher.exporters.fhir_offer import role_of, service_of
from matcher.exporters.fhir_person import practitioner_of
from matcher.exporters.fhir_place import location_of

CARRIED = (
    "name", "title", "credential", "register", "register_number", "register_area", "accepting",
    "formats", "postcode", "country", "latitude", "longitude", "area", "city", "licensed_areas",
    "languages", "times", "payers", "access", "phone", "email", "website",
)  # fmt: skip
"""The fields of which FHIR can say all or some."""

_write = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def write_fhir(records: Iterable[ProfileRecord], file: BinaryIO) -> int:
    """Write the published profiles as one bundle of type ``collection``, a resource a line.

    Parameters
    ----------
    records
        Read once, one at a time; those that clients do not see are left out.
    file
        Takes UTF-8.

    Returns
    -------
    int
        How many profiles were written.
    """
    # A resource may be on its own line: only the whole is one document.
    file.write(b'{"resourceType":"Bundle","type":"collection"')
    number = 0
    separator = b',"entry":[\n'
    for record in records:
        if not record.profile.published:
            continue
        number += 1
        for resource in resources_of(record.profile):
            url = full_url(str(resource["resourceType"]), str(resource["id"]))
            entry = {"fullUrl": url, "resource": resource}
            file.write(separator + _write(entry).encode())
            separator = b",\n"
    file.write(b"\n]}\n" if number else b"}\n")
    return number


def resources_of(profile: Profile) -> Iterator[Element]:
    """Yield the resources of one profile: the practitioner, their place and service, their role."""
    key = resource_id(profile.id)
    meta = _meta(profile)
    practitioner = practitioner_of(profile, key)
    location, service = location_of(profile, key), service_of(profile, key)
    role = role_of(profile, key)
    role["practitioner"] = reference_to("Practitioner", key)
    yield {**practitioner, **meta}
    if location is not None:
        role["location"] = [reference_to("Location", key)]
        yield location
    if service is not None:
        role["healthcareService"] = [reference_to("HealthcareService", key)]
        yield service
    yield {**role, **meta}


def _meta(profile: Profile) -> Element:
    """Return the oldest day of the facts that are said: FHIR has one day for all of them.

    The newest would make old facts look fresh. A fact without a day leaves the day open.
    """
    days = [profile.facts[field].confirmed_on for field in CARRIED if field in profile.facts]
    known = [day for day in days if day is not None]
    if not known or len(known) < len(days):
        return {}
    return {"meta": {"lastUpdated": f"{min(known)}T00:00:00Z"}}
