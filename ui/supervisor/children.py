"""The processes themselves: started, heard, and ended."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from matcher.processes import FORKS, process_context
from ui.supervisor.heard_line import HeardLine, TooLongError
from ui.supervisor.idle_times import SUPERVISOR_LOOKS_APART
from ui.supervisor.supervisor import Supervisor
from ui.supervisor.words import ProcessKind, Word, read

Work = Callable[["Connection[Any, Any]", int, Any], None]
"""What a child does: with its line to the supervisor, whose process id, and what to start with."""

_TELL_AT_THEIR_END = (ProcessKind.HELPER, ProcessKind.WATCHER)
"""Of these the exit code says whether they did what they were begun for."""

_DYING = 5.0
"""Seconds the system is given to end a process."""

_BY_SIGNAL = 128
"""What shells add to the number of the signal that ended a program."""

_FILES_OF_A_START = 4
"""How many files Python opens before it forks."""


@dataclass(slots=True)
class _Process:
    process: BaseProcess
    line: HeardLine
    kind: ProcessKind


class ProcessChildren:
    """Children that are processes of this program.

    Parameters
    ----------
    work
        What each kind does; functions of a module, since some systems find them by name.
    begin_with
        Gives what a new child is started with.
    """

    def __init__(
        self, work: Mapping[ProcessKind, Work], begin_with: Callable[[ProcessKind], Any]
    ) -> None:
        self.can_watch = ProcessKind.WATCHER in work
        self._work = work
        self._begin_with = begin_with
        self._context = process_context()
        self._all: dict[int, _Process] = {}
        self._number = 0

    def start(self, kind: ProcessKind) -> int:
        """Start one; it begins with nothing of this process but its own line.

        Raises
        ------
        OSError
            When the system lets no more files be open or no more processes begin; nothing is left.
        """
        # A thread that held a lock would not be there to let go of it.
        assert threading.active_count() == 1
        ours, theirs = self._context.Pipe()
        try:
            process = self._launch(kind, theirs)
        except OSError:
            ours.close()
            raise
        finally:
            theirs.close()
        self._number += 1
        self._all[self._number] = _Process(process, HeardLine(ours), kind)
        return self._number

    def _launch(self, kind: ProcessKind, theirs: Connection) -> BaseProcess:
        # Our end too: a child that held it would never see that nobody is there any more.
        inherited = _open_files(but=theirs.fileno()) if FORKS else ()
        orders = (self._work[kind], theirs, os.getpid(), self._begin_with(kind), inherited)
        process = self._context.Process(target=_live, args=orders, name=f"rapport {kind}")
        try:
            process.start()
        except OSError:
            if FORKS:
                _shut_all_but({*inherited, theirs.fileno()})
            raise
        return process

    def tell(self, number: int, word: Word) -> None:
        """Say a word to it; one that is no longer there is noticed in another way."""
        with contextlib.suppress(OSError):
            self._all[number].line.say(word.encode("ascii"))

    def kill(self, number: int) -> None:
        """End it at once."""
        child = self._all.pop(number)
        child.line.close()
        child.process.kill()
        child.process.join(_DYING)
        if child.process.exitcode is not None:
            child.process.close()

    def hear(self, supervisor: Supervisor, wakes: socket.socket) -> None:
        """Wait a moment for words and deaths, and tell the supervisor in that order.

        Parameters
        ----------
        wakes
            Ends the waiting when something can be read from it.
        """
        lines = {child.line.connection: number for number, child in self._all.items()}
        deaths = {child.process.sentinel: number for number, child in self._all.items()}
        found = wait([*lines, *deaths, wakes], SUPERVISOR_LOOKS_APART)
        for line, number in lines.items():
            if line in found:
                self._read(number, supervisor)
        for sentinel, number in deaths.items():
            if sentinel in found and number in self._all:
                supervisor.died(number, self._exit_code(number))

    def _exit_code(self, number: int) -> int | None:
        child = self._all[number]
        if child.kind in _TELL_AT_THEIR_END:
            # That it ends is seen a little before the code is there; of others none is asked.
            child.process.join(_DYING)
        return child.process.exitcode

    def _read(self, number: int, supervisor: Supervisor) -> None:
        if number not in self._all:
            return  # ended for what another one said
        child = self._all[number]
        try:
            for data in child.line.take():
                supervisor.heard(number, read(child.kind, data))
        except EOFError:
            supervisor.died(number, self._exit_code(number))
        except TooLongError:
            supervisor.heard(number, None)


def supervise(supervisor: Supervisor, children: ProcessChildren) -> int:
    """Run until staff or the system ends the kiosk, and return the exit code.

    It is 0 only where staff ended it: what a signal ended is to be started again.
    """
    with _wish_to_end() as (wakes, wished):
        supervisor.start()
        try:
            while supervisor.exit_code is None and not wished:
                children.hear(supervisor, wakes)
                supervisor.look()
        finally:
            code = supervisor.exit_code
            if code is None:
                code = _BY_SIGNAL + wished[0] if wished else 1
            supervisor.stop(code)
    return code


@contextlib.contextmanager
def _wish_to_end() -> Iterator[tuple[socket.socket, Sequence[int]]]:
    """Give what wakes when the system wishes the program to end, and the signals that said so."""
    wished: list[int] = []
    wakes, wake = socket.socketpair()
    for end in (wakes, wake):
        end.setblocking(False)
    before = signal.set_wakeup_fd(wake.fileno())
    # Only noted: what is under way when a signal comes is done to its end.
    handlers = {
        each: signal.signal(each, lambda number, _: wished.append(number))
        for each in (signal.SIGTERM, signal.SIGINT)
    }
    try:
        yield wakes, wished
    finally:
        for each, handler in handlers.items():
            signal.signal(each, handler)
        signal.set_wakeup_fd(before)
        wakes.close()
        wake.close()


def _live(
    work: Work, line: Connection, parent: int, begin_with: object, inherited: tuple[int, ...]
) -> None:
    """Be a child: hold nothing of what the supervisor had open, and do what it was started for."""
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, signal.SIG_DFL)
    signal.set_wakeup_fd(-1)
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in inherited:
        # Kept as numbers, so that nothing new gets one that something old may yet close.
        os.dup2(nothing, number)
    work(line, parent, begin_with)


def _open_files(but: int) -> tuple[int, ...]:
    """Return the numbers of all files that are open, but for one and those all starts with."""
    numbers = [int(each.name) for each in Path("/proc/self/fd").iterdir()]
    # Looking at them opened one more, whose number is free again.
    return tuple(number for number in numbers if number > 2 and number != but and _is_open(number))


def _shut_all_but(kept: set[int]) -> None:
    """Shut what Python leaves open when a process cannot be forked."""
    # What is opened gets the lowest number that is free.
    for number in range(3, max(kept) + _FILES_OF_A_START + 1):
        if number not in kept:
            with contextlib.suppress(OSError):
                os.close(number)


def _is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True
