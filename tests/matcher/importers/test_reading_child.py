"""The lines that the reading process writes, from a process as it is started."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from support.importing import OPTIONS, write
from support.source import ROOT

from matcher.importers.portion_json import read_messages, read_portion
from matcher.importers.reading_order import ReadingOrder, write_order

_PROGRAM = """
import sys
from matcher.importers import reading_child
{before}
sys.exit(reading_child.main())
"""


def _lines(path: Path, before: str = "") -> list[dict[str, object]]:
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM.format(before=before)],
        cwd=ROOT,
        input=write_order(ReadingOrder((path,), options=OPTIONS)),
        capture_output=True,
        check=True,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_child_when_a_file_is_good_then_it_says_what_it_found_and_ends(tmp_path: Path) -> None:
    path = write(tmp_path, "id,name\np-1,Ana\np-2,Ben\n")

    seconds, portion, end = _lines(path)

    assert seconds == {"seconds": None}
    assert read_portion(portion["portion"]).rows == 2
    assert end == {"end": True}


def test_child_when_a_file_breaks_off_then_it_says_what_came_before_and_why(
    tmp_path: Path,
) -> None:
    path = write(tmp_path, "id,name\np-1,Ana\np-2,Ben\0\n")

    _, portion, last = _lines(path)

    assert read_portion(portion["portion"]).rows == 1
    (message,) = read_messages(last["unreadable"])
    assert message.key == "error.import.nul"


@pytest.mark.parametrize(
    ("reader", "said"),
    [
        pytest.param("[bytes(1)] * (1 << 40)", "memory", id="memory"),
        pytest.param("{}['a name nobody should see']", "KeyError", id="defect"),
        pytest.param("print('noise')", "TypeError", id="noise"),
    ],
)
def test_child_when_reading_fails_then_it_says_the_kind_and_nothing_of_the_file(
    reader: str, said: str, tmp_path: Path
) -> None:
    path = write(tmp_path, "id,name\n")

    lines = _lines(path, f"reading_child.read_here = lambda order: {reader}")

    assert lines == [{"seconds": None}, {"stopped": said}]
