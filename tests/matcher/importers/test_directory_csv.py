from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.importing import OPTIONS, TODAY, keys, only, read_on, say, say_all, values, write
from support.table_files import ods_rows, write_ods, write_xlsx

from matcher.directory.field import FIELDS
from matcher.directory.profile import Source
from matcher.directory.statement import MadeId
from matcher.errors import ImportFileError
from matcher.importers.directory_csv import read_directory_csv
from matcher.importers.row import ReadOptions, Row


def _rows(folder: Path, content: str | bytes, options: ReadOptions = OPTIONS) -> list[Row]:
    rows = [*read_directory_csv(write(folder, content), options)]
    say_all(rows)
    return rows


def _error(folder: Path, content: str | bytes) -> str:
    with pytest.raises(ImportFileError) as caught:
        [*read_directory_csv(write(folder, content), OPTIONS)]
    say(caught.value.messages[0])
    return caught.value.messages[0].key


def test_row_when_whole_then_every_kind_of_cell_is_understood(tmp_path: Path) -> None:
    rows = _rows(
        tmp_path,
        "id,name,accepting,languages,issues,style_steer,times,fee_min,next_opening,communities\n"
        "p-1,Ana Vidal,yes,en:native;es,worry:focus;sleep:no,-2..1,mon-evening;tue 09:00-12:00,"
        "60.50,2026-12-01,refugee:worked:10\n",
    )

    assert values(rows) == {
        "name": "Ana Vidal",
        "accepting": "yes",
        "next_opening": date(2026, 12, 1),
        "languages": ("en:native", "es"),
        "issues": ("worry:focus", "sleep:no"),
        "style_steer": (-2, 1),
        "times": ("mon-evening", "tue 09:00-12:00"),
        "fee_min": Decimal("60.5"),
        "communities": ("refugee:worked:10",),
    }
    assert rows[0].number == 2
    assert keys(rows) == []


def test_cell_when_empty_or_a_dash_then_not_stated_and_none_differ(tmp_path: Path) -> None:
    rows = _rows(tmp_path, "id,formats,access,city\np-1,,-,-\n")

    assert values(rows) == {"formats": None, "access": (), "city": ""}


def test_column_when_the_file_lacks_it_then_nothing_is_said_of_it(tmp_path: Path) -> None:
    assert [*values(_rows(tmp_path, "id,city\np-1,Sampletown\n"))] == ["city"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        pytest.param("'=1+1", "=1+1", id="formula"),
        pytest.param("'@home", "@home", id="at"),
        pytest.param("''=1+1", "''=1+1", id="two apostrophes"),
        pytest.param("'s-Hertogenbosch", "'s-Hertogenbosch", id="a name of its own"),
        pytest.param("'t Hart", "'t Hart", id="article"),
    ],
)
def test_cell_when_guarded_from_spreadsheets_then_one_apostrophe_goes(
    cell: str, expected: str, tmp_path: Path
) -> None:
    assert values(_rows(tmp_path, f"id,city\np-1,{cell}\n"))["city"] == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        pytest.param("p-1,Reg,77,Ana,97201", "p-1", id="given"),
        pytest.param(",State Board,TEST 0011,Ana,97201", "state-board-test-0011", id="register"),
        pytest.param(",,77,Ana Vidal,97201", "ana-vidal-97201", id="name and postcode"),
        pytest.param(",,,李小明,97201", "李小明-97201", id="other script"),
    ],
)
def test_id_when_left_out_then_it_is_made(row: str, expected: str, tmp_path: Path) -> None:
    rows = _rows(tmp_path, f"id,register,register_number,name,postcode\n{row}\n")

    assert only(rows).profile_id == expected


@pytest.mark.parametrize(
    ("row", "key"),
    [
        pytest.param(",,Ana,", "finding.row.no_id", id="name only"),
        pytest.param(",77,,97201", "finding.row.no_id", id="number without register"),
        pytest.param("p 1,,Ana,97201", "finding.row.wrong_id", id="space"),
        pytest.param("p/1,,Ana,97201", "finding.row.wrong_id", id="slash"),
    ],
)
def test_row_when_it_has_no_id_then_it_is_skipped_with_the_reason(
    row: str, key: str, tmp_path: Path
) -> None:
    rows = _rows(tmp_path, f"id,register_number,name,postcode\n{row}\n")

    assert [row.is_skipped for row in rows] == [True]
    assert keys(rows) == [key]


