"""Parts of XLSX files, fed with the XML they are made of."""

import pytest

from matcher.importers.excel_parts import Names, SharedTexts, Worksheet
from matcher.importers.sheet_survey import DamagedSheetError
from matcher.importers.sheet_xml import XmlReader


def _sheet(data: str) -> Worksheet:
    reader = XmlReader()
    reader.feed(f"<worksheet>{data}</worksheet>".encode(), is_last=True)
    assert isinstance(reader.part, Worksheet)
    return reader.part


@pytest.mark.parametrize(
    ("cells", "filled", "text"),
    [
        pytest.param('<c r="A1"><v>12</v></c>', 1, 2, id="number"),
        pytest.param('<c r="A1" s="4"/><c r="XFD1" s="4"/>', 0, 0, id="only coloured"),
        pytest.param('<c r="A1"><v/></c>', 0, 0, id="empty value"),
        pytest.param('<c t="inlineStr"><is><t>Ana</t></is></c>', 1, 3, id="text"),
        pytest.param('<c t="str"><f>A1</f><v></v></c>', 1, 0, id="formula of an empty text"),
        pytest.param('<c t="s"><v>3</v></c><c t="s"><v>3</v></c>', 2, 2, id="common text"),
    ],
)
def test_cells_when_read_then_those_with_something_in_them_count(
    cells: str, filled: int, text: int
) -> None:
    survey = _sheet(f"<row>{cells}</row>").survey

    assert (survey.filled, survey.text, survey.far) == (filled, text, "")
    assert [*survey.references] == [3, 3] * ('t="s"' in cells)


def test_places_when_left_out_then_they_are_counted() -> None:
    value = "<v>NaN</v>"
    sheet = _sheet(
        f'<row><c>{value}</c><c t="e">{value}</c></row><row r="5"/>'
        f'<row><c r="C6" t="e">{value}</c><c t="e">{value}</c></row>'
    )

    assert [*sheet.survey.faults] == [(0, 1), (5, 2), (5, 3)]
    assert sheet.survey.width == 4


@pytest.mark.parametrize(
    "data",
    [
        '<row r="0"/>',
        '<row r="x"/>',
        '<row><c r="A"/></row>',
        '<row><c r="ABCD1"/></row>',
        '<row><c t="s"><v>x</v></c></row>',
        '<row><c t="s"><v>9999999999</v></c></row>',
    ],
)
def test_sheet_when_a_place_cannot_be_then_it_is_damaged(data: str) -> None:
    with pytest.raises(DamagedSheetError):
        _sheet(data)


def test_columns_when_hidden_then_it_is_known_where() -> None:
    columns = '<col min="2" max="2" hidden="1"/><col min="7" max="9"/><col hidden="1"/>'

    assert _sheet(columns).survey.hidden_columns == [1]
    assert _sheet('<row hidden="true"/>').survey.has_hidden_rows


def test_texts_when_read_then_their_lengths_are_known() -> None:
    reader = XmlReader()
    reader.feed(
        b"<sst><si><t>Ana</t></si><si/><si><r><t>a</t></r> <r><t>bc</t></r></si></sst>",
        is_last=True,
    )

    assert isinstance(reader.part, SharedTexts)
    assert [*reader.part.lengths] == [3, 0, 3]


def test_names_when_read_then_attributes_lose_their_prefix() -> None:
    reader = XmlReader()
    reader.feed(b'<workbook><sheets><sheet name="A" r:id="r1"/></sheets></workbook>', is_last=True)

    assert isinstance(reader.part, Names)
    assert reader.part.elements == [("sheet", {"name": "A", "id": "r1"})]
