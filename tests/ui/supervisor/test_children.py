"""The processes of a kiosk with nothing in them: what they inherit, say, and how they end."""

import contextlib
import os
import signal
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from time import monotonic

import pytest

from ui.supervisor.children import ProcessChildren, supervise
from ui.supervisor.supervisor import Supervisor
from ui.supervisor.words import ProcessKind, Said, Word, write

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="functions of a test are forked")

_Line = Connection


def _greet(line: "_Line", parent: int, greeting: str) -> None:
    assert parent == os.getppid()
    line.send_bytes(write(Word.READY))
    line.send_bytes(write(Word.FAULT, greeting))
    line.recv_bytes()


def _repeat(line: "_Line", _parent: int, _with: object) -> None:
    assert line.recv_bytes() == b"show"
    line.send_bytes(write(Word.SHOWN))
    line.recv_bytes()


def _babble(line: "_Line", _parent: int, _with: object) -> None:
    line.send_bytes(b"x" * 1000)
    line.recv_bytes()


def _falter(line: "_Line", _parent: int, _with: object) -> None:
    """Announce a word and never say it."""
    line.send_bytes(write(Word.READY))
    os.write(line.fileno(), b"\0\0\0\5")
    line.recv_bytes()


def _leave(_line: "_Line", _parent: int, _with: object) -> None:
    os._exit(3)


def _name_files(line: "_Line", _parent: int, path: str) -> None:
    """Say whether a file that was open is still within reach."""
    files = {str(each.readlink()) for each in Path("/proc/self/fd").iterdir() if each.exists()}
    line.send_bytes(write(Word.FAULT, "reached" if path in files else "shut"))
    line.recv_bytes()


def _live_on(line: "_Line", _parent: int, _with: object) -> None:
    line.send_bytes(write(Word.ALIVE))
    line.recv_bytes()


def _count_lines(line: "_Line", _parent: int, _with: object) -> None:
    files = [str(each.readlink()) for each in Path("/proc/self/fd").iterdir() if each.is_symlink()]
    lines = sum(file.startswith("socket:") for file in files)
    line.send_bytes(write(Word.FAULT, str(lines)))
    line.recv_bytes()


class _Listener:
    """Stands in for the supervisor, and remembers what it heard."""

    def __init__(self) -> None:
        self.said: list[tuple[int, Said | None]] = []
        self.dead: list[int] = []
        self.exit_codes: list[int | None] = []

    def heard(self, number: int, said: Said | None) -> None:
        self.said.append((number, said))

    def died(self, number: int, exit_code: int | None = None) -> None:
        self.dead.append(number)
        self.exit_codes.append(exit_code)


@pytest.fixture
def wakes() -> Iterator[socket.socket]:
    here, there = socket.socketpair()
    with here, there:
        yield here


@pytest.fixture
def start(
    wakes: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., tuple[ProcessChildren, int, _Listener]]]:
    """Give what starts a child and listens until it has been heard; all are ended."""
    # Whatever else these tests run beside may have threads; a supervisor has none.
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    started: list[tuple[ProcessChildren, int]] = []

    def begin(
        work: Callable[..., None], begin_with: object = None
    ) -> tuple[ProcessChildren, int, _Listener]:
        children = ProcessChildren({ProcessKind.SITTING: work}, lambda _: begin_with)
        number = children.start(ProcessKind.SITTING)
        started.append((children, number))
        return children, number, _Listener()

    yield begin
    for children, number in started:
        children.kill(number)


def _listen(
    children: ProcessChildren, wakes: socket.socket, listener: _Listener, heard: Callable[[], bool]
) -> None:
    end = monotonic() + 10
    while not heard() and monotonic() < end:
        children.hear(listener, wakes)  # type: ignore[arg-type]
    assert heard()


def test_child_when_it_speaks_then_it_is_heard_in_order(
    start: Callable[..., tuple[ProcessChildren, int, _Listener]], wakes: socket.socket
) -> None:
    children, number, listener = start(_greet, "hello:1")

    _listen(children, wakes, listener, lambda: len(listener.said) == 2)

    assert listener.said == [(number, Said(Word.READY)), (number, Said(Word.FAULT, "hello:1"))]
    assert listener.dead == []


def test_child_when_told_then_it_hears(
    start: Callable[..., tuple[ProcessChildren, int, _Listener]], wakes: socket.socket
) -> None:
    children, number, listener = start(_repeat)
    children.tell(number, Word.SHOW)

    _listen(children, wakes, listener, lambda: bool(listener.said))

    assert listener.said == [(number, Said(Word.SHOWN))]


def test_child_when_it_says_too_much_then_none_of_it_is_read(
    start: Callable[..., tuple[ProcessChildren, int, _Listener]], wakes: socket.socket
) -> None:
    children, number, listener = start(_babble)

    _listen(children, wakes, listener, lambda: bool(listener.said))

    assert listener.said[0] == (number, None)