def test_rows_when_the_same_id_is_made_for_them_then_each_has_its_own(tmp_path: Path) -> None:
    rows = _rows(
        tmp_path,
        "id,name,postcode,email\n,Ana,1,bo@ex.org\n,Ana,1,ana@ex.org\n,Ana,1,ana@ex.org\n"
        "p-1,Ana,1,cy@ex.org\n,Bo,1,\n",
    )

    assert keys(rows) == ["finding.mapped.alike", "finding.row.repeated_id"]
    assert [
        (each.statement.profile_id, each.statement.made) if each.statement else None
        for each in rows
    ] == [
        ("ana-1-2", MadeId("ana-1", 2, is_shared=True)),
        ("ana-1", MadeId("ana-1", 3, is_shared=True)),
        None,
        ("p-1", None),
        ("bo-1", MadeId("bo-1", 6)),
    ]


def test_id_when_repeated_then_the_later_row_holds(tmp_path: Path) -> None:
    rows = _rows(tmp_path, "id,name\np-1,Ana\np-2,Bo\np-1,Anna\n")

    assert [row.number for row in rows if row.is_skipped] == [2]
    assert keys(rows) == ["finding.row.repeated_id"]
    assert rows[-1].statement is not None
    assert rows[-1].statement.values["name"] == "Anna"


@pytest.mark.parametrize(
    ("cells", "options", "source", "confirmed_on"),
    [
        pytest.param(
            "therapist,2026-10-01", OPTIONS, Source.THERAPIST, date(2026, 10, 1), id="row"
        ),
        pytest.param(",", OPTIONS, Source.CLINIC, None, id="nothing said"),
        pytest.param(
            ",",
            ReadOptions(Source.REGISTER, confirmed_on=TODAY, today=TODAY),
            Source.REGISTER,
            TODAY,
            id="options",
        ),
        pytest.param("nobody,2031-01-01", OPTIONS, Source.CLINIC, None, id="not believed"),
    ],
)
def test_facts_when_taken_over_then_they_say_who_and_when(
    cells: str, options: ReadOptions, source: Source, confirmed_on: date | None, tmp_path: Path
) -> None:
    rows = _rows(tmp_path, f"id,confirmed_by,confirmed_on\np-1,{cells}\n", options)

    assert only(rows).source is source
    assert only(rows).confirmed_on == confirmed_on


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("yes", True), ("No", False), ("YES", True), ("", None), ("maybe", False)],
)
def test_published_when_read_then_only_yes_and_no_decide(
    cell: str, expected: bool | None, tmp_path: Path
) -> None:
    rows = _rows(tmp_path, f"id,published\np-1,{cell}\n")

    assert only(rows).published is expected
    assert keys(rows) == ["finding.row.published"] * (cell == "maybe")


@pytest.mark.parametrize(
    ("content", "key"),
    [
        pytest.param("", "error.import.empty", id="empty"),
        pytest.param("\n\n", "error.import.empty", id="empty lines"),
        pytest.param("foo,bar\n1,2\n", "error.import.header", id="wrong header"),
        pytest.param("foo;bar\n1;2\n", "error.import.header", id="wrong header, semicolons"),
        pytest.param('"id" or,name\n1,2\n', "error.import.quotes", id="quotes of the header"),
        pytest.param("id,name,Name\n1,2,3\n", "error.import.repeated_column", id="twice"),
        pytest.param("city,postcode\na,b\n", "error.import.no_id_column", id="nobody"),
        pytest.param("name,Date of Birth\na,b\n", "error.import.client_list", id="clients"),
        pytest.param("Name,Member ID,city\na,b,c\n", "error.import.client_list", id="members"),
        pytest.param("name,a,b,c\n1,2,3,4\n", "error.import.header", id="mostly unknown"),
        pytest.param(
            b"id,name\np-1,Jos\xc3\xa9 \xe9\n", "error.import.encoding", id="broken UTF-8"
        ),
        pytest.param(
            "id,name\np-1,Ana".encode("utf-16")[:-1], "error.import.encoding", id="cut UTF-16"
        ),
        pytest.param("id,name\np-1,A\0\n", "error.import.nul", id="NUL"),
        pytest.param('id,name\np-1,"Ana\n', "error.import.open_quote", id="open quote"),
        pytest.param(f"id,name\np-1,{'a' * 10**6}\n", "error.import.long_cell", id="long cell"),
    ],
)
def test_file_when_it_cannot_be_used_then_it_is_said_why(
    content: str | bytes, key: str, tmp_path: Path
) -> None:
    assert _error(tmp_path, content) == key


