"""What a sitting asks of the system, seen by strace from its first moment to its last.

Traced, a sitting needs about five seconds: 1 in a quick run, 20 in a full one in two minutes; and
one more that tries what it may not, confined and not.
"""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from support.figures import Note
from support.sitting_run import sitting_run
from support.system_calls import Asked, asked_by, tracer

pytestmark = [
    pytest.mark.screen,
    pytest.mark.skipif(sys.platform != "linux", reason="STRACE IS OF LINUX"),
]


@pytest.fixture
def short() -> Iterator[Path]:
    with TemporaryDirectory(prefix="k") as folder:
        yield Path(folder)


def test_sitting_when_traced_then_it_reaches_no_network_and_writes_to_no_file(
    bare_x_screen: Mapping[str, str],
    short: Path,
    size: Callable[[int, int], int],
    figure: Note,
) -> None:
    _see_that_it_traces(short)
    count = size(1, 20)
    *seen, tried = _traced(bare_x_screen, short / "confined", b"g" * count + b"t")
    (control,) = _traced(bare_x_screen, short / "open", b"t", is_open=True)
    found = {
        "connections": sum(each.connections for each in [*seen, tried]),
        "bytes_written_to_files": sum(each.bytes_written for each in [*seen, tried]),
        "refused_when_tried": tried.refused_connections + tried.refused_writes,
    }
    told = {"connections": control.connections, "bytes_written": control.bytes_written}
    calls = sum(each.calls for each in [*seen, tried])
    figure("T5", "sittings", {"sittings": count + 1, "calls": calls}, found, told)
    print(seen, tried, control)

    assert found["connections"] == found["bytes_written_to_files"] == 0
    assert all(each.calls for each in seen)
    assert not any(each.refused_connections or each.refused_writes for each in seen)
    assert tried.refused_connections == 2
    assert tried.refused_writes
    assert control.connections
    assert control.bytes_written


def _traced(environment: Mapping[str, str], folder: Path, deeds: bytes, **how: bool) -> list[Asked]:
    """Return what each of some sittings asked for, whose deeds are letters."""
    folder.mkdir()
    traces = folder / "traces"
    with sitting_run(environment, folder, before=tracer(traces), **how) as run:
        pids = []
        for deed in deeds:
            told = run.next()
            run.printed()
            pids.append(told.pid)
            run.finish(told, bytes([deed]))
    return [asked_by(traces, pid) for pid in pids]


def _see_that_it_traces(folder: Path) -> None:
    if shutil.which("strace") is None:
        pytest.skip("NO STRACE: it is not installed; run `sh .ci/setup test`")
    command = ["strace", "-f", "--seccomp-bpf", "-o", str(folder / "tried"), "true"]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("NO STRACE: the system lets no process trace another")
