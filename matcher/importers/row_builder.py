"""One row in the making: values and findings, gathered by every reader in the same way."""

import re
from collections.abc import Container, Iterable, Mapping
from datetime import date

from matcher.directory.cells import NONE, read_cell
from matcher.directory.field import FIELDS, UNSORTED, FieldKind
from matcher.directory.profile import FactValue, Source
from matcher.directory.statement import Statement
from matcher.directory.unsorted import line
from matcher.directory.validation import Finding, Severity
from matcher.errors import Message
from matcher.importers.foreign_text import LONGEST_PROSE, LONGEST_TEXT, clean_text, cleaning_of
from matcher.importers.row import ReadOptions, Row

_PROSE = frozenset({"bio", "boundaries_text", UNSORTED})
_LONGEST_LIST = 20_000
_LISTS = frozenset({FieldKind.CODES, FieldKind.TIMES})
# Before the port of an address without one stands a name with a point.
_SCHEME = re.compile(r"\s*([A-Za-z][A-Za-z0-9+-]*)\s*:")
_PAGES = frozenset({"http", "https"})


class RowBuilder:
    """Gather what one row of a file says.

    Parameters
    ----------
    file
        Name of the file, for the findings.
    number
        Line or record in the file; 0 for remarks on the whole file.
    options
        What the importing person said.

    Attributes
    ----------
    values
        By field name, as in `Statement.values`.
    options
        As given.
    names_day
        Whether the file names a day for the row, one that can be read or not: then the day that
        the importing person gave is none of it.
    unsorted_of
        As in `matcher.directory.statement.Statement`.
    """

    def __init__(self, file: str, number: int, options: ReadOptions) -> None:
        self.values: dict[str, FactValue | None] = {}
        self.names_day = False
        self.unsorted_of: frozenset[str] | None = None
        self._file = file
        self._number = number
        self.options = options
        self._findings: list[Finding] = []
        self._kept: dict[str, dict[str, None]] = {}
        self._in_part: set[str] = set()

    def error(self, message: Message, field: str = "") -> None:
        """Note something that could not be taken over."""
        self._find(Severity.ERROR, message, field)

    def warn(self, message: Message, field: str = "") -> None:
        """Note something that should be looked at."""
        self._find(Severity.WARNING, message, field)

    def note(self, message: Message, field: str = "") -> None:
        """Note something that is good to know."""
        self._find(Severity.NOTE, message, field)

    def note_unnarrowed(self, narrowed_by: Container[str] = ()) -> None:
        """Note that more comes in than was asked for: this file cannot be read in such parts."""
        for name in self.options.narrowings:
            if name not in narrowed_by:
                what = Message(f"finding.narrowing.{name}")
                self.warn(Message("finding.file.not_narrowed", what=what))

    def leave_open(self, fields: Iterable[str]) -> None:
        """Say of fields that the file speaks of them, and of this person says nothing so far."""
        for field in fields:
            self.values.setdefault(field, None)

    def speak_of(self, columns: Iterable[str]) -> None:
        """Say of which columns the words are that no field takes."""
        self.unsorted_of = (self.unsorted_of or frozenset()).union(columns)

    def clean(self, field: str, text: str) -> str:
        """Return a foreign text made safe, with a finding when something had to go."""
        limit = LONGEST_TEXT if FIELDS[field].kind is FieldKind.TEXT else _LONGEST_LIST
        limit = LONGEST_PROSE if field in _PROSE else limit
        cleaned = cleaning_of(text, limit, lines=field in _PROSE)
        if cleaned.shortened:
            self.warn(Message("finding.text.shortened", n=limit), field)
        if cleaned.removed:
            self.note(Message("finding.text.signs"), field)
        return cleaned.text

    def state(self, field: str, text: str) -> None:
        """Take over a text of a file that knows no *stated: none*; an empty one says nothing."""
        cleaned = self.clean(field, text)
        self.values[field] = None if cleaned in {"", NONE} else cleaned

    def read(self, field: str, text: str) -> None:
        """Take over a clean text in the form of a directory cell; what is wrong in it is noted.

        A cell of which nothing can be understood leaves its field as it is in the directory. Of a
        list of which a part is not understood, all is kept as text, too.
        """
        reading = read_cell(FIELDS[field], text)
        for fault in reading.faults:
            self.error(fault, field)
        if reading.faults and FIELDS[field].kind in _LISTS:
            has_part = reading.value is not None
            self.note(Message(f"finding.cell.{'in_part' if has_part else 'no_part'}"), field)
            self.keep(field, text)
        if reading.value is not None or not reading.faults:
            self.values[field] = reading.value

    def keep(self, field: str, text: str) -> None:
        """Keep words of a field that were not understood, as they stand, for staff."""
        if said := clean_text(text, LONGEST_PROSE):
            self._kept.setdefault(field, {})[said] = None
            self.note_in_part(field)

    def take_kept(self) -> list[tuple[str, str]]:
        """Return the words that were kept so far, each with its field, and keep them no more."""
        kept = [(field, words) for field, said in self._kept.items() for words in said]
        self._kept.clear()
        self._in_part.clear()
        return kept

    def note_in_part(self, field: str) -> None:
        """Note that a field, if it holds a list, was not understood as a whole."""
        if field in FIELDS and FIELDS[field].kind in _LISTS:
            self._in_part.add(field)

    def day(self, text: str, field: str) -> date | None:
        """Read ``2026-11-21``, with or without a time behind it; a day to come is not believed."""
        text = text.strip()
        if not text:
            return None
        self.names_day = True
        try:
            day = date.fromisoformat(text[:10])
        except ValueError:
            self.error(Message("finding.cell.date", text=shortened(text)), field)
            return None
        if day > self.options.today:
            self.warn(Message("finding.row.future", date=day), field)
            return None
        return day

    def skip(self, reason: Message, *, severity: Severity = Severity.ERROR, field: str = "") -> Row:
        """Return the row as one that cannot or should not be taken over."""
        self._find(severity, reason, field)
        return Row(self._number, None, tuple(self._findings))

    def remark(self) -> Row:
        """Return the findings alone, as a remark."""
        return Row(self._number, None, tuple(self._findings))

    def row(
        self,
        profile_id: str,
        source: Source,
        confirmed_on: date | None,
        *,
        published: bool | None = None,
        taken_back: Iterable[str] = (),
    ) -> Row:
        """Return the row as understood, its values in the order of the directory's columns."""
        self._refuse_what_is_no_page()
        self._state_kept()
        values: Mapping[str, FactValue | None] = {
            field: self.values[field] for field in FIELDS if field in self.values
        }
        if not self.names_day:
            confirmed_on = confirmed_on or self.options.confirmed_on
        statement = Statement(
            profile_id,
            source,
            confirmed_on,
            values,
            published,
            frozenset(taken_back),
            in_part=frozenset(self._in_part),
            unsorted_of=self.unsorted_of,
        )
        return Row(self._number, statement, tuple(self._findings))

    def _state_kept(self) -> None:
        """Put what was kept in front of what the file itself keeps, a line for each field."""
        if self._kept:
            lines = [line(field, said) for field, said in self._kept.items()]
            said = self.values.get(UNSORTED)
            if UNSORTED not in self.values:
                self.speak_of(self._in_part)
            self.state(UNSORTED, "\n".join([*lines, str(said)] if said else lines))

    def _refuse_what_is_no_page(self) -> None:
        """Leave out a website that is none: what follows such a link may run instead of open."""
        text = str(self.values.get("website") or "")
        scheme = _SCHEME.match(text)
        if scheme is not None and scheme[1].lower() not in _PAGES:
            self.error(Message("finding.cell.website", text=shortened(text)), "website")
            del self.values["website"]

    def _find(self, severity: Severity, message: Message, field: str) -> None:
        row = self._number or None
        self._findings.append(Finding(severity, message, field, row, self._file))


def shortened(text: str, limit: int = 40) -> str:
    """Return a foreign text so that it fits into a sentence."""
    cleaned = cleaning_of(text, limit)
    return f"{cleaned.text}…" if cleaned.shortened else cleaned.text
