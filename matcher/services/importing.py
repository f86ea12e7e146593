"""Take directory files over: all of them in one transaction, a bad file undone alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from matcher.directory.profile import Source
from matcher.directory.statement import Statement
from matcher.directory.trail import Deed, DeedKind
from matcher.directory.validation import Finding, Severity
from matcher.errors import ImportFileError, Message
from matcher.importers.row import ReadOptions, Row

if TYPE_CHECKING:  # neither numpy nor SQLAlchemy is imported before the first page is painted
    from matcher.importers.formats import ImportFormat
    from matcher.importers.mapping import Mapping as ColumnsMapping
    from matcher.store import UnitOfWork

_ROWS_BETWEEN_LOOKS = 250

_FINDINGS_ALIKE = 1000
"""How many findings of one kind are kept of a file; a register holds millions of rows."""


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What the importing person says.

    Attributes
    ----------
    format
        The format of all the files; ``None`` finds out for each.
    source, state, taxonomy, postcode, confirmed_on, today
        As in `matcher.importers.row.ReadOptions`.
    dry_run
        Whether to report only, and change nothing.
    mappings
        For files that are a clinic's own lists, what their columns and words mean.
    kept
        Those of them that are read by a mapping kept from before, which the report says.
    """

    format: ImportFormat | None = None
    source: Source | None = None
    state: str = ""
    taxonomy: str = ""
    postcode: str = ""
    confirmed_on: date | None = None
    today: date = field(default_factory=date.today)
    dry_run: bool = False
    mappings: Mapping[Path, ColumnsMapping] = field(default_factory=dict)
    kept: frozenset[Path] = frozenset()

    @property
    def for_reading(self) -> ReadOptions:
        """What of these concerns the reading of a file."""
        return ReadOptions(
            self.source,
            self.state,
            self.taxonomy,
            self.postcode,
            self.confirmed_on,
            self.today,
        )


