"""What practices say of themselves on their own pages: schema.org JSON-LD, alone or in HTML."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from matcher.directory.profile import Source
from matcher.directory.validation import Severity
from matcher.errors import ImportFileError, Message
from matcher.importers.foreign_text import clean_text, slug
from matcher.importers.json_value import as_dicts, as_list, as_text
from matcher.importers.row import ReadOptions, Row
from matcher.importers.row_builder import RowBuilder
from matcher.importers.schema_org_nodes import Described, documents_of, people_in
from matcher.importers.schema_org_offer import state_described
from matcher.importers.us_place import state_area
from matcher.importers.us_registry import is_usable_npi, is_valid_npi

_LONGEST_ID = 120


def read_schema_org(path: Path, options: ReadOptions) -> Iterator[Row]:
    """Read the people that a page or a JSON-LD file describes.

    Parameters
    ----------
    path
        JSON, or a page of HTML with JSON-LD in it.
    options
        What the importing person said about it. Without a source, a clinic is taken to speak.

    Yields
    ------
    Row
        One for each person, and for each practice in which the file names nobody. Of what the
        file does not speak nothing is said.

    Raises
    ------
    ImportFileError
        When it cannot be read.
    """
    documents, faults, is_utf8 = documents_of(path)
    remarks = RowBuilder(path.name, 0, options)
    for fault in faults:
        remarks.error(Message("finding.schema_org.script", reason=fault.message))
    if not is_utf8:
        remarks.warn(Message("finding.schema_org.encoding"))
    people = people_in(documents)
    if not people:
        remarks.note(Message("finding.schema_org.nobody"))
    if faults or not is_utf8 or not people:
        yield remarks.remark()
    if faults and not documents:
        reason = faults[0].message
        raise ImportFileError(Message("error.import.json", file=path.name, reason=reason))
    seen: dict[str, int] = {}
    for described in people:
        yield _read(described, RowBuilder(path.name, described.number, options), seen)


def _read(described: Described, builder: RowBuilder, seen: dict[str, int]) -> Row:
    if not described.is_at_work:
        reason = Message("finding.schema_org.not_at_work")
        return builder.skip(reason, severity=Severity.NOTE)
    state = state_described(described, builder)
    if builder.options.state and state != state_area(builder.options.state):
        return builder.skip(Message("finding.register.state"), severity=Severity.NOTE)
    profile_id = _profile_id(described, builder)
    if not profile_id:
        return builder.skip(Message("finding.row.no_id"), field="id")
    if (first := seen.setdefault(profile_id, described.number)) != described.number:
        return builder.skip(Message("finding.row.repeated_id", row=first), field="id")
    if described.is_practice:
        builder.warn(Message("finding.schema_org.practice"), "name")
    return builder.row(profile_id, builder.options.source or Source.CLINIC, None)


def _profile_id(described: Described, builder: RowBuilder) -> str:
    """Return an id of the NPI, else of name and postcode, else of name and website."""
    npi = _npi(described, builder)
    if npi:
        return f"npi-{npi}"
    name = slug(str(builder.values.get("name") or ""))
    postcode = slug(str(builder.values.get("postcode") or ""))
    place = postcode or slug(_host(str(builder.values.get("website") or "")))
    return f"{name}-{place}"[:_LONGEST_ID] if name and place else ""


def _npi(described: Described, builder: RowBuilder) -> str:
    person = described.person
    given = [as_text(person.get("usNPI"))]
    for entry in as_dicts(person.get("identifier")):
        kinds = [as_text(entry.get(name)) for name in ("propertyID", "name")]
        if any(kind.casefold().rsplit("/", 1)[-1] in {"npi", "us-npi", "usnpi"} for kind in kinds):
            given += [as_text(value) for value in as_list(entry.get("value"))]
    for text in map(clean_text, filter(None, given)):
        if not is_valid_npi(text):
            builder.warn(Message("finding.npi.check_digit", npi=text[:40]))
        if is_usable_npi(text):
            return text
    return ""


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
