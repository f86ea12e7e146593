"""One cell of a clinic's own list."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.importing import OPTIONS, TODAY, say

from matcher.directory.cells import read_cell, write_cell
from matcher.directory.field import FIELDS, UNSORTED
from matcher.importers.mapped_cell import entries_of, read_mapped_cell, token_of
from matcher.importers.mapped_row import MappedRow
from matcher.importers.mapped_table import read_mapped
from matcher.importers.mapping import LEAVE_OUT, SPLITS, TARGETS, ColumnMapping, ListMapping
from matcher.importers.row import ReadOptions
from matcher.importers.row_builder import RowBuilder


def _read(column: ColumnMapping, text: str) -> tuple[dict[str, object], list[str]]:
    """Return the values and the keys of the findings of a row of one cell."""
    row = MappedRow(RowBuilder("list.csv", 2, OPTIONS))
    row.say("id", "p-1")
    read_mapped_cell(row, column, text)
    row.finish()
    done = row.row()
    assert done.statement is not None
    for finding in done.findings:
        say(finding.message)
    return dict(done.statement.values), [finding.message.key for finding in done.findings]


@pytest.mark.parametrize(
    ("field", "text", "values"),
    [
        ("name", "Ana López, LCSW", {"name": "Ana López", "credential": "LCSW"}),
        ("name_and_credential", "Ana López", {"name": "Ana López"}),
        ("place", "Portland, OR 97201", {"city": "Portland", "postcode": "97201", "country": "US"}),
        ("place", "St. Louis", {"city": "St. Louis"}),
        ("fees", "€80-90", {"fee_min": Decimal(80), "fee_max": Decimal(90), "currency": "EUR"}),
        ("fees", "sliding scale", {"reduced_fee": "yes"}),
        ("fee_max", "90", {"fee_max": Decimal(90)}),
        ("times", "Mon 9-5", {"times": ("mon 09:00-17:00",)}),
        ("next_opening", "Nov 30, 2026", {"next_opening": date(2026, 11, 30)}),
        ("phone", "(617) 555-0101", {"phone": "617-555-0101"}),
        ("country", "United States", {"country": "US"}),
        ("years", "12 yrs", {"years": Decimal(12)}),
        ("style_plan", "-1..2", {"style_plan": (-1, 2)}),
        ("languages", "English; Spanish (fluent)|French", {"languages": ("en", "es:fluent", "fr")}),
        ("accepting", "Wait list", {"accepting": "waitlist"}),
        ("licensed_areas", "Oregon; WA", {"licensed_areas": ("US-OR", "US-WA")}),
        ("payers", "N/A", {"payers": None}),
        ("payers", "Medicare; N/A", {"payers": ("medicare",)}),
        ("contact", "none", {"contact": "none"}),
        ("city", "TBD", {"city": None}),
        ("fees", "n/a", {"fee_min": None, "fee_max": None}),
        *(
            ("website", text, {"website": text})
            for text in (
                "https://example.org/ana?day=mon",
                "WWW.ok.org",
                "ok.org:8080/a",
                "medium.com/@kim",
                "sub-page.ok.org/",
                "peña.example",
            )
        ),
        ("website", "TBD", {"website": None}),
        ("", "anything", {}),
    ],
)
def test_cell_when_understood_then_its_values_are_set_without_a_word(
    field: str, text: str, values: dict[str, object]
) -> None:
    assert _read(ColumnMapping("Column", field), text) == (values, [])


@pytest.mark.parametrize(
    ("field", "text", "key", "values", "as_text"),
    [
        ("issues", "Wellness", "term", {}, "issues: Wellness"),
        (
            "issues",
            "Anxiety; Wellness",
            "term",
            {"issues": ("worry",)},
            "issues: Anxiety; Wellness",
        ),
        ("faith_stance", "Wellness", "word", {}, "faith_stance: Wellness"),
        ("payers", "Blue Plan", "own", {"payers": ("blue_plan",)}, ""),
        ("payers", "Yes", "term", {}, "payers: Yes"),
        ("payers", "not Cigna", "term", {}, "payers: not Cigna"),
        ("payers", "Blue Plan, Red Plan", "term", {}, "payers: Blue Plan, Red Plan"),
        ("next_opening", "1/2/2026", "day", {}, "next_opening: 1/2/2026"),
        ("fees", "from $80", "money", {}, "fees: from $80"),
        ("fee_min", "80-150", "money", {}, "fee_min: 80-150"),
        ("fees", "$80", "dollars", {"fee_min": Decimal(80), "fee_max": Decimal(80)}, "currency: $"),
        ("times", "flexible", "hours", {}, "times: flexible"),
        ("years", "10+", "text", {}, "years: 10+"),
        *(
            ("website", text, "website", {}, f"website: {text}")
            for text in (
                "Website: ok.org",
                "instagram: @kim",
                "mailto:kim@ok.org",
                "javascript:alert(1)",
                "coming soon",
                "@insta",
                "x@ok.org",
                "ok.org, two.org",
                "www.ok.org (new)",
            )
        ),
        ("email", "ask the desk", "text", {}, "email: ask the desk"),
        ("phone", "none yet", "text", {}, "phone: none yet"),
        ("phone", "1.50356E+10", "text", {}, "phone: 1.50356E+10"),
        ("register_number", "1.23457E+11", "text", {}, "register_number: 1.23457E+11"),
        ("register_number", "applied for", "text", {}, "register_number: applied for"),
        (
            "register_number",
            "pending",
            "text",
            {"register_number": None},
            "register_number: pending",
        ),
        ("country", "Freedonia", "text", {}, "country: Freedonia"),
        ("currency", "shells", "text", {}, "currency: shells"),
        ("time_zone", "Pacific", "text", {}, "time_zone: Pacific"),
        ("name_and_credential", "López, Ana", "name", {"name": "López, Ana"}, ""),
        ("place", "12 Elm St, Suite 3", "place", {}, "place: 12 Elm St, Suite 3"),
        ("place", "Paris, France", "place", {}, "place: Paris, France"),
        ("place", "Old Salem OR", "place", {}, "place: Old Salem OR"),
        ("place", "Salem, OR; Reno, NV 89501", "place", {}, "place: Salem, OR; Reno, NV 89501"),
        ("place", "Telehealth", "place", {}, "place: Telehealth"),
        (
            "place",
            "12 Elm St Salem OR 97301",
            "place",
            {"postcode": "97301", "country": "US"},
            "place: 12 Elm St Salem OR 97301",
        ),
        ("postcode", "2108", "short_zip", {"postcode": "2108"}, ""),
        ("state", "Bavaria", "text", {}, "state: Bavaria"),
        (
            "times",
            "Mon 9-5;\nSat by luck",
            "hours",
            {"times": ("mon 09:00-17:00",)},
            "times: Mon 9-5; Sat by luck",
        ),
        ("confirmed_on", "soon", "day", {}, "confirmed_on: soon"),
    ],
)
def test_cell_when_not_wholly_understood_then_it_is_told_and_the_text_is_kept(
    field: str, text: str, key: str, values: dict[str, object], as_text: str
) -> None:
    stated = values | ({UNSORTED: as_text} if as_text else {})

    assert _read(ColumnMapping(field, field), text) == (stated, [f"finding.mapped.{key}"])


@pytest.mark.parametrize(
    ("text", "day"), [("soon", None), ("5/6/26", None), ("unknown", TODAY), ("-", TODAY)]
)
def test_row_when_its_day_cannot_be_read_then_that_of_the_import_does_not_hold(
    text: str, day: date | None
) -> None:
    options = ReadOptions(confirmed_on=TODAY, today=TODAY)
    row = MappedRow(RowBuilder("list.csv", 2, options))
    row.say("id", "p-1")
    read_mapped_cell(row, ColumnMapping("Checked", "confirmed_on"), text)
    statement = row.row().statement

    assert statement is not None
    assert statement.confirmed_on == day


@pytest.mark.parametrize("field", ["style_plan", "latitude"])
def test_cell_when_it_must_stand_as_in_the_directory_and_does_not_then_it_is_kept(
    field: str,
) -> None:
    values, findings = _read(ColumnMapping(field, field), "by feel")

    assert values == {UNSORTED: f"{field}: by feel"}
    assert len(findings) == 1


def test_own_word_when_it_was_accepted_then_it_is_told_all_the_same() -> None:
    column = ColumnMapping("Plans", "payers", terms={"Moon Health": "moon_health"})

    assert _read(column, "Moon Health; Medicare") == (
        {"payers": ("moon_health", "medicare")},
        ["finding.mapped.own"],
    )


def test_term_when_the_mapping_says_so_then_it_goes_before_what_is_known() -> None:
    column = ColumnMapping("Areas", "issues", terms={"Anxiety": "panic", "Grief": ""})

    assert _read(column, "anxiety") == ({"issues": ("panic",)}, [])
    assert _read(column, "Grief") == ({UNSORTED: "issues (Areas): Grief"}, ["finding.mapped.term"])


@pytest.mark.parametrize(
    ("split", "text", "entries"),
    [
        (";", "A; B | C\nD, E", ["A", "B", "C", "D, E"]),
        ("|", "A; B | C", ["A; B", "C"]),
        ("\n", "• A; B\n• C", ["A; B", "C"]),
        ("", "A; B", ["A; B"]),
        (",", "Grief, loss, and bereavement, Anger; Worry",
         ["Grief, loss, and bereavement", "Anger", "Worry"]),
    ],
)  # fmt: skip
def test_entries_when_split_then_known_words_with_commas_stay_whole(
    split: str, text: str, entries: list[str]
) -> None:
    terms = {"Grief, loss, and bereavement": "bereavement"}

    assert [*entries_of(ColumnMapping("Areas", "issues", split, terms), text)] == entries


def test_token_when_spelt_otherwise_than_in_the_mapping_then_it_is_found() -> None:
    column = ColumnMapping("Areas", "issues", terms={"Low-Mood stuff": "low_mood"})

    assert token_of(column, "low mood stuff") == "low_mood"
    assert token_of(column, "other stuff") is None


@given(st.sampled_from(sorted(TARGETS)), st.sampled_from(SPLITS), st.text())
def test_cell_when_of_any_text_then_every_value_is_one_the_directory_takes(
    target: str, split: str, text: str
) -> None:
    values, _ = _read(ColumnMapping("Column", target, split), text)

    for field, value in values.items():
        if value is not None:
            reading = read_cell(FIELDS[field], write_cell(value))  # type: ignore[arg-type]
            assert (reading.value, reading.faults) == (value, ())


def test_state_when_it_is_none_then_it_is_told_under_its_own_name() -> None:
    row = MappedRow(RowBuilder("list.csv", 2, OPTIONS))
    read_mapped_cell(row, ColumnMapping("Column", "state"), "Bavaria")

    assert [finding.field for finding in row.builder.remark().findings] == ["state"]


def test_word_when_somebody_left_it_out_then_nothing_is_said_of_it(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Who,Areas\nAna Vidal,Anxiety; Wellness\nBo Lund,Wellness\n")
    mapping = ListMapping(
        (
            ColumnMapping("Who", "name"),
            ColumnMapping("Areas", "issues", terms={"Wellness": LEAVE_OUT}),
        )
    )

    ana, bo = read_mapped(path, mapping, ReadOptions())

    assert ana.statement is not None
    assert bo.statement is not None
    assert ana.statement.values["issues"] == ("worry",)
    assert bo.statement.values.get("issues") is None
    assert [row.statement.values[UNSORTED] for row in (ana, bo) if row.statement] == [None, None]
    assert [finding for row in (ana, bo) for finding in row.findings if finding.field] == []


def test_words_when_a_column_is_kept_as_it_stands_then_its_header_is_kept_with_them() -> None:
    assert _read(ColumnMapping("Waitlist", UNSORTED), "N") == ({UNSORTED: "Waitlist: N"}, [])
