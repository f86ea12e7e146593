"""What fuzzing starts from: a good file for each reader, and the words such files are made of."""

import json
from collections.abc import Callable, Iterable
from itertools import islice

from support.importing import DATA
from support.source import ROOT
from support.table_files import ods_rows

from matcher.directory.field import FIELDS
from matcher.questionnaire.loader import load_questionnaire

_SAMPLE = ROOT / "resources" / "sample_directory"
_CSV = (
    b"id,name,city,languages,issues,times,fee_min,next_opening,accepting,formats,phone,bio\n"
    b'p-1,"Ana Vidal, PhD","Salem, OR 97301",es:native;en,panic:focus,mon 17:00-20:00,$80,'
    b'2026-12-01,yes,video|phone,508-555-0101,"=1+1"\n'
    b"p-2,Ben,,-,worry:no,mon-evening,120,01/02/2026,waitlist,,,\n"
)
_PEOPLE = [
    {"@context": "https://schema.org", "@type": "Person", "name": "Ana", "knowsLanguage": "es"},
    {
        "@context": "https://schema.org",
        "@graph": [
            {
                "@type": "Physician",
                "name": "Bo",
                "address": {"@type": "PostalAddress", "postalCode": "97201"},
                "openingHoursSpecification": [{"dayOfWeek": "Monday", "opens": "17:00"}],
            }
        ],
    },
]
_FOUND = {
    "result_count": 1,
    "results": [
        {
            "number": "1234567893",
            "enumeration_type": "NPI-1",
            "basic": {"first_name": "ANA", "last_name": "SAMPLE", "last_updated": "2025-07-08"},
            "taxonomies": [{"code": "103T00000X", "state": "OR", "primary": True, "license": "1"}],
            "addresses": [{"address_purpose": "LOCATION", "postal_code": "972010000"}],
        }
    ],
}


def seeds_of(name: str) -> list[bytes]:
    """Return good files for a reader."""
    return [*_SEEDS[name]()]


def words_of(name: str) -> str:
    """Return words for a reader as a dictionary of libFuzzer."""
    words: Iterable[str] = _WORDS
    if name in {"csv", "mapped"}:
        words = FIELDS
    elif name == "answers":
        words = [item.id for item in load_questionnaire().items]
    return "".join(f'"{word}"\n' for word in words)


_WORDS = (
    "resourceType", "Bundle", "entry", "resource", "Practitioner", "PractitionerRole", "Location",
    "HealthcareService", "reference", "availableTime", "position", "extension", "results", "basic",
    "taxonomies", "addresses", "@graph", "@type", "openingHours", "makesOffer", "profiles", "facts",
    "superseded", "confirmed_on", "rapport-directory/1", "\\\\ud800", "1e999999", "NaN",
    "table:number-columns-repeated", "table:table-cell", "text:p", "<c r=",
)  # fmt: skip


def _dumped(*documents: object) -> list[bytes]:
    return [json.dumps(document).encode() for document in documents]


def _nppes() -> Iterable[bytes]:
    with (DATA / "nppes" / "practitioners_329col.csv").open("rb") as file:
        yield b"".join(islice(file, 4))


def _fhir() -> Iterable[bytes]:
    resources: list[object] = []
    for kind in ("Practitioner", "PractitionerRole", "Location", "HealthcareService"):
        path = min((DATA / "fhir" / "plan_net_ig_1.1.0").glob(f"{kind}-*.json"))
        yield path.read_bytes()
        resources.append(json.loads(path.read_bytes()))
    yield from _dumped({"resourceType": "Bundle", "entry": [{"resource": r} for r in resources]})


def _pages() -> Iterable[bytes]:
    for each in _dumped(*_PEOPLE):
        yield each
        yield b'<html><script type="application/ld+json">' + each + b"</script></html>"


def _sheets() -> Iterable[bytes]:
    rows = ods_rows([line.split(",") for line in _CSV.decode().splitlines()])
    yield b"o" + rows.encode()
    yield (
        b'x<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c><c r="B1" t="inlineStr"><is>'
        b'<t>name</t></is></c></row><row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2"><f>1+1</f>'
        b'<v>2</v></c><c r="C2" t="e"><v>#REF!</v></c></row>'
    )


def _directory() -> Iterable[bytes]:
    fact = {"value": "Ana", "source": "clinic", "confirmed_on": "2026-01-01"}
    yield from _dumped(
        {
            "format": "rapport-directory/1",
            "profiles": [
                {
                    "id": "p-1",
                    "published": True,
                    "facts": {"name": fact, "fee_min": fact | {"value": "80"}},
                    "superseded": [fact | {"field": "name"}],
                }
            ],
        }
    )


def _sample() -> Iterable[bytes]:
    yield _CSV
    with (_SAMPLE / "directory.csv").open("rb") as file:
        yield b"".join(islice(file, 4))


_SEEDS: dict[str, Callable[[], Iterable[bytes]]] = {
    "csv": _sample,
    "mapped": lambda: [_CSV],
    "spreadsheet": _sheets,
    "nppes": _nppes,
    "npi-api": lambda: _dumped(_FOUND, {"Errors": [{"description": "no"}]}),
    "fhir": _fhir,
    "json": _directory,
    "schema-org": _pages,
    "answers": lambda: [(_SAMPLE / "answers.json").read_bytes()],
}
