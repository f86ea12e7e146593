"""The project's own directory list, ``rapport-directory/1`` as a table: CSV or a spreadsheet.

Where a row names the fields it speaks of, an empty cell of one takes back what its source stated.
In a practitioner's own row it takes back what a clinic or a register stated until then as well.
"""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from matcher.directory.cells import EXAMPLE, NONE
from matcher.directory.field import FIELDS, FieldKind
from matcher.directory.profile import Source
from matcher.directory.validation import Severity
from matcher.errors import ImportFileError, Message
from matcher.importers.alike_rows import OwnId, RowIds, apart, own_ids
from matcher.importers.checked_text import checked_text, read_checked
from matcher.importers.client_list import refuse_client_list
from matcher.importers.day_text import days_of
from matcher.importers.foreign_text import clean_text
from matcher.importers.position import check_position
from matcher.importers.profile_id import USUAL, profile_id
from matcher.importers.row import ReadOptions, Row
from matcher.importers.row_builder import RowBuilder, shortened
from matcher.importers.table_file import TableFile, open_table, too_long
from matcher.importers.table_header import TableRecord, column_key
from matcher.importers.us_place import restored_zip

_SPEAKS_OF = "speaks_of"
_ABOUT_ROW = ("id", "published", "confirmed_on", "confirmed_by", _SPEAKS_OF)
_COLUMNS = frozenset({*_ABOUT_ROW, *FIELDS})
_BETWEEN_NAMES = re.compile(r"[\s;,|/]+")
"""Between names of fields, whatever somebody who edits the file by hand puts there."""
_FORMULA = re.compile("'[=+@-]")
_EXPORTED_FORMULA = re.compile("'+[=+@-]")
_PUBLISHED = {"yes": True, "no": False}


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where the columns of a file stand.

    Attributes
    ----------
    places
        Position by column name, for the columns that are known.
    unknown
        Headers nothing is known of.
    width
        How many columns the header names.
    """

    places: dict[str, int]
    unknown: tuple[str, ...]
    width: int

    def cell(self, record: Sequence[str], column: str) -> str:
        """Return a cell; ``""`` when there is none."""
        place = self.places.get(column, len(record))
        return record[place] if place < len(record) else ""

    def is_long(self, record: Sequence[str]) -> bool:
        """Tell whether a row has more cells than the header."""
        return any(record[self.width :])

    @property
    def is_export(self) -> bool:
        """Whether rows say which fields they speak of, as those do that this program wrote."""
        return _SPEAKS_OF in self.places

    def is_named(self, record: Sequence[str]) -> bool:
        """Tell whether a row states who it is about: by an id, or by a number on a register."""
        return bool(_profile_id(self, record, USUAL[:1]))

    def key(self, record: Sequence[str]) -> tuple[str, ...]:
        """Return what no two rows that state an id may share.

        That is the id; in an export, a profile has a row for each source and day of its facts.
        """
        profile_id = _profile_id(self, record)
        if not self.is_export:
            return (profile_id,)
        return profile_id, self.cell(record, "confirmed_by"), self.cell(record, "confirmed_on")


def read_directory_csv(path: Path, options: ReadOptions) -> Iterator[Row]:
    """Read a ``rapport-directory/1`` table.

    Parameters
    ----------
    path
        The file; any that `open_table` reads.
    options
        What the importing person said about it.

    Yields
    ------
    Row
        First the remarks on the file, if any, then each row. Of rows that state the same id the
        last holds; the ones before are skipped. Of those for which the same was made, each has one
        of its own.

    Raises
    ------
    ImportFileError
        When it cannot be read on.
    """
    table = open_table(path)
    layout = _read_header(table)
    last_rows, ids = _ids(table, layout)
    own = _own_ids(table, layout, options, ids)
    yield from _remarks(table, layout, options)
    for record in table.records():
        number, cells = record.number, record.cells
        builder = RowBuilder(path.name, number, options)
        if cells is None:
            yield builder.skip(Message("finding.row.quotes"))
        elif layout.is_long(cells):
            yield builder.skip(too_long(table, cells))
        elif all(layout.cell(cells, column) == cell for column, cell in EXAMPLE.items()):
            yield builder.skip(Message("finding.row.example"), severity=Severity.NOTE, field="id")
        elif not layout.is_named(cells):
            yield apart(_read_row(builder, layout, record), builder, own.get(number))
        elif (last := last_rows.get(layout.key(cells), number)) != number:
            yield builder.skip(Message("finding.row.repeated_id", row=last), field="id")
        else:
            yield _read_row(builder, layout, record)


def _ids(table: TableFile, layout: _Layout) -> tuple[dict[tuple[str, ...], int], RowIds]:
    """Return for each key the last row that has it, and the rows of each id."""
    last_rows: dict[tuple[str, ...], int] = {}
    ids = RowIds()
    for record in _whole(table, layout):
        number, cells = record.number, record.cells or ()
        profile_id = _profile_id(layout, cells)
        if not layout.is_named(cells):
            ids.note_made(profile_id, number)
        else:
            last_rows[layout.key(cells)] = ids.stated[profile_id] = number
    return last_rows, ids


def _own_ids(
    table: TableFile, layout: _Layout, options: ReadOptions, ids: RowIds
) -> Mapping[int, OwnId]:
    """Return the ids of rows that share one which was made, by the number of the row."""
    if not (wanted := {*ids.shared()}):
        return {}
    rows = (
        (record.number, _read_row(RowBuilder(table.file, 0, options), layout, record).statement)
        for record in _whole(table, layout)
        if record.number in wanted
    )
    return own_ids(((number, said) for number, said in rows if said), ids)


def _whole(table: TableFile, layout: _Layout) -> Iterator[TableRecord]:
    """Give the rows that are read, as far as the file can be."""
    try:
        for record in table.records():
            if record.cells is not None and not layout.is_long(record.cells):
                yield record
    except ImportFileError:
        # The reading proper comes to the same place and says it then.
        pass


def _read_header(table: TableFile) -> _Layout:
    names, file = [*map(column_key, table.headers)], table.file
    refuse_client_list(table.headers, file)
    known = [name for name in names if name in _COLUMNS]
    if not known or len(known) < _share(table) * len([*filter(None, names)]):
        raise ImportFileError(
            Message("error.import.header", file=file, found=shortened(table.headers[0]))
        )
    if repeated := sorted({name for name in known if known.count(name) > 1}):
        raise ImportFileError(
            Message("error.import.repeated_column", file=file, column=repeated[0])
        )
    if not {"id", "name", "register_number"} & {*known}:
        raise ImportFileError(Message("error.import.no_id_column", file=file))
    places = {name: place for place, name in enumerate(names) if name in _COLUMNS}
    unknown = (
        shortened(cell)
        for cell, name in zip(table.headers, names, strict=True)
        if cell and name not in _COLUMNS
    )
    return _Layout(places, tuple(unknown), len(table.headers))


def is_directory(table: TableFile) -> bool:
    """Tell whether a table is surely one of ours, and no clinic's own list named like it."""
    names = [*filter(None, map(column_key, table.headers))]
    known = [name for name in names if name in _COLUMNS]
    return "id" in known and len(known) >= 2 / 3 * len(names)


