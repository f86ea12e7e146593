"""A process of the tests that dies is told of where it is read, and ends the run with its code."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.dead_workers import PROCESS_DIED

_TESTS = Path(__file__).parents[1]

_WAYS = {
    "broken": "import ctypes\n\ndef test_one():\n    ctypes.string_at(0)\n",
    "killed": "import os, signal\n\ndef test_one():\n    os.kill(os.getpid(), signal.SIGKILL)\n",
    "well": "def test_one():\n    pass\n",
}


def _run(folder: Path, way: str) -> subprocess.CompletedProcess[str]:
    path = folder / f"test_{way}.py"
    path.write_text(_WAYS[way])
    settings = ("-c", str(_TESTS.parent / "pyproject.toml"), "--confcutdir", str(folder))
    shared = ("-p", "conftest", "-p", "no:cacheprovider", "-o", f"pythonpath={_TESTS}")
    apart = ("--numprocesses", "1", "--max-worker-restart", "0")
    return subprocess.run(
        [sys.executable, "-m", "pytest", *settings, *shared, *apart, str(path)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(_TESTS), "TMPDIR": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("way", "said"), [("broken", "in test_one"), ("killed", "ended from outside")]
)
def test_run_when_a_process_dies_then_its_end_says_where_it_stood(
    tmp_path: Path, way: str, said: str
) -> None:
    run = _run(tmp_path, way)

    _before, _, told = run.stdout.partition("gw0 died")
    assert said in told
    assert "Extension modules" not in run.stdout
    assert "/pluggy/" not in told
    assert run.returncode == PROCESS_DIED
    assert [*tmp_path.glob("died-*")] == []


def test_run_when_no_process_dies_then_it_ends_as_ever(tmp_path: Path) -> None:
    run = _run(tmp_path, "well")

    assert "died" not in run.stdout
    assert run.returncode == 0
    assert [*tmp_path.glob("died-*")] == []
