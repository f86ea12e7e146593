"""Answers of the NPI register's web service, saved as JSON: both of its dialects."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from matcher.directory.validation import Severity
from matcher.errors import ImportFileError, Message
from matcher.importers.json_file import read_json
from matcher.importers.json_value import as_dict, as_dicts, as_list, as_text
from matcher.importers.row import ReadOptions, Row
from matcher.importers.row_builder import RowBuilder, shortened
from matcher.importers.taxonomy import is_kept
from matcher.importers.us_registry import (
    RegisteredPerson,
    Specialty,
    is_usable_npi,
    person_row,
    register_id,
)

_YES = frozenset({"true", "Y"})
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def read_npi_api(path: Path, options: ReadOptions) -> Iterator[Row]:
    """Read an answer of the register's web service.

    Parameters
    ----------
    path
        The JSON file.
    options
        With a `state`, only people who practise there are taken over.

    Yields
    ------
    Row
        One for each result, numbered from 1; a remark when the answer is empty. Of results about
        one person the one updated last holds; the others are skipped.

    Raises
    ------
    ImportFileError
        When it is no such answer, or the service answered that it could not search.
    """
    results = _results(read_json(path), path.name)
    if not results:
        builder = RowBuilder(path.name, 0, options)
        builder.note(Message("finding.file.no_results"))
        yield builder.remark()
    people = [*map(as_dict, results)]
    newest = _newest(people)
    for number, result in enumerate(people, start=1):
        builder = RowBuilder(path.name, number, options)
        if (used := newest.get(as_text(result.get("number")), number)) != number:
            yield builder.skip(Message("finding.row.repeated_id", row=used))
        else:
            yield _read_result(result, builder, options)


def _newest(people: Sequence[dict[str, object]]) -> dict[str, int]:
    """Return for each number of the register the result that was updated last, else the first."""
    newest: dict[str, tuple[str, int]] = {}
    for place, result in enumerate(people, start=1):
        npi, updated = as_text(result.get("number")), _updated(result)
        if npi and (npi not in newest or updated > newest[npi][0]):
            newest[npi] = updated, place
    return {npi: place for npi, (_, place) in newest.items()}


def _updated(result: dict[str, object]) -> str:
    text = as_text(as_dict(result.get("basic")).get("last_updated"))[:10]
    return text if _DAY.fullmatch(text) else ""


def _results(document: object, file: str) -> list[object]:
    if isinstance(document, list):
        return document
    answer = as_dict(document)
    if errors := as_dicts(answer.get("Errors")):
        said = shortened(as_text(errors[0].get("description")), 120)
        raise ImportFileError(Message("error.import.npi_refused", file=file, said=said))
    if "results" in answer:
        return as_list(answer["results"])
    if "enumeration_type" in answer:
        return [answer]
    raise ImportFileError(Message("error.import.npi_shape", file=file))


def _read_result(result: dict[str, object], builder: RowBuilder, options: ReadOptions) -> Row:
    basic = as_dict(result.get("basic"))
    place = _practice(result)
    state = as_text(place.get("state"))
    specialties = [_specialty(entry) for entry in as_dicts(result.get("taxonomies"))]
    npi = as_text(result.get("number"))
    if as_text(result.get("enumeration_type")) == "NPI-2" or "organization_name" in basic:
        reason = "finding.register.organisation"
    elif as_text(basic.get("status")) not in {"", "A"}:
        reason = "finding.register.deactivated"
    elif not is_usable_npi(npi):
        reason = "finding.register.nobody"
    elif options.state and state.upper() != options.state.upper():
        reason = "finding.register.state"
    elif not any(is_kept(specialty.code) for specialty in specialties):
        reason = "finding.register.work"
    else:
        return person_row(_person(npi, basic, place, specialties, builder), builder, options)
    row = builder.skip(Message(reason), severity=Severity.NOTE)
    is_gone = reason == "finding.register.deactivated"
    return replace(row, gone=(register_id(npi),)) if is_gone else row


def _person(
    npi: str,
    basic: dict[str, object],
    place: dict[str, object],
    specialties: list[Specialty],
    builder: RowBuilder,
) -> RegisteredPerson:
    names = ("first_name", "middle_name", "last_name", "name_suffix")
    where = ("city", "state", "postal_code", "country_code", "telephone_number")
    return RegisteredPerson(
        npi=npi,
        names=[as_text(basic.get(name)) for name in names],
        credential=as_text(basic.get("credential")),
        specialties=specialties,
        place=[as_text(place.get(name)) for name in where],
        updated_on=builder.day(as_text(basic.get("last_updated")), "confirmed_on"),
    )


def _practice(result: dict[str, object]) -> dict[str, object]:
    addresses = as_dicts(result.get("addresses"))
    practices = (a for a in addresses if as_text(a.get("address_purpose")) == "LOCATION")
    return next(practices, {})


def _specialty(entry: dict[str, object]) -> Specialty:
    return Specialty(
        code=as_text(entry.get("code")),
        licence_number=as_text(entry.get("license")),
        licence_state=as_text(entry.get("state")),
        is_primary=as_text(entry.get("primary")) in _YES,
    )
