"""The monthly file of the NPI register of the USA (NPPES): over nine million rows, streamed."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from matcher.errors import ImportFileError, Message
from matcher.importers.csv_file import glanced_records, read_records
from matcher.importers.nppes_filter import DEACTIVATED, NppesFilter, SkippedRows, us_day
from matcher.importers.nppes_header import NppesHeader
from matcher.importers.row import ReadOptions, Row
from matcher.importers.row_builder import RowBuilder
from matcher.importers.text_form import TextForm, form_of, sign_of
from matcher.importers.us_registry import RegisteredPerson, Specialty, person_row, register_id


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
    first = next(read_records(path, form), None)
    if first is None or first[1] is None:
        raise ImportFileError(Message("error.import.empty", file=path.name))
    header = NppesHeader(first[1], path.name)
    if form.remarks:
        yield Row(0, None, form.remarks)
    yield from _Reading(path, options, form, header).rows()


class _Reading:
    """The rows below the header."""

    def __init__(
        self, path: Path, options: ReadOptions, form: TextForm, header: NppesHeader
    ) -> None:
        self._path, self._options = path, options
        self._form, self._header = form, header
        self._filter = NppesFilter(options, header, form.delimiter)
        self._skipped = SkippedRows(path.name)
        self._seen: dict[str, int] = {}

    def rows(self) -> Iterator[Row]:
        records = glanced_records(self._path, self._form, self._filter.glance)
        next(records)
        skipped, reason_to_skip, width = (
            self._skipped,
            self._filter.reason_to_skip,
            self._header.width,
        )
        try:
            for number, found in records:
                if isinstance(found, str):
                    yield from skipped.add(number, found)
                elif found is None or len(found) != width:
                    if found != []:
                        yield from skipped.rest()
                        yield self._broken(number, found)
                elif reason := reason_to_skip(found):
                    gone = register_id(found[self._header.npi]) if reason == DEACTIVATED else ""
                    yield from skipped.add(number, reason, gone)
                else:
                    yield from skipped.rest()
                    yield self._person(number, found)
        except ImportFileError:
            yield from skipped.rest()
            raise
        yield from skipped.rest()

    def _broken(self, number: int, record: Sequence[str] | None) -> Row:
        builder = RowBuilder(self._path.name, number, self._options)
        if record is None:
            return builder.skip(Message("finding.row.quotes"))
        width = self._header.width
        reason = "finding.row.long" if len(record) > width else "finding.row.cut"
        sign = sign_of(self._form.delimiter)
        return builder.skip(Message(reason, n=len(record), columns=width, sign=sign))

    def _person(self, number: int, record: Sequence[str]) -> Row:
        builder = RowBuilder(self._path.name, number, self._options)
        first_row = self._seen.setdefault(record[self._header.npi], number)
        if first_row != number:
            return builder.skip(Message("finding.row.repeated_id", row=first_row))
        return _read_person(record, self._header, builder, self._options)


def _read_person(
    record: Sequence[str], header: NppesHeader, builder: RowBuilder, options: ReadOptions
) -> Row:
    said = record[header.updated]
    updated = us_day(said)
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
        updated_on=builder.day(updated.isoformat() if updated else said, "confirmed_on"),
    )
    return person_row(person, builder, options)
