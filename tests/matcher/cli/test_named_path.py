import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.commands import ANSWERS, SAMPLE, Rapport
from support.source import ROOT

from matcher.cli import main


@pytest.mark.parametrize(
    "words",
    [
        ("match", ""),
        ("match", "answers.json", "--pdf", ""),
        ("import", ""),
        ("checklist", "answers.json", "--profile", "p-001", "--out", ""),
    ],
    ids=" ".join,
)
def test_path_when_it_is_empty_then_wrong_usage(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    assert "empty path" in capsys.readouterr().err


def test_path_when_it_names_a_folder_and_none_is_there_then_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["questionnaire", "--blank", f"{tmp_path}/new/"]) == 2

    assert f"no folder {tmp_path}/new/" in capsys.readouterr().err
    assert not [*tmp_path.iterdir()]


_LEFT = """
import os, sys
from matcher.cli import main
from matcher.cli.named_path import is_here_gone

assert not is_here_gone()
os.rmdir(os.getcwd())
assert is_here_gone()
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there nobody can delete it meanwhile")
def test_folder_when_it_is_deleted_while_one_is_in_it_then_that_is_said(
    rapport: Rapport, tmp_path: Path
) -> None:
    rapport("import", SAMPLE)
    first = rapport("match", ANSWERS, "--json", "--top", 1).document["results"][0]["profile"]
    here = tmp_path / "here"
    here.mkdir()

    # In a process of its own: a library asks where it is when it is loaded.
    done = subprocess.run(
        [sys.executable, "-c", _LEFT, "checklist", ANSWERS, "--profile", first,
         "--out", tmp_path / "sheets.pdf"],
        cwd=here,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip

    assert done.returncode == 1
    assert done.stderr.startswith("The folder you are in is not there any more.")
