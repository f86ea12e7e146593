"""What practices say of themselves on their own pages: schema.org JSON-LD, alone or in HTML."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from matcher.directory.profile import Source
from matcher.directory.statement import Statement
from matcher.directory.telling import is_of_one
from matcher.directory.validation import Severity
from matcher.errors import ImportFileError, Message
from matcher.importers.alike_rows import RowIds, apart, own_ids
from matcher.importers.foreign_text import clean_text, slug
from matcher.importers.json_value import as_dicts, as_list, as_text
from matcher.importers.row import ReadOptions, Row
from matcher.importers.row_builder import RowBuilder, shortened
from matcher.importers.schema_org_nodes import Described, documents_of, people_in
from matcher.importers.schema_org_offer import other_work, state_described
from matcher.importers.us_place import state_area
from matcher.importers.us_registry import is_usable_npi, is_valid_npi, register_id

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
    yield from _once(people, path.name, options)


def _once(people: Iterable[Described], file: str, options: ReadOptions) -> Iterator[Row]:
    """Read everybody, each once: who is described twice, and two who share a name and a place."""
    seen = _Seen()
    read: list[tuple[RowBuilder, Row]] = []
    for described in people:
        builder = RowBuilder(file, described.number, options)
        read.append((builder, _read(described, builder, seen)))
    shared = {*seen.ids.shared()}
    said = [each for alike in seen.made.values() for each in alike if each[0] in shared]
    own = own_ids(said, seen.ids)
    for builder, row in read:
        is_made = row.statement is not None and row.statement.profile_id in seen.made
        yield apart(row, builder, own.get(row.number)) if is_made else row


@dataclass(frozen=True, slots=True)
class _Seen:
    """Whom a file described so far.

    Attributes
    ----------
    ids
        Of those with a number on the register, and those whose id was made.
    made
        By an id that was made, what is said of each who has it.
    """

    ids: RowIds = field(default_factory=RowIds)
    made: dict[str, list[tuple[int, Statement]]] = field(default_factory=dict)

    def note(self, number: int, statement: Statement, *, is_stated: bool) -> int:
        """Note what is said of somebody; return who was the same person before, 0 for nobody."""
        made = statement.profile_id
        if is_stated:
            first = self.ids.stated.setdefault(made, number)
            return first if first != number else 0
        alike = self.made.setdefault(made, [])
        for first, said in alike:
            if is_of_one(statement.values, said.values):
                return first
        alike.append((number, statement))
        self.ids.note_made(made, number)
        return 0


def _read(described: Described, builder: RowBuilder, seen: _Seen) -> Row:
    if not described.is_at_work:
        reason = Message("finding.schema_org.not_at_work")
        return builder.skip(reason, severity=Severity.NOTE)
    state = state_described(described, builder)
    if builder.options.state and state != state_area(builder.options.state):
        return builder.skip(Message("finding.register.state"), severity=Severity.NOTE)
    if work := other_work(described, builder):
        reason = Message("finding.schema_org.other_work", work=shortened(work))
        return builder.skip(reason, severity=Severity.WARNING, field="title")
    npi = _npi(described, builder)
    profile_id = register_id(npi) if npi else _made_id(builder)
    if not profile_id:
        return builder.skip(Message("finding.row.no_id"), field="id")
    if described.is_practice:
        builder.warn(Message("finding.schema_org.practice"), "name")
    row = builder.row(profile_id, builder.options.source or Source.CLINIC, None)
    if row.statement and (first := seen.note(row.number, row.statement, is_stated=bool(npi))):
        return builder.skip(Message("finding.row.repeated_id", row=first), field="id")
    return row


def _made_id(builder: RowBuilder) -> str:
    """Return an id of name and postcode, else of name and website."""
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
            builder.warn(Message("finding.npi.check_digit", npi=shortened(text)))
        if is_usable_npi(text):
            return text
    return ""


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
