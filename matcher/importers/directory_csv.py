"""The project's own directory list, ``rapport-directory/1`` as a table: CSV or a spreadsheet."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from matcher.directory.field import FIELDS
from matcher.directory.profile import Source
from matcher.errors import ImportFileError, Message
from matcher.importers.foreign_text import clean_text, slug
from matcher.importers.position import check_position
from matcher.importers.row import ReadOptions, Row
from matcher.importers.row_builder import RowBuilder, shortened
from matcher.importers.table_file import TableFile, open_table
from matcher.importers.table_header import TableRecord, column_key
from matcher.importers.text_form import sign_of
from matcher.importers.us_place import restored_zip

_ABOUT_ROW = ("id", "published", "confirmed_on", "confirmed_by")
_COLUMNS = frozenset({*_ABOUT_ROW, *FIELDS})
# Headers of lists of clients, as records systems write them: those must never come in here.
_CLIENT_HEADERS = frozenset(
    "birth_date birthdate client_id client_name date_of_birth diagnoses diagnosis dob icd10 "
    "icd_10 member_id member_number mrn patient patient_id patient_name social_security_number "
    "ssn subscriber_id".split()
)
_ID = re.compile(r"\w[\w.:+@-]{0,119}")
_FORMULA = re.compile("'[=+@-]")
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
        First the remarks on the file, if any, then each row. Of rows with the same id the last
        holds; the ones before are skipped.

    Raises
    ------
    ImportFileError
        When it cannot be read on.
    """
    table = open_table(path)
    layout = _read_header(table)
    last_rows = _last_rows(table, layout)
    yield from _remarks(table, layout, options)
    for record in table.records():
        number, cells = record.number, record.cells
        builder = RowBuilder(path.name, number, options)
        if cells is None:
            yield builder.skip(Message("finding.row.quotes"))
        elif layout.is_long(cells):
            yield builder.skip(_too_long(table, layout, cells))
        elif (last := last_rows.get(_profile_id(layout, cells), number)) != number:
            yield builder.skip(Message("finding.row.repeated_id", row=last), field="id")
        else:
            yield _read_row(builder, layout, record)


def _too_long(table: TableFile, layout: _Layout, cells: Sequence[str]) -> Message:
    sign = sign_of(table.delimiter or ",")
    return Message("finding.row.long", n=len(cells), columns=layout.width, sign=sign)


def _last_rows(table: TableFile, layout: _Layout) -> dict[str, int]:
    """Return for each id the last row that has it, as far as the file can be read."""
    last_rows: dict[str, int] = {}
    try:
        for number, cells in table.rows():
            if not layout.is_long(cells):
                last_rows[_profile_id(layout, cells)] = number
    except ImportFileError:
        # The reading proper comes to the same place and says it then.
        pass
    last_rows.pop("", None)
    return last_rows


def _read_header(table: TableFile) -> _Layout:
    names, file = [*map(column_key, table.headers)], table.file
    if clients := sorted({*names} & _CLIENT_HEADERS):
        raise ImportFileError(Message("error.import.client_list", file=file, column=clients[0]))
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
    profile_id = _profile_id(layout, cells)
    if not profile_id:
        given = layout.cell(cells, "id")
        reason = "finding.row.wrong_id" if given else "finding.row.no_id"
        return builder.skip(Message(reason, id=shortened(given)), field="id")
    if len(cells) < layout.width:
        builder.warn(Message("finding.row.short", n=len(cells), columns=layout.width))
    for column, place in layout.places.items():
        if fault := record.faults.get(place):
            builder.error(fault, column)
        # What could not be read leaves its field as it is in the directory.
        is_lost = fault is not None and not cells[place]
        if column in FIELDS and place < len(cells) and not is_lost:
            builder.read(column, _cell_text(builder, column, cells[place]))
    _restore_postcode(builder)
    check_position(builder)
    return builder.row(
        profile_id,
        _source(builder, layout.cell(cells, "confirmed_by")),
        builder.day(layout.cell(cells, "confirmed_on"), "confirmed_on"),
        published=_published(builder, layout.cell(cells, "published")),
    )


def _cell_text(builder: RowBuilder, column: str, text: str) -> str:
    """Clean a cell and take away the apostrophe that keeps a spreadsheet from calculating."""
    cleaned = builder.clean(column, text)
    guarded = FIELDS[column].free_text and _FORMULA.match(cleaned)
    return cleaned[1:] if guarded else cleaned


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


def _profile_id(layout: _Layout, record: Sequence[str]) -> str:
    """Return the row's id as it stands, or made of register and number, or of name and postcode.

    Returns ``""`` when there is none, or it holds a sign no id may have.
    """
    if given := clean_text(layout.cell(record, "id")):
        return given if _ID.fullmatch(given) else ""
    for pair in (("register", "register_number"), ("name", "postcode")):
        parts = [slug(clean_text(layout.cell(record, column))) for column in pair]
        if all(parts):
            return "-".join(parts)[:120]
    return ""
