"""Payers' directories in FHIR R4 after the Plan-Net guide: bundles, resources, one a line."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from matcher.directory.profile import Source
from matcher.directory.validation import Severity
from matcher.errors import ImportFileError, Message
from matcher.importers.fhir_offer import practice_state, state_offer
from matcher.importers.fhir_person import Person, npi_of, profile_id_of, state_person
from matcher.importers.fhir_resources import Located, Resource, ResourceSet, load_resources
from matcher.importers.fhir_value import ended_on, has_ended
from matcher.importers.foreign_text import slug
from matcher.importers.json_file import refuse_too_large
from matcher.importers.json_value import as_dict, as_text
from matcher.importers.row import ReadOptions, Row
from matcher.importers.row_builder import RowBuilder, shortened
from matcher.importers.us_place import state_area
from matcher.importers.us_registry import is_valid_npi

_SUFFIXES = frozenset({".json", ".jsonl", ".ndjson"})
_LONGEST_ID = 100


def read_fhir(paths: Path | Sequence[Path], options: ReadOptions) -> Iterator[Row]:
    """Read practitioners with their roles, places, services and networks.

    Parameters
    ----------
    paths
        A file, a folder of files, or several of them that refer to each other.
    options
        With a `state`, only people who practise there are taken over.

    Yields
    ------
    Row
        One for each practitioner, whatever their roles, and one for each line or role of which
        nothing can be made.

    Raises
    ------
    ImportFileError
        At the end, for the files that could not be read; at once when all are too large.
    """
    given = [paths] if isinstance(paths, Path) else [*paths]
    files = [file for path in given for file in _files(path)]
    refuse_too_large(files)
    resources = load_resources(files, options)
    yield from resources.faults
    yield from _people(resources, options)
    if resources and not resources.has_people:
        builder = RowBuilder(shown_name(given[0]), 0, options)
        builder.note(Message("finding.fhir.nobody"))
        yield builder.remark()
    if resources.errors:
        raise ImportFileError(*(m for error in resources.errors for m in error.messages))
    if not resources:
        raise ImportFileError(Message("error.import.not_fhir", file=shown_name(given[0])))


def shown_name(path: Path) -> str:
    """Return what a file or folder is called; ``/`` and ``.`` have no name but themselves."""
    return path.name or str(path)


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    files = sorted(file for file in path.iterdir() if file.suffix.lower() in _SUFFIXES)
    if not files:
        raise ImportFileError(Message("error.import.empty_folder", file=shown_name(path)))
    return files


def _people(resources: ResourceSet, options: ReadOptions) -> Iterator[Row]:
    roles: dict[str, list[Resource]] = {}
    loose: list[Located] = []
    for _, located in resources.of_type("PractitionerRole"):
        key = resources.key_of(located.resource.get("practitioner"))
        if key.startswith("Practitioner/"):
            roles.setdefault(key, []).append(located.resource)
        else:
            loose.append(located)
    seen: dict[str, int] = {}
    for key, located in resources.of_type("Practitioner"):
        builder = RowBuilder(located.file, located.number, options)
        profile_id = _profile_id(located)
        if (first := seen.setdefault(profile_id, located.number)) != located.number:
            yield builder.skip(Message("finding.row.repeated_id", row=first))
            continue
        person = _person(located.resource, roles.get(key, ()), resources, builder)
        yield _read_person(profile_id, person, builder, options)
    for located in loose:
        builder = RowBuilder(located.file, located.number, options)
        yield builder.skip(Message("finding.fhir.loose_role"), severity=Severity.NOTE)


def _person(
    practitioner: Resource, roles: Sequence[Resource], resources: ResourceSet, builder: RowBuilder
) -> Person:
    """Put somebody together with their roles; of those that are over it is noted."""
    today = builder.options.today
    for role in roles:
        if _is_active(role) and has_ended(role, today):
            builder.note(Message("finding.fhir.role_ended", date=shortened(ended_on(role))))
    holds = {id(role) for role in roles if _is_active(role) and not has_ended(role, today)}
    return Person(
        practitioner,
        tuple(role for role in roles if id(role) in holds),
        resources,
        tuple(role for role in roles if id(role) not in holds),
    )


def _is_active(resource: Resource) -> bool:
    return resource.get("active") is not False


def _profile_id(located: Located) -> str:
    if own := profile_id_of(located.resource):
        return own
    for kind, text in (("npi", npi_of(located.resource)), ("fhir", _resource_id(located))):
        if name := slug(text)[:_LONGEST_ID]:
            return f"{kind}-{name}"
    return ""


def _resource_id(located: Located) -> str:
    return as_text(located.resource.get("id"))


def _read_person(profile_id: str, person: Person, builder: RowBuilder, options: ReadOptions) -> Row:
    if not profile_id:
        return builder.skip(Message("finding.row.no_id"))
    if not _is_active(person.practitioner):
        row = builder.skip(Message("finding.register.deactivated"), severity=Severity.NOTE)
        return replace(row, gone=(profile_id,))
    if not (person.title() or profile_id_of(person.practitioner)):
        reason = "work" if person.names_work else "no_work"
        return builder.skip(Message(f"finding.register.{reason}"), severity=Severity.NOTE)
    state = practice_state(person, builder)
    if options.state and state != state_area(options.state):
        return builder.skip(Message("finding.register.state"), severity=Severity.NOTE)
    npi = npi_of(person.practitioner)
    if npi and not is_valid_npi(npi):
        builder.warn(Message("finding.npi.check_digit", npi=shortened(npi)))
    state_person(person, builder, options.today)
    if person.has_roles:
        state_offer(person, builder)
    updates = [_updated(resource) for resource in (person.practitioner, *person.roles)]
    confirmed_on = builder.day(max(updates), "confirmed_on")
    is_export = bool(profile_id_of(person.practitioner))
    if is_export:
        # FHIR has no word for much of what our profiles state: its silence takes nothing back.
        builder.values = {field: v for field, v in builder.values.items() if v is not None}
    row = builder.row(profile_id, options.source or Source.REGISTER, confirmed_on)
    if is_export and row.statement is not None:
        return replace(row, statement=replace(row.statement, only_if_new=True))
    return row


def _updated(resource: Resource) -> str:
    return as_text(as_dict(resource.get("meta")).get("lastUpdated"))[:10]
