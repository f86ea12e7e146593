"""Reads a written directory file back and holds it against what was to be written."""

import zipfile
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from matcher.directory.cells import write_cell
from matcher.directory.profile import FactValue, Source
from matcher.directory.record import ProfileRecord
from matcher.directory.trail import PUBLISHED
from matcher.errors import ImportFileError
from matcher.exporters.directory_xlsx import MARK
from matcher.importers.directory_csv import read_directory_csv
from matcher.importers.directory_json import read_directory_json
from matcher.importers.json_stream import read_members
from matcher.importers.json_value import as_dict
from matcher.importers.row import ReadOptions, Row

_SHEET = "xl/worksheets/sheet1.xml"
_PIECE = 1 << 20
_ROUND = 1 << 64


class Tally:
    """A sum over facts that is equal when the same facts were met, in whatever order."""

    def __init__(self) -> None:
        self.total = 0
        self.profiles: set[str] = set()

    def watch(self, records: Iterable[ProfileRecord], *, whole: bool) -> Iterator[ProfileRecord]:
        """Pass records on and count their facts; `whole` counts what does not hold any more."""
        for record in records:
            profile = record.profile
            self.profiles.add(profile.id)
            for field, fact in profile.facts.items():
                self._add(profile.id, field, fact.source, fact.confirmed_on, fact.value)
            if whole:
                for field, fact in profile.superseded:
                    self._add(profile.id, field, fact.source, fact.confirmed_on, fact.value)
                for each in record.withdrawn:
                    if each.field == PUBLISHED:
                        continue  # it is told by the row that says so
                    self._add(profile.id, each.field, each.source, each.withdrawn_on, None)
            if not profile.published:
                self.total += hash((profile.id, "hidden", record.published_on))
            yield record

    def meet(self, rows: Iterable[Row]) -> None:
        """Count the facts of rows that were read."""
        for row in rows:
            statement = row.statement
            if statement is None:
                continue
            self.profiles.add(statement.profile_id)
            source, day = statement.source, statement.confirmed_on
            for field, value in statement.values.items():
                self._add(statement.profile_id, field, source, day, value)
            if statement.published is False:
                self.total += hash((statement.profile_id, "hidden", day))

    def agrees_with(self, other: "Tally") -> bool:
        """Tell whether both met the same."""
        same_sum = self.total % _ROUND == other.total % _ROUND
        return same_sum and self.profiles == other.profiles

    def _add(
        self, profile_id: str, field: str, source: Source, day: date | None, value: FactValue | None
    ) -> None:
        text = None if value is None else write_cell(value)
        self.total += hash((profile_id, field, source.value, day, text))


def reads_back_json(path: Path, written: Tally) -> bool:
    """Tell whether a ``rapport-directory/1`` JSON file holds what was written."""
    return _reads_back(read_directory_json, path, written)


def reads_back_csv(path: Path, written: Tally) -> bool:
    """Tell whether a ``rapport-directory/1`` CSV file holds what was written."""
    return _reads_back(read_directory_csv, path, written)


def _reads_back(
    read: Callable[[Path, ReadOptions], Iterator[Row]], path: Path, written: Tally
) -> bool:
    found = Tally()
    try:
        # What the directory holds is believed, whatever day it is here.
        found.meet(read(path, ReadOptions(today=date.max, as_it_stands=True)))
    except ImportFileError:
        return False
    return found.agrees_with(written)


def reads_back_fhir(path: Path, profiles: int) -> bool:
    """Tell whether a bundle can be read and holds so many practitioners, each with a role."""
    kinds = {"Practitioner": 0, "PractitionerRole": 0}
    try:
        for name, entry in read_members(path, "entry"):
            kind = as_dict(as_dict(entry).get("resource")).get("resourceType")
            if name == "entry" and isinstance(kind, str) and kind in kinds:
                kinds[kind] += 1
    except ImportFileError:
        return False
    return set(kinds.values()) == {profiles}


def reads_back_xlsx(path: Path, profiles: int) -> bool:
    """Tell whether a spreadsheet is whole and has a row for each profile, beside two others."""
    rows, before = 0, b""
    try:
        with zipfile.ZipFile(path) as file:
            if file.testzip() is not None:
                return False
            with file.open(_SHEET) as sheet:
                while piece := sheet.read(_PIECE):
                    rows += (before + piece).count(b"<row ")
                    before = piece[-4:]
    except (OSError, ValueError, KeyError, zipfile.BadZipFile):
        return False
    return rows == profiles + 2


def is_our_spreadsheet(path: Path) -> bool:
    """Tell whether a file is a spreadsheet that this program made to be read."""
    try:
        with zipfile.ZipFile(path) as file:
            return MARK.encode() in file.read("docProps/core.xml")
    except (OSError, ValueError, KeyError, zipfile.BadZipFile):
        return False
