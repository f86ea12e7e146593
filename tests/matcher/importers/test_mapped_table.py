"""A clinic's own list read by its mapping."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from support.importing import OPTIONS, TODAY, keys, say, say_all, statements, write

from matcher.directory.field import UNSORTED
from matcher.directory.statement import MadeId
from matcher.errors import ImportFileError
from matcher.importers.mapped_table import read_mapped
from matcher.importers.mapping import ColumnMapping, ListMapping
from matcher.importers.row import ReadOptions, Row

MAPPING = ListMapping(
    (
        ColumnMapping("Who", "name"),
        ColumnMapping("Zip", "postcode"),
        ColumnMapping("Notes", ""),
        ColumnMapping("Areas", "issues"),
    ),
    country="US",
)


def _rows(folder: Path, content: str, options: ReadOptions = OPTIONS) -> list[Row]:
    rows = [*read_mapped(write(folder, content), MAPPING, options)]
    say_all(rows)
    return rows


def test_list_when_read_then_columns_go_where_the_mapping_says(tmp_path: Path) -> None:
    rows = _rows(tmp_path, "Who,Zip,Notes,Areas\nAna,97201,secret,Anxiety\n")

    (statement,) = statements(rows)
    assert (rows[0].number, statement.profile_id) == (2, "ana-97201")
    assert dict(statement.values) == {
        "name": "Ana", "postcode": "97201", "country": "US", "issues": ("worry",), UNSORTED: None,
    }  # fmt: skip
    assert keys(rows) == []


def test_list_when_columns_moved_or_are_new_then_they_are_found_by_header(tmp_path: Path) -> None:
    rows = _rows(tmp_path, "AREAS,who,Shoes,Notes\nAnxiety,Ana,41,\n")

    assert [dict(each.values) for each in statements(rows)] == [
        {"name": "Ana", "country": "US", "issues": ("worry",), UNSORTED: None}
    ]
    assert {*keys(rows)} == {"finding.mapped.no_column", "finding.mapped.new_column"}


def test_list_when_it_lacks_columns_of_the_mapping_then_one_sentence_names_them_all(
    tmp_path: Path,
) -> None:
    rows = _rows(tmp_path, "Who\nAna\n")

    assert keys(rows) == ["finding.mapped.no_column"]
    (finding,) = rows[0].findings
    assert (
        finding.message.params["n"] == len(str(finding.message.params["columns"]).split(", ")) > 1
    )


def test_list_when_it_states_an_id_twice_then_the_last_row_holds(tmp_path: Path) -> None:
    path = write(tmp_path, "Key,Who,Areas\na,Ana,Worry\na,Ana,Panic\n")
    columns = (ColumnMapping("Key", "id"), MAPPING.columns[0], MAPPING.columns[3])

    rows = [*read_mapped(path, ListMapping(columns), OPTIONS)]

    say_all(rows)
    assert [row.is_skipped for row in rows] == [True, False]
    assert keys(rows) == ["finding.row.repeated_id"]
    assert statements(rows)[0].values["issues"] == ("panic",)


def test_list_when_the_same_id_is_made_twice_then_both_rows_come_in_and_say_so(
    tmp_path: Path,
) -> None:
    content = (
        "Who,Zip,Notes,Areas\nNgozi Adeyemi-Holt,97201,,Worry\nNgozi Adeyemi Holt,97201,,\n"
        "Ngozi Adeyemi-Holt,97201,,Worry\nNgozi Adeyemi Holt,97201,,Panic\n"
    )

    rows = _rows(tmp_path, content)

    made = "ngozi-adeyemi-holt-97201"
    assert [each.profile_id for each in statements(rows)] == [f"{made}-3", made, f"{made}-2"]
    assert [each.values["issues"] for each in statements(rows)] == [("worry",), None, ("panic",)]
    assert [row.is_skipped for row in rows] == [False, False, True, False]
    assert keys(rows) == [
        "finding.mapped.alike", "finding.row.repeated_id", "finding.mapped.alike"
    ]  # fmt: skip
    assert statements(_rows(tmp_path, content)) == statements(rows)


def test_list_when_rows_that_share_a_made_id_change_places_then_each_keeps_its_own(
    tmp_path: Path,
) -> None:
    header, *lines = (
        "Who,Zip,Phone,Areas",
        "Ana,97201,503-555-0102,Worry",
        "Ben,97201,503-555-0103,Worry",
        "Ana,97201,503-555-0101,Panic",
        "Ana,97201,503-555-0101,Worry",
    )
    columns = (*MAPPING.columns[:2], ColumnMapping("Phone", "phone"), MAPPING.columns[3])

    def ids(lines: Iterable[str]) -> dict[str, tuple[object, ...]]:
        path = write(tmp_path, "\n".join([header, *lines, ""]))
        read = statements(read_mapped(path, ListMapping(columns), OPTIONS))
        return {each.profile_id: (each.values["phone"], each.values["issues"]) for each in read}

    assert len(ids(lines)) == 4
    assert ids(lines) == ids(lines[::-1]) == ids([lines[2], lines[0], lines[3], lines[1]])


def test_list_when_a_numbered_id_is_of_somebody_else_then_the_next_number_holds(
    tmp_path: Path,
) -> None:
    path = write(tmp_path, "Key,Who,Areas\n,Ana,Worry\n,Ana,Panic\n,Ana 2,Worry\nana,Ana,\n")
    columns = (ColumnMapping("Key", "id"), MAPPING.columns[0], MAPPING.columns[3])

    rows = [*read_mapped(path, ListMapping(columns), OPTIONS)]

    say_all(rows)
    assert [each.profile_id for each in statements(rows)] == ["ana-4", "ana-3", "ana-2", "ana"]
    assert [each.made for each in statements(rows)] == [
        MadeId("ana", 2, is_shared=True), MadeId("ana", 3, is_shared=True), MadeId("ana-2", 4), None
    ]  # fmt: skip


def test_list_when_a_short_zip_is_none_then_no_zero_is_invented(tmp_path: Path) -> None:
    rows = _rows(tmp_path, "Who,Zip,Notes,Areas\nAna,7214,,Worry\n")

    (statement,) = statements(rows)
    assert statement.profile_id == "ana"
    assert "postcode" not in statement.values
    assert statement.values[UNSORTED] == "postcode: 7214"
    assert keys(rows) == ["finding.mapped.no_zip"]


def test_list_when_a_row_is_too_long_then_it_is_left_out(tmp_path: Path) -> None:
    rows = _rows(tmp_path, "Who,Zip,Notes,Areas\nLee, Ana,97201,,Worry\nBen,97201,,Worry\n")

    assert [each.profile_id for each in statements(rows)] == ["ben-97201"]
    assert keys(rows) == ["finding.row.long"]


def test_list_when_asked_for_one_state_then_it_says_that_it_cannot(tmp_path: Path) -> None:
    options = ReadOptions(state="OR", today=TODAY)

    rows = _rows(tmp_path, "Who,Zip,Notes,Areas\nAna,97201,,\n", options)

    assert keys(rows) == ["finding.file.not_narrowed"]


def test_list_when_nothing_says_the_country_then_the_file_says_once_what_is_missing(
    tmp_path: Path,
) -> None:
    path = write(tmp_path, "Who,Zip,Fee\nAna,97201,80\nBen,97202,90\nCleo,,\n")
    columns = (*MAPPING.columns[:2], ColumnMapping("Fee", "fees"))

    rows = [*read_mapped(path, ListMapping(columns), OPTIONS)]

    say_all(rows)
    assert rows[-1].is_about_file
    assert [(each.message.key, each.message.params, each.row) for each in rows[-1].findings] == [
        ("finding.lacking.country", {"n": 2}, None),
        ("finding.lacking.currency", {"n": 2}, None),
    ]


def test_list_when_its_country_was_said_then_places_and_fees_are_known(tmp_path: Path) -> None:
    path = write(tmp_path, "Who,Zip,Fee\nAna,2108,80\nBen,M5V 2T6,90\n")
    columns = (*MAPPING.columns[:2], ColumnMapping("Fee", "fees"))

    rows = [*read_mapped(path, ListMapping(columns, country="US"), OPTIONS)]

    ana, ben = (each.values for each in statements(rows))
    assert (ana["postcode"], ana["country"], ana["currency"]) == ("02108", "US", "USD")
    assert {"country", "currency"}.isdisjoint(ben)
    told = ("zip.restored", "mapped.elsewhere", "mapped.no_currency")
    assert keys(rows) == [f"finding.{key}" for key in told]
    say_all(rows)


def test_list_when_two_columns_stand_for_one_thing_then_it_is_said(tmp_path: Path) -> None:
    path = write(tmp_path, "Who,Full name,Areas,Topics\nAna,,Worry,Panic\n")
    targets = {"Who": "name", "Full name": "name", "Areas": "issues", "Topics": "issues"}
    columns = tuple(ColumnMapping(header, field) for header, field in targets.items())

    rows = [*read_mapped(path, ListMapping(columns), OPTIONS)]

    say_all(rows)
    (finding,) = rows[0].findings
    assert (finding.message.key, finding.field) == ("finding.mapped.two_columns", "name")
    assert {**finding.message.params} == {"first": "Who", "second": "Full name"}


@pytest.mark.parametrize(
    ("header", "key"),
    [
        ("Who,Zip,Notes,Date of birth", "error.import.client_list"),
        ("Colour,Size,Price,Notes", "error.import.undecided_mapping"),
        ("Colour,Size,Price,Stock", "error.import.other_mapping"),
    ],
)
def test_list_when_it_must_not_or_cannot_be_read_then_it_is_refused(
    header: str, key: str, tmp_path: Path
) -> None:
    with pytest.raises(ImportFileError) as caught:
        _rows(tmp_path, f"{header}\na,b,c,d\n")

    assert caught.value.messages[0].key == key


def test_column_when_the_mapping_has_it_more_often_then_it_is_refused_and_that_is_said(
    tmp_path: Path,
) -> None:
    twice = ListMapping((ColumnMapping("Who", "name"), ColumnMapping("who", "pronouns")))

    with pytest.raises(ImportFileError) as caught:
        [*read_mapped(write(tmp_path, "Who,Zip\nAna,97201\n"), twice, OPTIONS)]

    (message,) = caught.value.messages
    assert message.key == "error.import.mapping_twice"
    assert "“Who” 2 times" in say(message)["en"]
    assert len(statements([*read_mapped(write(tmp_path, "Who,who\nAna,she\n"), twice, OPTIONS)]))


def test_word_when_it_stands_for_several_codes_then_all_of_them_are_stated(tmp_path: Path) -> None:
    path = write(tmp_path, "Who,Ages\nAna,18+; teens\n")
    ages = ColumnMapping("Ages", "age_groups", terms={"18+": "18-25;26-64;65+"})

    (statement,) = statements(read_mapped(path, ListMapping((MAPPING.columns[0], ages)), OPTIONS))

    assert statement.values["age_groups"] == ("18-25", "26-64", "65+", "13-17")


def test_word_when_it_may_stand_for_several_codes_and_nobody_said_so_then_it_stays_as_text(
    tmp_path: Path,
) -> None:
    path = write(tmp_path, "Who,Ages\nAna,Adults\n")
    columns = (MAPPING.columns[0], ColumnMapping("Ages", "age_groups"))

    rows = [*read_mapped(path, ListMapping(columns), OPTIONS)]

    assert keys(rows) == ["finding.mapped.term"]
    assert "age_groups" not in statements(rows)[0].values
