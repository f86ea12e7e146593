"""A clinic's own list, in any spreadsheet or CSV file, read by a mapping."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from matcher.directory.field import UNSORTED
from matcher.directory.statement import Statement
from matcher.errors import ImportFileError, Message
from matcher.importers.client_list import header_name, refuse_client_list
from matcher.importers.mapped_cell import read_mapped_cell
from matcher.importers.mapped_row import MappedRow
from matcher.importers.mapping import ColumnMapping, Mapping, is_list
from matcher.importers.profile_id import LONGEST
from matcher.importers.row import ReadOptions, Row
from matcher.importers.row_builder import RowBuilder, shortened
from matcher.importers.table_file import TableFile, open_table, too_long
from matcher.importers.table_header import TableRecord

_IDENTITY = frozenset(
    {"id", "name", "name_and_credential", "first_name", "last_name", "register",
     "register_number", "postcode", "place", "state", "city", "country"}
)  # fmt: skip

_Placed = tuple[tuple[int, ColumnMapping], ...]
"""Columns of a mapping with their places in the file."""


@dataclass(frozen=True, slots=True)
class _Ids:
    """The last row that has each id: one that the list states, or one made for it."""

    stated: dict[str, int] = field(default_factory=dict)
    made: dict[str, int] = field(default_factory=dict)


def read_mapped(path: Path, mapping: Mapping, options: ReadOptions) -> Iterator[Row]:
    """Read a list by its mapping.

    Parameters
    ----------
    path
        The file.
    mapping
        What its columns and words mean.
    options
        What the importing person said about it.

    Yields
    ------
    Row
        First the remarks on the file, then each row. Of rows with one id that the list states,
        the last holds; the ones before are skipped. Of rows for which the same id was made, all
        come in, numbered in their order, but for those that say the same.

    Raises
    ------
    ImportFileError
        When the file cannot be read on, is a list of clients, has other columns than the
        mapping, or one of its columns less often.
    """
    table = open_table(path, mapping.sheet)
    refuse_client_list(table.headers, path.name)
    _check_twice(table.headers, mapping, path.name)
    placed = _placed(table.headers, mapping)
    if not any(column.field for _, column in placed):
        raise ImportFileError(Message("error.import.other_mapping", file=path.name))
    yield from _remarks(table, mapping, RowBuilder(path.name, 0, options))
    ids = _ids(table, path.name, (placed, mapping.country), options)
    alike = _Alike(ids)
    lacking: Counter[str] = Counter()
    for record in table.records():
        builder = RowBuilder(path.name, record.number, options)
        if record.cells is None:
            yield builder.skip(Message("finding.row.quotes"))
        elif any(record.cells[len(table.headers) :]):
            yield builder.skip(too_long(table, record.cells))
        else:
            row = _filled(MappedRow(builder, mapping.country), placed, record)
            lacking["country"] += row.lacks_country
            lacking["currency"] += row.lacks_currency
            yield _once(row, ids.stated, record.number) if row.is_named else alike.row(row)
    if not mapping.country:
        yield from _lacking(lacking, RowBuilder(path.name, 0, options))


def _once(row: MappedRow, last_rows: dict[str, int], number: int) -> Row:
    """Return a row, skipped when a later one is about the same person."""
    last = last_rows.get(row.id(), number)
    if last == number:
        return row.row()
    return row.builder.skip(Message("finding.row.repeated_id", row=last), field="id")


class _Alike:
    """Keep people apart for whom the same id was made: two may share a name and a place.

    Parameters
    ----------
    ids
        All of the list.
    """

    def __init__(self, ids: _Ids) -> None:
        self._ids = ids
        self._said: dict[str, dict[int, Statement]] = {}
        self._next: dict[str, int] = {}

    def row(self, row: MappedRow) -> Row:
        """Return a row under an id of its own; skipped when one before says the same."""
        read = row.row()
        if read.statement is None:
            return read
        made = read.statement.profile_id
        is_last = self._ids.made.get(made, read.number) == read.number
        if is_last and made not in self._ids.stated and made not in self._said:
            return read
        before = self._said.setdefault(made, {})
        for number, statement in before.items():
            if statement == read.statement:
                return row.builder.skip(Message("finding.row.repeated_id", row=number), field="id")
        first = next(iter(before), self._ids.stated.get(made, 0))
        before[read.number] = read.statement
        own = self._free(made)
        if own == made:
            return read
        row.builder.note(Message("finding.mapped.alike", row=first, id=own), "name")
        statement = replace(read.statement, profile_id=own)
        return replace(read, statement=statement, findings=row.builder.remark().findings)

    def _free(self, made: str) -> str:
        """Return the id itself, or with the next number that makes it one of no other row."""
        number = self._next.get(made, 1)
        while (own := _numbered(made, number)) in self._ids.stated or (
            number > 1 and own in self._ids.made
        ):
            number += 1
        self._next[made] = number + 1
        return own


def _numbered(made: str, number: int) -> str:
    ending = f"-{number}" if number > 1 else ""
    return f"{made[: LONGEST - len(ending)]}{ending}"


def _lacking(rows: Counter[str], builder: RowBuilder) -> Iterator[Row]:
    """Say once for all rows what they lack, and could have by one word about the list."""
    for name in ("country", "currency"):
        if rows[name]:
            builder.warn(Message(f"finding.lacking.{name}", n=rows[name]), name)
    if (remark := builder.remark()).findings:
        yield remark


def _filled(row: MappedRow, placed: _Placed, record: TableRecord) -> MappedRow:
    cells = record.cells or ()
    # What was not understood of the list before may be by now.
    row.leave_open([UNSORTED])
    for place, column in placed:
        if column.field and place in record.faults:
            row.builder.error(record.faults[place], column.field)
        elif place < len(cells):
            read_mapped_cell(row, column, cells[place])
    row.finish()
    return row


def _ids(table: TableFile, file: str, said: tuple[_Placed, str], options: ReadOptions) -> _Ids:
    """Return for each id the last row that has it, as far as the file can be read.

    Parameters
    ----------
    table, file, options
        As for `read_mapped`.
    said
        The columns, and the country of the list.
    """
    placed, country = said
    naming = tuple((place, column) for place, column in placed if column.field in _IDENTITY)
    ids = _Ids()
    try:
        for record in table.records():
            if record.cells is not None and not any(record.cells[len(table.headers) :]):
                builder = RowBuilder(file, record.number, options)
                row = _filled(MappedRow(builder, country), naming, record)
                (ids.stated if row.is_named else ids.made)[row.id()] = record.number
    except ImportFileError:
        # The reading proper comes to the same place and says it then.
        pass
    ids.made.pop("", None)
    return ids


def _placed(headers: Sequence[str], mapping: Mapping) -> _Placed:
    """Find each column by its header; of headers alike, the second is the second."""
    free: dict[str, list[int]] = {}
    for place, header in enumerate(headers):
        free.setdefault(header_name(header), []).append(place)
    return tuple(
        (places.pop(0), column)
        for column in mapping.columns
        if (places := free.get(header_name(column.header)))
    )


def _check_twice(headers: Sequence[str], mapping: Mapping, file: str) -> None:
    """Refuse a column that the mapping has more often than the file: which holds, nobody knows."""
    there = Counter(map(header_name, headers))
    said = Counter(map(header_name, mapping.headers))
    for name, count in said.items():
        if count > there[name] > 0:
            header = next(each for each in mapping.headers if header_name(each) == name)
            what = {"file": file, "column": shortened(header), "count": count}
            raise ImportFileError(Message("error.import.mapping_twice", **what))


def _twice(columns: Sequence[ColumnMapping]) -> Iterator[tuple[ColumnMapping, ColumnMapping]]:
    """Give the pairs of columns that stand for one thing of which only one can be kept."""
    first: dict[str, ColumnMapping] = {}
    for column in columns:
        if column.field and not is_list(column.field):
            holder = first.setdefault(column.field, column)
            if holder is not column:
                yield holder, column


def _remarks(table: TableFile, mapping: Mapping, builder: RowBuilder) -> Iterator[Row]:
    if table.remarks:
        yield Row(0, None, tuple(table.remarks))
    placed = _placed(table.headers, mapping)
    found, known = {place for place, _ in placed}, [column for _, column in placed]
    lost = [each for each in mapping.columns if each.field and each not in known]
    unknown = [header for place, header in enumerate(table.headers) if place not in found]
    for column in lost:
        header = shortened(column.header)
        builder.warn(Message("finding.mapped.no_column", column=header), column.field)
    for header in filter(None, map(shortened, unknown)):
        builder.warn(Message("finding.mapped.new_column", column=header), header)
    for column, second in _twice(known):
        builder.warn(
            Message(
                "finding.mapped.two_columns",
                first=shortened(column.header),
                second=shortened(second.header),
            ),
            column.field,
        )
    builder.note_unnarrowed()
    if (remark := builder.remark()).findings:
        yield remark
