"""The real command in a process of its own: from a file to the sheets, whatever the locale."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.commands import ANSWERS, SAMPLE, call
from support.source import ROOT

_NO_UTF8 = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


def test_command_when_walked_through_then_a_file_becomes_sheets(tmp_path: Path) -> None:
    imported = call("import", SAMPLE, "--json")
    matched = call("match", ANSWERS, "--json", "--seed", 7)
    first = matched.document["results"][0]["profile"]
    sheets = tmp_path / "sheets.pdf"
    written = call("checklist", ANSWERS, "--profile", first, "--out", sheets)

    assert (imported.code, imported.document["added"]) == (0, 60)
    assert [matched.code, written.code] == [0, 0]
    assert [imported.err, matched.err, written.err] == ["", "", ""]
    assert sheets.read_bytes().startswith(b"%PDF-")
    assert call("match", ANSWERS, "--json", "--seed", 7).out == matched.out


def test_output_when_the_locale_knows_no_letters_then_it_is_utf_8_all_the_same() -> None:
    call("import", SAMPLE)

    plain, poor = (
        call("match", ANSWERS, "--top", 60, **environment) for environment in ({}, _NO_UTF8)
    )

    assert "Lucía Montalvo Rey" in plain.out
    assert (poor.code, poor.out) == (0, plain.out)


@pytest.mark.parametrize(
    "words", [("questionnaire", "--schema"), ("match", "none.json")], ids=["output", "problem"]
)
def test_command_when_its_reader_went_away_then_it_ends_quietly(words: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    process = subprocess.Popen(
        [sys.executable, "-m", "matcher", *words],
        cwd=ROOT,
        stdout=writing,
        stderr=writing if words[0] == "match" else subprocess.PIPE,
        text=True,
    )
    os.close(writing)

    _, said = process.communicate()

    assert process.returncode == 1
    assert not said


@pytest.mark.parametrize(
    "words", [("--version",), ("directory", "list"), ("unknown",)], ids=" ".join
)
def test_program_of_the_window_when_given_a_word_then_it_hands_it_on_without_qt(
    words: tuple[str, ...],
) -> None:
    program = (
        "import sys\nfrom ui.__main__ import main\n"
        "try:\n    code = main()\nexcept SystemExit as ended:\n    code = ended.code\n"
        "sys.exit(99 if 'PySide6' in sys.modules else code)"
    )

    done = subprocess.run(
        [sys.executable, "-c", program, *words],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    expected = call(*words)
    assert (done.returncode, done.stdout, done.stderr) == (
        expected.code,
        expected.out,
        expected.err,
    )