def _share(table: TableFile) -> float:
    """Return how many of the columns must be known for the table to be taken for one of ours.

    A list of something else may well have a name and a city, and a clinic's own sheet, seldom
    written with commas, a few columns more that are named like ours and filled otherwise.
    """
    return 1 / 3 if table.delimiter == "," else 2 / 3


def _remarks(table: TableFile, layout: _Layout, options: ReadOptions) -> Iterator[Row]:
    builder = RowBuilder(table.file, 0, options)
    for column in layout.unknown:
        builder.warn(Message("finding.file.unknown_column", column=column), column)
    if findings := (*table.remarks, *builder.remark().findings):
        yield Row(0, None, findings)


def _read_row(builder: RowBuilder, layout: _Layout, record: TableRecord) -> Row:
    cells = record.cells or ()
    days = days_of(layout.cell(cells, "confirmed_on"))
    if len(days) > 1:
        text = shortened(layout.cell(cells, "confirmed_on"))
        unclear = Message("finding.row.two_days", text=text, first=days[0], second=days[1])
        return builder.skip(unclear, field="confirmed_on")
    profile_id = _profile_id(layout, cells)
    if not profile_id:
        given = layout.cell(cells, "id")
        reason = "finding.row.wrong_id" if given else "finding.row.no_id"
        return builder.skip(Message(reason, id=shortened(given)), field="id")
    if len(cells) < layout.width:
        builder.warn(Message("finding.row.short", n=len(cells), columns=layout.width))
    spoken_of = _spoken_of(builder, layout, cells)
    for column, place in layout.places.items():
        if fault := record.faults.get(place):
            builder.error(fault, column)
        # What could not be read leaves its field as it is in the directory.
        is_lost = fault is not None and not cells[place]
        if column not in FIELDS or place >= len(cells) or is_lost:
            continue
        if column in spoken_of or cells[place]:
            text = builder.clean(column, cells[place])
            if FIELDS[column].kind is FieldKind.DATE:
                text = _plain_day(builder, text, column)
            read_checked(builder, column, _unguarded(column, text, is_export=layout.is_export))
    _restore_postcode(builder)
    if not layout.is_export:
        # Its facts were looked at when they came, and two days may share one position.
        check_position(builder)
    source = _source(builder, layout.cell(cells, "confirmed_by"))
    day = _plain_day(builder, layout.cell(cells, "confirmed_on"), "confirmed_on")
    return builder.row(
        profile_id,
        source,
        builder.day(day, "confirmed_on"),
        published=_published(builder, layout.cell(cells, "published")),
        taken_back=_taken_back(builder, spoken_of) if source is Source.THERAPIST else (),
    )


