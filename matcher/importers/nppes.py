"""The monthly file of the NPI register of the USA (NPPES): over nine million rows, streamed."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

from matcher.directory.validation import Finding, Severity
from matcher.errors import ImportFileError, Message
from matcher.importers.csv_file import read_records
from matcher.importers.row import ReadOptions, Row
from matcher.importers.row_builder import RowBuilder, shortened
from matcher.importers.taxonomy import is_kept
from matcher.importers.text_form import TextForm, form_of, sign_of
from matcher.importers.us_place import restored_zip
from matcher.importers.us_registry import (
    RegisteredPerson,
    Specialty,
    is_usable_npi,
    person_row,
)

_PRACTICE = "Provider Business Practice Location Address"
_NAMES = (
    "Provider First Name",
    "Provider Middle Name",
    "Provider Last Name (Legal Name)",
    "Provider Name Suffix Text",
)
_PLACE = (
    f"{_PRACTICE} City Name",
    f"{_PRACTICE} State Name",
    f"{_PRACTICE} Postal Code",
    f"{_PRACTICE} Country Code (If outside U.S.)",
    f"{_PRACTICE} Telephone Number",
)
_DATES = ("NPI Deactivation Date", "NPI Reactivation Date", "Last Update Date")
_SPECIALTY = (
    "Healthcare Provider Taxonomy Code_{}",
    "Provider License Number_{}",
    "Provider License Number State Code_{}",
    "Healthcare Provider Primary Taxonomy Switch_{}",
)
_MOST_SPECIALTIES = 15
_PERSON, _ORGANISATION = "1", "2"

_SKIPPED = {
    "organisation": Message("finding.register.organisation"),
    "deactivated": Message("finding.register.deactivated"),
    "nobody": Message("finding.register.nobody"),
    "state": Message("finding.register.state"),
    "work": Message("finding.register.work"),
    "postcode": Message("finding.register.postcode"),
    "taxonomy": Message("finding.register.taxonomy"),
}


class _Header:
    """Positions of the columns that are read, by name: their order has changed over the years."""

    def __init__(self, names: Sequence[str], file: str) -> None:
        self._places = {name.strip(): place for place, name in enumerate(names)}
        self._file = file
        self.width = len(names)
        self.npi, self.kind, self.credential = self._all(
            "NPI", "Entity Type Code", "Provider Credential Text"
        )
        self.names = self._all(*_NAMES)
        self.place = self._all(*_PLACE)
        self.state, self.postcode = self.place[1:3]
        self.deactivated, self.reactivated, self.updated = self._all(*_DATES)
        self.specialties = [
            self._all(*(name.format(slot) for name in _SPECIALTY))
            for slot in range(1, _MOST_SPECIALTIES + 1)
            if _SPECIALTY[0].format(slot) in self._places or slot == 1
        ]
        self.codes = tuple(slot[0] for slot in self.specialties)

    def _all(self, *names: str) -> tuple[int, ...]:
        try:
            return tuple(self._places[name] for name in names)
        except KeyError as error:
            missing = str(error.args[0])
            raise ImportFileError(
                Message("error.import.nppes_header", file=self._file, column=missing)
            ) from error


def read_nppes(path: Path, options: ReadOptions) -> Iterator[Row]:
    """Read a file of the NPPES dissemination, in any of its layouts since 2018.

    Parameters
    ----------
    path
        The CSV file.
    options
        Only people who practise in its `state` and `postcode`, and do the work of its `taxonomy`.

    Yields
    ------
    Row
        People who work in mental health; organisations, deactivated entries and other professions
        are skipped with the reason.

    Raises
    ------
    ImportFileError
        When it cannot be read on.
    """
    form = form_of(path)
    records = read_records(path, form)
    first = next(records, None)
    if first is None or first[1] is None:
        raise ImportFileError(Message("error.import.empty", file=path.name))
    header = _Header(first[1], path.name)
    if form.remarks:
        yield Row(0, None, form.remarks)
    wanted = _Wanted(options)
    seen: dict[str, int] = {}
    for number, record in records:
        if record is None or len(record) != header.width:
            if record != []:
                builder = RowBuilder(path.name, number, options)
                yield _broken(builder, record, header.width, form)
        elif reason := wanted.reason_to_skip(record, header):
            finding = Finding(Severity.NOTE, _SKIPPED[reason], "", number, path.name)
            yield Row(number, None, (finding,))
        elif (first_row := seen.setdefault(record[header.npi], number)) != number:
            builder = RowBuilder(path.name, number, options)
            yield builder.skip(Message("finding.row.repeated_id", row=first_row))
        else:
            builder = RowBuilder(path.name, number, options)
            yield _read_person(record, header, builder, options)


def _broken(builder: RowBuilder, record: Sequence[str] | None, width: int, form: TextForm) -> Row:
    if record is None:
        return builder.skip(Message("finding.row.quotes"))
    reason = "finding.row.long" if len(record) > width else "finding.row.cut"
    sign = sign_of(form.delimiter)
    return builder.skip(Message(reason, n=len(record), columns=width, sign=sign))


class _Wanted:
    """Tells rows that are of no use, and why; the cheap questions come first."""

    def __init__(self, options: ReadOptions) -> None:
        self._state = options.state.upper()
        self._postcode = options.postcode.strip()
        self._taxonomy = options.taxonomy.strip().upper()

    def reason_to_skip(self, record: Sequence[str], header: _Header) -> str:
        """Return why a row is of no use, or ``""``."""
        kind = record[header.kind]
        if kind == _ORGANISATION:
            return "organisation"
        if record[header.deactivated] and not _is_active(record, header):
            return "deactivated"
        if kind != _PERSON or not is_usable_npi(record[header.npi]):
            return "nobody"
        return self._elsewhere(record, header) or self._other_work(record, header)

    def _elsewhere(self, record: Sequence[str], header: _Header) -> str:
        if self._state and record[header.state].strip().upper() != self._state:
            return "state"
        postcode = restored_zip(record[header.postcode].strip()) if self._postcode else ""
        return "" if postcode.startswith(self._postcode) else "postcode"

    def _other_work(self, record: Sequence[str], header: _Header) -> str:
        kept = [record[place] for place in header.codes if is_kept(record[place])]
        if not kept:
            return "work"
        if self._taxonomy and not any(code.startswith(self._taxonomy) for code in kept):
            return "taxonomy"
        return ""


def _is_active(record: Sequence[str], header: _Header) -> bool:
    deactivated = _day(record[header.deactivated])
    reactivated = _day(record[header.reactivated])
    return reactivated is not None and (deactivated is None or reactivated >= deactivated)


def _read_person(
    record: Sequence[str], header: _Header, builder: RowBuilder, options: ReadOptions
) -> Row:
    updated = _day(record[header.updated])
    if updated is not None:
        updated = builder.day(updated.isoformat(), "confirmed_on")
    elif record[header.updated]:
        builder.error(
            Message("finding.cell.date", text=shortened(record[header.updated])), "confirmed_on"
        )
    person = RegisteredPerson(
        npi=record[header.npi],
        names=[record[place] for place in header.names],
        credential=record[header.credential],
        specialties=[
            Specialty(record[code], record[licence], record[state], record[switch] == "Y")
            for code, licence, state, switch in header.specialties
            if record[code]
        ],
        place=[record[place] for place in header.place],
        updated_on=updated,
    )
    return person_row(person, builder, options)


def _day(text: str) -> date | None:
    try:
        return datetime.strptime(text.strip(), "%m/%d/%Y").date()
    except ValueError:
        return None
