"""Onto paper from a process that may write no file: the PDF goes to ``lp`` through a pipe.

A job that waits in the queue would come out when somebody else stands at the printer. So a job
counts as printed when it has left the queue, and one that does not leave is taken back.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from time import monotonic, sleep

from matcher.errors import Message, OutputError
from matcher.region import Paper
from ui.lp_pipe import GoneError, feed
from ui.pdf_pages import read_pages
from ui.printing import (
    JOB_NAME,
    THIS_COMPUTER,
    BrokenOffError,
    PrinterFacts,
    Printers,
    Tell,
    only,
)

_FOLDERS = ("/usr/bin", "/bin")
_PASSED_ON = ("CUPS_SERVER", "HOME", "USER")

_LOOKS = 5.0
"""Seconds a program may take to say what it knows."""

_SOON = 0.1
"""Seconds between two looks for a job that nobody named."""

_PAPERS: Mapping[str, Paper] = {"A4": "A4", "Letter": "Letter"}
_ONE_SIDED = frozenset({"", "None", "Off", "False", "one-sided"})
_USUAL_PAPER = re.compile(r"^(?:PageSize|media)/.*?\*(\S+)", re.MULTILINE)
_USUAL_SIDES = re.compile(r"^(?:Duplex|sides)/.*?\*(\S+)", re.MULTILINE)
_JOB = re.compile(r"request id is (\S+-\d+)")
_WAITING = re.compile(r"^(\S+-\d+)\s", re.MULTILINE)
_ALERTS = re.compile(r"^\s*Alerts: (.*)$", re.MULTILINE)

_CLOSED = (" disabled since ", " not accepting requests ")
_NO_PAPER = ("media-empty", "media-needed")
_HARMLESS = ("-warning", "-report")


@dataclass(frozen=True, slots=True)
class Patience:
    """How long is waited, in seconds.

    Attributes
    ----------
    taking
        Until a queue that does not take the pages in is given up.
    trouble
        Until it is believed that a printer has no paper: some say so for a moment, and go on.
    printing
        Until a job that is still in the queue is taken back.
    step
        Between two looks at the queue.
    late
        Until nothing comes into the queue any more from an ``lp`` that was ended.
    """

    taking: float = 20.0
    trouble: float = 5.0
    printing: float = 180.0
    step: float = 1.0
    late: float = 0.5


@dataclass(frozen=True, slots=True)
class LpPrinters:
    """The printers of CUPS, by way of its own programs.

    Attributes
    ----------
    wanted
        The one to use; ``""`` is the usual one.
    folders
        Where the programs are looked for, and nowhere else.
    patience
        How long is waited for a queue and for a printer.
    """

    wanted: str = ""
    folders: Sequence[str] = _FOLDERS
    patience: Patience = field(default_factory=Patience)

    def find(self) -> tuple[PrinterFacts, ...]:
        """Return the printers, the one to use first; of the others only the names are known.

        Where CUPS does not answer there is no printer.

        Raises
        ------
        OutputError
            When the wanted one is not among them.
        """
        names = (self._ask("lpstat", "-e") or "").split()
        if self.wanted and self.wanted not in names:
            raise OutputError(_refusal("away", self.wanted))
        usual = self._ask("lpstat", "-d") or ""
        first = self.wanted or usual.rpartition(": ")[2].strip()
        names.sort(key=lambda name: name != first)
        return (*map(self._facts, names[:1]), *map(PrinterFacts, names[1:]))

    def print(self, name: str, data: bytes, first: int, stop: Event, tell: Tell) -> bool:
        """Print the pages of a PDF, and tell whether it did.

        Parameters
        ----------
        first
            The page to begin with, counted from 0.
        stop
            Once set, nothing should come out any more.
        tell
            Hears how many pages are ready: all of them at once.

        Raises
        ------
        OutputError
            When the printer does not take the job; `BrokenOffError` when it took it and does not
            finish, or nobody says that it did.
        """
        pages = len(read_pages(data))
        state, before = self._state(name), self._queue(name)
        if state is None or before is None or any(each in state for each in _CLOSED):
            raise OutputError(_refusal("printer", name))
        tell((pages - first, pages - first))
        chosen = ("-P", f"{first + 1}-{pages}") if first else ()
        command = (*self._bound(), self._tool("lp"), "-d", name, "-t", JOB_NAME, *chosen, "-")
        try:
            said = feed(command, data, stop, self.patience.taking, _surroundings())
        except GoneError as gone:
            if gone.is_through:
                self._take_back_unheard(name, before)
            raise _error(name, gone) from None
        if said is None:
            return False
        found = _JOB.search(said)
        self._see_off(name, found[1] if found else None, before, stop)
        return True

    def _see_off(self, name: str, job: str | None, before: frozenset[str], stop: Event) -> None:
        """Wait until a job has left the queue, and take it back when it does not.

        Parameters
        ----------
        job
            Its name; ``None`` when nobody told it: then it is what has come into the queue.
        before
            What was in the queue when it came.
        """
        ours = None if job is None else frozenset({job})
        begun = monotonic()
        # A queue that does not answer may have the job still.
        while (queue := self._queue(name)) is None or queue & (ours or queue - before):
            if queue is not None:
                ours = queue & (ours or queue - before)
            waited = monotonic() - begun
            trouble = "broken_off" if waited > self.patience.printing else ""
            if waited > self.patience.trouble:
                trouble = trouble or self._trouble(name)
            if not trouble and stop.wait(self.patience.step):
                trouble = "broken_off"
            if trouble:
                self._take_back(ours or ())
                raise BrokenOffError(_refusal(trouble, name))

    def _take_back_unheard(self, name: str, before: frozenset[str]) -> None:
        """Take back what has come into the queue, and comes a moment later: nobody said its name.

        Parameters
        ----------
        before
            As in `_see_off`.
        """
        known, begun = before, monotonic()
        while True:
            waited, queue = monotonic() - begun, self._queue(name)
            self._take_back((queue or frozenset()) - known)
            known |= queue or frozenset()
            if waited > (self.patience.trouble if queue is None else self.patience.late):
                return
            sleep(_SOON)

    def _take_back(self, jobs: Iterable[str]) -> None:
        for each in sorted(jobs):
            self._ask("cancel", each)

    def _trouble(self, name: str) -> str:
        """Return what keeps a printer from going on; ``""`` when nothing does."""
        state = self._state(name) or ""
        found = _ALERTS.search(state)
        alerts = found[1].split() if found else []
        serious = [alert for alert in alerts if not alert.endswith(_HARMLESS)]
        if any(alert.startswith(_NO_PAPER) for alert in serious):
            return "no_paper"
        is_ill = any(alert.endswith("-error") or alert == "offline" for alert in serious)
        return "broken_off" if is_ill or _CLOSED[0] in state else ""

    def _queue(self, name: str) -> frozenset[str] | None:
        """Return the jobs that wait; ``None`` when nobody says."""
        said = self._ask("lpstat", "-o", name)
        return None if said is None else frozenset(_WAITING.findall(said))

    def _state(self, name: str) -> str | None:
        """Return what is said of a printer; ``None`` when nobody says."""
        printer, queue = self._ask("lpstat", "-l", "-p", name), self._ask("lpstat", "-a", name)
        return None if printer is None or queue is None else printer + queue

    def _facts(self, name: str) -> PrinterFacts:
        said = self._ask("lpoptions", "-p", name, "-l") or ""
        paper, sides = (
            found[1] if (found := pattern.search(said)) else ""
            for pattern in (_USUAL_PAPER, _USUAL_SIDES)
        )
        return PrinterFacts(name, _PAPERS.get(paper), sides not in _ONE_SIDED)

    def _bound(self) -> tuple[str, ...]:
        """Return what lets ``lp`` end with this process, so that it sends no half of the pages."""
        tool = self._tool("setpriv")
        return (tool, "--pdeathsig", "KILL") if Path(tool).exists() else ()

    def _ask(self, tool: str, *words: str) -> str | None:
        """Return what a program says; ``None`` when it fails, takes too long or is not there."""
        try:
            asked = subprocess.run(  # noqa: S603 - a whole path, and words of our own
                (self._tool(tool), *words),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                env=_surroundings(),
                timeout=_LOOKS,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            return None
        return None if asked.returncode else asked.stdout.decode("utf-8", "replace")

    def _tool(self, name: str) -> str:
        """Return the whole path of a program, whatever the surroundings say."""
        paths = [Path(folder, name) for folder in self.folders]
        return str(next((path for path in paths if path.exists()), paths[0]))


def kiosk_printers(wanted: str = "", system: str = sys.platform) -> Printers:
    """Return the way to the printer of a kiosk.

    Parameters
    ----------
    wanted
        Its name; ``""`` is the usual printer.
    system
        As in `sys.platform`.
    """
    if system == "linux":
        lp = LpPrinters(wanted)
        return Printers(lp.find, lp.print)
    return only(THIS_COMPUTER, wanted)


def _surroundings() -> dict[str, str]:
    """Return the environment of the programs: what they say is read, so they speak plainly."""
    passed_on = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    return {**passed_on, "LC_ALL": "C", "PATH": os.pathsep.join(_FOLDERS)}


def _error(name: str, gone: GoneError) -> OutputError:
    if gone.is_through:
        return BrokenOffError(_refusal("broken_off", name))
    return OutputError(_refusal("printer", name))


def _refusal(what: str, name: str) -> Message:
    return Message(f"checklist.error.{what}", printer=name)
