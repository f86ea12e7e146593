"""Spreadsheets made for the tests: good ones, odd ones, and such as only an attacker writes."""

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import xlsxwriter

ROWS = (("id", "name", "city"), ("p-1", "Ana", "Sampletown"), ("p-2", "Bo", "Exampleville"))

_SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet"
_MANIFEST = (
    '<?xml version="1.0"?><manifest:manifest '
    'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_SPREADSHEET}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">'
    "{more}</manifest:file-entry></manifest:manifest>"
)
_URN = "urn:oasis:names:tc:opendocument:xmlns"
_NAMESPACES = " ".join(
    (
        *(f'xmlns:{name}="{_URN}:{name}:1.0"' for name in ("office", "table", "text", "style")),
        'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"',
    )
)
_HIDDEN = (
    '<style:style style:name="hidden" style:family="table">'
    '<style:table-properties table:display="false"/></style:style>'
)


def write_xlsx(
    path: Path,
    rows: Iterable[Sequence[object]] = ROWS,
    more: Callable[[xlsxwriter.Workbook, xlsxwriter.worksheet.Worksheet], None] | None = None,
) -> Path:
    """Write rows to the first sheet of an XLSX file; `more` may add to the file and the sheet."""
    formats = {"default_date_format": "yyyy-mm-dd", "nan_inf_to_errors": True}
    book = xlsxwriter.Workbook(str(path), formats)
    sheet = book.add_worksheet("People")
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    if more is not None:
        more(book, sheet)
    book.close()
    return path


def edit_member(path: Path, member: str, edit: Callable[[bytes], bytes | None]) -> Path:
    """Write a zip file anew with one of its files changed, or left out."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    new = edit(members.get(member, b""))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**members, member: new}.items():
            if content is not None:
                archive.writestr(name, content)
    return path


def write_sheet_xml(path: Path, data: str) -> Path:
    """Write an XLSX file whose first sheet holds this as its rows, in XML."""

    def replaced(xml: bytes) -> bytes:
        start, end = xml.index(b"<sheetData>") + 11, xml.index(b"</sheetData>")
        return xml[:start] + data.encode() + xml[end:]

    return edit_member(write_xlsx(path), "xl/worksheets/sheet1.xml", replaced)


def with_dimension(path: Path, dimension: str) -> Path:
    """Let the first sheet of an XLSX file say that it is as large as this."""

    def changed(xml: bytes) -> bytes:
        return re.sub(rb'dimension ref="[^"]*"', f'dimension ref="{dimension}"'.encode(), xml)

    return edit_member(path, "xl/worksheets/sheet1.xml", changed)


def ods_rows(rows: Iterable[Sequence[str]]) -> str:
    """Return rows of texts as the XML of an ODS file."""
    return "".join(
        f"<table:table-row>{''.join(map(ods_cell, row))}</table:table-row>" for row in rows
    )


def ods_cell(text: str) -> str:
    """Return a text as a cell of an ODS file."""
    if not text:
        return "<table:table-cell/>"
    return (
        '<table:table-cell office:value-type="string">'
        f"<text:p>{escape(text)}</text:p></table:table-cell>"
    )


def write_ods(
    path: Path, sheets: Mapping[str, str], *, hidden: Iterable[str] = (), locked: bool = False
) -> Path:
    """Write an ODS file with sheets given as XML."""
    tables = "".join(
        f"<table:table table:name={quoteattr(name)}"
        f"{' table:style-name=' + quoteattr('hidden') if name in hidden else ''}>"
        f"{rows}</table:table>"
        for name, rows in sheets.items()
    )
    more = "<manifest:encryption-data/>" if locked else ""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", _SPREADSHEET, zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", _MANIFEST.replace("{more}", more))
        archive.writestr(
            "content.xml",
            f"<?xml version='1.0' encoding='UTF-8'?><office:document-content {_NAMESPACES}>"
            f"<office:automatic-styles>{_HIDDEN}</office:automatic-styles>"
            f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
            "</office:document-content>",
        )
    return path


def with_false_size(path: Path, member: str, size: int) -> Path:
    """Let a zip file declare another size for one of its files than it has."""
    content = bytearray(path.read_bytes())
    name = member.encode()
    for mark, offset, name_offset in ((b"PK\x03\x04", 22, 30), (b"PK\x01\x02", 24, 46)):
        place = content.find(mark)
        while content[place + name_offset : place + name_offset + len(name)] != name:
            place = content.index(mark, place + 1)
        content[place + offset : place + offset + 4] = size.to_bytes(4, "little")
    path.write_bytes(content)
    return path


def write_zip(path: Path, members: Mapping[str, bytes]) -> Path:
    """Write any zip file."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    path.write_bytes(data.getvalue())
    return path
