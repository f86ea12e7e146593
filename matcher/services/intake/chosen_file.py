"""What kind of file somebody chose to bring in, found out before anything of it is read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from matcher.errors import ImportFileError, Message
from matcher.importers.formats import ImportFormat, detect
from matcher.importers.table_look import TableLook
from matcher.services.intake.limited_reading import look_limited
from matcher.services.intake.mapping import MappingDraft, suggest_mapping
from matcher.services.intake.mapping_book import MappingBook
from matcher.services.intake.mapping_choice import with_kept

_TABLES = frozenset({ImportFormat.CSV, ImportFormat.SPREADSHEET})
_IN_FOLDERS = frozenset({".json", ".ndjson", ".jsonl"})


class FileKind(StrEnum):
    """What a file is, as far as it matters for what is asked about it."""

    OWN_LIST = "own_list"
    """A clinic's own list: its columns have to be mapped."""
    DIRECTORY = "directory"
    """A list in this program's own form."""
    NATIONAL = "national"
    """The national register of the USA, of which a part can be asked for."""
    EXCHANGE = "exchange"
    """Any other form in which programs hand on such data."""


@dataclass(frozen=True, slots=True)
class FileFound:
    """A file somebody chose.

    Attributes
    ----------
    path
        Where it is.
    kind
        What it is.
    look
        For a table, what it looks like.
    """

    path: Path
    kind: FileKind
    look: TableLook | None = None

    @property
    def name(self) -> str:
        """The name it is spoken of by."""
        return self.path.name


def look_into(path: Path) -> FileFound:
    """Find out what a file is.

    Raises
    ------
    ImportFileError
        When it is surely nothing that can be brought in, or a list of clients.
    """
    if path.is_dir() and not any(each.suffix.lower() in _IN_FOLDERS for each in _inside(path)):
        raise ImportFileError(Message("error.import.folder", file=path.name))
    if path.is_file() and path.stat().st_size == 0:
        raise ImportFileError(Message("error.import.empty", file=path.name))
    form = detect(path)
    if form not in _TABLES:
        is_national = form is ImportFormat.NPPES
        return FileFound(path, FileKind.NATIONAL if is_national else FileKind.EXCHANGE)
    look = look_limited(path)
    return FileFound(path, FileKind.DIRECTORY if look.is_directory else FileKind.OWN_LIST, look)


def refuse_known_form(path: Path) -> None:
    """Refuse to look for columns in a file that says by itself what is in it.

    Raises
    ------
    ImportFileError
        When it is no table, or surely nothing that can be brought in.
    """
    if detect(path) not in _TABLES:
        raise ImportFileError(Message("error.import.known_form", file=path.name))


def draft_for(found: FileFound, sheet: str, book: MappingBook) -> tuple[MappingDraft, bool]:
    """Return what the columns of a list may mean, and whether that was decided before.

    Parameters
    ----------
    found
        A clinic's own list.
    sheet
        Name of the sheet; ``""`` for the first.
    book
        What was decided before.

    Raises
    ------
    ImportFileError
        When it cannot be read, or is a list of clients.
    """
    known, seen = book.known(), found.look

    def look(path: Path, sheet: str) -> TableLook:
        return look_limited(path, sheet) if sheet or seen is None else seen

    draft = suggest_mapping(found.path, sheet, known, look)
    kept = book.kept_for(tuple(column.header for column in draft.columns))
    return (draft, False) if kept is None else (with_kept(draft, kept, known), True)


def _inside(folder: Path) -> list[Path]:
    try:
        return [*folder.iterdir()]
    except OSError as error:
        raise ImportFileError(Message("error.import.unreadable", file=folder.name)) from error
