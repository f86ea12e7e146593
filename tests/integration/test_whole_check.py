"""The whole check of a commit: each part is run whatever became of the others, the tests last."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from support.source import ROOT

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")


def _check(folder: Path, failing: str) -> tuple[int, list[str]]:
    """Run it with parts that only say that they ran; one of them may fail."""
    ends = f'case "$*" in *"{failing}"*) exit 2 ;; esac' if failing else ":"
    for name in (".ci/setup", ".ci/test", "tools/make"):
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f'#!/bin/sh\nset -- "${{0##*/}}" "$@"\necho "$@"\n{ends}\n')
        path.chmod(0o755)
    shutil.copy(ROOT / ".ci" / "run", folder / ".ci")
    done = subprocess.run(
        ["bash", ".ci/run"],
        cwd=folder,
        env=os.environ | {"PATH": f"{folder / 'tools'}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout.splitlines()


@pytest.mark.parametrize("failing", ["lint", "bundle", "-k bench_bundle", "setup test"])
def test_check_when_a_part_fails_then_it_fails_and_the_tests_are_run_all_the_same(
    tmp_path: Path, failing: str
) -> None:
    code, said = _check(tmp_path, failing)

    assert code == 2
    assert said[-1] == "test"


def test_check_when_all_is_well_then_the_bundle_was_started_and_the_tests_speak_last(
    tmp_path: Path,
) -> None:
    code, said = _check(tmp_path, "")

    assert code == 0
    assert [line for line in said if "bench_bundle" in line]
    assert said[-1] == "test"
