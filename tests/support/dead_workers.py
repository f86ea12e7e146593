"""What is left of a process of the tests that died: where each of its threads stood.

It would be printed where it happened, far above the last lines, which are all that is kept of many
runs. Here it comes with the failures, and the run ends with a code of its own.
"""

import os
import re
import tempfile
from pathlib import Path

import pytest
from _pytest.faulthandler import fault_handler_stderr_fd_key
from xdist.workermanage import WorkerController

PROCESS_DIED = 70
"""Exit code of a run in which a process died; pytest itself ends at 5."""

_LONG_TAIL = "Extension modules:"
"""Begins a line of kilobytes that is the same each time."""

_HARNESS = re.compile(r"/(?:_pytest|execnet|pluggy|xdist)/")
"""Modules that lie below every test."""


def note_in_file(config: pytest.Config, input_: dict[str, str]) -> None:
    """Let the interpreter write into a file where it stands when it dies, or hangs."""
    with _note(input_).open("ab") as file:
        # What was given to the interpreter stays, and leads elsewhere.
        os.dup2(file.fileno(), config.stash[fault_handler_stderr_fd_key])


class DeadWorkers:
    """Hears of each process that died, and tells of them at the end; for the process above them."""

    def __init__(self) -> None:
        self._told: dict[str, list[str]] = {}

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: WorkerController, error: object) -> None:
        """Take up what a process left, and leave no file behind."""
        note = _note(node.workerinput)
        if error:
            said = note.read_text("utf-8", "replace") if note.exists() else ""
            lines = said.partition(_LONG_TAIL)[0].strip().splitlines()
            self._told[node.gateway.id] = [one for one in lines if not _HARNESS.search(one)]
        note.unlink(missing_ok=True)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Say where they stood."""
        for name, said in self._told.items():
            terminalreporter.section(f"process {name} died", "!", red=True, bold=True)
            for line in said or ["It left no word: it was ended from outside."]:
                terminalreporter.write_line(line)

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """End with the code that says so."""
        if self._told:
            session.exitstatus = PROCESS_DIED


def _note(input_: dict[str, str]) -> Path:
    return Path(tempfile.gettempdir()) / f"died-{input_['testrunuid']}-{input_['workerid']}.txt"