def test_child_when_it_begins_a_word_and_does_not_end_it_then_nobody_waits_for_it(
    start: Callable[..., tuple[ProcessChildren, int, _Listener]], wakes: socket.socket
) -> None:
    children, number, listener = start(_falter)
    _listen(children, wakes, listener, lambda: bool(listener.said))
    began = monotonic()

    for _ in range(3):
        children.hear(listener, wakes)  # type: ignore[arg-type]

    assert monotonic() - began < 5
    assert listener.said == [(number, Said(Word.READY))]


def test_child_when_it_ends_by_itself_then_that_is_noticed(
    start: Callable[..., tuple[ProcessChildren, int, _Listener]], wakes: socket.socket
) -> None:
    children, number, listener = start(_leave)

    _listen(children, wakes, listener, lambda: bool(listener.dead))

    assert listener.dead[0] == number


def test_helper_when_it_says_that_it_gets_on_then_it_is_heard(
    wakes: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    children = ProcessChildren({ProcessKind.HELPER: _live_on}, lambda _: None)
    number, listener = children.start(ProcessKind.HELPER), _Listener()

    _listen(children, wakes, listener, lambda: bool(listener.said))
    children.kill(number)

    assert listener.said == [(number, Said(Word.ALIVE))]
    assert listener.dead == []


@pytest.mark.parametrize("kind", [ProcessKind.HELPER, ProcessKind.WATCHER])
def test_helper_when_it_ended_then_its_exit_code_is_told(
    kind: ProcessKind, wakes: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    children = ProcessChildren({kind: _leave}, lambda _: None)
    assert children.can_watch is (kind is ProcessKind.WATCHER)
    number, listener = children.start(kind), _Listener()

    _listen(children, wakes, listener, lambda: bool(listener.dead))
    children.kill(number)

    assert {*listener.exit_codes} == {3}  # by its line and by its end, which nobody heeds twice


def test_child_when_started_then_it_reaches_nothing_that_was_open(
    start: Callable[..., tuple[ProcessChildren, int, _Listener]],
    wakes: socket.socket,
    tmp_path: Path,
) -> None:
    path = tmp_path / "open"
    with path.open("w"):
        children, _, listener = start(_name_files, str(path))

        _listen(children, wakes, listener, lambda: bool(listener.said))

    assert [said for _, said in listener.said] == [Said(Word.FAULT, "shut")]


def test_child_when_started_then_it_holds_its_own_end_of_the_line_alone(
    start: Callable[..., tuple[ProcessChildren, int, _Listener]], wakes: socket.socket
) -> None:
    children, _, listener = start(_count_lines)

    _listen(children, wakes, listener, lambda: bool(listener.said))

    assert [said for _, said in listener.said] == [Said(Word.FAULT, "1")]


def test_child_when_there_are_other_threads_then_it_is_not_started() -> None:
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        with pytest.raises(AssertionError):
            ProcessChildren({ProcessKind.SITTING: _leave}, lambda _: None).start(
                ProcessKind.SITTING
            )
    finally:
        stop.set()
        thread.join()


@pytest.fixture
def fill(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[int], None]]:
    """Give what opens files until only some more may be open."""
    import resource  # Windows has none

    monkeypatch.setattr(threading, "active_count", lambda: 1)
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    opened: list[int] = []

    def fill(free: int) -> None:
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(_files()) + 8, hard))
        with contextlib.suppress(OSError):
            while True:
                opened.append(os.open(os.devnull, os.O_RDONLY))
        for number in [opened.pop() for _ in range(free)]:
            os.close(number)

    yield fill
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    for number in opened:
        os.close(number)


def _files() -> list[int]:
    return [number for number in range(3, 2000) if _is_open(number)]


def _is_open(number: int) -> bool:
    with contextlib.suppress(OSError):
        os.fstat(number)
        return True
    return False


@pytest.mark.parametrize("free", range(6))
def test_child_when_no_more_files_may_be_open_then_that_is_told_and_none_stays_open(
    fill: Callable[[int], None], free: int
) -> None:
    children = ProcessChildren({ProcessKind.SITTING: _leave}, lambda _: None)
    fill(free)
    before = _files()

    with pytest.raises(OSError, match="Too many open files"):
        children.start(ProcessKind.SITTING)

    assert _files() == before


def test_child_when_the_system_begins_no_process_then_that_is_told_and_no_file_stays_open(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse() -> int:
        raise BlockingIOError

    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(os, "fork", refuse)
    children = ProcessChildren({ProcessKind.SITTING: _leave}, lambda _: None)
    before = _files()

    with pytest.raises(BlockingIOError):
        children.start(ProcessKind.SITTING)

    assert _files() == before


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_supervising_when_the_system_wishes_the_end_then_the_exit_code_names_the_signal(
    monkeypatch: pytest.MonkeyPatch, number: signal.Signals
) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    work = dict.fromkeys(ProcessKind, _repeat)
    children = ProcessChildren(work, lambda _: None)
    supervisor = Supervisor(children, lambda: 181.0)
    handlers = signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)
    monkeypatch.setattr(supervisor, "look", lambda: os.kill(os.getpid(), number))

    assert supervise(supervisor, children) == 128 + number

    assert (signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)) == handlers
