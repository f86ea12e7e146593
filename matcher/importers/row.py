"""What a reader of a directory file is told, and what it gives: rows, understood or skipped."""

from dataclasses import dataclass, field
from datetime import date

from matcher.directory.profile import Source
from matcher.directory.statement import Statement
from matcher.directory.validation import Finding


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the person who imports says about a file.

    Attributes
    ----------
    source
        Who states what the file says, where the file does not tell; ``None`` leaves it to the
        format: a clinic for its own list, a register for the others.
    state
        Two letters of a state of the USA: only people who practise there; ``""`` for all.
    taxonomy
        How the NUCC code of a kind of work begins, such as ``106H``: only people who do it.
    postcode
        How a postcode begins: only people who practise there.
    confirmed_on
        The day the facts were known to be so, where the file does not tell.
    today
        The day of the import; what the file dates later than that is not believed.
    as_it_stands
        Whether each text of our own form is taken as it stands: to see that a file was written so.
    """

    source: Source | None = None
    state: str = ""
    taxonomy: str = ""
    postcode: str = ""
    confirmed_on: date | None = None
    today: date = field(default_factory=date.today)
    as_it_stands: bool = False

    @property
    def narrowings(self) -> tuple[str, ...]:
        """Which part of a file alone is wanted: names of those of these options that say so."""
        return tuple(name for name in ("state", "taxonomy", "postcode") if getattr(self, name))


@dataclass(frozen=True, slots=True)
class Row:
    """One row or record of a file.

    Attributes
    ----------
    number
        Line or record in the file, counted from 1 with the header as 1; 0 for what concerns the
        whole file, which is no row and counts nowhere.
    statement
        What the row says; ``None`` when it was skipped, for a reason among the findings.
    findings
        What there is to say about it.
    count
        How many rows it stands for: of a great many skipped for one reason, only the last is told.
    gone
        Ids under which the people of it would be in the directory, of whom a register says that
        they are no longer active.
    """

    number: int
    statement: Statement | None
    findings: tuple[Finding, ...] = ()
    count: int = 1
    gone: tuple[str, ...] = ()

    @property
    def is_about_file(self) -> bool:
        """Tell whether this is no row but a remark on the whole file."""
        return self.number == 0

    @property
    def is_skipped(self) -> bool:
        """Tell whether this is a row of which nothing was taken over."""
        return self.statement is None and not self.is_about_file
