"""What is refused before a spreadsheet is opened, and how little of it is read for that."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from support.importing import say, write
from support.table_files import (
    ROWS,
    edit_member,
    ods_rows,
    with_false_size,
    write_ods,
    write_xlsx,
    write_zip,
)

from matcher.errors import ImportFileError
from matcher.importers import workbook
from matcher.importers.sheet_xml import XmlReader
from matcher.importers.workbook import checked_workbook

_SHEET = "xl/worksheets/sheet1.xml"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500


def _bomb(path: Path) -> Path:
    space = b" " * (60 * 1024 * 1024)
    return edit_member(write_xlsx(path), _SHEET, lambda xml: xml + space)


def _lying_bomb(path: Path) -> Path:
    return with_false_size(_bomb(path), _SHEET, 1000)


def _without(member: str) -> Callable[[Path], Path]:
    return lambda path: edit_member(write_xlsx(path), member, lambda _: None)


def _changed(member: str, old: bytes, new: bytes) -> Callable[[Path], Path]:
    return lambda path: edit_member(write_xlsx(path), member, lambda xml: xml.replace(old, new))


def _cut(path: Path) -> Path:
    return write(path.parent, write_xlsx(path).read_bytes()[:3000], "cut.xlsx")


def _compressed(path: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return path


def _locked_member(path: Path) -> Path:
    content = bytearray(write_zip(path, {"xl/workbook.xml": b"<workbook/>"}).read_bytes())
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + flags] |= 1
    path.write_bytes(content)
    return path


def _bytes(content: bytes) -> Callable[[Path], Path]:
    return lambda path: write(path.parent, content, path.name)


def _zip(**members: bytes) -> Callable[[Path], Path]:
    return lambda path: write_zip(path, {**members})


_LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;'


@pytest.mark.parametrize(
    ("make", "key"),
    [
        pytest.param(_bytes(b"PK\x03\x04 and no more"), "damaged", id="no zip file"),
        pytest.param(_cut, "damaged", id="cut off"),
        pytest.param(_bytes(_COMPOUND), "old_or_password", id="XLS called XLSX"),
        pytest.param(
            _bytes(_COMPOUND + "EncryptedPackage".encode("utf-16-le")), "password", id="password"
        ),
        pytest.param(
            lambda path: write_ods(path, {"A": ""}, locked=True), "password", id="password of ODS"
        ),
        pytest.param(_locked_member, "password", id="password of zip"),
        pytest.param(_zip(a=b"b"), "no_spreadsheet", id="another zip file"),
        pytest.param(_bomb, "unpacked", id="bomb that says so"),
        pytest.param(_lying_bomb, "damaged", id="bomb that lies"),
        pytest.param(_zip(**{f"m{n}": b"" for n in range(201)}), "members", id="many parts"),
        pytest.param(_bytes(b"PK\x03\x04" + b"a" * 6_000_000), "large_spreadsheet", id="large"),
        pytest.param(_compressed, "damaged", id="costly compression"),
        pytest.param(_without("xl/_rels/workbook.xml.rels"), "damaged", id="no relations"),
        pytest.param(_changed(_SHEET, b"<worksheet", _LAUGHS), "damaged", id="entities"),
        pytest.param(_changed(_SHEET, b"</worksheet>", b""), "damaged", id="not closed"),
        pytest.param(
            _changed(
                "xl/workbook.xml", b"</sheets>", b'<sheet name="People" r:id="rId1"/></sheets>'
            ),
            "damaged",
            id="two sheets of one name",
        ),
        pytest.param(_changed(_SHEET, b'r="A1"', b'r="1A"'), "damaged", id="no such cell"),
        pytest.param(_changed(_SHEET, b"<v>0</v>", b"<v>-1</v>"), "damaged", id="no such text"),
        pytest.param(
            _changed(_SHEET, b"<v>0</v>", b"<v>999</v>"), "damaged", id="beyond the texts"
        ),
        pytest.param(
            _changed("xl/sharedStrings.xml", b"Ana", b"&#xD800;"), "damaged", id="half a pair"
        ),
        pytest.param(
            _changed("xl/sharedStrings.xml", b"Ana", b"\xed\xa0\x80"), "damaged", id="its bytes"
        ),
        pytest.param(
            _changed(_SHEET, b"<sheetData>", b"<sheetData>" + b"<x>" * 100_000),
            "damaged",
            id="deep",
        ),
    ],
)
def test_spreadsheet_when_it_should_not_be_opened_then_a_sentence_says_why(
    make: Callable[[Path], Path], key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make(tmp_path / "list.xlsx")
    fed, feed = 0, XmlReader.feed

    def counting(reader: XmlReader, data: bytes, *, is_last: bool = False) -> None:
        nonlocal fed
        fed += len(data)
        feed(reader, data, is_last=is_last)

    monkeypatch.setattr(XmlReader, "feed", counting)

    with pytest.raises(ImportFileError) as caught:
        checked_workbook(path)

    assert caught.value.messages[0].key == f"error.import.{key}"
    assert all(path.name in text for text in say(caught.value.messages[0]).values())
    assert fed < 1024 * 1024


def test_text_when_used_in_many_cells_then_each_use_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_xlsx(tmp_path / "list.xlsx", [("a" * 1000,) * 20] * 20)
    assert checked_workbook(path).surveys["People"].filled == 400
    monkeypatch.setattr(workbook, "LARGEST_UNPACKED", 100_000)

    with pytest.raises(ImportFileError) as caught:
        checked_workbook(path)

    assert caught.value.messages[0].key == "error.import.unpacked"


def test_encoding_when_another_is_declared_then_it_is_not_believed(tmp_path: Path) -> None:
    path = _changed(_SHEET, b"UTF-8", b"cp037")(tmp_path / "list.xlsx")

    assert checked_workbook(path).surveys["People"].filled == 9


def test_copy_when_made_then_it_holds_only_what_was_looked_through(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "list.xlsx")
    edit_member(path, "xl/media/image.png", lambda _: b"\x89PNG")

    with zipfile.ZipFile(checked_workbook(path).data) as copy:
        assert "xl/media/image.png" not in copy.namelist()
        assert _SHEET in copy.namelist()


def test_sheets_when_surveyed_then_each_is_known_by_its_name(tmp_path: Path) -> None:
    excel = checked_workbook(write_xlsx(tmp_path / "a.xlsx"))
    open_document = checked_workbook(write_ods(tmp_path / "a.ods", {"Öne": ods_rows(ROWS)}))

    assert [(name, each.filled) for name, each in excel.surveys.items()] == [("People", 9)]
    assert [(name, each.filled) for name, each in open_document.surveys.items()] == [("Öne", 9)]
    assert (excel.unfolds_whole, open_document.unfolds_whole) == (False, True)


def test_spreadsheet_when_its_name_says_that_it_is_old_then_no_password_is_guessed(
    tmp_path: Path,
) -> None:
    with pytest.raises(ImportFileError) as caught:
        checked_workbook(write(tmp_path, _COMPOUND, "list.xls"))

    assert caught.value.messages[0].key == "error.import.old_spreadsheet"