@dataclass(frozen=True, slots=True)
class Watch:
    """How somebody follows an import, and stops it.

    Attributes
    ----------
    progressed
        Called now and then with the name of the file and the rows read so far.
    is_cancelled
        Asked now and then; once it says yes, nothing of the import stays.
    """

    progressed: Callable[[str, int], None] = lambda _file, _rows: None
    is_cancelled: Callable[[], bool] = lambda: False


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, ``rapport-import/1``.

    Attributes
    ----------
    files
        Files given.
    rows
        Rows of the files that could be read to their end; ``added + changed + unchanged +
        skipped``.
    added, changed, unchanged
        Rows by what they did to the directory. Of several rows about one profile in one file,
        the first counts with what all of them did, the others are unchanged.
    skipped
        Rows of which nothing was taken over; the findings say why.
    profiles
        Profiles in the directory afterwards.
    findings
        In the order of files and rows.
    readable
        Whether every file could be read to its end. Of one that could not, nothing is kept.
    cancelled
        Whether it was stopped; the directory is as it was.
    """

    files: int
    rows: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    skipped: int = 0
    profiles: int = 0
    findings: tuple[Finding, ...] = ()
    readable: bool = True
    cancelled: bool = False

    def __add__(self, other: ImportReport) -> ImportReport:
        """Join the reports on two files of one import."""
        return ImportReport(
            files=self.files + other.files,
            rows=self.rows + other.rows,
            added=self.added + other.added,
            changed=self.changed + other.changed,
            unchanged=self.unchanged + other.unchanged,
            skipped=self.skipped + other.skipped,
            findings=self.findings + other.findings,
            readable=self.readable and other.readable,
        )

    def to_json(self, render: Callable[[Message], str]) -> dict[str, object]:
        """Return the report as a ``rapport-import/1`` document, its messages in words."""
        numbers = ("files", "rows", "added", "changed", "unchanged", "skipped", "profiles")
        return {
            "format": "rapport-import/1",
            **{name: getattr(self, name) for name in numbers},
            "findings": [
                {
                    "file": finding.file,
                    "row": finding.row,
                    "field": finding.field,
                    "severity": finding.severity.value,
                    "message": render(finding.message),
                }
                for finding in self.findings
            ],
        }


def import_into(
    work: UnitOfWork, paths: Sequence[Path], options: ImportOptions, watch: Watch
) -> ImportReport:
    """Take files over into an open unit of work, which the caller commits.

    Parameters
    ----------
    work
        A unit of work that writes.
    paths, options, watch
        What to read, as what, and who follows it.

    Raises
    ------
    StoreError
        When the database cannot go on.
    """
    from matcher.importers.formats import gathered

    report = ImportReport(files=0)
    try:
        with work.part():
            for files in gathered(paths, options.format):
                report += _import_together(work, files, options, watch)
    except _CancelledError:
        report = ImportReport(files=len(paths), findings=report.findings, cancelled=True)
    return replace(report, profiles=work.profiles.count())


class _CancelledError(Exception):
    """Somebody stopped the import."""


@dataclass(slots=True)
class _Reading:
    """The rows of a file on their way into the directory."""

    file: str
    watch: Watch
    rows: int = 0
    skipped: int = 0
    findings: list[Finding] = field(default_factory=list)
    alike: Counter[str] = field(default_factory=Counter)
    latest: dict[str, Finding] = field(default_factory=dict)

    def statements(self, rows: Iterator[Row]) -> Iterator[Statement]:
        for row in rows:
            self._keep(row.findings)
            self.rows += not row.is_about_file
            self.skipped += row.is_skipped
            if self.rows % _ROWS_BETWEEN_LOOKS == 0:
                self._look_up()
            if row.statement is not None:
                yield row.statement
        self._look_up()

    def all_findings(self) -> tuple[Finding, ...]:
        """Return what was found, with one finding more for each kind there are too many of."""
        more = [
            replace(
                self.latest[key],
                row=None,
                message=Message(
                    "finding.more_alike", n=n - _FINDINGS_ALIKE, latest=self.latest[key].message
                ),
            )
            for key, n in self.alike.items()
            if n > _FINDINGS_ALIKE
        ]
        return (*self.findings, *more)

    def _keep(self, findings: Sequence[Finding]) -> None:
        for finding in findings:
            key = finding.message.key
            self.alike[key] += 1
            self.latest[key] = finding
            if self.alike[key] <= _FINDINGS_ALIKE:
                self.findings.append(finding)

    def find(self, severity: Severity, *messages: Message) -> None:
        self.findings.extend(Finding(severity, message, file=self.file) for message in messages)

    def _look_up(self) -> None:
        self.watch.progressed(self.file, self.rows)
        if self.watch.is_cancelled():
            raise _CancelledError


def _rows(files: Sequence[Path], options: ImportOptions) -> Iterator[Row]:
    mapping = options.mappings.get(files[0])
    if mapping is not None:
        from matcher.importers.mapped_table import read_mapped

        return read_mapped(files[0], mapping, options.for_reading)
    from matcher.importers.formats import read

    return read(files, options.format, options.for_reading)


def _import_together(
    work: UnitOfWork, files: Sequence[Path], options: ImportOptions, watch: Watch
) -> ImportReport:
    """Take over one file, or several that refer to each other."""
    reading = _Reading(files[0].name, watch)
    if files[0] in options.kept:
        reading.find(Severity.NOTE, Message("finding.mapped.saved", file=files[0].name))
    try:
        with work.part():
            rows = _rows(files, options)
            counts = work.profiles.apply(
                reading.statements(rows), Deed(DeedKind.IMPORT, detail=files[0].name[:200])
            )
    except ImportFileError as error:
        reading.find(Severity.ERROR, *error.messages)
        return ImportReport(files=len(files), findings=reading.all_findings(), readable=False)
    if counts.outdated:
        reading.find(Severity.NOTE, Message("finding.profile.outdated", n=counts.outdated))
    return ImportReport(
        files=len(files),
        rows=reading.rows,
        added=counts.added,
        changed=counts.changed,
        unchanged=counts.unchanged,
        skipped=reading.skipped,
        findings=reading.all_findings(),
    )
