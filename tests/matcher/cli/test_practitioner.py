"""``rapport practitioner``: a page as clients see it, on paper and as a file to change."""

import csv
from pathlib import Path

import pypdf
import pytest
from support.commands import Rapport


def test_practitioner_when_printed_then_the_page_and_what_silence_costs(
    with_sample: Rapport,
) -> None:
    done = with_sample("practitioner", "p-002")

    assert done.code == 0
    for said in ("Tobias Fennwick", "How they work", "What silence costs", "What old facts cost"):
        assert said in done.out
    assert "of 100 points" in done.out


def test_practitioner_when_in_another_language_then_the_page_speaks_it(
    with_sample: Rapport, tmp_path: Path
) -> None:
    shown = with_sample("practitioner", "p-002", "--language", "es").out
    saved = with_sample(
        "practitioner", "p-002", "--language", "es", "--out", tmp_path / "a.pdf"
    ).out

    assert "Lo que cuesta el silencio" in shown
    assert saved.startswith("Saved: ")
    assert pypdf.PdfReader(tmp_path / "a.pdf").metadata.title == "Su página en el directorio"  # type: ignore[union-attr]


@pytest.mark.parametrize("name", ["a.csv", "a.json"])
def test_practitioner_when_a_file_is_wanted_then_it_says_how_it_is_changed(
    with_sample: Rapport, tmp_path: Path, name: str
) -> None:
    done = with_sample("practitioner", "p-002", "--out", tmp_path / name)

    assert done.code == 0
    assert "To withdraw, write no under published" in done.out
    assert (tmp_path / name).exists()


def test_practitioner_when_the_list_is_wanted_then_what_its_cells_may_say_stands_beside_it(
    with_sample: Rapport, tmp_path: Path
) -> None:
    done = with_sample("practitioner", "p-002", "--out", tmp_path / "a.csv", "--language", "es")

    beside = tmp_path / "a-codes.csv"
    assert str(beside) in done.out
    said = list(csv.DictReader(beside.read_text("utf-8-sig").splitlines()))
    (row,) = csv.DictReader((tmp_path / "a.csv").read_text("utf-8").splitlines())
    assert {*row} - {"unsorted", "speaks_of"} == {each["column"] for each in said}
    meaning = {(each["column"], each["code"]): each["meaning"] for each in said}
    assert meaning["accepting", "waitlist"] == "Hay lista de espera"
    for column in ("accepting", "formats", "participants"):
        assert all((column, code) in meaning for code in row[column].split(";"))


def test_practitioner_when_the_list_comes_back_as_it_was_then_nothing_else_is_said(
    with_sample: Rapport, tmp_path: Path
) -> None:
    def said() -> dict[str, object]:
        facts = with_sample("directory", "show", "p-002", "--json").document["facts"]
        return {field: fact["value"] for field, fact in facts.items()}

    before = said()
    with_sample("practitioner", "p-002", "--out", tmp_path / "a.csv")

    assert with_sample("import", tmp_path / "a.csv").code == 0
    assert said() == before
    again = with_sample("import", tmp_path / "a.csv", "--json").document
    assert (again["changed"], again["unchanged"]) == (0, 1)


def test_practitioner_when_somebody_wrote_in_the_codes_then_both_files_stay_as_they_are(
    with_sample: Rapport, tmp_path: Path
) -> None:
    path, beside = tmp_path / "a.csv", tmp_path / "a-codes.csv"
    with_sample("practitioner", "p-002", "--out", path)
    path.unlink()
    assert with_sample("practitioner", "p-002", "--out", path).code == 0
    path.unlink()
    beside.write_text(beside.read_text("utf-8") + "mine", "utf-8")

    done = with_sample("practitioner", "p-002", "--out", path)

    assert done.code == 1
    assert "a-codes.csv is there already, and somebody may have written in it" in done.err
    assert not path.exists()


def test_practitioner_when_somebody_wrote_in_the_file_then_it_stays(
    with_sample: Rapport, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    with_sample("practitioner", "p-002", "--out", path)
    path.write_text(path.read_text().replace("Larkhaven", "Ems"))

    done = with_sample("practitioner", "p-002", "--out", path)

    assert (done.code, done.out) == (1, "")
    assert "somebody may have written in it" in done.err
    assert "Ems" in path.read_text()


def test_practitioner_when_in_large_print_then_there_are_more_pages(
    with_sample: Rapport, tmp_path: Path
) -> None:
    counts = []
    for name, options in (("a.pdf", ()), ("b.pdf", ("--large-print", "--fillable"))):
        assert with_sample("practitioner", "p-002", "--out", tmp_path / name, *options).code == 0
        counts.append(len(pypdf.PdfReader(tmp_path / name).pages))

    assert counts[0] < counts[1]
    assert pypdf.PdfReader(tmp_path / "b.pdf").get_fields()


@pytest.mark.parametrize(
    "words",
    [
        ("--large-print",),
        ("--format", "csv"),
        ("--out", "a.csv", "--large-print"),
        ("--out", "a.csv", "--format", "json"),
        ("--out", "a.csv", "--fillable"),
        ("--language", "xx"),
    ],
    ids=" ".join,
)
def test_practitioner_when_called_wrongly_then_says_what_is_wrong(
    with_sample: Rapport, words: tuple[str, ...]
) -> None:
    done = with_sample("practitioner", "p-002", *words)

    assert done.code == 2
    assert done.err
    assert not Path("a.csv").exists()


def test_practitioner_when_there_is_none_then_names_those_that_come_near(
    with_sample: Rapport,
) -> None:
    done = with_sample("practitioner", "p-02")

    assert done.code == 1
    assert "Close to it: p-0" in done.err


def test_practitioner_when_all_of_it_is_wanted_then_it_is_longer(
    with_sample: Rapport, tmp_path: Path
) -> None:
    short, full = tmp_path / "a.pdf", tmp_path / "b.pdf"
    assert with_sample("practitioner", "p-002", "--out", short).code == 0
    assert with_sample("practitioner", "p-002", "--out", full, "--full").code == 0

    assert len(pypdf.PdfReader(short).pages) <= 5 < len(pypdf.PdfReader(full).pages)
    refused = with_sample("practitioner", "p-002", "--out", tmp_path / "a.csv", "--full")
    assert refused.code == 2
    assert "--full" in refused.err
