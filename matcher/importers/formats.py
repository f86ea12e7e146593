"""Which format a file is in, and the one door to all readers."""

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path

from matcher.errors import ImportFileError, Message
from matcher.importers.directory_csv import read_directory_csv
from matcher.importers.directory_json import read_directory_json
from matcher.importers.fhir import read_fhir, shown_name
from matcher.importers.npi_api import read_npi_api
from matcher.importers.nppes import read_nppes
from matcher.importers.other_kinds import refuse_other_kind
from matcher.importers.row import ReadOptions, Row
from matcher.importers.row_builder import RowBuilder
from matcher.importers.schema_org import read_schema_org
from matcher.importers.table_file import SPREADSHEETS
from matcher.importers.text_form import decoded, encoding_of

_HEAD = 1 << 16


class ImportFormat(StrEnum):
    """A format that can be read."""

    CSV = "csv"
    SPREADSHEET = "spreadsheet"
    NPPES = "nppes"
    NPI_API = "npi-api"
    FHIR = "fhir"
    JSON = "json"
    SCHEMA_ORG = "schema-org"


_NARROWED_BY: dict[ImportFormat, frozenset[str]] = {
    ImportFormat.NPPES: frozenset({"state", "taxonomy", "postcode"}),
    ImportFormat.FHIR: frozenset({"state"}),
}
"""What of a file alone can be asked for; of other formats always all is taken over."""

_READERS: dict[ImportFormat, Callable[[Path, ReadOptions], Iterator[Row]]] = {
    ImportFormat.CSV: read_directory_csv,
    ImportFormat.SPREADSHEET: read_directory_csv,
    ImportFormat.NPPES: read_nppes,
    ImportFormat.NPI_API: read_npi_api,
    ImportFormat.JSON: read_directory_json,
    ImportFormat.SCHEMA_ORG: read_schema_org,
}


def detect(path: Path) -> ImportFormat:
    """Tell the format of a file by its first bytes; a folder is one of FHIR files.

    Raises
    ------
    ImportFileError
        When there is no such file, it cannot be opened, or it is surely in none of the formats.
    """
    if path.is_dir():
        return ImportFormat.FHIR
    _refuse_stream(path)
    try:
        with path.open("rb") as file:
            start = file.read(_HEAD)
    except FileNotFoundError as error:
        raise ImportFileError(Message("error.import.missing", file=path.name)) from error
    except (OSError, ValueError) as error:
        raise ImportFileError(Message("error.import.unreadable", file=path.name)) from error
    refuse_other_kind(start, path.name)
    if start.startswith(SPREADSHEETS):
        return ImportFormat.SPREADSHEET
    head = decoded(start, encoding_of(start)).lstrip()
    if head.startswith(("{", "[")):
        return _json_format(head, path)
    if head.startswith("<"):
        return ImportFormat.SCHEMA_ORG
    is_nppes = "NPI" in head[:10] and "Entity Type Code" in head[:100]
    return ImportFormat.NPPES if is_nppes else ImportFormat.CSV


def _refuse_stream(path: Path) -> None:
    # A pipe gives what it holds only once, and a file is read twice: it would wait for ever.
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise ImportFileError(Message("error.import.stream", file=path.name))


def _json_format(head: str, path: Path) -> ImportFormat:
    if '"rapport-directory/' in head:
        return ImportFormat.JSON
    if '"@context"' in head or '"@graph"' in head:
        return ImportFormat.SCHEMA_ORG
    if '"resourceType"' in head or path.suffix.lower() in {".ndjson", ".jsonl"}:
        return ImportFormat.FHIR
    if any(word in head for word in ('"results"', '"Errors"', '"enumeration_type"')):
        return ImportFormat.NPI_API
    raise ImportFileError(Message("error.import.unknown_json", file=path.name))


def gathered(
    paths: Sequence[Path], import_format: ImportFormat | None = None
) -> list[tuple[Path, ...]]:
    """Put together what must be read together: FHIR files refer to each other.

    Parameters
    ----------
    paths
        The files of one import.
    import_format
        The format of all of them; ``None`` tells it by the content.

    Returns
    -------
    list
        What to hand to `read`, one after the other: all FHIR files at the place of the first, each
        other file alone, in the order given.
    """
    found: list[tuple[Path, ...]] = []
    fhir_place: int | None = None
    for path in paths:
        if not _is_fhir(path, import_format):
            found.append((path,))
        elif fhir_place is None:
            fhir_place = len(found)
            found.append((path,))
        else:
            found[fhir_place] += (path,)
    return found


def _is_fhir(path: Path, import_format: ImportFormat | None) -> bool:
    try:
        return (import_format or detect(path)) is ImportFormat.FHIR
    except ImportFileError:
        # What is wrong with it is said when it is read.
        return False


def read(
    paths: Path | Sequence[Path], import_format: ImportFormat | None, options: ReadOptions
) -> Iterator[Row]:
    """Read a directory file row by row.

    Parameters
    ----------
    paths
        A file; for FHIR also a folder, or several files that refer to each other (see `gathered`).
    import_format
        ``None`` tells it by the content.
    options
        What the importing person said about the file.

    Yields
    ------
    Row
        What each row says, or why it was skipped.

    Raises
    ------
    ImportFileError
        When the file cannot be read on; rows given before are good.
    """
    path, *others = [paths] if isinstance(paths, Path) else paths
    _refuse_stream(path)
    found = import_format or detect(path)
    builder = RowBuilder(shown_name(path), 0, options)
    builder.note_unnarrowed(_NARROWED_BY.get(found, ()))
    if (remark := builder.remark()).findings:
        yield remark
    if found is ImportFormat.FHIR:
        yield from read_fhir([path, *others], options)
    elif path.is_dir():
        raise ImportFileError(Message("error.import.folder", file=shown_name(path)))
    else:
        yield from _READERS[found](path, options)
