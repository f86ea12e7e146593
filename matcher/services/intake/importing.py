"""Take directory files over: all of them in one transaction, a bad file undone alone."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from matcher.directory.field import FIELDS, FieldKind
from matcher.directory.profile import Source
from matcher.directory.statement import Statement
from matcher.directory.trail import Deed, DeedKind
from matcher.directory.validation import Finding, Severity
from matcher.errors import ImportFileError, Message
from matcher.importers.row import ReadOptions
from matcher.importers.row_builder import shortened
from matcher.region import region_of_country
from matcher.services.intake.left_open import LeftOpen
from matcher.services.intake.left_out import left_out
from matcher.services.staff.signed_in import NO_LOGIN, Doer

if TYPE_CHECKING:  # neither numpy nor SQLAlchemy is imported before the first page is painted
    from matcher.importers.formats import ImportFormat
    from matcher.importers.mapping import ListMapping
    from matcher.importers.portion import Portion
    from matcher.importers.reading_order import ReadingOrder
    from matcher.store import Counts, UnitOfWork
    from matcher.store.namesakes import Named

Reader = Callable[["ReadingOrder"], Generator["Portion"]]
"""Who reads what an order names; `matcher.services.intake.limited_reading.read_limited` is one."""


_LONGEST_NAME = 200
"""Letters of a file's name that are kept in the trail."""

_NOBODY = frozenset({"finding.file.no_results", "finding.fhir.nobody", "finding.schema_org.nobody"})
"""Findings by which a reader says that its file names nobody."""

_PLAIN = frozenset({FieldKind.TEXT, FieldKind.NUMBER, FieldKind.DATE})


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
    who
        Who imports, for the trail; `NO_LOGIN` when nobody was asked.
    """

    format: ImportFormat | None = None
    source: Source | None = None
    state: str = ""
    taxonomy: str = ""
    postcode: str = ""
    confirmed_on: date | None = None
    today: date = field(default_factory=date.today)
    dry_run: bool = False
    mappings: Mapping[Path, ListMapping] = field(default_factory=dict)
    kept: frozenset[Path] = frozenset()
    who: Doer = NO_LOGIN

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
    acts
        The acts that lasted, in their order: one for each file, or files read together, that
        changed something; none of a trial.
    left_open
        What is left to do in the directory; ``None`` when nothing changed, or it is too large.
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
    acts: tuple[int, ...] = ()
    left_open: LeftOpen | None = None

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
            acts=self.acts + other.acts,
        )

    def to_json(self, render: Callable[[Message], str]) -> dict[str, object]:
        """Return the report as a ``rapport-import/1`` document, its messages in words."""
        numbers = ("files", "rows", "added", "changed", "unchanged", "skipped", "profiles")
        return {
            "format": "rapport-import/1",
            **{name: getattr(self, name) for name in numbers},
            "left_open": None if self.left_open is None else self.left_open.to_json(),
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


def read_apart(order: ReadingOrder) -> Generator[Portion]:
    """Read in a limited process of its own."""
    from matcher.services.intake.limited_reading import read_limited

    return read_limited(order)


def import_into(
    work: UnitOfWork,
    paths: Sequence[Path],
    options: ImportOptions,
    watch: Watch,
    read: Reader = read_apart,
) -> ImportReport:
    """Take files over into an open unit of work, which the caller commits.

    Parameters
    ----------
    work
        A unit of work that writes.
    paths, options, watch
        What to read, as what, and who follows it.
    read
        Who reads the files.

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
                reading = _Reading(files, options, watch)
                report += reading.into(work, read)
    except _CancelledError:
        report = ImportReport(files=len(paths), findings=report.findings, cancelled=True)
    return replace(report, profiles=work.profiles.count())


class _CancelledError(Exception):
    """Somebody stopped the import."""


