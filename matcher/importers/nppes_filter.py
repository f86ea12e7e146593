"""Which rows of the NPI register's monthly file are of no use, told at a glance for most."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from matcher.directory.validation import Finding, Severity
from matcher.errors import Message
from matcher.importers.csv_file import plain_cells
from matcher.importers.nppes_header import NppesHeader
from matcher.importers.portion import FINDINGS_ALIKE, PORTION_ROWS
from matcher.importers.row import ReadOptions, Row
from matcher.importers.taxonomy import is_kept
from matcher.importers.us_place import restored_zip
from matcher.importers.us_registry import is_usable_npi

_PERSON, _ORGANISATION = "1", "2"

DEACTIVATED = "deactivated"
"""The reason of rows about people who are no longer active."""

_SKIPPED = {
    "organisation": Message("finding.register.organisation"),
    DEACTIVATED: Message("finding.register.deactivated"),
    "nobody": Message("finding.register.nobody"),
    "state": Message("finding.register.state"),
    "work": Message("finding.register.work"),
    "postcode": Message("finding.register.postcode"),
    "taxonomy": Message("finding.register.taxonomy"),
}


class NppesFilter:
    """Tells rows that are of no use, and why; the cheap questions come first.

    Parameters
    ----------
    options
        Whom the importing person wants.
    header
        Where the columns stand.
    delimiter
        The sign between cells.
    """

    def __init__(self, options: ReadOptions, header: NppesHeader, delimiter: str) -> None:
        self._header = header
        self._delimiter = delimiter
        self._state = options.state.upper()
        self._postcode = options.postcode.strip()
        self._taxonomy = options.taxonomy.strip().upper()
        self._is_by_place = bool(self._state or self._postcode)
        told_by = [header.npi, header.kind, header.deactivated, header.reactivated]
        told_by += (header.state, header.postcode) if self._is_by_place else header.codes
        self._beginning = 1 + max(told_by)

    def glance(self, line: str) -> str | None:
        """Return why a line is a row of no use, where its beginning tells; else ``None``."""
        cells = plain_cells(line, self._delimiter, self._header.width, self._beginning)
        if cells is None:
            return None
        if self._is_by_place:  # what most rows are left out by, far before what they work
            reason = self._nobody_here(cells)
        else:
            reason = self.reason_to_skip(cells)
        # Of these, few, it is also told whom they are about.
        return None if reason == DEACTIVATED else reason or None

    def reason_to_skip(self, record: Sequence[str]) -> str:
        """Return why a row is of no use, or ``""``."""
        return self._nobody_here(record) or self._other_work(record)

    def _nobody_here(self, record: Sequence[str]) -> str:
        header = self._header
        kind = record[header.kind]
        if kind == _ORGANISATION:
            return "organisation"
        if record[header.deactivated] and not _is_active(record, header):
            return DEACTIVATED
        if kind != _PERSON or not is_usable_npi(record[header.npi]):
            return "nobody"
        if self._state and record[header.state].strip().upper() != self._state:
            return "state"
        postcode = restored_zip(record[header.postcode].strip()) if self._postcode else ""
        return "" if postcode.startswith(self._postcode) else "postcode"

    def _other_work(self, record: Sequence[str]) -> str:
        codes = [record[place] for place in self._header.codes]
        kept = [code for code in codes if code and is_kept(code)]
        if not kept:
            return "work"
        if self._taxonomy and not any(code.startswith(self._taxonomy) for code in kept):
            return "taxonomy"
        return ""


class SkippedRows:
    """Rows of no use: each is told of, until so many are alike that they are only counted.

    Parameters
    ----------
    file
        The name of the file, for the findings.
    """

    def __init__(self, file: str) -> None:
        self._file = file
        self._told: Counter[str] = Counter()
        self._untold: Counter[str] = Counter()
        self._gone: list[str] = []
        self._number = 0

    def add(self, number: int, reason: str, gone: str = "") -> Iterator[Row]:
        """Take one on; give what is now to be told.

        Parameters
        ----------
        gone
            The id of who is no longer active.
        """
        if self._told[reason] < FINDINGS_ALIKE:
            yield from self.rest()
            self._told[reason] += 1
            yield self._row(number, reason, gone=(gone,) if gone else ())
            return
        self._untold[reason] += 1
        self._gone += [gone] if gone else []
        self._number = number
        if self._untold.total() >= PORTION_ROWS:
            yield from self.rest()

    def rest(self) -> Iterator[Row]:
        """Give those that were only counted so far."""
        for reason, count in self._untold.items():
            gone = tuple(self._gone) if reason == DEACTIVATED else ()
            yield self._row(self._number, reason, count, gone)
        self._untold.clear()
        self._gone = []

    def _row(self, number: int, reason: str, count: int = 1, gone: tuple[str, ...] = ()) -> Row:
        finding = Finding(Severity.NOTE, _SKIPPED[reason], "", number, self._file)
        return Row(number, None, (finding,), count, gone)


def _is_active(record: Sequence[str], header: NppesHeader) -> bool:
    deactivated = us_day(record[header.deactivated])
    reactivated = us_day(record[header.reactivated])
    return reactivated is not None and (deactivated is None or reactivated >= deactivated)


def us_day(text: str) -> date | None:
    """Read ``11/21/2026``; ``None`` for anything else."""
    try:
        return datetime.strptime(text.strip(), "%m/%d/%Y").date()
    except ValueError:
        return None
