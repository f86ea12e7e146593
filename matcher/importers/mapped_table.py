"""A clinic's own list, in any spreadsheet or CSV file, read by a mapping."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from matcher.errors import ImportFileError, Message
from matcher.importers.client_list import header_name, refuse_client_list
from matcher.importers.mapped_cell import read_mapped_cell
from matcher.importers.mapped_row import MappedRow
from matcher.importers.mapping import ColumnMapping, Mapping
from matcher.importers.row import ReadOptions, Row
from matcher.importers.row_builder import RowBuilder, shortened
from matcher.importers.table_file import TableFile, open_table

_IDENTITY = frozenset(
    {"id", "name", "name_and_credential", "first_name", "last_name", "register",
     "register_number", "postcode", "place", "state", "city", "country"}
)  # fmt: skip

_Placed = tuple[tuple[int, ColumnMapping], ...]
"""Columns of a mapping with their places in the file."""


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
        First the remarks on the file, then each row. Of rows about one person the last holds;
        the ones before are skipped.

    Raises
    ------
    ImportFileError
        When the file cannot be read on, is a list of clients, or has other columns than the
        mapping.
    """
    table = open_table(path, mapping.sheet)
    refuse_client_list(table.headers, path.name)
    placed = _placed(table.headers, mapping)
    if not any(column.field for _, column in placed):
        raise ImportFileError(Message("error.import.other_mapping", file=path.name))
    yield from _remarks(table, mapping, RowBuilder(path.name, 0, options))
    last_rows = _last_rows(path, mapping, placed, options)
    for number, cells in table.rows():
        if not any(cells):
            continue
        row = _filled(RowBuilder(path.name, number, options), placed, cells)
        last = last_rows.get(row.id(), number)
        if last != number:
            yield row.builder.skip(Message("finding.row.repeated_id", row=last), field="id")
        else:
            yield row.row(options)


def _filled(builder: RowBuilder, placed: _Placed, cells: Sequence[str]) -> MappedRow:
    row = MappedRow(builder)
    for place, column in placed:
        if place < len(cells):
            read_mapped_cell(row, column, cells[place])
    row.finish()
    return row


def _last_rows(
    path: Path, mapping: Mapping, placed: _Placed, options: ReadOptions
) -> dict[str, int]:
    """Return for each id the last row that has it."""
    naming = tuple((place, column) for place, column in placed if column.field in _IDENTITY)
    last_rows: dict[str, int] = {}
    for number, cells in open_table(path, mapping.sheet).rows():
        if any(cells):
            last_rows[_filled(RowBuilder(path.name, number, options), naming, cells).id()] = number
    last_rows.pop("", None)
    return last_rows


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
    if builder.options.state:
        builder.warn(Message("finding.file.state_unused"))
    if lost or any(unknown) or builder.options.state:
        yield builder.remark()
