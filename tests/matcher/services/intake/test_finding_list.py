"""Findings put together by kind, and as a table."""

import csv
from pathlib import Path

import pytest

from matcher.directory.validation import Finding, Severity
from matcher.errors import Message, OutputError
from matcher.i18n import Catalogue
from matcher.services.intake.field_words import FieldWords
from matcher.services.intake.finding_list import example_of, grouped, write_findings


def _finding(severity: Severity, text: str, row: int | None = 2, field: str = "issues") -> Finding:
    return Finding(severity, Message("finding.mapped.term", text=text), field, row, "a.csv")


def test_findings_when_grouped_then_what_needs_a_hand_comes_first_and_the_most_frequent() -> None:
    findings = [
        _finding(Severity.NOTE, "a"),
        _finding(Severity.ERROR, "b", field="payers"),
        _finding(Severity.WARNING, "c"),
        _finding(Severity.ERROR, "d", 3),
        _finding(Severity.ERROR, "e", 4),
    ]

    groups = grouped(findings)

    assert [(group.severity, group.field, len(group.findings)) for group in groups] == [
        (Severity.ERROR, "issues", 2), (Severity.ERROR, "payers", 1),
        (Severity.WARNING, "issues", 1), (Severity.NOTE, "issues", 1),
    ]  # fmt: skip
    assert [group.is_one_sentence for group in groups] == [False, True, True, True]


@pytest.mark.parametrize(
    ("language", "also"),
    [("en", "The same goes for “b” and “c”."), ("es", "Lo mismo vale para “b” y “c”.")],
)
def test_findings_when_an_example_is_given_then_two_more_cells_are_named_once_each(
    language: str, also: str
) -> None:
    words = FieldWords(Catalogue(language))
    findings = [_finding(Severity.ERROR, text) for text in "aabcd"]

    assert example_of(findings, words) == f"{words.say(findings[0].message)} {also}"
    assert example_of(findings[:2], words) == words.say(findings[0].message)


def test_columns_when_nobody_said_what_they_hold_then_each_is_named() -> None:
    words = FieldWords(Catalogue("en"))
    findings = [
        Finding(Severity.WARNING, Message("finding.mapped.open", column=name)) for name in "ABCDE"
    ]

    assert example_of(findings, words).endswith("The same goes for “B”, “C”, “D”, and “E”.")


@pytest.mark.parametrize("language", ["en", "es"])
def test_table_when_saved_then_each_finding_is_a_row_and_no_cell_is_a_formula(
    language: str, tmp_path: Path
) -> None:
    words = Catalogue(language)
    findings = [_finding(Severity.ERROR, "=1+1"), _finding(Severity.NOTE, "x", None, "@home")]

    saved = write_findings(tmp_path / "f.csv", findings, FieldWords(words))

    with saved.open(encoding="utf-8-sig", newline="") as file:
        header, first, second = csv.reader(file)
    assert header == ["severity", "file", "row", "field", "message"]
    assert first == [
        "error",
        "a.csv",
        "2",
        FieldWords(words).name("issues"),
        words.render(findings[0].message),
    ]
    assert second[2:4] == ["", "'@home"]


def test_table_when_another_file_is_there_then_it_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "f.csv"
    path.write_text("my own")

    with pytest.raises(OutputError):
        write_findings(path, [], FieldWords(Catalogue("en")))

    assert path.read_text() == "my own"
    path.unlink()
    write_findings(path, [], FieldWords(Catalogue("en")))
    write_findings(path, [_finding(Severity.NOTE, "x")], FieldWords(Catalogue("en")))
    assert "x" in path.read_text()


def test_words_of_ones_own_when_an_example_is_given_then_their_codes_are_no_cells() -> None:
    findings = [
        Finding(Severity.NOTE, Message("finding.mapped.own", text=text, code=text.lower()))
        for text in ("Moda", "Regence")
    ]

    assert example_of(findings, FieldWords(Catalogue())).endswith("The same goes for “Regence”.")