@dataclass(slots=True)
class _Reading:
    """One file being taken over, or several that refer to each other."""

    files: Sequence[Path]
    options: ImportOptions
    watch: Watch
    rows: int = 0
    skipped: int = 0
    findings: list[Finding] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)

    @property
    def file(self) -> str:
        return self.files[0].name

    def _kept_mapping(self) -> Message:
        """Say that a mapping from before was used, and what it says of people's country."""
        if country := self.options.mappings[self.files[0]].country:
            named = Message(f"crisis.region.{region_of_country(country)}")
            return Message("finding.mapped.saved_country", file=self.file, country=named)
        return Message("finding.mapped.saved", file=self.file)

    def into(self, work: UnitOfWork, read: Reader) -> ImportReport:
        """Take over all of it, or nothing."""
        if self.files[0] in self.options.kept:
            self._find(Severity.NOTE, self._kept_mapping())
        if (mapping := self.options.mappings.get(self.files[0])) is not None:
            open_columns = {"open": mapping.undecided, "asked": mapping.unanswered}
            self._find(
                Severity.WARNING,
                *(
                    Message(f"finding.mapped.{key}", column=shortened(header))
                    for key, headers in open_columns.items()
                    for header in headers
                    if header
                ),
            )
        try:
            with work.part(), closing(read(self._order())) as portions:
                deed = Deed(DeedKind.IMPORT, self.options.who.name, self.file[:_LONGEST_NAME])
                counts = work.profiles.apply(self._statements(portions), deed)
        except ImportFileError as error:
            self._find(Severity.ERROR, *error.messages)
            return replace(self._report(), readable=False)
        moved = work.profiles.moved()
        named = {each.given: each for each in counts.namesakes}
        self.findings = [*_told_apart(self.findings, named, moved)]
        self._tell(counts)
        seen = work.profiles.seen_among(self.gone)
        ended = (Message("finding.profile.not_active", id=each) for each in seen)
        self._find(Severity.WARNING, *ended)
        self.skipped += sum(not each.id for each in counts.namesakes)
        return replace(
            self._report(),
            rows=self.rows,
            added=counts.added,
            changed=counts.changed,
            unchanged=counts.unchanged,
            skipped=self.skipped,
            acts=(counts.act_id,) if counts.act_id else (),
        )

    def _tell(self, counts: Counts) -> None:
        """Find what only the whole file or the directory could show."""
        if not self.rows and not any(each.message.key in _NOBODY for each in self.findings):
            self._find(Severity.WARNING, Message("finding.file.nobody"))
        if older := counts.outdated - counts.undated:
            self._find(Severity.NOTE, Message("finding.profile.outdated", n=older))
        if values := counts.undated_values:
            mapping = self.options.mappings.get(self.files[0])
            undated = [*_undated(values, mapping, self.file)]
            self._find(Severity.WARNING, Message("finding.profile.undated", n=len(undated)))
            self.findings.extend(undated)
        if counts.excerpts:
            self._find(Severity.WARNING, Message("finding.profile.excerpt", n=counts.excerpts))
        self._find(
            Severity.WARNING,
            *(Message("finding.profile.stranger", id=each) for each in counts.strangers),
        )
        self._find(
            Severity.WARNING,
            *(Message("finding.profile.somebody_else", id=each) for each in counts.somebody_else),
        )
        self.findings.extend(_about_namesakes(counts.namesakes, self.file))
        self.findings.extend(left_out(counts, self.file))

    def _order(self) -> ReadingOrder:
        from matcher.importers.reading_order import ReadingOrder

        options, mapping = self.options, self.options.mappings.get(self.files[0])
        return ReadingOrder(tuple(self.files), options.format, mapping, options.for_reading)

    def _statements(self, portions: Iterable[Portion]) -> Iterator[Statement]:
        for portion in portions:
            self.rows += portion.rows
            self.skipped += portion.skipped
            self.findings += portion.findings
            self.gone += portion.gone
            self.watch.progressed(self.file, self.rows)
            if self.watch.is_cancelled():
                raise _CancelledError
            yield from portion.statements

    def _find(self, severity: Severity, *messages: Message) -> None:
        self.findings.extend(Finding(severity, message, file=self.file) for message in messages)

    def _report(self) -> ImportReport:
        return ImportReport(files=len(self.files), findings=tuple(self.findings))


def _undated(
    values: Iterable[tuple[str, str, str]], mapping: ListMapping | None, file: str
) -> Iterator[Finding]:
    """Name the cells that say otherwise than the directory, and no day, with what they say."""
    from matcher.importers.mapping import PARTS

    targets = {
        part: column.field
        for column in (mapping.columns if mapping else ())
        for part in PARTS.get(column.field, ())
    }
    cells: dict[tuple[str, str], dict[str, None]] = {}
    for profile_id, name, value in values:
        said = cells.setdefault((profile_id, targets.get(name, name)), {})
        # The codes of a list are no words of the file.
        if value and FIELDS[name].kind in _PLAIN:
            said[shortened(value)] = None
    for (profile_id, target), said in cells.items():
        about = {"id": profile_id, "field": target}
        message = (
            Message("finding.profile.undated_said", **about, said=", ".join(said))
            if said
            else Message("finding.profile.undated_value", **about)
        )
        yield Finding(Severity.NOTE, message, target, file=file)


def _about_namesakes(namesakes: Iterable[Named], file: str) -> Iterator[Finding]:
    """Say of which rows the directory could not tell whom of its people they mean."""
    for each in namesakes:
        if not each.id:
            unknown = Message("finding.profile.which_namesake")
            yield Finding(Severity.ERROR, unknown, "name", each.made.row, file)
        elif each.is_new:
            new = Message("finding.profile.new_namesake", id=each.id)
            yield Finding(Severity.WARNING, new, "name", each.made.row, file)


def _told_apart(
    findings: Iterable[Finding], named: Mapping[str, Named], moved: Mapping[str, str]
) -> Iterator[Finding]:
    """Say of rows with one name and place what became of them; of others, what was said."""
    for finding in findings:
        said = finding.message.params
        if finding.message.key != "finding.mapped.alike":
            yield finding
            continue
        row, first = named.get(str(said["id"])), named.get(str(said["first"]))
        if row is None or row.is_new or not row.id:
            continue
        first_id = first.id if first else str(said["first"])
        own = moved.get(row.id, row.id)
        is_one = own == moved.get(first_id, first_id)
        key = "finding.mapped.made_one" if is_one else finding.message.key
        message = Message(key, row=said["row"], id=own)
        yield replace(finding, message=message)
