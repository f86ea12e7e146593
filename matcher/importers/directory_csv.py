"""The project's own directory list, ``rapport-directory/1`` as CSV."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from matcher.directory.cells import NONE, SEPARATOR
from matcher.directory.field import FIELDS, FieldKind
from matcher.directory.profile import Source
from matcher.errors import ImportFileError, Message
from matcher.importers.csv_file import read_records
from matcher.importers.foreign_text import clean_text, slug
from matcher.importers.position import check_position
from matcher.importers.row import ReadOptions, Row
from matcher.importers.row_builder import RowBuilder, shortened
from matcher.importers.us_place import restored_zip

_SPEAKS_OF = "speaks_of"
_ABOUT_ROW = ("id", "published", "confirmed_on", "confirmed_by", _SPEAKS_OF)
_COLUMNS = frozenset({*_ABOUT_ROW, *FIELDS})
# Headers of lists of clients, as records systems write them: those must never come in here.
_CLIENT_HEADERS = frozenset(
    "birth_date birthdate client_id client_name date_of_birth diagnoses diagnosis dob icd10 "
    "icd_10 member_id member_number mrn patient patient_id patient_name social_security_number "
    "ssn subscriber_id".split()
)
_ID = re.compile(r"\w[\w.:+@-]{0,119}")
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
        """Return a cell without white space around it; ``""`` when there is none."""
        place = self.places.get(column, len(record))
        return record[place].strip() if place < len(record) else ""

    @property
    def is_export(self) -> bool:
        """Whether rows say which fields they speak of, as those do that this program wrote."""
        return _SPEAKS_OF in self.places

    def key(self, record: Sequence[str]) -> tuple[str, ...]:
        """Return what no two rows may share; ``()`` for a row of which nobody can tell.

        That is the id; in an export, a profile has a row for each source and day of its facts.
        """
        profile_id = _profile_id(self, record)
        if not profile_id or not self.is_export:
            return (profile_id,) if profile_id else ()
        return profile_id, self.cell(record, "confirmed_by"), self.cell(record, "confirmed_on")


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
        elif (last := last_rows.get(layout.key(record), number)) != number:
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


def _last_rows(path: Path) -> dict[tuple[str, ...], int]:
    """Return for each key the last row that has it, as far as the file can be read."""
    last_rows: dict[tuple[str, ...], int] = {}
    try:
        records = _filled(read_records(path))
        layout = _read_header(records, path.name)
        for number, record in records:
            if record is not None and not any(cell.strip() for cell in record[layout.width :]):
                last_rows[layout.key(record)] = number
    except ImportFileError:
        # The reading proper comes to the same place and says it then.
        pass
    last_rows.pop((), None)
    return last_rows


def _read_header(records: Iterator[tuple[int, list[str] | None]], file: str) -> _Layout:
    _, header = next(records, (1, None))
    if header is None:
        raise ImportFileError(Message("error.import.empty", file=file))
    names = [re.sub(r"\W+", "_", cell.strip().lower()).strip("_") for cell in header]
    if clients := sorted({*names} & _CLIENT_HEADERS):
        raise ImportFileError(Message("error.import.client_list", file=file, column=clients[0]))
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
    spoken_of = _spoken_of(builder, layout, record)
    for column, place in layout.places.items():
        if column not in FIELDS or place >= len(record):
            continue
        if column in spoken_of or record[place].strip():
            text = builder.clean(column, record[place])
            builder.read(column, _unguarded(column, text, is_export=layout.is_export))
    _restore_postcode(builder)
    if not layout.is_export:
        # Its facts were looked at when they came, and two days may share one position.
        check_position(builder)
    return builder.row(
        profile_id,
        _source(builder, layout.cell(record, "confirmed_by"), options),
        builder.day(layout.cell(record, "confirmed_on"), "confirmed_on"),
        published=_published(builder, layout.cell(record, "published")),
    )


def _spoken_of(builder: RowBuilder, layout: _Layout, record: Sequence[str]) -> Container[str]:
    """Return the fields a row speaks of even where its cell is empty: all, unless it names them."""
    said = layout.cell(record, _SPEAKS_OF)
    if not said:
        return FIELDS
    names = [name.strip() for name in said.split(SEPARATOR) if said != NONE and name.strip()]
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
