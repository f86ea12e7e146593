import pytest

from matcher.importers.excel_parts import Names, SharedTexts, Worksheet
from matcher.importers.open_document import OpenDocument
from matcher.importers.sheet_survey import DamagedSheetError, Part
from matcher.importers.sheet_xml import XmlReader


def _read(*pieces: bytes) -> Part:
    reader = XmlReader()
    for piece in pieces:
        reader.feed(piece)
    reader.feed(b"", is_last=True)
    return reader.part


@pytest.mark.parametrize(
    ("xml", "kind"),
    [
        (b"<worksheet/>", Worksheet),
        (b"<x:worksheet xmlns:x='a'/>", Worksheet),
        (b"<sst/>", SharedTexts),
        (b"<workbook/>", Names),
        (b"<Relationships/>", Names),
        (b"<office:document-content/>", OpenDocument),
        (b"<styleSheet><worksheet/></styleSheet>", Part),
    ],
)
def test_part_when_read_then_its_root_tells_what_it_is(xml: bytes, kind: type[Part]) -> None:
    assert type(_read(xml)) is kind
    assert type(_read(xml[:5], xml[5:])) is kind
    assert type(_read(b"<!--", b" " * 100_000, b"-->", xml)) is kind


@pytest.mark.parametrize(
    "xml",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"<a>", id="not closed"),
        pytest.param(b"<a/><b/>", id="two roots"),
        pytest.param(b"<a>&b;</a>", id="unknown entity"),
        pytest.param(b"<!DOCTYPE a><a/>", id="document type"),
        pytest.param(b"<a>&#xD800;</a>", id="half a pair"),
        pytest.param(b"<a>\x01</a>", id="control"),
        pytest.param(b"<a>\xed\xa0\x80</a>", id="half a pair in bytes"),
        pytest.param("<?xml version='1.0' encoding='utf-16'?><a/>".encode("utf-16"), id="encoding"),
        pytest.param(b"<a>" * 201 + b"</a>" * 201, id="deep"),
        pytest.param(b"<sst>" + b"<b/>" * 1_600_000 + b"</sst>", id="endless"),
    ],
)
def test_xml_when_no_spreadsheet_program_writes_it_then_it_is_damaged(xml: bytes) -> None:
    with pytest.raises(DamagedSheetError):
        _read(xml)


def test_sheet_when_a_cell_is_far_outside_then_the_rest_is_not_looked_at() -> None:
    far = b'<worksheet><row r="9999"><c r="A9999"><v>1</v></c></row>'
    part = _read(far, b'<row r="nonsense"/>' * 9, b"</worksheet>")

    assert isinstance(part, Worksheet)
    assert part.survey.far == "A9999"