def test_file_when_it_breaks_then_the_rows_before_are_given(tmp_path: Path) -> None:
    path = write(tmp_path, "id,name\np-1,Ana\np-2,Zoë\np-3,Jos".encode() + b"\xe9\n")
    rows, reasons = read_on(read_directory_csv(path, OPTIONS))

    assert [row.number for row in rows] == [2, 3]
    assert reasons == ["error.import.encoding"]


def test_file_when_it_has_only_a_header_then_it_has_no_rows(tmp_path: Path) -> None:
    assert _rows(tmp_path, "id,name\n") == []


def test_column_when_unknown_then_the_others_are_taken_over(tmp_path: Path) -> None:
    rows = _rows(tmp_path, " ID ,Register Number,favourite_cake\np-1,77,carrot\n")

    assert rows[0].is_about_file
    assert keys(rows) == ["finding.file.unknown_column"]
    assert values(rows) == {"register_number": "77"}


@pytest.mark.parametrize(
    ("row", "skipped", "found"),
    [
        pytest.param("p-1,Ana", False, ["finding.row.short"], id="too few"),
        pytest.param("p-1,Ana,Town,,", False, [], id="empty ones more"),
        pytest.param("p-1,Vidal, Ana,Town", True, ["finding.row.long"], id="comma in a name"),
        pytest.param('p-1,"Ana" Vidal,Town', True, ["finding.row.quotes"], id="quotes"),
    ],
)
def test_row_when_its_cells_are_too_few_or_many_then_it_is_said(
    row: str, skipped: bool, found: list[str], tmp_path: Path
) -> None:
    rows = _rows(tmp_path, f"id,name,city\n{row}\np-2,Bo,Town\n")

    assert [row.is_skipped for row in rows] == [skipped, False]
    assert keys(rows) == found


def test_row_when_short_then_the_missing_cells_change_nothing(tmp_path: Path) -> None:
    assert [*values(_rows(tmp_path, "id,name,city\np-1,Ana\n"))] == ["name"]


def test_lines_when_empty_then_they_are_no_rows(tmp_path: Path) -> None:
    assert [row.number for row in _rows(tmp_path, "id,name\n\np-1,Ana\n,\n\n")] == [3]


def test_postcode_when_a_zero_was_lost_then_it_comes_back(tmp_path: Path) -> None:
    rows = _rows(tmp_path, "id,country,postcode\np-1,US,2101\np-2,DE,2101\n")

    assert [row.statement and row.statement.values["postcode"] for row in rows] == ["02101", "2101"]
    assert keys(rows) == ["finding.zip.restored"]


def test_name_when_it_tries_to_turn_the_line_then_only_its_letters_stay(tmp_path: Path) -> None:
    rows = _rows(tmp_path, "id,name\np-1,Ana\u202elad\u0007iV\n")

    assert values(rows)["name"] == "AnaladiV"
    assert keys(rows) == ["finding.text.signs"]


_LIST = "id,name,issues,accepting\np-1,Zoë,worry;sleep,yes\n"
_SAID = {"name": "Zoë", "issues": ("worry", "sleep"), "accepting": "yes"}


@pytest.mark.parametrize(
    ("content", "found"),
    [
        pytest.param(
            'ID;Name; Issues ;Accepting\np-1;Zoë;"worry;sleep";yes\n'.encode("cp1252"),
            ["finding.file.windows", "finding.file.separator"],
            id="Excel in Europe",
        ),
        pytest.param(
            _LIST.replace(",", "\t").encode("utf-16"), ["finding.file.separator"], id="Unicode text"
        ),
        pytest.param(_LIST.encode("cp1252"), ["finding.file.windows"], id="Excel of old"),
        pytest.param(
            f"Our list,,,\n{_LIST}".encode(), ["finding.file.header_row"], id="title above"
        ),
        pytest.param(
            _LIST.replace("yes", " Yes ").replace("worry", "Worry").encode(), [], id="capitals"
        ),
    ],
)
def test_list_when_a_spreadsheet_program_wrote_it_then_it_comes_in_with_a_remark(
    content: bytes, found: list[str], tmp_path: Path
) -> None:
    rows = _rows(tmp_path, content)

    assert values(rows) == _SAID
    assert keys(rows) == found
    assert [row.is_about_file for row in rows] == [True] * bool(found) + [False]


def test_list_when_in_a_spreadsheet_then_it_says_the_same(tmp_path: Path) -> None:
    table = [line.split(",") for line in _LIST.splitlines()]
    excel = write_xlsx(tmp_path / "list.xlsx", table)
    open_document = write_ods(tmp_path / "list.ods", {"List": ods_rows(table)})

    for path in (excel, open_document):
        rows = [*read_directory_csv(path, OPTIONS)]
        assert (values(rows), keys(rows)) == (_SAID, [])
        assert only(rows).profile_id == "p-1"


