"""A practitioner's own file on its whole way: out, changed, in again, and never back in time."""

import csv
import io
import json
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from support.builders import make_statement
from support.directories import make_answers
from support.kept_directories import kept_directory

from matcher.directory.profile import Source
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.intake.importing import ImportOptions, ImportReport
from matcher.services.matching.match import match
from matcher.services.practitioner.files import (
    PractitionerForm,
    practitioner_csv,
    practitioner_json,
    write_practitioner,
)

_SPRING, _SUMMER, _AUTUMN = date(2026, 3, 1), date(2026, 7, 1), date(2026, 10, 1)

_MAKE = {"csv": practitioner_csv, "json": practitioner_json}


@dataclass(frozen=True)
class _Desk:
    """Where files go out and come in."""

    directory: DirectoryService
    folder: Path
    form: PractitionerForm

    def give(self, day: date) -> Path:
        data = _MAKE[self.form](self.directory.profile("p-1"), day)
        return write_practitioner(self.folder / f"{day}.{self.form}", data, self.form)

    def take(self, path: Path) -> ImportReport:
        return self.directory.import_files([path], ImportOptions(today=_AUTUMN))

    def seen_by_clients(self) -> list[str]:
        return [*match(self.directory, make_answers()).evaluation.snapshot.ids]


@pytest.fixture(params=["csv", "json"])
def desk(request: pytest.FixtureRequest, tmp_path: Path):  # type: ignore[no-untyped-def]
    statements = [
        make_statement(
            "p-1", source=Source.CLINIC, confirmed_on=_SPRING, published=True,
            name="=Ana; Vidal", city="Aue", accepting="yes", issues="worry:focus", tools="talking",
            style_steer="-1..1", fee_max="90", currency="EUR", register="Board",
        ),
        make_statement("p-2", source=Source.CLINIC, confirmed_on=_SPRING, name="Ben"),
    ]  # fmt: skip
    with closing(kept_directory(tmp_path, statements)) as directory:
        yield _Desk(directory, tmp_path, request.param)


def _change(path: Path, **cells: str) -> None:
    """Write in the file as its owner would: cells in a list, values in JSON."""
    change: Callable[[str], str] = (
        _changed_csv(cells) if path.suffix == ".csv" else _changed_json(cells)
    )
    path.write_text(change(path.read_text("utf-8")), "utf-8")


def _changed_csv(cells: dict[str, str]) -> Callable[[str], str]:
    def change(text: str) -> str:
        (row,) = csv.DictReader(io.StringIO(text))
        into = io.StringIO()
        writer = csv.DictWriter(into, [*row])
        writer.writeheader()
        writer.writerow({**row, **cells})
        return into.getvalue()

    return change


def _changed_json(cells: dict[str, str]) -> Callable[[str], str]:
    def change(text: str) -> str:
        document = json.loads(text)
        (own,) = document["profiles"]
        for name, cell in cells.items():
            if name == "published":
                own["published"] = cell == "yes"
            elif cell:
                own["facts"][name] = {
                    "value": cell, "source": "therapist", "confirmed_on": own["published_on"],
                }  # fmt: skip
            else:
                fact = own["facts"].pop(name)
                own["withdrawn"].append({"field": name, **fact})
        return json.dumps(document)

    return change


def test_file_when_given_back_unchanged_then_only_who_said_it_and_when_is_new(desk: _Desk) -> None:
    before = desk.directory.profile("p-1")

    report = desk.take(desk.give(_SUMMER))

    after = desk.directory.profile("p-1")
    assert report.findings == ()
    assert {field: fact.value for field, fact in after.facts.items()} == {
        field: fact.value for field, fact in before.facts.items()
    }
    assert {(fact.source, fact.confirmed_on) for fact in after.facts.values()} == {
        (Source.THERAPIST, _SUMMER)
    }
    assert desk.seen_by_clients() == ["p-1", "p-2"]


def test_file_when_changed_then_the_directory_says_so_and_the_other_facts_stay(
    desk: _Desk,
) -> None:
    path = desk.give(_SUMMER)
    _change(path, city="Ems", accepting="waitlist", style_pace="0")

    report = desk.take(path)

    after = desk.directory.profile("p-1")
    assert report.changed == 1
    assert (after.text("city"), after.text("accepting")) == ("Ems", "waitlist")
    assert after.value("style_pace") == (0, 0)
    assert after.text("name") == "=Ana; Vidal"
    assert after.facts["city"].source is Source.THERAPIST


def test_file_when_a_fact_is_said_to_be_none_then_it_is(desk: _Desk) -> None:
    path = desk.give(_SUMMER)
    _change(path, tools="-")

    desk.take(path)

    assert desk.directory.profile("p-1").value("tools") == ()


def test_file_when_one_s_own_word_is_taken_out_then_it_is_taken_back(desk: _Desk) -> None:
    own = desk.give(_SUMMER)
    _change(own, website="https://example.org")
    desk.take(own)
    path = desk.give(_AUTUMN)
    _change(path, website="")

    desk.take(path)

    assert desk.directory.profile("p-1").value("website") is None


@pytest.mark.parametrize("desk", ["csv"], indirect=True)
def test_file_when_a_clinic_s_older_word_is_taken_out_then_it_holds_no_longer(desk: _Desk) -> None:
    path = desk.give(_SUMMER)
    _change(path, city="", issues="")

    report = desk.take(path)

    after = desk.directory.profile("p-1")
    assert (report.rows, report.changed, report.findings) == (1, 1, ())
    assert (after.value("city"), after.value("issues")) == (None, None)
    assert not [field for field, _ in after.superseded if field in {"city", "issues"}]
    assert after.text("name") == "=Ana; Vidal"


def test_file_when_it_withdraws_then_no_client_sees_the_page_any_more(desk: _Desk) -> None:
    path = desk.give(_SUMMER)
    _change(path, published="no")

    desk.take(path)

    assert desk.seen_by_clients() == ["p-2"]
    assert not desk.directory.profile("p-1").published


@pytest.mark.parametrize("days", [0, 30], ids=["the same day", "later"])
def test_file_when_an_older_one_is_read_again_then_it_brings_nobody_back(
    desk: _Desk, days: int
) -> None:
    older = desk.give(_SPRING)
    path = desk.folder / f"withdrawn.{desk.form}"
    path.write_bytes(_MAKE[desk.form](desk.directory.profile("p-1"), _SPRING + timedelta(days)))
    _change(path, published="no", city="Ems")
    desk.take(path)

    desk.take(older)

    assert desk.seen_by_clients() == ["p-2"]
    if days:
        assert desk.directory.profile("p-1").text("city") == "Ems"


def test_file_when_somebody_comes_back_then_clients_see_the_page_again(desk: _Desk) -> None:
    path = desk.give(_SUMMER)
    _change(path, published="no")
    desk.take(path)
    again = desk.give(_AUTUMN)
    _change(again, published="yes")

    desk.take(again)

    assert desk.seen_by_clients() == ["p-1", "p-2"]


def test_file_when_read_twice_then_the_second_time_changes_nothing(desk: _Desk) -> None:
    path = desk.give(_SUMMER)
    _change(path, city="Ems")
    desk.take(path)

    report = desk.take(path)

    assert (report.added, report.changed) == (0, 0)
