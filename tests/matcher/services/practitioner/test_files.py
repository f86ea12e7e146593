import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest
from support.builders import make_profile
from support.practitioners import days_ago, sample_page

from matcher.directory.profile import Profile, Source
from matcher.document import Edition
from matcher.errors import OutputError
from matcher.i18n import Catalogue
from matcher.services.practitioner.files import (
    file_name,
    form_of,
    practitioner_csv,
    practitioner_json,
    practitioner_pdf,
    write_practitioner,
)
from matcher.services.practitioner.words import PractitionerWords

_DAY = date(2026, 11, 22)


@pytest.fixture
def profile() -> Profile:
    return make_profile(
        source=Source.CLINIC,
        confirmed_on=days_ago(300),
        name="Ana Vidal",
        city="Aue",
        register="Board",
        register_checked_on="2026-01-02",
        unsorted="issues: Blue",
    )


def _row(data: bytes) -> dict[str, str]:
    (row,) = csv.DictReader(io.StringIO(data.decode()))
    return row


def test_csv_when_made_then_it_is_one_row_of_the_therapist_s_own_word(profile: Profile) -> None:
    row = _row(practitioner_csv(profile, _DAY))

    assert (row["id"], row["confirmed_by"], row["confirmed_on"]) == (
        "p-001", "therapist", "2026-11-22",
    )  # fmt: skip
    assert (row["name"], row["city"]) == ("Ana Vidal", "Aue")


@pytest.mark.parametrize("published", [True, False])
def test_files_when_made_then_whether_it_is_shown_is_left_open(published: bool) -> None:
    profile = make_profile(published=published, city="Aue")

    assert _row(practitioner_csv(profile, _DAY))["published"] == ""
    (own,) = json.loads(practitioner_json(profile, _DAY))["profiles"]
    assert own["published"] is None
    assert own["published_on"] == "2026-11-22"


def test_files_when_made_then_nobody_vouches_for_what_others_checked(profile: Profile) -> None:
    row = _row(practitioner_csv(profile, _DAY))
    (own,) = json.loads(practitioner_json(profile, _DAY))["profiles"]

    assert row["register"] == "Board"
    assert row["register_checked_on"] == row["unsorted"] == ""
    assert "unsorted" not in row["speaks_of"]
    assert "register_checked_on" not in row["speaks_of"]
    assert {*own["facts"]} == {"name", "city", "register"}
    assert {fact["source"] for fact in own["facts"].values()} == {"therapist"}


@pytest.mark.parametrize("form", ["csv", "json"])
def test_write_when_somebody_may_have_written_in_it_then_it_is_left_alone(
    form: str, tmp_path: Path, profile: Profile
) -> None:
    make = practitioner_csv if form == "csv" else practitioner_json
    path = tmp_path / f"mine.{form}"
    data = make(profile, _DAY)
    assert write_practitioner(path, data, form) == path  # type: ignore[arg-type]
    path.write_bytes(data.replace(b"Aue", b"Ems"))

    with pytest.raises(OutputError) as refused:
        write_practitioner(path, data, form)  # type: ignore[arg-type]

    assert refused.value.messages[0].key == "error.output.there_already"
    assert b"Ems" in path.read_bytes()


def test_write_when_given_a_folder_then_the_file_has_its_usual_name(
    tmp_path: Path, profile: Profile
) -> None:
    written = write_practitioner(tmp_path, practitioner_csv(profile, _DAY), "csv")

    assert written.name == file_name("csv") == "my-page.csv"


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.pdf", "pdf"), ("A.CSV", "csv"), ("a.json", "json"), ("a.txt", None), ("a", None)],
)
def test_form_when_a_name_has_an_ending_then_that_tells(name: str, form: str | None) -> None:
    assert form_of(Path(name)) == form


def test_pdf_when_made_twice_then_it_is_the_same(tmp_path: Path) -> None:
    document = PractitionerWords(sample_page("p-002"), Catalogue("en")).document()

    one, two = (practitioner_pdf(document, paper="A4", edition=Edition()) for _ in range(2))

    assert one == two
    assert write_practitioner(tmp_path / "a.pdf", one, "pdf").read_bytes() == two
