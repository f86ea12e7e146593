"""The library without a screen: its public names, resolved when first asked for."""

import subprocess
import sys

import pytest
from support.commands import ANSWERS, SAMPLE
from support.source import ROOT

import matcher

HEAVY = {"PySide6", "alembic", "numpy", "reportlab", "sqlalchemy"}


@pytest.mark.parametrize("name", matcher.__all__)
def test_name_when_public_then_it_resolves(name: str) -> None:
    assert getattr(matcher, name)


def test_name_when_unknown_then_it_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError):
        matcher.unknown  # noqa: B018


def test_matcher_when_imported_then_nothing_heavy_is_loaded() -> None:
    program = "import sys, matcher; print(*{name.partition('.')[0] for name in sys.modules})"

    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert {*done.stdout.split()} & HEAVY == set()


def test_library_when_used_as_documented_then_a_directory_is_ranked(tmp_path: object) -> None:
    assert len(matcher.load_questionnaire().items) > 14
    directory = matcher.open_directory(f"sqlite:///{tmp_path}/directory.sqlite")
    directory.import_files([SAMPLE])
    answers = matcher.read_answers(ANSWERS)

    match = matcher.rank(directory, answers, seed=7)
    directory.close()

    assert match.seed == 7
    assert sum(match.counts.values()) == match.evaluation.snapshot.size > 50


def test_library_when_a_checklist_is_written_then_the_file_holds_the_sheets(
    tmp_path: object,
) -> None:
    directory = matcher.open_directory(f"sqlite:///{tmp_path}/directory.sqlite")
    directory.import_files([SAMPLE])
    match = matcher.rank(directory, matcher.read_answers(ANSWERS), seed=7)

    written = matcher.write_checklist(match, ["p-001"], f"{tmp_path}/sheets.pdf")
    directory.close()

    assert written.read_bytes().startswith(b"%PDF-")
