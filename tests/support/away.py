"""Seven ways in which a server is away."""

import os
import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, closing, contextmanager
from itertools import count
from pathlib import Path
from time import sleep

import psycopg
from support.far_server import FarServer
from support.kiosk_process import wait_until
from support.network_way import NetworkWay

_SLOW = 1.5
"""Seconds that everything takes on a slow way; a question and its answer twice as long."""

_WAITING = (
    "SELECT count(*) FROM pg_stat_activity"
    " WHERE usename = 'rapport_kiosk' AND wait_event_type = 'Lock'"
)

_COPYING = (
    "SELECT count(*) FROM pg_stat_activity"
    " WHERE usename = 'rapport_kiosk' AND query LIKE 'FETCH%' AND xact_start IS NOT NULL"
)

_A_LITTLE = 0.05
"""Seconds that everything takes on its way while a copy is to be cut off."""

_PAUSES_HAVE_GROWN = 17.0
"""Seconds without a server after which a kiosk that only tries again does so in 14 more."""

_cuts = count()

Away = Callable[[FarServer, NetworkWay], AbstractContextManager[None]]
"""Lets a server be away for as long as this is open."""


@contextmanager
def _down(far: FarServer, _way: NetworkWay) -> Iterator[None]:
    far.server.stop()
    try:
        yield
    finally:
        far.server.start()


@contextmanager
def frozen(far: FarServer, _way: NetworkWay) -> Iterator[None]:
    """Let none of its processes do anything; the system still takes what is sent to them."""
    own = far.server.pid
    processes = [own, *map(int, Path(f"/proc/{own}/task/{own}/children").read_text().split())]
    for each in processes:
        os.kill(each, signal.SIGSTOP)
    try:
        yield
    finally:
        for each in processes:
            os.kill(each, signal.SIGCONT)


@contextmanager
def _cut(_far: FarServer, way: NetworkWay) -> Iterator[None]:
    way.cut()
    try:
        yield
    finally:
        way.mend()


@contextmanager
def _slow(_far: FarServer, way: NetworkWay) -> Iterator[None]:
    way.delay = _SLOW
    try:
        yield
    finally:
        way.delay = 0.0


@contextmanager
def _down_in_an_answer(far: FarServer, way: NetworkWay) -> Iterator[None]:
    address = far.server.address("clinic").replace("+psycopg", "")
    with closing(psycopg.connect(address)) as holding:
        holding.execute("LOCK TABLE directory_state IN ACCESS EXCLUSIVE MODE")
        with closing(psycopg.connect(address, autocommit=True)) as looking:
            wait_until(lambda: looking.execute(_WAITING).fetchone() == (1,), 60)
        with _down(far, way):
            yield


@contextmanager
def _begun_anew(far: FarServer, _way: NetworkWay) -> Iterator[None]:
    far.server.stop()
    far.server.start()
    yield


@contextmanager
def _down_in_copies(far: FarServer, way: NetworkWay) -> Iterator[None]:
    with _down_in_a_copy(far, way):
        sleep(_PAUSES_HAVE_GROWN)
    with _down_in_a_copy(far, way):
        yield


@contextmanager
def _down_in_a_copy(far: FarServer, way: NetworkWay) -> Iterator[None]:
    address = far.server.address("clinic").replace("+psycopg", "")
    way.delay = _A_LITTLE
    far.add(f"cut-{next(_cuts)}")
    with closing(psycopg.connect(address, autocommit=True)) as looking:
        wait_until(lambda: looking.execute(_COPYING).fetchone() == (1,), 60)
    with _down(far, way):
        way.delay = 0.0
        yield


WAYS: Mapping[str, Away] = {
    "down": _down,
    "frozen": frozen,
    "cable cut": _cut,
    "slow": _slow,
    "down in an answer": _down_in_an_answer,
    "begun anew": _begun_anew,
    "down in two copies": _down_in_copies,
}
