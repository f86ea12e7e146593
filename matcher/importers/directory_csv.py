"""The project's own directory list, ``rapport-directory/1`` as CSV."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from matcher.directory.field import FIELDS
from matcher.directory.profile import Source
from matcher.errors import ImportFileError, Message
from matcher.importers.client_list import refuse_client_list
from matcher.importers.csv_file import read_records
from matcher.importers.foreign_text import clean_text
from matcher.importers.position import check_position
from matcher.importers.profile_id import profile_id
from matcher.importers.row import ReadOptions, Row
from matcher.importers.row_builder import RowBuilder, shortened
from matcher.importers.us_place import restored_zip

_ABOUT_ROW = ("id", "published", "confirmed_on", "confirmed_by")
_COLUMNS = frozenset({*_ABOUT_ROW, *FIELDS})
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
        """Return a cell without white space around it; ``""`` when there is none."""
        place = self.places.get(column, len(record))
        return record[place].strip() if place < len(record) else ""


def read_directory_csv(path: Path, options: ReadOptions) -> Iterator[Row]:
    """Read a ``rapport-directory/1`` CSV file.

    Parameters
    ----------
    path
        The file.
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
    last_rows = _last_rows(path)
    records = _filled(read_records(path))
    layout = _read_header(records, path.name)
    yield from _remarks(layout, path.name, options)
    for number, record in records:
        builder = RowBuilder(path.name, number, options)
        if record is None:
            yield builder.skip(Message("finding.row.quotes"))
        elif any(cell.strip() for cell in record[layout.width :]):
            yield builder.skip(Message("finding.row.long", n=len(record), columns=layout.width))
        elif (last := last_rows.get(_profile_id(layout, record), number)) != number:
            yield builder.skip(Message("finding.row.repeated_id", row=last), field="id")
        else:
            yield _read_row(builder, layout, record, options)


def _filled(
    records: Iterator[tuple[int, list[str] | None]],
) -> Iterator[tuple[int, list[str] | None]]:
    """Leave out empty lines."""
    for number, record in records:
        if record is None or any(record):
            yield number, record


def _last_rows(path: Path) -> dict[str, int]:
    """Return for each id the last row that has it, as far as the file can be read."""
    last_rows: dict[str, int] = {}
    try:
        records = _filled(read_records(path))
        layout = _read_header(records, path.name)
        for number, record in records:
            if record is not None and not any(cell.strip() for cell in record[layout.width :]):
                last_rows[_profile_id(layout, record)] = number
    except ImportFileError:
        # The reading proper comes to the same place and says it then.
        pass
    last_rows.pop("", None)
    return last_rows


def _read_header(records: Iterator[tuple[int, list[str] | None]], file: str) -> _Layout:
    _, header = next(records, (1, None))
    if header is None:
        raise ImportFileError(Message("error.import.empty", file=file))
    names = [re.sub(r"\W+", "_", cell.strip().lower()).strip("_") for cell in header]
    refuse_client_list(header, file)
    known = [name for name in names if name in _COLUMNS]
    # A list of something else may well have a name and a city.
    if len(known) * 3 < len([*filter(None, names)]) or not known:
        raise ImportFileError(_wrong_header(header, file))
    if repeated := sorted({name for name in known if known.count(name) > 1}):
        raise ImportFileError(
            Message("error.import.repeated_column", file=file, column=repeated[0])
        )
    if not {"id", "name", "register_number"} & {*known}:
        raise ImportFileError(Message("error.import.no_id_column", file=file))
    places = {name: place for place, name in enumerate(names) if name in _COLUMNS}
    unknown = (
        shortened(cell)
        for cell, name in zip(header, names, strict=True)
        if cell.strip() and name not in _COLUMNS
    )
    return _Layout(places, tuple(unknown), len(header))


def _wrong_header(header: Sequence[str], file: str) -> Message:
    if len(header) == 1 and re.search(r"[;\t]", header[0]):
        return Message("error.import.separator", file=file)
    return Message("error.import.header", file=file, found=shortened(header[0]))


def _remarks(layout: _Layout, file: str, options: ReadOptions) -> Iterator[Row]:
    builder = RowBuilder(file, 0, options)
    for column in layout.unknown:
        builder.warn(Message("finding.file.unknown_column", column=column), column)
    if options.state:
        builder.warn(Message("finding.file.state_unused"))
    if layout.unknown or options.state:
        yield builder.remark()


def _read_row(
    builder: RowBuilder, layout: _Layout, record: Sequence[str], options: ReadOptions
) -> Row:
    profile_id = _profile_id(layout, record)
    if not profile_id:
        given = layout.cell(record, "id")
        reason = "finding.row.wrong_id" if given else "finding.row.no_id"
        return builder.skip(Message(reason, id=shortened(given)), field="id")
    if len(record) < layout.width:
        builder.warn(Message("finding.row.short", n=len(record), columns=layout.width))
    for column, place in layout.places.items():
        if column in FIELDS and place < len(record):
            builder.read(column, _cell_text(builder, column, record[place]))
    _restore_postcode(builder)
    check_position(builder)
    return builder.row(
        profile_id,
        _source(builder, layout.cell(record, "confirmed_by"), options),
        builder.day(layout.cell(record, "confirmed_on"), "confirmed_on"),
        published=_published(builder, layout.cell(record, "published")),
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


def _source(builder: RowBuilder, text: str, options: ReadOptions) -> Source:
    if text in [*Source]:
        return Source(text)
    if text:
        builder.error(Message("finding.row.confirmed_by", text=shortened(text)), "confirmed_by")
    return options.source or Source.CLINIC


def _published(builder: RowBuilder, text: str) -> bool | None:
    """Return whether clients see the profile; what cannot be read hides it, to be safe."""
    said = text.casefold()
    if not said or said in _PUBLISHED:
        return _PUBLISHED.get(said)
    builder.error(Message("finding.row.published", text=shortened(text)), "published")
    return False


def _profile_id(layout: _Layout, record: Sequence[str]) -> str:
    """Return the row's id, or ``""`` when there is none, or it holds a sign no id may have."""
    return profile_id(lambda column: clean_text(layout.cell(record, column)))
