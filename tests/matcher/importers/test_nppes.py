import csv
import io
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.importing import DATA, OPTIONS, keys, read_on, say_all, statements, values, write

from matcher.importers.nppes import read_nppes
from matcher.importers.row import ReadOptions, Row

_PRACTITIONERS = DATA / "nppes" / "practitioners_329col.csv"
_HEADERS = {
    name: (DATA / "nppes" / name).read_text(encoding="utf-8").splitlines()
    for name in ("header_329_2018.txt", "header_330_2020.txt")
}
_PLACE = "Provider Business Practice Location Address"
_PERSON = {
    "NPI": "1234567893",
    "Entity Type Code": "1",
    "Provider Last Name (Legal Name)": "SAMPLE",
    "Provider First Name": "ANA",
    "Healthcare Provider Taxonomy Code_1": "103T00000X",
    f"{_PLACE} State Name": "MA",
    "Last Update Date": "07/08/2020",
}


def _file(folder: Path, *people: dict[str, str], header: list[str] | None = None) -> Path:
    names = header or _HEADERS["header_330_2020.txt"]
    text = io.StringIO()
    writer = csv.DictWriter(text, names, restval="", quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerows(people)
    return write(folder, text.getvalue())


def _rows(folder: Path, *people: dict[str, str], options: ReadOptions = OPTIONS) -> list[Row]:
    rows = [*read_nppes(_file(folder, *people), options)]
    say_all(rows)
    return rows


def test_register_when_not_in_utf8_then_it_is_read_and_said(tmp_path: Path) -> None:
    text = (DATA / "nppes" / "practitioners_329col.csv").read_text(encoding="utf-8")
    path = tmp_path / "register.csv"
    path.write_text(text, encoding="utf-16")
    plain = [*read_nppes(DATA / "nppes" / "practitioners_329col.csv", OPTIONS)]

    assert [row.statement for row in read_nppes(path, OPTIONS)] == [row.statement for row in plain]

    path.write_text(text.replace(",", ";"), encoding="utf-8")
    assert next(read_nppes(path, OPTIONS)).findings[0].message.key == "finding.file.separator"


def test_file_when_real_then_118_people_are_read() -> None:
    rows = [*read_nppes(_PRACTITIONERS, OPTIONS)]
    found = statements(rows)

    assert len(rows) == len(found) == len({s.profile_id for s in found}) == 118
    assert [row.number for row in rows] == [*range(2, 120)]
    assert Counter(str(s.values["postcode"])[:2] for s in found) == {"06": 58, "02": 44, "01": 16}
    assert keys(rows) == ["finding.register.other_field"]


@pytest.mark.parametrize(("state", "count"), [("CT", 58), ("ma", 51), ("RI", 9), ("OR", 0)])
def test_file_when_read_for_a_state_then_only_its_people_are_taken(state: str, count: int) -> None:
    rows = [*read_nppes(_PRACTITIONERS, ReadOptions(state=state))]

    assert len(statements(rows)) == count
    assert keys(rows).count("finding.register.state") == 118 - count


@pytest.mark.parametrize(
    ("options", "reason", "count"),
    [
        pytest.param(ReadOptions(postcode="02"), "postcode", 44, id="area"),
        pytest.param(ReadOptions(postcode="02139"), "postcode", None, id="one_postcode"),
        pytest.param(ReadOptions(taxonomy="106h"), "taxonomy", None, id="work"),
        pytest.param(ReadOptions(state="RI", taxonomy="999"), "taxonomy", 0, id="nobody"),
    ],
)
def test_file_when_read_in_part_then_only_that_part_is_taken(
    options: ReadOptions, reason: str, count: int | None
) -> None:
    rows = [*read_nppes(_PRACTITIONERS, options)]
    everybody = statements(read_nppes(_PRACTITIONERS, OPTIONS))

    if count is None:
        with _PRACTITIONERS.open(encoding="utf-8", newline="") as file:
            count = sum(_is_in_part(record, options) for record in csv.DictReader(file))
    assert len(statements(rows)) == count < len(everybody)
    assert f"finding.register.{reason}" in keys(rows)


def _is_in_part(record: dict[str, str], options: ReadOptions) -> bool:
    codes = [record[f"Healthcare Provider Taxonomy Code_{slot}"] for slot in range(1, 16)]
    is_near = record[f"{_PLACE} Postal Code"].startswith(options.postcode)
    return is_near and any(code.startswith(options.taxonomy.upper()) for code in codes if code)


def test_postcode_when_a_spreadsheet_took_its_zero_then_it_is_found_all_the_same(
    tmp_path: Path,
) -> None:
    person = _PERSON | {f"{_PLACE} Postal Code": "2101"}

    assert statements(_rows(tmp_path, person, options=ReadOptions(postcode="021")))


def test_file_when_read_twice_then_the_same_is_stated() -> None:
    assert [*read_nppes(_PRACTITIONERS, OPTIONS)] == [*read_nppes(_PRACTITIONERS, OPTIONS)]


def test_facts_when_real_then_nothing_is_told_that_the_register_does_not_know() -> None:
    found = statements(read_nppes(_PRACTITIONERS, OPTIONS))
    stated = {field for s in found for field in s.values}

    assert stated.isdisjoint({"gender", "languages", "payers", "fee_min", "accepting", "formats"})
    assert not any("EXAMPLE ST" in str(s.values).upper() for s in found)
    assert found[0].confirmed_on == date(2007, 7, 8)


@pytest.mark.parametrize("name", [*_HEADERS])
def test_file_when_of_another_year_then_columns_are_found_by_name(
    name: str, tmp_path: Path
) -> None:
    header = ["Provider Sex Code" if n == "Provider Gender Code" else n for n in _HEADERS[name]]
    path = _file(tmp_path, _PERSON, header=[*reversed(header)])

    assert values(read_nppes(path, OPTIONS))["name"] == "Ana Sample"


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        pytest.param({"Entity Type Code": "2"}, "organisation", id="organisation"),
        pytest.param({"Entity Type Code": ""}, "nobody", id="no kind"),
        pytest.param({"NPI": ""}, "nobody", id="no number"),
        pytest.param({"NPI Deactivation Date": "01/02/2020"}, "deactivated", id="deactivated"),
        pytest.param(
            {"Entity Type Code": "", "NPI Deactivation Date": "01/02/2020"},
            "deactivated",
            id="deactivated and emptied",
        ),
        pytest.param(
            {"NPI Deactivation Date": "01/02/2020", "NPI Reactivation Date": "01/02/2019"},
            "deactivated",
            id="reactivated before",
        ),
        pytest.param({"Healthcare Provider Taxonomy Code_1": "2084N0400X"}, "work", id="neurology"),
    ],
)
def test_row_when_of_no_use_then_it_is_skipped_with_the_reason(
    changes: dict[str, str], key: str, tmp_path: Path
) -> None:
    rows = _rows(tmp_path, _PERSON | changes)

    assert [row.is_skipped for row in rows] == [True]
    assert keys(rows) == [f"finding.register.{key}"]