def test_list_when_it_has_every_column_then_a_spreadsheet_of_it_can_be_read(
    tmp_path: Path,
) -> None:
    path = write_xlsx(tmp_path / "list.xlsx", [_HEADER.split(","), ["p-1", "yes"]])

    assert only(read_directory_csv(path, OPTIONS)).published is True


def test_cell_when_it_holds_an_error_then_its_field_is_left_as_it_is(tmp_path: Path) -> None:
    rows = _rows(tmp_path, "id,name,city,fee_min\np-1,Ana,#REF!,#N/A\n")

    assert values(rows) == {"name": "Ana"}
    assert [(each.message.key, each.field) for each in rows[0].findings] == [
        ("finding.sheet.error", "city"),
        ("finding.sheet.error", "fee_min"),
    ]


def test_cells_when_a_list_is_not_quoted_then_the_row_is_left_out_and_the_sign_is_named(
    tmp_path: Path,
) -> None:
    rows = _rows(tmp_path, "id;name;issues\np-1;Ana;worry;sleep\np-2;Bo;worry\np-3;Cy;panic\n")

    (finding,) = next(row for row in rows if row.is_skipped).findings
    assert "semicolon" in say(finding.message)["en"]
    assert len([row for row in rows if row.statement]) == 2


@pytest.mark.parametrize(
    ("columns", "is_read"),
    [("id,name,city,notes", True), ("name,city,notes,room,desk", True), ("id,a,b,c", False)],
)
def test_columns_when_some_are_not_ours_then_a_text_with_commas_is_taken_for_our_list(
    columns: str, is_read: bool, tmp_path: Path
) -> None:
    row = ",".join(f"p{place}" for place in range(columns.count(",") + 1))
    text = f"{columns},postcode\n{row},97201\n" if is_read else f"{columns}\n{row}\n"
    excel = write_xlsx(tmp_path / "a.xlsx", [line.split(",") for line in text.splitlines()])

    assert (read_on(read_directory_csv(write(tmp_path, text), OPTIONS))[1] == []) is is_read
    is_mostly_ours = columns.startswith("id,name")
    assert (read_on(read_directory_csv(excel, OPTIONS))[1] == []) is is_mostly_ours


_HEADER = ",".join(("id", "published", "confirmed_by", "confirmed_on", *FIELDS))


@given(st.text(st.sampled_from("a1é-;:.,'\"\n\r=@ \u202e"), max_size=200) | st.text(max_size=200))
def test_file_when_its_rows_are_anything_then_they_can_be_said_and_repeated(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    content = f"{_HEADER}\np-1,{text}".encode("utf-8", "replace")
    path = write(tmp_path_factory.getbasetemp(), content, "any.csv")
    first = read_on(read_directory_csv(path, OPTIONS))

    say_all(first[0])
    assert read_on(read_directory_csv(path, OPTIONS)) == first


_EXPORT = "id,confirmed_by,confirmed_on,name,city,speaks_of\n"


def test_export_when_a_profile_has_a_row_for_each_voice_then_all_hold(tmp_path: Path) -> None:
    rows = _rows(
        tmp_path,
        f"{_EXPORT}p-1,clinic,2026-10-01,,Aue,city\np-1,register,2026-01-01,Ana,,name\n",
    )

    assert [row.statement and dict(row.statement.values) for row in rows] == [
        {"city": "Aue"},
        {"name": "Ana"},
    ]


def test_export_when_one_voice_has_two_rows_then_the_later_holds(tmp_path: Path) -> None:
    rows = _rows(
        tmp_path,
        f"{_EXPORT}p-1,clinic,2026-10-01,Ana,,name\np-1,clinic,2026-10-01,Anna,,name\n",
    )

    assert keys(rows) == ["finding.row.repeated_id"]
    assert [row.is_skipped for row in rows] == [True, False]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        pytest.param("Ana,,name", {"name": "Ana"}, id="silent about the other"),
        pytest.param(",,name", {"name": None}, id="taken back"),
        pytest.param("Ana,Aue,name", {"name": "Ana", "city": "Aue"}, id="filled in"),
        pytest.param(",,-", {}, id="about nothing"),
        pytest.param("Ana,,", {"name": "Ana", "city": None}, id="about all"),
        pytest.param("Ana,, ", {"name": "Ana", "city": None}, id="about all, but for a space"),
        pytest.param("''=1,'s,name", {"name": "'=1", "city": "'s"}, id="guarded twice"),
    ],
)
def test_export_when_a_row_says_what_it_speaks_of_then_it_is_silent_about_the_rest(
    cells: str, expected: dict[str, str | None], tmp_path: Path
) -> None:
    assert values(_rows(tmp_path, f"{_EXPORT}p-1,clinic,,{cells}\n")) == expected


