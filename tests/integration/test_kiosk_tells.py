"""A kiosk of a directory on a server tells of itself, and of nobody who sat there."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from support.builders import make_statement
from support.canaries import count_in, count_in_file
from support.copies import open_ready
from support.kiosk_process import wait_until
from support.servers import NO_SERVER, Server, installed, running
from support.source import ROOT

from matcher.directory.kiosk_event import KioskStanding, KioskWord
from matcher.kiosk_lock import kiosk_runs_in
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.directory.waiting import sittings_folder, waits_since
from matcher.services.kiosks.copy_standing import copy_standing
from matcher.services.kiosks.event_queue import QUEUE, EventQueue
from matcher.services.kiosks.kiosks_service import KiosksService
from matcher.store.roles import Role, init_roles

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="begins processes by forking")

_CANARY = "grief-for-a-wombat"

_PROGRAM = """
import os, sys, time
from pathlib import Path
from matcher.bootstrap import Places
from matcher.services.directory.sitting_directory import open_for_sitting
from matcher.services.kiosks import kiosk_report
from ui import kiosk_command
from ui.supervisor.words import LONGEST, Word, write

folder, address, canary = Path(sys.argv[1]), sys.argv[2], sys.argv[3]

def sit(line, parent, start):
    kiosk_command.confine(parent)
    answers = [canary * 20]
    assert open_for_sitting(start.folder, start.trust).snapshot.size
    line.send_bytes(write(Word.READY))
    assert line.recv_bytes(LONGEST) == Word.SHOW.encode()
    for word in (Word.SHOWN, Word.BEGUN, Word.SIGN):
        line.send_bytes(write(word))
    time.sleep(0.1)
    is_staff = (folder / "staff").exists()
    line.send_bytes(write(Word.STAFF if is_staff else Word.ENDED))
    line.recv_bytes(LONGEST)

def let_staff_work(line, parent, start):
    for word in (Word.READY, Word.BEGUN, Word.LEAVE):
        line.send_bytes(write(word))
    time.sleep(60)