def test_row_when_deactivated_then_it_is_told_whom_that_concerns(tmp_path: Path) -> None:
    ended = {"Entity Type Code": "", "NPI Deactivation Date": "01/02/2020"}

    (row,) = _rows(tmp_path, _PERSON | ended)

    assert row.gone == (f"npi-{_PERSON['NPI']}",)


def test_person_when_reactivated_later_then_they_are_taken_over(tmp_path: Path) -> None:
    dates = {"NPI Deactivation Date": "12/31/2019", "NPI Reactivation Date": "01/02/2020"}

    assert len(statements(_rows(tmp_path, _PERSON | dates))) == 1


def test_person_when_there_twice_then_the_first_row_holds(tmp_path: Path) -> None:
    rows = _rows(tmp_path, _PERSON, _PERSON | {"Provider First Name": "BO"})

    assert values(rows)["name"] == "Ana Sample"
    assert keys(rows) == ["finding.row.repeated_id"]


def test_date_when_wrong_then_the_person_is_kept_without(tmp_path: Path) -> None:
    rows = _rows(tmp_path, _PERSON | {"Last Update Date": "2020"})

    assert statements(rows)[0].confirmed_on is None
    assert keys(rows) == ["finding.cell.date"]


def test_row_when_cut_short_then_the_next_is_read(tmp_path: Path) -> None:
    path = _file(tmp_path, _PERSON)
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(lines[0] + b'"1234567893","1"\r\n' + lines[1])
    rows = [*read_nppes(path, OPTIONS)]

    say_all(rows)
    assert keys(rows) == ["finding.row.cut"]
    assert len(statements(rows)) == 1


@pytest.mark.parametrize(
    ("content", "key"),
    [
        pytest.param("", "error.import.empty", id="empty"),
        pytest.param("NPI,Entity Type Code\n", "error.import.nppes_header", id="not whole"),
    ],
)
def test_file_when_it_cannot_be_used_then_it_is_said_why(
    content: str, key: str, tmp_path: Path
) -> None:
    assert read_on(read_nppes(write(tmp_path, content), OPTIONS)) == ([], [key])


@settings(max_examples=40)
@given(st.data())
def test_file_when_damaged_anywhere_then_rows_or_a_reason_come(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    content = bytearray(b"".join(_PRACTITIONERS.read_bytes().splitlines(keepends=True)[:4]))
    for _ in range(data.draw(st.integers(1, 20))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place : place + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    path = write(tmp_path_factory.getbasetemp(), bytes(content), "damaged.csv")

    rows, _ = read_on(read_nppes(path, OPTIONS))
    say_all(rows)
