"""What several cells of a row say together."""

from datetime import date
from decimal import Decimal

import pytest
from support.importing import OPTIONS, say

from matcher.directory.field import UNSORTED
from matcher.directory.profile import Source
from matcher.importers.mapped_row import MappedRow
from matcher.importers.row import Row
from matcher.importers.row_builder import RowBuilder


def _row(said: dict[str, str], values: dict[str, object], *, dollars: bool = False) -> Row:
    row = MappedRow(RowBuilder("list.csv", 2, OPTIONS))
    row.dollars = dollars
    for target, text in said.items():
        row.say(target, text)
    for field, value in values.items():
        row.set(field, value)  # type: ignore[arg-type]
    row.finish()
    return row.row()


def _keys(row: Row) -> list[str]:
    return [finding.message.key for finding in row.findings]


def test_row_when_it_names_a_state_then_zeros_and_the_currency_come_back() -> None:
    row = _row({"state": "MA"}, {"name": "Ana", "postcode": "2108"}, dollars=True)

    assert row.statement is not None
    assert row.statement.profile_id == "ana-02108"
    assert dict(row.statement.values) == {
        "name": "Ana", "postcode": "02108", "country": "US", "currency": "USD",
    }  # fmt: skip
    assert _keys(row) == ["finding.zip.restored"]


@pytest.mark.parametrize("postcode", ["02139", "2139", "02139-1234"])
def test_row_when_a_spreadsheet_took_the_zero_then_it_is_about_the_same_person(
    postcode: str,
) -> None:
    row = _row({}, {"name": "Chen Wei", "postcode": postcode})

    assert row.statement is not None
    assert row.statement.profile_id == "chen-wei-02139"


@pytest.mark.parametrize("name", ["TOTAL: 7", "Total", "Sum 12", "Grand total: 4"])
def test_row_when_it_adds_up_then_it_is_nobody(name: str) -> None:
    row = _row({}, {"name": name})

    assert row.statement is None
    assert _keys(row) == ["finding.mapped.total"]


def test_row_when_somebody_is_called_like_a_sum_then_they_come_in() -> None:
    assert _row({}, {"name": "Total Wellness: Ana Vidal"}).statement is not None


@pytest.mark.parametrize(
    ("said", "values", "currency"),
    [
        ("US", {"country": "US"}, "USD"),
        ("CA", {"country": "CA"}, "CAD"),
        ("GB", {"country": "GB"}, "GBP"),
        ("GB", {"country": "US"}, None),
        ("CA", {"country": "CA", "currency": "EUR"}, "EUR"),
        ("", {"country": "US"}, None),
    ],
)
def test_fee_when_the_country_was_said_for_the_list_then_it_is_in_its_money(
    said: str, values: dict[str, object], currency: str | None
) -> None:
    row = MappedRow(RowBuilder("list.csv", 2, OPTIONS), said)
    for field, value in {"name": "Ana", "fee_min": Decimal(80), **values}.items():
        row.set(field, value)  # type: ignore[arg-type]

    row.finish()

    assert row.builder.values.get("currency") == currency


def test_fee_when_its_row_is_not_from_the_country_said_then_its_currency_is_asked_for() -> None:
    row = MappedRow(RowBuilder("list.csv", 2, OPTIONS), "US")
    for field, value in {"name": "Ana", "fee_min": Decimal(80), "postcode": "SW1A 1AA"}.items():
        row.set(field, value)

    row.finish()

    assert "currency" not in row.builder.values
    assert _keys(row.row()) == ["finding.mapped.elsewhere", "finding.mapped.no_currency"]


def test_row_when_its_own_words_for_the_country_are_not_known_then_none_is_put_there() -> None:
    row = MappedRow(RowBuilder("list.csv", 2, OPTIONS), "US")
    row.set("name", "Ana")
    row.keep("country", "Freedonia")

    row.finish()

    assert "country" not in row.builder.values


def test_row_when_its_state_is_none_of_the_country_said_then_only_a_postcode_places_it() -> None:
    for postcode, country in (("", None), ("97201", "US")):
        row = MappedRow(RowBuilder("list.csv", 2, OPTIONS), "US")
        row.set("name", "Ana")
        row.keep("state", "Ontario")
        if postcode:
            row.set("postcode", postcode)

        row.finish()

        assert row.builder.values.get("country") == country


def test_row_when_it_names_another_country_then_its_postcode_stays() -> None:
    row = _row({"state": "MA"}, {"name": "Ana", "postcode": "1010", "country": "AT"})

    assert row.statement is not None
    assert row.statement.values["postcode"] == "1010"
    assert _keys(row) == []


@pytest.mark.parametrize(
    ("state", "values", "city"),
    [
        ("MA", {"city": "Springfield"}, "Springfield, MA"),
        ("Oregon", {"city": "Springfield"}, "Springfield, OR"),
        ("OR", {"city": "Springfield, OR"}, "Springfield, OR"),
        ("OR", {"city": "Springfield", "postcode": "97477"}, "Springfield"),
        ("MA", {"city": "Springfield", "postcode": "97477"}, "Springfield, MA"),
        ("MA", {"city": "Springfield", "postcode": "00000"}, "Springfield, MA"),
    ],
)
def test_row_when_no_postcode_tells_its_state_then_it_stays_with_the_town(
    state: str, values: dict[str, object], city: str
) -> None:
    statement = _row({"state": state}, {"name": "Ann Bee", **values}).statement

    assert statement is not None
    assert statement.values["city"] == city


