"""Run the tests of assurance, keep their figures, and show them in a table.

``python tests/assurance/run.py [--full] [--only t1a,t8]``, as `make assurance` and
`make assurance-full` do. The full run writes the table in SECURITY.md anew.
"""

import argparse
import os
import platform
import re
import sqlite3
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Any, NamedTuple

import pytest
from support.figures import keep_figures, path_of, words_of
from support.source import ROOT
from table import write_table

_HERE = ROOT / "tests" / "assurance"


class _Counted(NamedTuple):
    """What tests of one file are counted as; those of one name are the control."""

    id: str
    what: str
    unit: str
    control_name: str
    control_unit: str


_COUNTED = {
    "tests/integration/test_hostile_files.py": _Counted(
        "T10", "hostile files", "readings", "trusts_it_then_it_breaks", "broke_who_trusts_them"
    ),
    "tests/architecture/test_raw_forms.py": _Counted(
        "T18", "forms", "checks", "given_a_bad_sample", "bad_samples_caught"
    ),
} | dict.fromkeys(
    (
        "tests/integration/test_foreign_text.py",
        "tests/integration/test_foreign_text_at_the_border.py",
        "tests/integration/test_foreign_text_for_staff.py",
        "tests/integration/test_foreign_text_on_paper.py",
    ),
    _Counted(
        "T11", "hostile text", "checks of 60 texts", "test_looking_when", "careless_ways_found"
    ),
)
"""Tests that live elsewhere and are counted here, a figure for each promise."""
_TIMEOUT = {"quick": 120, "full": 3600}


class Figures:
    """Listens to a run of pytest."""

    def __init__(self) -> None:
        self.figures: list[dict[str, Any]] = []
        self.skipped: list[dict[str, str]] = []
        self.broken: set[str] = set()
        self._counted: dict[_Counted, Counter[str]] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take what a test noted, whether it held or not."""
        if report.skipped:
            reason = str(report.longrepr[2] if isinstance(report.longrepr, tuple) else "")
            self.skipped.append({"test": report.nodeid, "reason": reason.removeprefix("Skipped: ")})
        if report.failed:
            self.broken |= _ids_of(report.nodeid)
        if report.when != "call":
            return
        self._count(report)
        for name, told in report.user_properties:
            if name == "figure" and isinstance(told, dict):
                self.figures.append(_dated(told, report.duration, held=report.passed))

    def _count(self, report: pytest.TestReport) -> None:
        file = report.nodeid.partition("::")[0]
        if file in _COUNTED:
            about = _COUNTED[file]
            counts = self._counted.setdefault(about, Counter(failed=0))
            is_control = about.control_name in report.nodeid
            counts["control" if is_control else "tried"] += not report.skipped
            counts["failed"] += report.failed
            counts["milliseconds"] += round(report.duration * 1000)

    def all(self) -> list[dict[str, Any]]:
        """Return the figures of this run."""
        return [*self.figures, *map(_summed, self._counted.items())]


def _summed(counted: tuple[_Counted, Counter[str]]) -> dict[str, Any]:
    """Return the figure of what was counted; without a control that worked it shows nothing."""
    about, counts = counted
    told = {
        "id": about.id,
        "what": about.what,
        "tried": {about.unit: counts["tried"]},
        "found": {"failed": counts["failed"]},
        "control": {about.control_unit: counts["control"]},
    }
    is_held = counts["control"] > 0 and not counts["failed"]
    return _dated(told, counts["milliseconds"] / 1000, held=is_held)


def _ids_of(nodeid: str) -> set[str]:
    """Return the promises that a test is of, by the name of its file."""
    file = nodeid.partition("::")[0]
    if file in _COUNTED:
        return {_COUNTED[file].id}
    return {f"T{word[1:]}" for word in re.findall(r"(?<=_)t\d+[a-z]?(?=_)", Path(file).stem)}


def _dated(told: dict[str, Any], seconds: float, *, held: bool) -> dict[str, Any]:
    machine = (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors, "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    )
    day = datetime.now(UTC).date().isoformat()
    return told | {"day": day, "machine": machine, "seconds": round(seconds, 1), "held": held}


def _chosen(only: str) -> list[str]:
    """Return the files of tests that were asked for."""
    files = [*sorted(_HERE.glob("test_*.py")), *(ROOT / file for file in _COUNTED)]
    if not only:
        return [str(file) for file in files if file.is_file()]
    ids = only.lower().split(",")
    chosen = [str(file) for file in files for id_ in ids if f"_{id_}_" in file.name]
    return chosen + [str(ROOT / file) for file in _COUNTED if _COUNTED[file].id.lower() in ids]


def _show(kept: dict[str, Any], new: list[dict[str, Any]], seconds: float) -> None:
    width = max((len(each["what"]) for each in new), default=0)
    print()
    for each in kept["figures"]:
        if any((each["id"], each["what"]) == (one["id"], one["what"]) for one in new):
            mark = "held    " if each["held"] else "NOT HELD"
            head = f"{each['id']:4} {each['what']:{width}}  {mark}  {each['seconds']:6.1f} s"
            print(f"{head}  {words_of(each['tried'])}\n{'':{width + 27}}{words_of(each['found'])}")
            if each["control"]:
                print(f"{'':{width + 27}}without its guard: {words_of(each['control'])}")
    for each in kept["skipped"]:
        print(f"NOT TRIED HERE: {each['test']}: {each['reason']}")
    print(f"{len(new)} figures in {seconds:.0f} s, kept in {path_of(kept['size'])}")


def main() -> int:
    """Run, keep and show; return what the shell is told."""
    given = argparse.ArgumentParser(description="Run the tests of assurance.")
    given.add_argument("--full", action="store_true", help="the sizes that are published")
    given.add_argument("--only", default="", help="ids, with commas between them")
    given.add_argument("--processes", default="2", help="how many tests at once")
    options = given.parse_args()
    size = "full" if options.full else "quick"
    os.environ["RAPPORT_ASSURANCE"] = size
    os.chdir(ROOT)
    heard, begin = Figures(), monotonic()
    ended = pytest.main(
        [*_chosen(options.only), "-q", "-p", "no:randomly",
         "--numprocesses", options.processes, "--dist", "loadgroup",
         "--timeout", str(_TIMEOUT[size]), *(["-m", ""] if options.full else [])],
        plugins=[heard],
    )  # fmt: skip
    new = heard.all()
    kept = keep_figures(size, new, heard.skipped, heard.broken)
    _show(kept, new, monotonic() - begin)
    if options.full:
        write_table()
    return int(ended)


if __name__ == "__main__":
    sys.exit(main())
