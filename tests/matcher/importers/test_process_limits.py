"""What a process can no longer do once it has limited itself; tried in one of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.source import ROOT

_LIMITED = """
import os, pathlib, socket, subprocess, sys
from matcher.importers.process_limits import limit_this_process
limit_this_process({seconds})
try:
    {attempt}
except (OSError, MemoryError) as error:
    print(type(error).__name__)
else:
    print("done")
"""
_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds this limit")
_POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no such limit")


def _tried(attempt: str, folder: Path, seconds: int | None = None) -> tuple[str, int]:
    program = _LIMITED.format(attempt=attempt, seconds=seconds)
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    return done.stdout.strip(), done.returncode


@pytest.mark.parametrize(
    "attempt",
    [
        pytest.param("pathlib.Path('kept.txt').write_text('x')", id="write over"),
        pytest.param("open('kept.txt', 'w')", id="empty"),
        pytest.param("open('kept.txt', 'a')", id="append"),
        pytest.param("open('new.txt', 'x')", id="make"),
        pytest.param("os.open('new.txt', os.O_CREAT)", id="make by number"),
        pytest.param("os.remove('kept.txt')", id="remove"),
        pytest.param("os.rename('kept.txt', 'new.txt')", id="rename"),
        pytest.param("os.mkdir('new')", id="folder"),
        pytest.param("socket.socket()", id="network"),
        pytest.param("subprocess.run([sys.executable, '--version'])", id="program"),
    ],
)
def test_limited_process_when_it_would_do_harm_then_it_is_refused(
    attempt: str, tmp_path: Path
) -> None:
    kept = tmp_path / "kept.txt"
    kept.write_text("as it was")

    assert _tried(attempt, tmp_path) == ("PermissionError", 0)
    assert [*tmp_path.iterdir()] == [kept]
    assert kept.read_text() == "as it was"


@_POSIX
def test_limited_process_when_a_file_was_open_before_then_the_system_refuses_to_fill_it(
    tmp_path: Path,
) -> None:
    program = _LIMITED.format(attempt="file.write(b'x')", seconds=None)
    program = "file = open('early.txt', 'wb', buffering=0)" + program
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", program]
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, text=True, check=False
    )

    assert done.stdout.strip() == "OSError"
    assert (tmp_path / "early.txt").read_bytes() == b""


@pytest.mark.parametrize(
    ("megabytes", "outcome"),
    [pytest.param(300, "done", id="enough"), pytest.param(450, "MemoryError", id="too much")],
)
@_LINUX
def test_limited_process_when_it_takes_memory_then_there_is_an_end(
    megabytes: int, outcome: str, tmp_path: Path
) -> None:
    assert _tried(f"bytearray({megabytes} << 20)", tmp_path) == (outcome, 0)


@_POSIX
def test_limited_process_when_its_time_is_over_then_it_ends(tmp_path: Path) -> None:
    said, code = _tried("while True: pass", tmp_path, seconds=0)

    assert said == ""
    assert code < 0


def test_limited_process_when_it_reads_then_it_may(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("id,name\n")

    assert _tried("open('list.csv').read()", tmp_path) == ("done", 0)