def test_row_when_towns_of_one_name_are_in_two_states_then_they_are_two_people() -> None:
    rows = [_row({"state": state}, {"name": "Ann", "city": "Salem"}) for state in ("MA", "OR")]

    ids = [row.statement.profile_id for row in rows if row.statement]
    assert ids == ["ann-salem-ma", "ann-salem-or"]


def test_row_when_only_a_state_says_where_then_it_is_kept_as_text() -> None:
    statement = _row({"state": "MA"}, {"name": "Ann Bee"}).statement

    assert statement is not None
    assert statement.values[UNSORTED] == "state: MA"


def test_row_when_two_columns_differ_then_the_first_holds_and_it_is_told() -> None:
    row = MappedRow(RowBuilder("list.csv", 2, OPTIONS))
    row.set("name", "Ana")
    row.set("name", "Ana")
    row.set("name", "Ben")
    row.add("accepting", ["yes", "no"])
    row.add("issues", ["worry"])
    row.add("issues", ["panic"])
    row.finish()
    done = row.row()

    assert done.statement is not None
    assert dict(done.statement.values) == {
        "name": "Ana", "accepting": "yes", "issues": ("worry", "panic"),
        "unsorted": "name: Ben\naccepting: no",
    }  # fmt: skip
    assert _keys(done) == ["finding.mapped.second"] * 2


def test_row_when_two_columns_say_the_opposite_then_neither_holds_and_both_are_kept() -> None:
    row = MappedRow(RowBuilder("list.csv", 2, OPTIONS))
    row.set("name", "Ana")
    for header, text, tokens in (
        ("Telehealth", "Yes", ["video"]), ("Phone", "Y", ["phone"]), ("Video", "No", ["video:no"]),
        ("Online", "never", ["video:no"]),
        ("Couples", "yes", ["couple"]), ("Pairs", "no", ["couple:no"]),
    ):  # fmt: skip
        row.header = header
        row.add("participants" if "couple" in tokens[0] else "formats", tokens, text)
    row.finish()
    done = row.row()

    assert done.statement is not None
    assert dict(done.statement.values) == {
        "name": "Ana", "formats": ("phone",),
        "unsorted": "formats (Telehealth): Yes\nformats (Video): No\nformats (Online): never\n"
        "participants (Couples): yes\nparticipants (Pairs): no",
    }  # fmt: skip
    assert _keys(done) == ["finding.mapped.opposite"] * 2
    assert "“Telehealth: Yes” and “Video: No” say" in say(done.findings[0].message)["en"]


@pytest.mark.parametrize(("said", "held"), [("no", "no"), ("yes", "yes"), ("", "yes")])
def test_row_when_a_fee_implies_what_a_column_says_then_the_column_holds(
    said: str, held: str
) -> None:
    row = MappedRow(RowBuilder("list.csv", 2, OPTIONS))
    row.set("name", "Ana")
    row.imply("reduced_fee", "yes", "$90, sliding")
    row.add("reduced_fee", [said] if said else [])
    row.finish()
    done = row.row()

    assert done.statement is not None
    assert done.statement.values["reduced_fee"] == held
    assert _keys(done) == ["finding.mapped.second"] * (said == "no")
    kept = done.statement.values.get(UNSORTED)
    assert kept == ("reduced_fee: $90, sliding" if said == "no" else None)


def test_row_when_words_are_kept_then_each_column_has_a_line_below_what_the_list_has() -> None:
    row = MappedRow(RowBuilder("list.csv", 2, OPTIONS))
    row.say("id", "p-1")
    row.set(UNSORTED, "as it came")
    for target, text in (("issues", "Blue"), ("times", "by\nluck"), ("issues", "Red"),
                         ("issues", "Blue"), ("issues", " ")):  # fmt: skip
        row.keep(target, text)
    statement = row.row().statement

    assert statement is not None
    assert statement.values[UNSORTED] == "as it came\nissues: Blue; Red\ntimes: by luck"


def test_row_when_it_says_things_of_itself_then_they_are_taken() -> None:
    said = {
        "id": "p-1", "first_name": "Ana", "last_name": "López", "published": "hidden",
        "confirmed_on": "2026-11-01", "confirmed_by": "Therapist",
    }  # fmt: skip
    statement = _row(said, {"years": Decimal(3)}).statement

    assert statement is not None
    assert (statement.profile_id, statement.published) == ("p-1", False)
    assert (statement.source, statement.confirmed_on) == (Source.THERAPIST, date(2026, 11, 1))
    assert statement.values["name"] == "Ana López"


def test_row_when_what_it_says_of_itself_is_not_known_then_it_is_hidden_and_told() -> None:
    row = _row({"id": "p-1", "published": "perhaps", "confirmed_by": "moon"}, {})

    assert row.statement is not None
    assert (row.statement.published, row.statement.source) == (False, Source.CLINIC)
    assert {*_keys(row)} == {"finding.row.published", "finding.row.confirmed_by"}
    assert row.statement.values == {UNSORTED: "confirmed_by: moon\npublished: perhaps"}


def test_row_when_it_names_nobody_then_it_is_skipped() -> None:
    assert _keys(_row({}, {"city": "Salem"})) == ["finding.mapped.nobody"]
    assert _keys(_row({"id": "no id"}, {"name": "Ana"})) == ["finding.row.wrong_id"]


def test_row_when_fees_are_in_dollars_of_nowhere_then_it_is_told() -> None:
    assert _keys(_row({"id": "p-1"}, {}, dollars=True)) == ["finding.mapped.dollars"]