def _taken_back(builder: RowBuilder, spoken_of: Container[str]) -> Iterator[str]:
    """Give the fields that a row names and leaves empty."""
    if spoken_of is not FIELDS:
        for field, value in builder.values.items():
            if value is None and field in spoken_of:
                yield field


def _plain_day(builder: RowBuilder, text: str, field: str) -> str:
    """Return a day as the format writes it, where a spreadsheet wrote it its own way.

    What is no such day, or may be two, stays as it stands, without the apostrophe of a text.
    """
    text = text.strip().removeprefix("'")
    days = days_of(text)
    if len(days) != 1:
        return text
    builder.note(Message("finding.cell.day_read", text=shortened(text), date=days[0]), field)
    return days[0].isoformat()


def _spoken_of(builder: RowBuilder, layout: _Layout, record: Sequence[str]) -> Container[str]:
    """Return the fields a row speaks of even where its cell is empty: all, unless it names them."""
    said = [*filter(None, _BETWEEN_NAMES.split(layout.cell(record, _SPEAKS_OF).casefold()))]
    if not said:
        return FIELDS
    names = said if said != [NONE] else []
    for name in names:
        if name not in FIELDS:
            unknown = Message("finding.cell.code", code=shortened(name), field=_SPEAKS_OF)
            builder.warn(unknown, _SPEAKS_OF)
    return names


def _unguarded(column: str, text: str, *, is_export: bool) -> str:
    """Take away the apostrophe that keeps a spreadsheet from calculating with a clean text.

    An export guards every text, and one more time a text that begins like a guarded one.
    """
    if is_export:
        guarded = FIELDS[column].kind is FieldKind.TEXT and _EXPORTED_FORMULA.match(text)
    else:
        guarded = FIELDS[column].free_text and _FORMULA.match(text)
    return text[1:] if guarded else text


def _restore_postcode(builder: RowBuilder) -> None:
    postcode, country = builder.values.get("postcode"), builder.values.get("country")
    if country != "US" or not isinstance(postcode, str):
        return
    restored = restored_zip(postcode)
    if restored != postcode:
        builder.values["postcode"] = restored
        builder.warn(Message("finding.zip.restored", found=postcode, zip=restored), "postcode")


def _source(builder: RowBuilder, text: str) -> Source:
    if text.casefold() in [*Source]:
        return Source(text.casefold())
    if text:
        builder.error(Message("finding.row.confirmed_by", text=shortened(text)), "confirmed_by")
    return builder.options.source or Source.CLINIC


def _published(builder: RowBuilder, text: str) -> bool | None:
    """Return whether clients see the profile; what cannot be read hides it, to be safe."""
    said = text.casefold()
    if not said or said in _PUBLISHED:
        return _PUBLISHED.get(said)
    builder.error(Message("finding.row.published", text=shortened(text)), "published")
    return False


def _profile_id(
    layout: _Layout, record: Sequence[str], made_of: Sequence[Sequence[str]] = USUAL
) -> str:
    """Return the row's id, or ``""`` when there is none, or it holds a sign no id may have."""

    def cell(column: str) -> str:
        text = clean_text(layout.cell(record, column))
        return checked_text(column, text) if column == "register_number" else text

    return profile_id(cell, made_of)
