"""A clinic's own list, in any spreadsheet or CSV file, read by a mapping."""

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from pathlib import Path

from matcher.directory.field import UNSORTED
from matcher.directory.statement import Statement
from matcher.errors import ImportFileError, Message
from matcher.importers.alike_rows import OwnId, RowIds, apart, own_ids
from matcher.importers.client_list import header_name, refuse_client_list
from matcher.importers.mapped_cell import read_mapped_cell
from matcher.importers.mapped_row import MappedRow
from matcher.importers.mapping import ColumnMapping, ListMapping, is_list
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

_Said = tuple[_Placed, str, ReadOptions]
"""The columns, the country of the list, and what the importing person said."""


def read_mapped(path: Path, mapping: ListMapping, options: ReadOptions) -> Iterator[Row]:
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
        come in, numbered by what they say, but for those that say the same.

    Raises
    ------
    ImportFileError
        When the file cannot be read on, is a list of clients, has other columns than the
        mapping, none of which it says what it holds, or one of its columns less often.
    """
    table = open_table(path, mapping.sheet)
    refuse_client_list(table.headers, path.name)
    _check_twice(table.headers, mapping, path.name)
    placed = _placed(table.headers, mapping)
    if not any(column.field for _, column in placed):
        why = "undecided_mapping" if placed else "other_mapping"
        raise ImportFileError(Message(f"error.import.{why}", file=path.name))
    yield from _remarks(table, mapping, RowBuilder(path.name, 0, options))
    said = (placed, mapping.country, options)
    ids = _ids(table, path.name, said)
    own = _own_ids(table, path.name, said, ids)
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
            if row.is_named:
                yield _once(row, ids.stated, record.number)
            else:
                yield apart(row.row(), row.builder, own.get(record.number))
    if not mapping.country:
        yield from _lacking(lacking, RowBuilder(path.name, 0, options))


def _once(row: MappedRow, last_rows: dict[str, int], number: int) -> Row:
    """Return a row, skipped when a later one is about the same person."""
    last = last_rows.get(row.id(), number)
    if last == number:
        return row.row()
    return row.builder.skip(Message("finding.row.repeated_id", row=last), field="id")


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


def _ids(table: TableFile, file: str, said: _Said) -> RowIds:
    """Return the rows of each id, as far as the file can be read."""
    placed, country, options = said
    naming = tuple((place, column) for place, column in placed if column.field in _IDENTITY)
    ids = RowIds()
    for record in _whole(table):
        row = _filled(MappedRow(RowBuilder(file, record.number, options), country), naming, record)
        if row.is_named:
            ids.stated[row.id()] = record.number
        else:
            ids.note_made(row.id(), record.number)
    return ids


def _own_ids(table: TableFile, file: str, said: _Said, ids: RowIds) -> Mapping[int, OwnId]:
    """Return the ids of rows that share one which was made, by the number of the row."""
    wanted = {*ids.shared()}
    return own_ids(_statements(table, file, said, wanted), ids) if wanted else {}


def _statements(
    table: TableFile, file: str, said: _Said, wanted: Container[int]
) -> Iterator[tuple[int, Statement]]:
    placed, country, options = said
    for record in _whole(table):
        if record.number in wanted:
            builder = RowBuilder(file, record.number, options)
            row = _filled(MappedRow(builder, country), placed, record).row()
            if row.statement is not None:
                yield record.number, row.statement


def _whole(table: TableFile) -> Iterator[TableRecord]:
    """Give the rows that are read, as far as the file can be."""
    try:
        for record in table.records():
            if record.cells is not None and not any(record.cells[len(table.headers) :]):
                yield record
    except ImportFileError:
        # The reading proper comes to the same place and says it then.
        pass


def _placed(headers: Sequence[str], mapping: ListMapping) -> _Placed:
    """Find each column by its header; of headers alike, the second is the second."""
    free: dict[str, list[int]] = {}
    for place, header in enumerate(headers):
        free.setdefault(header_name(header), []).append(place)
    return tuple(
        (places.pop(0), column)
        for column in mapping.columns
        if (places := free.get(header_name(column.header)))
    )


def _check_twice(headers: Sequence[str], mapping: ListMapping, file: str) -> None:
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


def _remarks(table: TableFile, mapping: ListMapping, builder: RowBuilder) -> Iterator[Row]:
    if table.remarks:
        yield Row(0, None, tuple(table.remarks))
    placed = _placed(table.headers, mapping)
    found, known = {place for place, _ in placed}, [column for _, column in placed]
    lost = [each for each in mapping.columns if each.field and each not in known]
    unknown = [header for place, header in enumerate(table.headers) if place not in found]
    if lost:
        headers = ", ".join(f"“{shortened(column.header)}”" for column in lost)
        builder.warn(Message("finding.mapped.no_column", n=len(lost), columns=headers))
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
