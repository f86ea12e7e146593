from datetime import date
from pathlib import Path

import pytest
from support.importing import OPTIONS, TODAY, write
from support.table_files import write_xlsx

from matcher.directory.profile import Source
from matcher.errors import ImportFileError
from matcher.importers.formats import ImportFormat
from matcher.importers.mapping import ColumnMapping, ListMapping
from matcher.importers.reading_order import Glance, ReadingOrder, read_here, read_order, write_order
from matcher.importers.row import ReadOptions

_MAPPING = ListMapping(
    (
        ColumnMapping("Therapist", "name"),
        ColumnMapping("Works with", "issues", ",", {"worries": "worry", "?": ""}, "dmy"),
    ),
    "Sheet 2",
    "CA",
)


@pytest.mark.parametrize(
    "order",
    [
        pytest.param(ReadingOrder((Path("a.csv"),), options=OPTIONS), id="plain"),
        pytest.param(
            ReadingOrder((Path("a.csv"),), options=OPTIONS, glance=Glance("Staff", 5)), id="glance"
        ),
        pytest.param(
            ReadingOrder(
                (Path("a.json"), Path("/b/ñ \udce9.json")),
                ImportFormat.FHIR,
                _MAPPING,
                ReadOptions(Source.CLINIC, "RI", "106H", "029", date(2026, 11, 1), TODAY),
            ),
            id="everything said",
        ),
    ],
)
def test_order_when_it_has_crossed_then_it_is_the_same(order: ReadingOrder) -> None:
    again = read_order(write_order(order))

    assert again == order
    assert repr(again) == repr(order)


def test_file_when_there_is_a_mapping_then_it_is_read_by_it(tmp_path: Path) -> None:
    path = write(tmp_path, "Therapist,Works with\nAna Vidal,worries\n")

    (portion,) = read_here(ReadingOrder((path,), mapping=_MAPPING, options=OPTIONS))

    (statement,) = portion.statements
    assert statement.values["issues"] == ("worry",)


def test_file_when_there_is_none_then_reading_says_so(tmp_path: Path) -> None:
    order = ReadingOrder((tmp_path / "none.csv",))

    assert order.seconds() is not None
    with pytest.raises(ImportFileError):
        [*read_here(order)]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("list.csv", "id,name\n", id="csv"),
        pytest.param("nppes.csv", '"NPI","Entity Type Code"\n', id="nppes"),
        pytest.param("own.json", '{"format": "rapport-directory/1"', id="own"),
    ],
)
def test_time_when_a_file_is_streamed_then_it_is_not_limited(
    name: str, content: str, tmp_path: Path
) -> None:
    path = write(tmp_path, content, name)

    assert ReadingOrder((path,)).seconds() is None


def test_time_when_a_file_is_held_in_memory_then_it_grows_with_it(tmp_path: Path) -> None:
    sheet = write_xlsx(tmp_path / "list.xlsx")
    folder = tmp_path / "fhir"
    folder.mkdir()
    write(folder, b" " * (5 << 20), "large.json")

    assert ReadingOrder((sheet,)).seconds() == 30
    assert ReadingOrder((sheet,), mapping=_MAPPING).seconds() == 30
    assert ReadingOrder((folder,)).seconds() == 35
