"""What reading a file gives, a piece at a time, with findings alike counted and not repeated."""

from collections import Counter
from collections.abc import Generator, Iterable
from dataclasses import dataclass, field, replace

from matcher.directory.statement import Statement
from matcher.directory.validation import Finding
from matcher.errors import ImportFileError, Message
from matcher.importers.row import Row

FINDINGS_ALIKE = 1000
"""How many findings of one kind are kept of a file; a register holds millions of rows."""

PORTION_ROWS = 250
"""After how many rows, at least, it is told what they came to."""

_STATEMENTS = 100


@dataclass(frozen=True, slots=True)
class Portion:
    """What some rows of a file came to.

    Attributes
    ----------
    rows
        How many there were.
    skipped
        Of how many of them nothing was taken over.
    statements, findings
        What they say, and what there is to say about them, in their order.
    gone
        Ids of people of whom the file says that they are no longer active.
    """

    rows: int = 0
    skipped: int = 0
    statements: tuple[Statement, ...] = ()
    findings: tuple[Finding, ...] = ()
    gone: tuple[str, ...] = ()


def in_portions(rows: Iterable[Row]) -> Generator[Portion]:
    """Gather rows; of findings alike, those beyond `FINDINGS_ALIKE` are counted in the last.

    Raises
    ------
    ImportFileError
        As the rows do, once all that came before it was given.
    """
    gathering = _Gathering()
    try:
        for row in rows:
            gathering.add(row)
            if gathering.is_full:
                yield gathering.portion()
    except ImportFileError:
        gathering.say_how_many_more()
        yield gathering.portion()
        raise
    gathering.say_how_many_more()
    yield gathering.portion()


@dataclass(slots=True)
class _Gathering:
    rows: int = 0
    skipped: int = 0
    statements: list[Statement] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    alike: Counter[str] = field(default_factory=Counter)
    latest: dict[str, Finding] = field(default_factory=dict)

    @property
    def is_full(self) -> bool:
        return self.rows >= PORTION_ROWS or len(self.statements) >= _STATEMENTS

    def add(self, row: Row) -> None:
        self.rows += 0 if row.is_about_file else row.count
        self.skipped += row.count if row.is_skipped else 0
        if row.statement is not None:
            self.statements.append(row.statement)
        self.gone += row.gone
        for finding in row.findings:
            key = finding.message.key
            self.alike[key] += row.count
            if self.alike[key] <= FINDINGS_ALIKE:
                self.findings.append(finding)
            else:
                self.latest[key] = finding

    def say_how_many_more(self) -> None:
        """Add one finding for each kind there are too many of."""
        for key, finding in self.latest.items():
            n = self.alike[key] - FINDINGS_ALIKE
            more = Message("finding.more_alike", n=n, latest=finding.message)
            self.findings.append(replace(finding, row=None, message=more))

    def portion(self) -> Portion:
        """Return what came since the last one."""
        given = Portion(
            self.rows,
            self.skipped,
            tuple(self.statements),
            tuple(self.findings),
            tuple(self.gone),
        )
        self.rows = self.skipped = 0
        self.statements, self.findings, self.gone = [], [], []
        return given
