"""``rapport import``: what it prints, what it leaves, and how it ends."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from support.commands import SAMPLE, Rapport, write_csv
from support.importing import DATA

from matcher.cli import importing

COUNTS = ("files", "rows", "added", "changed", "unchanged", "skipped", "profiles")


def test_import_when_asked_for_json_then_the_document_has_exactly_its_keys(
    rapport: Rapport, tmp_path: Path
) -> None:
    path = write_csv(tmp_path, "p-1,Ana,yes", "p-2,Ben,perhaps")

    done = rapport("import", path, "--json")

    assert (done.code, done.err) == (0, "")
    assert [*done.document] == ["format", *COUNTS, "left_open", "findings"]
    assert done.document["left_open"]["without_distance"] == 2
    assert [done.document[name] for name in COUNTS] == [1, 2, 2, 0, 0, 0, 2]
    assert done.document["format"] == "rapport-import/1"
    (finding,) = done.document["findings"]
    assert {key: finding[key] for key in ("file", "row", "field")} == {
        "file": "list.csv",
        "row": 3,
        "field": "accepting",
    }
    assert finding["severity"] in {"error", "warning", "note"}
    assert "perhaps" in finding["message"]


def test_import_when_done_twice_then_the_second_changes_nothing(with_sample: Rapport) -> None:
    document = with_sample("import", SAMPLE, "--json").document

    assert (document["added"], document["changed"], document["unchanged"]) == (0, 0, 60)


def test_import_when_files_are_of_two_formats_then_both_are_taken_over(rapport: Rapport) -> None:
    nppes = DATA / "nppes" / "practitioners_329col.csv"

    done = rapport("import", SAMPLE, nppes, "--json")

    assert (done.code, done.document["files"], done.document["profiles"]) == (0, 2, 178)


def test_import_when_for_one_state_then_the_others_are_left_out(rapport: Rapport) -> None:
    nppes = DATA / "nppes" / "practitioners_329col.csv"

    document = rapport("import", nppes, "--state", "RI", "--json").document

    assert (document["added"], document["skipped"]) == (9, 109)


def test_import_when_a_file_says_no_day_then_it_can_be_said_once(
    rapport: Rapport, tmp_path: Path
) -> None:
    rapport("import", write_csv(tmp_path, "p-1,Ana,yes"), "--as-of", "2026-05-01")
    path = write_csv(tmp_path, "p-1,Ana,no")

    first = rapport("import", path)
    assert (first.code, "--as-of" in first.out) == (0, True)
    second = rapport("import", path, "--as-of", "2026-06-01")
    assert "--as-of" not in second.out
    assert rapport("import", path, "--json").document["findings"] == []
    assert rapport("import", path, "--as-of", "soon").code == 2


def test_import_when_source_is_named_then_facts_carry_it(rapport: Rapport, tmp_path: Path) -> None:
    rapport("import", write_csv(tmp_path, "p-1,Ana,yes"), "--source", "therapist")

    facts = rapport("directory", "show", "p-1", "--json").document["facts"]

    assert {fact["source"] for fact in facts.values()} == {"therapist"}


def test_import_when_only_tried_then_it_is_said_and_no_directory_is_made(
    rapport: Rapport, data_dir: Path
) -> None:
    done = rapport("import", SAMPLE, "--dry-run")

    assert done.code == 0
    assert "Nothing was written" in done.out
    assert not data_dir.exists()


def test_import_when_a_file_cannot_be_read_then_the_others_are_kept_and_it_ends_with_1(
    rapport: Rapport, tmp_path: Path
) -> None:
    done = rapport("import", tmp_path / "none.csv", write_csv(tmp_path, "p-1,Ana,yes"))

    assert done.code == 1
    assert "none.csv" in done.err
    assert rapport("directory", "list", "--json").document["profiles"][0]["id"] == "p-1"


def test_summary_when_printed_then_counts_stand_in_line_and_rows_are_gathered(
    rapport: Rapport, tmp_path: Path
) -> None:
    rows = [f"p-{number},Ana,perhaps" for number in range(7)]

    done = rapport("import", write_csv(tmp_path, *rows, "p-8,Ben,maybe"))

    assert "Rows read             8\nAdded                 8\n" in done.out
    assert (
        "list.csv, 8 rows in column “accepting”: 2, 3, 4, 5, 6 and 3 more, for example" in done.out
    )


def test_summary_when_two_columns_have_the_same_trouble_then_each_has_its_line(
    rapport: Rapport, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("id,name,fee_min,fee_max\np-1,Ana,free,80\np-2,Bo,none,much\n")

    lines = rapport("import", path).out.splitlines()

    assert [line.partition(" is ")[0] for line in lines if line.startswith("Problem")] == [
        "Problem: list.csv, 2 rows in column “fee_min”: 2, 3, for example: “free”",
        "Problem: list.csv, 1 row in column “fee_max”: 3: “much”",
    ]


def test_import_when_nobody_is_in_the_file_then_it_ends_with_1_says_so_and_makes_no_directory(
    rapport: Rapport, tmp_path: Path, data_dir: Path
) -> None:
    done = rapport("import", write_csv(tmp_path))

    assert (done.code, "Rows read             0" in done.out) == (1, True)
    assert "list.csv: The file names nobody" in done.out
    assert "Nothing came in" in done.err
    assert not [path for path in data_dir.rglob("*") if path.is_file()]


def test_summary_when_there_are_many_findings_then_it_stops_and_says_how_many_more(
    rapport: Rapport, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "FINDINGS_SHOWN", 3)
    files = []
    for number in range(importing.FINDINGS_SHOWN + 2):
        (tmp_path / str(number)).mkdir()
        path = write_csv(tmp_path / str(number), f"p-{number},Ana,perhaps")
        files.append(path.rename(path.with_name(f"{number}.csv")))

    done = rapport("import", *files)

    assert done.out.count("perhaps") == importing.FINDINGS_SHOWN
    assert done.out.endswith("And 2 more. To see them, use --json.\n")


def test_import_when_columns_are_left_out_then_it_says_how_to_bring_them_in(
    rapport: Rapport, tmp_path: Path
) -> None:
    path = tmp_path / "half list.csv"
    path.write_text("name,postcode,Days free\nAna,02139,Mon\n")

    done = rapport("import", path)

    assert (done.code, done.err) == (0, "")
    assert f"rapport import '{path}' --suggest-mapping" in done.out


def test_import_when_every_row_is_left_out_then_it_ends_with_1_and_says_so(
    rapport: Rapport, tmp_path: Path
) -> None:
    path = tmp_path / "half.csv"
    path.write_text("name,city,Days free\nAna,Salem,Mon\nBo,Salem,Tue\n")

    done = rapport("import", path)

    assert (done.code, "Nothing came in" in done.err) == (1, True)
    assert "--suggest-mapping" in done.out


def test_import_when_stopped_from_the_keyboard_then_the_directory_is_as_it_was(
    with_sample: Rapport, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def stopped(*_: object) -> Iterator[Callable[[str, int], None]]:
        def stop(_file: str, _rows: int) -> None:
            raise KeyboardInterrupt

        yield stop

    before = with_sample("directory", "list").out
    monkeypatch.setattr(importing, "progress", stopped)

    done = with_sample("import", write_csv(tmp_path, "p-900,Ana,yes"))

    assert (done.code, done.out) == (130, "")
    assert done.err.strip() == "Stopped. The directory is as it was."
    assert with_sample("directory", "list").out == before
