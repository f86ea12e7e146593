"""The way between a kiosk and its server, which a test can cut and make slow.

All that is sent is handed on by a process of the test. Where whoever runs it may, the kiosk is in a
network of its own at the other end of a cable (a pair of Linux's virtual ones), and that cable is
cut; elsewhere nothing is handed on any more, which looks the same from the kiosk.
"""

import os
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from threading import Event, Thread
from time import sleep

_MOST = 1 << 16


class NetworkWay:
    """A way to a port of this computer.

    Attributes
    ----------
    at, port
        Where the server is for who comes by this way.
    before
        A program, with its words, that runs another at the other end.
    is_cable
        Whether it is a cable that is cut.
    delay
        Seconds that everything takes that is sent, there and back.
    """

    def __init__(self, to_port: int, at: str, before: Sequence[str], cable: str) -> None:
        self.at, self.before, self.is_cable = at, before, bool(cable)
        self.delay = 0.0
        self._to_port, self._cable = to_port, cable
        self._is_whole = Event()
        self._is_whole.set()
        self._listening = socket.create_server((at, 0))
        self.port = int(self._listening.getsockname()[1])
        self._ends: list[socket.socket] = []
        self._threads: list[Thread] = []
        self._begin(self._take)

    def cut(self) -> None:
        """Let nothing through from now on, and say so to nobody."""
        if self._cable:
            _ip("link", "set", self._cable, "down")
        self._is_whole.clear()

    def mend(self) -> None:
        """Let everything through again."""
        if self._cable:
            _ip("link", "set", self._cable, "up")
        self._is_whole.set()

    def close(self) -> None:
        """Take nobody any more, and let go of who came."""
        self._is_whole.set()
        for end in (self._listening, *self._ends):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        for thread in [*self._threads]:
            thread.join()
        self._listening.close()

    def _begin(self, do: Callable[..., None], *what: socket.socket) -> Thread:
        thread = Thread(target=do, args=what, daemon=True)
        self._threads.append(thread)
        thread.start()
        return thread

    def _take(self) -> None:
        while True:
            try:
                one, _ = self._listening.accept()
            except OSError:
                return  # closed
            self._ends.append(one)
            self._begin(self._connect, one)

    def _connect(self, one: socket.socket) -> None:
        with one:
            try:
                other = socket.create_connection(("127.0.0.1", self._to_port))
            except OSError:
                return  # nobody listens there
            self._ends.append(other)
            with other:
                back = self._begin(self._hand_on, other, one)
                self._hand_on(one, other)
                back.join()

    def _hand_on(self, one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while data := one.recv(_MOST):
                sleep(self.delay)
                self._is_whole.wait()
                other.sendall(data)
        for end in (one, other):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)


@contextmanager
def network_way(to_port: int) -> Iterator[NetworkWay]:
    """Open a way for as long as this lasts: with a cable where that can be."""
    with ExitStack() as made:
        at, before, cable = made.enter_context(_cable()) if _has_cables() else ("127.0.0.1", (), "")
        way = NetworkWay(to_port, at, before, cable)
        made.callback(way.close)
        yield way


@contextmanager
def _cable() -> Iterator[tuple[str, Sequence[str], str]]:
    """Give the address of this end, how to run a program at the other, and the name of this one."""
    pid = os.getpid()
    place, this, that = f"rapport-{pid}", f"r{pid}a", f"r{pid}b"
    net = f"10.213.{pid % 251}.{pid // 251 % 63 * 4}"
    first = net.rpartition(".")
    ours, theirs = (f"{first[0]}.{int(first[2]) + number}" for number in (1, 2))
    _ip("netns", "add", place)
    try:
        _ip("link", "add", this, "type", "veth", "peer", "name", that, "netns", place)
        _ip("address", "add", f"{ours}/30", "dev", this)
        _ip("link", "set", this, "up")
        _ip("-n", place, "address", "add", f"{theirs}/30", "dev", that)
        for each in (that, "lo"):
            _ip("-n", place, "link", "set", each, "up")
        yield ours, ("ip", "netns", "exec", place), this
    finally:
        _ip("netns", "delete", place)


def _has_cables() -> bool:
    if shutil.which("ip") is None or os.geteuid() != 0:
        return False
    name = f"rapport-{os.getpid()}"
    tried = subprocess.run(["ip", "netns", "add", name], check=False, capture_output=True)
    if tried.returncode == 0:
        _ip("netns", "delete", name)
    return tried.returncode == 0


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True)