@pytest.mark.parametrize(
    ("cells", "taken_back"),
    [
        pytest.param("therapist,,Ana,,name;city", {"city"}, id="emptied"),
        pytest.param("therapist,,Ana,,name city", {"city"}, id="parted by a space"),
        pytest.param('therapist,,Ana,,"name, city"', {"city"}, id="parted by a comma"),
        pytest.param("therapist,,Ana,,name|City", {"city"}, id="parted by a bar"),
        pytest.param('therapist,,Ana,,"name\ncity"', {"city"}, id="parted by a line end"),
        pytest.param("therapist,,Ana,,name", set(), id="not spoken of"),
        pytest.param("therapist,,Ana,,", set(), id="about all"),
        pytest.param("therapist,,Ana,-,name;city", set(), id="stated none"),
        pytest.param("clinic,,Ana,,name;city", set(), id="not about oneself"),
    ],
)
def test_export_when_a_practitioner_empties_what_the_row_speaks_of_then_nobody_is_to_state_it(
    cells: str, taken_back: set[str], tmp_path: Path
) -> None:
    assert only(_rows(tmp_path, f"{_EXPORT}p-1,{cells}\n")).taken_back == taken_back


@pytest.mark.parametrize("text", ["11/20/2026", "20.11.2026", "11/20/26", "'2026-11-20"])
def test_day_when_a_spreadsheet_wrote_it_its_own_way_then_it_is_read(
    text: str, tmp_path: Path
) -> None:
    rows = _rows(tmp_path, f"id,confirmed_on,next_opening\np-1,{text},{text}\n")

    assert only(rows).confirmed_on == date(2026, 11, 20)
    assert values(rows) == {"next_opening": date(2026, 11, 20)}
    assert {*keys(rows)} <= {"finding.cell.day_read"}


def test_day_when_it_may_be_two_then_the_row_is_left_out(tmp_path: Path) -> None:
    rows = _rows(tmp_path, "id,name,confirmed_on\np-1,Ana,3/4/2026\np-2,Ben,4/4/2026\n")

    assert [row.is_skipped for row in rows] == [True, False]
    assert keys(rows) == ["finding.row.two_days", "finding.cell.day_read"]
    assert only(rows).confirmed_on == date(2026, 4, 4)


def test_export_when_it_speaks_of_an_unknown_field_then_it_is_said(tmp_path: Path) -> None:
    rows = _rows(tmp_path, f"{_EXPORT}p-1,clinic,,Ana,,name;star_sign\n")

    assert keys(rows) == ["finding.cell.code"]
    assert values(rows) == {"name": "Ana"}


def test_export_when_two_days_share_a_position_then_it_stays(tmp_path: Path) -> None:
    rows = _rows(tmp_path, "id,latitude,longitude,speaks_of\np-1,45.5,,latitude\n")

    assert values(rows) == {"latitude": Decimal("45.5")}


def test_list_when_not_wholly_understood_then_all_of_its_cell_is_kept_and_it_is_open(
    tmp_path: Path,
) -> None:
    rows = _rows(
        tmp_path,
        "id,confirmed_by,times,payers\np-1,therapist,mon 09:00-17:00;Wed 9am-5pm,not a code!\n",
    )

    assert keys(rows) == [
        *("finding.cell.times", "finding.cell.in_part"),
        *("finding.cell.code", "finding.cell.no_part"),
    ]
    assert values(rows) == {
        "times": ("mon 09:00-17:00",),
        "unsorted": "times: mon 09:00-17:00;Wed 9am-5pm\npayers: not a code!",
    }
    assert only(rows).in_part == {"times", "payers"}


def test_number_when_a_spreadsheet_rounded_it_then_it_makes_no_id_and_is_told(
    tmp_path: Path,
) -> None:
    header = "name,postcode,register,register_number,phone\n"
    rows = _rows(tmp_path, f"{header}Ana Vidal,97201,Board,1.23457E+11,5035550105.0\n")

    assert keys(rows) == ["finding.cell.text"]
    assert only(rows).profile_id == "ana-vidal-97201"
    assert values(rows)["phone"] == "5035550105"