kiosk_command.sit, kiosk_command.let_staff_work = sit, let_staff_work
kiosk_command.screen_answers = lambda _: True
kiosk_report.UNREACHED_AFTER_SECONDS = 1.0
places = Places(folder, address)
sys.exit(kiosk_command.run_kiosk(places, kiosk_command.KeptSettings(places)))
"""


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    if not installed():
        pytest.skip(NO_SERVER)
    with running(installed()[0]) as server:
        yield server


@dataclass
class _Clinic:
    """A directory on a server, and a kiosk of it."""

    server: Server
    name: str
    folder: Path

    @property
    def address(self) -> str:
        """By which the kiosk comes to it."""
        return self.server.address(self.name, Role.KIOSK)

    @property
    def told(self) -> list[KioskWord]:
        """All that is on the server, in order."""
        return [KioskWord(what) for _, _, _, what in self.rows]

    @property
    def rows(self) -> list[tuple[str, ...]]:
        engine = create_engine(self.server.address(self.name))
        try:
            with engine.connect() as connection:
                query = "SELECT id, at, kiosk, what FROM kiosk_event ORDER BY at"
                return [tuple(row) for row in connection.exec_driver_sql(query)]
        finally:
            engine.dispose()

    @property
    def standing(self) -> KioskStanding:
        """What staff elsewhere know of the kiosk."""
        address = self.server.address(self.name, Role.STAFF)
        with closing(DirectoryService(address)) as directory:
            (kiosk,) = KiosksService(directory).standing()
        return kiosk

    @contextmanager
    def kiosk(self) -> Iterator[subprocess.Popen[str]]:
        command = [sys.executable, "-c", _PROGRAM, str(self.folder), self.address, _CANARY]
        process = subprocess.Popen(
            command, cwd=ROOT, env=_environment(), stderr=subprocess.PIPE, text=True
        )
        try:
            yield process
        finally:
            if process.poll() is None:
                process.kill()
            process.communicate(timeout=30)


def _environment() -> Mapping[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}


@pytest.fixture
def clinic(server: Server, tmp_path: Path) -> Iterator[_Clinic]:
    folder = tmp_path / "kiosk"
    folder.mkdir()
    (folder / "settings.toml").write_text('[kiosk]\nkiosk_name = "Hall"\n', encoding="utf-8")
    server.execute("CREATE DATABASE clinic")
    try:
        init_roles(server.address("clinic"))
        staff = server.address("clinic", Role.STAFF)
        with closing(DirectoryService(staff)) as directory, directory.changing() as work:
            work.profiles.apply([make_statement("p-1", city="Aue")])
        yield _Clinic(server, "clinic", folder)
    finally:
        server.execute("DROP DATABASE clinic WITH (FORCE)")


@pytest.mark.timeout(180)
def test_kiosk_when_it_runs_then_staff_elsewhere_know_of_it_and_of_nobody_who_sat_there(
    server: Server, clinic: _Clinic
) -> None:
    begun = [KioskWord.STARTED, KioskWord.COPIED, KioskWord.CURRENT]
    away = [KioskWord.AWAY, KioskWord.BACK]
    with clinic.kiosk() as kiosk:
        wait_until(lambda: clinic.told == begun, 60)
        assert (clinic.standing.name, clinic.standing.has_ended) == ("Hall", False)
        assert copy_standing(clinic.folder, clinic.address).current_at is not None
        with closing(DirectoryService(clinic.address)) as directory:
            assert KiosksService(directory).standing() == (), "a kiosk knows of no other"

        server.stop()
        queue = EventQueue(clinic.folder)
        wait_until(lambda: copy_standing(clinic.folder, clinic.address).unreached_since, 60)
        wait_until(lambda: [event.what for event in queue.waiting()] == away[:1], 60)
        server.start()
        wait_until(lambda: clinic.told == begun + away, 60)
        assert copy_standing(clinic.folder, clinic.address).unreached_since is None

        (clinic.folder / "staff").touch()
        assert kiosk.wait(timeout=60) == 0

    ended = [KioskWord.STAFF, KioskWord.ENDED_BY_STAFF]
    assert clinic.told == begun + away + ended, "however many sat there meanwhile"
    assert clinic.standing.has_ended
    assert not kiosk_runs_in(clinic.folder)
    assert count_in(json.dumps(clinic.rows).encode(), [_CANARY]) == 0
    files = [path for path in clinic.folder.rglob("*") if path.is_file()]
    assert sum(count_in_file(path, [_CANARY]) for path in files) == 0
    assert not (clinic.folder / QUEUE).exists()


@pytest.mark.timeout(180)
def test_kiosk_when_the_server_is_away_at_its_end_then_it_tells_at_its_next_start(
    server: Server, clinic: _Clinic
) -> None:
    with clinic.kiosk() as kiosk:
        wait_until(lambda: len(clinic.told) == 3, 60)
        server.stop()
        kiosk.send_signal(signal.SIGTERM)
        assert kiosk.wait(timeout=60) == 128 + signal.SIGTERM
    waiting = [event.what for event in EventQueue(clinic.folder).waiting()]
    assert waiting[-1] is KioskWord.ENDED
    server.start()

    with clinic.kiosk() as kiosk:
        copy = sittings_folder(clinic.folder, clinic.address)
        wait_until(
            lambda: KioskWord.ENDED in clinic.told and clinic.told[-1] != KioskWord.ENDED, 60
        )
        assert copy.is_dir()
        kiosk.send_signal(signal.SIGTERM)
        kiosk.wait(timeout=60)

    assert clinic.told.count(KioskWord.ENDED) == 2
    assert clinic.told[-1] is KioskWord.ENDED
    assert clinic.told.count(KioskWord.COPIED) == 1, "the same state is not made ready anew"


@pytest.mark.timeout(180)
def test_kiosk_when_its_looks_are_answered_and_its_copies_refused_then_it_says_since_when_it_waits(
    server: Server, clinic: _Clinic
) -> None:
    folder, log = sittings_folder(clinic.folder, clinic.address), clinic.folder / "log"

    def refused() -> int:
        return sum(
            path.read_text("utf-8").count("error.store.not_allowed") for path in log.glob("*")
        )

    with clinic.kiosk():
        wait_until(lambda: KioskWord.CURRENT in clinic.told, 60)
        server.execute("REVOKE SELECT ON fact FROM rapport_kiosk", clinic.name)
        staff = server.address(clinic.name, Role.STAFF)
        with closing(DirectoryService(staff)) as directory, directory.changing() as work:
            work.profiles.apply([make_statement("p-2", city="Aue")])
        wait_until(lambda: refused() >= 1, 60)
        since = waits_since(folder)
        assert since is not None
        wait_until(lambda: refused() >= 3, 60)
        assert waits_since(folder) == since
        assert KioskWord.WAITS not in clinic.told, "not before an hour is over"
        long_since = since.replace(microsecond=0) - timedelta(hours=2)
        for note, ago in (("directory.told", 1), ("directory.waiting", 0)):
            os.utime(folder / note, (long_since.timestamp() - ago,) * 2)
        wait_until(lambda: KioskWord.WAITS in clinic.told, 60)
        (since_when,) = [at for _, at, _, what in clinic.rows if what == KioskWord.WAITS]
        assert datetime.fromisoformat(since_when) == long_since
        assert "p-2" not in open_ready(folder).snapshot.ids

        init_roles(server.address(clinic.name))
        wait_until(lambda: "p-2" in open_ready(folder).snapshot.ids, 60)
        wait_until(lambda: waits_since(folder) is None, 60)
