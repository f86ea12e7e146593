"""How the program begins: versions, help, wrong words."""

import subprocess
import sys

import pytest
from support.commands import Rapport
from support.source import ROOT

import matcher
from matcher.cli import program

HEAVY = {"PySide6", "alembic", "babel", "numpy", "reportlab", "sqlalchemy"}


def test_version_when_asked_then_program_questionnaire_bank_and_model_are_named(
    rapport: Rapport,
) -> None:
    done = rapport("--version")

    assert done.code == 0
    assert done.out.splitlines() == [
        f"Rapport {matcher.__version__}",
        "Questionnaire preferences/1",
        "Question bank consultation/1",
        "Model additive/1",
    ]


def test_version_when_asked_then_nothing_heavy_is_loaded() -> None:
    asked = "import sys; from matcher.cli import main; main(['--version'])"
    loaded = f"{asked}; print(*{{name.partition('.')[0] for name in sys.modules}})"

    done = subprocess.run(
        [sys.executable, "-c", loaded], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert {*done.stdout.split()} & HEAVY == set()
    assert "matcher" in done.stdout


def test_help_when_asked_then_every_command_and_the_window_are_named(rapport: Rapport) -> None:
    done = rapport("--help")

    assert done.code == 0
    for word in ("import", "match", "checklist", "questionnaire", "directory", "doctor", "demo"):
        assert word in done.out


@pytest.mark.parametrize(
    "words",
    [
        pytest.param((), id="no word"),
        pytest.param(("unknown",), id="unknown command"),
        pytest.param(("export",), id="no file to write"),
        pytest.param(("match",), id="missing argument"),
        pytest.param(("match", "a.json", "--unknown"), id="unknown option"),
        pytest.param(("match", "a.json", "--top", "0"), id="number out of range"),
        pytest.param(("match", "a.json", "--seed", "x"), id="not a number"),
        pytest.param(("import", "x.csv", "--format", "xlsx"), id="format of a later version"),
        pytest.param(("import",), id="no file"),
        pytest.param(("questionnaire",), id="nothing to show"),
        pytest.param(("directory", "freeze"), id="unknown word"),
        pytest.param(("--log-level", "loud", "doctor"), id="unknown level"),
    ],
)
def test_program_when_used_wrongly_then_it_ends_with_2_and_standard_output_is_empty(
    rapport: Rapport, words: tuple[str, ...]
) -> None:
    done = rapport(*words)

    assert done.code == 2
    assert done.out == ""
    assert "Usage: rapport" in done.err


def test_commands_when_listed_then_each_can_be_made() -> None:
    made = program.Program(program.Catalogue())
    context = program.click.Context(made)

    names = made.list_commands(context)

    assert [made.get_command(context, name).name for name in names] == names  # type: ignore[union-attr]
