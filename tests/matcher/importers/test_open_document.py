"""The content of ODS files, fed as the XML it is made of."""

import pytest

from matcher.importers.open_document import OpenDocument
from matcher.importers.sheet_survey import DamagedSheetError, SheetSurvey
from matcher.importers.sheet_xml import XmlReader


def _surveys(tables: str) -> dict[str, SheetSurvey]:
    reader = XmlReader()
    xml = f"<office:document-content>{tables}</office:document-content>"
    reader.feed(xml.encode(), is_last=True)
    assert isinstance(reader.part, OpenDocument)
    return reader.part.surveys


def _survey(rows: str) -> SheetSurvey:
    return _surveys(f'<table:table table:name="A">{rows}</table:table>')["A"]


def _cell(attributes: str, text: str = "") -> str:
    inside = f"<text:p>{text}</text:p>" if text else ""
    return f"<table:table-cell {attributes}>{inside}</table:table-cell>"


_TEXT = 'office:value-type="string"'


@pytest.mark.parametrize(
    ("rows", "filled", "text", "far"),
    [
        pytest.param(_cell(_TEXT, "Ana"), 1, 3, "", id="text"),
        pytest.param(_cell('office:value-type="float" office:value="12"', "12"), 1, 2, "", id="n"),
        pytest.param(_cell('table:number-columns-repeated="16384"'), 0, 0, "", id="empty"),
        pytest.param(
            _cell(f'{_TEXT} table:number-columns-repeated="100"', "ab"), 100, 200, "", id="repeated"
        ),
        pytest.param(
            _cell(f'{_TEXT} table:number-columns-repeated="129"', "a"), 1, 0, "DY1", id="far"
        ),
        pytest.param(
            _cell('table:number-columns-repeated="200"') + _cell(_TEXT, "a"),
            1,
            0,
            "GS1",
            id="behind",
        ),
    ],
)
def test_cells_when_read_then_they_count_as_often_as_they_are_repeated(
    rows: str, filled: int, text: int, far: str
) -> None:
    survey = _survey(f"<table:table-row>{rows}</table:table-row>")

    assert (survey.filled, survey.text, survey.far) == (filled, text, far)


def test_spaces_when_counted_in_a_word_then_they_count_as_the_signs_they_become() -> None:
    row = _cell(_TEXT, 'a<text:s text:c="9999999"/><text:s/>b')

    assert _survey(f"<table:table-row>{row}</table:table-row>").text == 10_000_002


@pytest.mark.parametrize("count", ["2147483647", "-1", "0", "x", ""])
def test_spaces_when_their_number_cannot_be_meant_then_the_file_is_refused(count: str) -> None:
    with pytest.raises(DamagedSheetError):
        _survey(_cell(_TEXT, f'<text:s text:c="{count}"/>'))


def test_rows_when_repeated_then_what_follows_stands_further_down() -> None:
    empty = '<table:table-row table:number-rows-repeated="{}"><table:table-cell/></table:table-row>'
    cell = _cell('table:formula="of:=A1"', "#REF!")
    row = f"<table:table-row>{cell}</table:table-row>"

    assert [*_survey(empty.format(7) + row).faults] == [(7, 0)]
    assert _survey(empty.format(1_000_000) + row).far == "A1000001"


def test_tables_when_several_then_each_has_its_own_count() -> None:
    row = f"<table:table-row>{_cell(_TEXT, 'a')}</table:table-row>"
    tables = "".join(f'<table:table table:name="{name}">{row}</table:table>' for name in "AB")

    assert {name: each.filled for name, each in _surveys(tables).items()} == {"A": 1, "B": 1}


def test_tables_when_of_one_name_then_it_is_damaged() -> None:
    with pytest.raises(DamagedSheetError):
        _surveys('<table:table table:name="A"/><table:table table:name="A"/>')


def test_columns_and_rows_when_hidden_then_it_is_known() -> None:
    columns = (
        '<table:table-column table:number-columns-repeated="2"/>'
        '<table:table-column table:visibility="collapse"/>'
    )

    assert _survey(columns).hidden_columns == [2]
    assert _survey('<table:table-row table:visibility="filter"/>').has_hidden_rows


@pytest.mark.parametrize("repeats", ["0", "-1", "x", "2000000", "99999999999999"])
def test_repeats_when_no_program_writes_them_then_it_is_damaged(repeats: str) -> None:
    with pytest.raises(DamagedSheetError):
        _survey(f'<table:table-row table:number-rows-repeated="{repeats}"/>')
