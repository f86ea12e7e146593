"""A spreadsheet file looked through before it is opened: not too large, whole, without traps."""

import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from matcher.errors import ImportFileError, Message
from matcher.importers.excel_parts import Names, SharedTexts, Worksheet
from matcher.importers.open_document import OpenDocument
from matcher.importers.other_kinds import refuse_text_document
from matcher.importers.sheet_survey import DamagedSheetError, Part, SheetSurvey
from matcher.importers.sheet_xml import XmlReader

LARGEST_FILE = 5 * 1024 * 1024
LARGEST_UNPACKED = 50 * 1024 * 1024
MOST_MEMBERS = 200
_PIECE = 1 << 16
_COMPOUND = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    DamagedSheetError,
    EOFError,
    LookupError,
    NotImplementedError,
    OverflowError,
    RuntimeError,
    ValueError,
)
_ROOT = "content.xml", "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_MANIFEST = "META-INF/manifest.xml"


@dataclass(slots=True)
class Workbook:
    """A spreadsheet that may be opened.

    Attributes
    ----------
    data
        A copy that holds only what was looked through.
    surveys
        What is known of each sheet, by its name.
    unfolds_whole
        Whether to open it unfolds all sheets, and not only the one that is read.
    """

    data: io.BytesIO
    surveys: dict[str, SheetSurvey] = field(default_factory=dict)
    unfolds_whole: bool = False


def checked_workbook(path: Path) -> Workbook:
    """Look through an XLSX or ODS file.

    Raises
    ------
    ImportFileError
        When it is no spreadsheet, too large, damaged or protected by a password.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        raise ImportFileError(Message("error.import.unreadable", file=path.name)) from error
    if content.startswith(_COMPOUND):
        refuse_text_document(path.name, content)
        key = "password" if _ENCRYPTED in content else "old_spreadsheet"
        if key != "password" and path.suffix.lower() != ".xls":
            key = "old_or_password"
        raise ImportFileError(Message(f"error.import.{key}", file=path.name))
    if size > LARGEST_FILE or len(content) > LARGEST_FILE:
        raise _too_large(path, "large_spreadsheet", LARGEST_FILE)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            refuse_text_document(path.name, content, archive.namelist())
            return _looked_through(archive, path)
    except _BROKEN as error:
        raise ImportFileError(Message("error.import.damaged", file=path.name)) from error


def _too_large(path: Path, key: str, limit: int) -> ImportFileError:
    return ImportFileError(
        Message(f"error.import.{key}", file=path.name, limit=limit // (1024 * 1024))
    )


def _looked_through(archive: zipfile.ZipFile, path: Path) -> Workbook:
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise ImportFileError(Message("error.import.members", file=path.name, limit=MOST_MEMBERS))
    if sum(member.file_size for member in members) > LARGEST_UNPACKED:
        raise _too_large(path, "unpacked", LARGEST_UNPACKED)
    names = [member.filename for member in members]
    if not {*names} & {*_ROOT}:
        raise ImportFileError(Message("error.import.no_spreadsheet", file=path.name))
    if any(member.flag_bits & 1 for member in members) or _is_locked(archive, names):
        raise ImportFileError(Message("error.import.password", file=path.name))
    if len({name.casefold() for name in names}) < len(names) or any(map(_is_strange, members)):
        raise DamagedSheetError
    data = io.BytesIO()
    parts: dict[str, Part] = {}
    with zipfile.ZipFile(data, "w", zipfile.ZIP_STORED) as copy:
        for member in members:
            if member.filename == "mimetype":
                copy.writestr("mimetype", archive.read(member)[:100])
            elif member.filename.lower().endswith((".xml", ".rels")):
                parts[member.filename] = _copied(archive, copy, member)
    surveys = _surveys(parts)
    if any(_text_of(survey, parts) > LARGEST_UNPACKED for survey in surveys.values()):
        raise _too_large(path, "unpacked", LARGEST_UNPACKED)
    data.seek(0)
    return Workbook(data, surveys, unfolds_whole="content.xml" in parts)


def _is_strange(member: zipfile.ZipInfo) -> bool:
    return member.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


def _is_locked(archive: zipfile.ZipFile, names: list[str]) -> bool:
    if _MANIFEST not in names:
        return False
    part = _copied(archive, None, archive.getinfo(_MANIFEST))
    return isinstance(part, Names) and any(name == "encryption-data" for name, _ in part.elements)


def _copied(
    archive: zipfile.ZipFile, copy: zipfile.ZipFile | None, member: zipfile.ZipInfo
) -> Part:
    """Read one XML file, write it to the copy, and return what was seen in it."""
    reader = XmlReader()
    pieces = []
    for piece in _pieces(archive, member):
        reader.feed(piece)
        pieces.append(piece)
    reader.feed(b"", is_last=True)
    if copy is not None:
        copy.writestr(member.filename, b"".join(pieces))
    return reader.part


def _pieces(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(member) as file:
        while piece := file.read(_PIECE):
            yield piece


def _surveys(parts: dict[str, Part]) -> dict[str, SheetSurvey]:
    document = parts.get("content.xml")
    if isinstance(document, OpenDocument):
        return document.surveys
    book, relations = parts.get("xl/workbook.xml"), parts.get(_RELATIONS)
    if not isinstance(book, Names) or not isinstance(relations, Names):
        raise DamagedSheetError
    files = {each["Id"]: each["Target"] for _, each in relations.elements}
    if len(files) < len(relations.elements):
        raise DamagedSheetError
    surveys: dict[str, SheetSurvey] = {}
    for _, sheet in book.elements:
        if sheet["name"] in surveys:
            # Which of them would be opened is anybody's guess.
            raise DamagedSheetError
        target = PurePosixPath("/xl", files.get(sheet["id"], ""))
        part = parts.get(str(target).lstrip("/"))
        if isinstance(part, Worksheet):
            surveys[sheet["name"]] = part.survey
    return surveys


def _text_of(survey: SheetSurvey, parts: dict[str, Part]) -> int:
    """Return how many signs a sheet takes once each text stands where it is used."""
    shared = next((part for part in parts.values() if isinstance(part, SharedTexts)), None)
    lengths = shared.lengths if shared else []
    return survey.text + sum(lengths[place] for place in survey.references)
