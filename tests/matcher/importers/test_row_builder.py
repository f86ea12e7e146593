from datetime import date

import pytest
from support.importing import OPTIONS, TODAY, keys, say_all

from matcher.directory.field import UNSORTED
from matcher.directory.profile import Source
from matcher.directory.validation import Severity
from matcher.errors import Message
from matcher.importers.row import ReadOptions
from matcher.importers.row_builder import RowBuilder, shortened


@pytest.fixture
def builder() -> RowBuilder:
    return RowBuilder("list.csv", 7, OPTIONS)


def test_finding_when_noted_then_it_names_file_and_row(builder: RowBuilder) -> None:
    builder.error(Message("finding.row.quotes"), "name")
    (finding,) = builder.remark().findings

    assert (finding.file, finding.row, finding.field) == ("list.csv", 7, "name")
    assert finding.severity is Severity.ERROR


def test_finding_when_about_the_file_then_it_names_no_row() -> None:
    builder = RowBuilder("list.csv", 0, OPTIONS)
    builder.note(Message("finding.file.no_results"))

    assert builder.remark().findings[0].row is None
    assert builder.remark().is_about_file


def test_text_when_empty_or_a_dash_then_nothing_is_stated(builder: RowBuilder) -> None:
    builder.state("name", "")
    builder.state("city", " - ")

    assert builder.values == {"name": None, "city": None}


def test_text_when_too_long_then_its_beginning_is_kept_with_a_finding(builder: RowBuilder) -> None:
    builder.state("name", "a" * 1000)
    row = builder.row("p-1", Source.CLINIC, None)

    assert row.statement is not None
    assert row.statement.values["name"] == "a" * 300
    assert [finding.message.key for finding in row.findings] == ["finding.text.shortened"]
    say_all([row])


def test_bio_when_it_has_lines_then_they_stay(builder: RowBuilder) -> None:
    builder.state("bio", "one\ntwo")

    assert builder.values["bio"] == "one\ntwo"


def test_cell_when_partly_wrong_then_the_good_part_is_kept(builder: RowBuilder) -> None:
    builder.read("formats", "video;teleport")

    assert builder.values["formats"] == ("video",)
    assert keys([builder.remark()]) == ["finding.cell.code", "finding.cell.in_part"]


def test_list_when_partly_wrong_then_its_cell_is_kept_in_front_of_what_the_file_keeps(
    builder: RowBuilder,
) -> None:
    builder.read("times", "mon-evening;Wed 9am-5pm")
    builder.read("accepting", "perhaps")
    builder.values[UNSORTED] = "fees: ask"

    statement = builder.row("p", Source.THERAPIST, None).statement

    assert statement is not None
    assert statement.values[UNSORTED] == "times: mon-evening;Wed 9am-5pm\nfees: ask"
    assert statement.in_part == {"times"}


def test_words_when_taken_then_they_are_kept_no_more(builder: RowBuilder) -> None:
    builder.read("formats", "video;teleport")

    assert builder.take_kept() == [("formats", "video;teleport")]
    assert builder.take_kept() == []
    statement = builder.row("p", Source.THERAPIST, None).statement
    assert statement is not None
    assert (UNSORTED in statement.values, statement.in_part) == (False, frozenset())


def test_cell_when_all_wrong_then_the_directory_keeps_what_it_has(builder: RowBuilder) -> None:
    builder.read("accepting", "perhaps")

    assert "accepting" not in builder.values


def test_cell_when_empty_then_the_file_states_it_no_longer(builder: RowBuilder) -> None:
    builder.read("accepting", "")

    assert builder.values == {"accepting": None}


@pytest.mark.parametrize(
    ("text", "expected", "key"),
    [
        pytest.param("2026-10-01", date(2026, 10, 1), None, id="day"),
        pytest.param("2018-09-22 17:09", date(2018, 9, 22), None, id="with time"),
        pytest.param("", None, None, id="empty"),
        pytest.param("soon", None, "finding.cell.date", id="no day"),
        pytest.param("2031-01-01", None, "finding.row.future", id="to come"),
    ],
)
def test_day_when_read_then_only_one_that_was_is_believed(
    builder: RowBuilder, text: str, expected: date | None, key: str | None
) -> None:
    assert builder.day(text, "confirmed_on") == expected
    assert [finding.message.key for finding in builder.remark().findings] == [key] * bool(key)
    say_all([builder.remark()])


def test_row_when_understood_then_its_values_stand_in_the_order_of_the_columns(
    builder: RowBuilder,
) -> None:
    builder.state("city", "Sampletown")
    builder.state("name", "Ana Vidal")
    statement = builder.row("p-1", Source.CLINIC, TODAY).statement

    assert statement is not None
    assert [*statement.values] == ["name", "city"]


@pytest.mark.parametrize(
    ("text", "is_kept"),
    [
        ("https://example.org/ana", True),
        ("HTTP://example.org", True),
        ("example.org/ana", True),
        ("example.org:8080", True),
        ("javascript:alert(1)", False),
        (" JavaScript :1+alert(1)", False),
        ("data:text/html,hello", False),
        ("mailto:ana@example.org", False),
    ],
)
def test_website_when_it_is_no_page_then_it_is_left_out_with_a_finding(
    builder: RowBuilder, text: str, is_kept: bool
) -> None:
    builder.values["website"] = text
    row = builder.row("p-1", Source.CLINIC, None)

    assert row.statement is not None
    assert ("website" in row.statement.values) is is_kept
    keys = [finding.message.key for finding in row.findings]
    assert keys == ["finding.cell.website"] * (not is_kept)
    say_all([row])


def test_row_when_the_file_has_no_date_then_the_one_given_holds() -> None:
    builder = RowBuilder("list.csv", 2, ReadOptions(confirmed_on=TODAY))
    statement = builder.row("p-1", Source.CLINIC, None).statement

    assert statement is not None
    assert statement.confirmed_on == TODAY


@pytest.mark.parametrize("text", ["5/6/26", "2026-13-40", "2099-01-01"])
def test_row_when_it_names_a_day_that_is_none_then_the_one_given_does_not_hold(text: str) -> None:
    builder = RowBuilder("list.csv", 2, ReadOptions(confirmed_on=TODAY, today=TODAY))
    statement = builder.row("p-1", Source.CLINIC, builder.day(text, "confirmed_on")).statement

    assert statement is not None
    assert statement.confirmed_on is None


def test_text_when_put_into_a_sentence_then_it_is_short_and_clean() -> None:
    assert shortened("a" * 100, 10) == "a" * 10 + "…"
    assert shortened("Ana\x00") == "Ana"
