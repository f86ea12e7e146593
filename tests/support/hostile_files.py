"""Files made to harm who reads them; each is written by a generator, none is kept."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from support.table_files import (
    edit_member,
    ods_cell,
    ods_rows,
    with_dimension,
    with_false_size,
    write_ods,
    write_sheet_xml,
    write_xlsx,
    write_zip,
)

_SHEET = "xl/worksheets/sheet1.xml"
_HEADER = "id,name,city,languages,bio\n"
_MILLION = 10**6
_CELL = '<c r="{}" t="inlineStr"><is><t>{}</t></is></c>'
_NAMES = '<row r="1">' + _CELL.format("A1", "id") + _CELL.format("B1", "name") + "</row>"
_BIDI = "Eve \u202egpj.exe\u202c \u2066x\u2069 \u200bHi\u200bdden \u0430na"
_FORMULAS = ("=1+1", "+cmd|'/c calc'!A0", "-2+3", "@SUM(1)", "\t=1", '=HYPERLINK("x")')
_REPEATS = 'table:number-columns-repeated="16384"'
_FHIR = '{{"resourceType":"Bundle","entry":[{{"resource":{}}}]}}'
_OURS = '{{"format":"rapport-directory/1","profiles":[{}]}}'

Writer = Callable[[Path], Path]


def write_hostile(name: str, folder: Path) -> Path:
    """Write one of the files and return where it is."""
    suffix, write = HOSTILE[name]
    return write(folder / f"{name.replace(' ', '_')}{suffix}")


def _holds(content: str | bytes) -> Writer:
    def write(path: Path) -> Path:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def _sheet(rows: str) -> Writer:
    return lambda path: write_sheet_xml(path, rows)


def _ods(rows: str) -> Writer:
    return lambda path: write_ods(path, {"People": ods_rows([("id", "name")]) + rows})


def _changed(member: str, old: bytes, new: bytes) -> Writer:
    return lambda path: edit_member(write_xlsx(path), member, lambda xml: xml.replace(old, new))


def _bomb(path: Path) -> Path:
    space = b" " * (60 << 20)
    return edit_member(write_xlsx(path), _SHEET, lambda xml: xml + space)


def _wide_rows() -> str:
    return "id,name\n" + "p-1,Ana" + ",x" * _MILLION + "\n"


def _distinct() -> str:
    return "id,name," + ",".join(f"c{number}" for number in range(_MILLION)) + "\np-1,Ana\n"


def _tables() -> Mapping[str, Writer]:
    row = "p-1,Ana Vidal,Salem,es,Hello\n"
    return {
        "empty": _holds(""),
        "white space": _holds(" \n" * 1000),
        "a million columns": _holds(b",".join([b"c"] * _MILLION) + b"\n"),
        "a million other columns": _holds(_distinct()),
        "a million cells in a row": _holds(_wide_rows()),
        "a million separators": _holds(_HEADER + ";" * _MILLION + "\n" + "|" * _MILLION),
        "NUL among letters": _holds(_HEADER + "p-1,A\0na,,,\n"),
        "nothing but NUL": _holds(b"\0" * _MILLION),
        "UTF-16 without a mark": _holds((_HEADER + row).encode("utf-16-le")),
        "UTF-16 cut in a sign": _holds((_HEADER + row).encode("utf-16")[:-1]),
        "UTF-32": _holds((_HEADER + row).encode("utf-32")),
        "Windows-1252": _holds(_HEADER.encode() + "p-1,José,,,\n".encode("cp1252")),
        "half a pair": _holds(_HEADER.encode() + b"p-1,\xed\xa0\x80,,,\n"),
        "overlong UTF-8": _holds(_HEADER.encode() + b"p-1,\xc0\xaf\xf8\x88\x80\x80\x80,,,\n"),
        "names that turn round": _holds(f"{_HEADER}p-1,{_BIDI},,,{_BIDI}\n"),
        "formulas": _holds(_HEADER + "".join(f'p-{f},"{f}",,,\n' for f in ("=1", "@A"))),
        "quote never closed": _holds(_HEADER + 'p-1,"' + "Ana,\n" * _MILLION),
        "nothing but quotes": _holds(_HEADER + '"' * _MILLION),
        "one line of 16 MB": _holds(b"id," + b"x" * (16 << 20)),
        "cell of 8 MB": _holds(_HEADER + "p-1,Ana,,," + "x" * (8 << 20) + "\n"),
        "list within a cell": _holds(f"id,name,languages\np-1,Ana,{'es;' * 40_000}\n"),
        "accents upon accents": _holds(_HEADER + "p-1,A" + "\u0301" * 100_000 + ",,,\n"),
        "joiners": _holds(_HEADER + "p-1," + "\u0627\u200d" * 60_000 + ",,,\n"),
        "returns alone": _holds("id,name\r" + "p-1,Ana\r" * 10_000),
    }


def _documents() -> Mapping[str, Writer]:
    person = {"resourceType": "Practitioner", "id": "1", "name": [{"text": _BIDI}]}
    looped = person | {"contained": [{"id": "a", "partOf": {"reference": "#a"}}]}
    role = {"resourceType": "PractitionerRole", "id": "2"}
    role["location"] = [{"reference": "Location/3"}] * 20_000  # type: ignore[assignment]
    role["practitioner"] = {"reference": "Practitioner/1"}  # type: ignore[assignment]
    place = {"resourceType": "Location", "id": "3", "partOf": {"reference": "Location/3"}}
    entries = [{"resource": each} for each in (looped, role, place)]
    fact = '"facts":{"name":{"value":"Ana","source":"clinic"}}'
    return {
        "deep lists": _holds("[" * _MILLION),
        "deep objects": _holds('{"resourceType":' * 100_000),
        "deep and closed": _holds("[" * 100_000 + "]" * 100_000),
        "deep in a bundle": _holds(_FHIR.format("[" * 100_000 + "]" * 100_000)),
        "deep in a profile": _holds(_OURS.format('{"id":' * 50_000 + "1" + "}" * 50_000)),
        "a million lists": _holds('{"resourceType":"Bundle","entry":[' + "[]," * _MILLION + "[]]}"),
        "a million results": _holds('{"results":[' + "{}," * 100_000 + "{}]}"),
        "no number": _holds(_OURS.format('{"id":"p-1","published":NaN}')),
        "endless number": _holds(_FHIR.format('{"resourceType":"Location","id":-Infinity}')),
        "huge exponent": _holds(
            _FHIR.format('{"resourceType":"Location","position":{"latitude":1e999999999}}')
        ),
        "a million digits": _holds('{"results":[' + "9" * _MILLION + "]}"),
        "a million decimals": _holds('{"results":[0.' + "9" * _MILLION + "]}"),
        "key named twice": _holds(_OURS.format('{"id":"p-1","id":"p-2",' + fact + "}")),
        "half a pair in JSON": _holds(_OURS.format(r'{"id":"p-1\ud800",' + fact + "}")),
        "half a pair as a name": _holds(r'{"@context":"x","@type":"Person","name":"\udfff"}'),
        "JSON in UTF-16": _holds(json.dumps(person).encode("utf-16")),
        "JSON after a mark": _holds(b"\xef\xbb\xbf" + json.dumps(person).encode()),
        "round and round": _holds(json.dumps({"resourceType": "Bundle", "entry": entries})),
        "long text": _holds(_OURS.format(json.dumps({"id": "p-1", "x": "y" * (5 << 20)}))),
        "null where lists are": _holds('{"resourceType":"Bundle","entry":null,"results":null}'),
    }


def _pages() -> Mapping[str, Writer]:
    script = '<script type="application/ld+json">'
    nodes = [{"@id": f"#{n}", "@type": "Person", "knows": {"@id": f"#{n + 1}"}} for n in range(500)]
    return {
        "scripts never closed": _holds(f"<html>{script * 50_000}"),
        "tags without end": _holds("<html>" + "<a " * 200_000),
        "deep page": _holds("<div>" * 200_000),
        "comment without end": _holds("<!--" + "-" * _MILLION),
        "script of brackets": _holds(f"<html>{script}{'[' * 100_000}</script>"),
        "people in a ring": _holds(json.dumps({"@context": "x", "@graph": [*nodes, nodes[0]]})),
        "entities": _holds('<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>'),
    }


def _sheets() -> Mapping[str, Writer]:
    text = "x" * 32_000
    used = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(2, 4000))
    wide = "".join(f"<c><v>{n}</v></c>" for n in range(200_000))
    return {
        "no more than its beginning": _holds(b"PK\x03\x04" + b"\0" * 100),
        "bomb that says so": _bomb,
        "bomb that lies": lambda path: with_false_size(_bomb(path), _SHEET, 1000),
        "2 GB claimed": lambda path: with_false_size(write_xlsx(path), _SHEET, (1 << 31) - 1),
        "4 GB claimed": lambda path: with_false_size(write_xlsx(path), _SHEET, (1 << 32) - 2),
        "small dimension": lambda path: with_dimension(write_xlsx(path), "A1"),
        "huge dimension": lambda path: with_dimension(write_xlsx(path), "A1:XFD1048576"),
        "cell in the far corner": _sheet(_NAMES + '<row r="1048576"><c r="XFD1048576"/></row>'),
        "filled far corner": _sheet(
            f'{_NAMES}<row r="1048576">{_CELL.format("XFD1048576", "x")}</row>'
        ),
        "cell beyond every sheet": _sheet(
            f"{_NAMES}<row>{_CELL.format('ZZZZZZ99999999', 'x')}</row>"
        ),
        "a million cells of XLSX": _sheet(f'{_NAMES}<row r="2">{wide}</row>'),
        "long text used often": lambda path: edit_member(
            write_sheet_xml(path, _NAMES + used),
            "xl/sharedStrings.xml",
            lambda xml: xml.replace(b"<t>id<", f"<t>{text}<".encode(), 1),
        ),
        "formulas of XLSX": lambda path: write_xlsx(
            path, (("id", "name"), *((f"p-{n}", f) for n, f in enumerate(_FORMULAS)))
        ),
        "formula without a value": _sheet(
            f'{_NAMES}<row r="2"><c r="A2"><f>1/0</f></c><c r="B2" t="e"><v>#REF!</v></c></row>'
        ),
        "entities of XLSX": _changed(
            _SHEET, b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "ha">]><worksheet a="&a;"'
        ),
        "deep XML": _changed(_SHEET, b"<sheetData>", b"<sheetData>" + b"<x>" * 100_000),
        "201 parts": lambda path: write_zip(path, {f"m{n}": b"" for n in range(201)}),
        "part outside": lambda path: write_zip(path, {"../../xl/workbook.xml": b"<workbook/>"}),
        "not finite": _sheet(
            f'{_NAMES}<row r="2"><c r="A2"><v>NaN</v></c><c r="B2"><v>1e999</v></c></row>'
        ),
    }


def _open_documents() -> Mapping[str, Writer]:
    cell = ods_cell("x").replace("<table:table-cell", f"<table:table-cell {_REPEATS}")
    row = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'
    group, end = "<table:table-row-group>", "</table:table-row-group>"
    spaces = ods_cell("x").replace("<text:p>", '<text:p><text:s text:c="2147483647"/>')
    inner = f"<table:table>{row}</table:table>"
    return {
        "repeats within repeats": _ods(row),
        "empty repeats": _ods(row.replace("x</text:p>", "</text:p>")),
        "repeats in groups": _ods(group * 50 + row + end * 50),
        "deep groups": _ods(group * 50_000 + end * 50_000),
        "rows repeated without end": _ods(row.replace("1048576", "9" * 30)),
        "repeated less than never": _ods(row.replace("1048576", "-1").replace("16384", "0")),
        "2 GB of spaces": _ods(f"<table:table-row>{spaces}</table:table-row>"),
        "table within a table": _ods(
            f"<table:table-row><table:table-cell>{inner}</table:table-cell></table:table-row>"
        ),
        "ODS with a long text": _ods(ods_rows([("p-1", "y" * (4 << 20))])),
    }


HOSTILE: dict[str, tuple[str, Writer]] = {
    name: (suffix, write)
    for suffix, writers in (
        (".csv", _tables()),
        (".json", _documents()),
        (".html", _pages()),
        (".xlsx", _sheets()),
        (".ods", _open_documents()),
    )
    for name, write in writers.items()
}
"""By what is hostile about it: how its name ends, and who writes it."""
