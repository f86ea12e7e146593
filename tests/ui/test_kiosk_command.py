import logging
import os
import pickle
import select
import signal
import subprocess
import sys
from collections.abc import Callable
from itertools import count
from math import ceil
from pathlib import Path
from typing import Any

import pytest
from support.copies import make_ready, open_ready, trust_of
from support.pretended_kiosk import Children

from matcher import log
from matcher.bootstrap import Places, build_services
from matcher.directory.copy_file import CopyTrust, public_part
from matcher.errors import MatcherError, Message, SettingsError, SnapshotError, StoreError
from matcher.services import kiosk_check
from matcher.services.directory.sample_directory import sample_directory
from matcher.services.directory.sitting_directory import open_for_sitting
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.directory.waiting import begin_waiting, sittings_folder, waits_since
from matcher.services.kiosk_check import KioskOutcome, KioskStart
from matcher.services.kiosks.copy_standing import copy_standing
from ui import kiosk_command, kiosk_staff
from ui.kiosk_command import (
    KeptSettings,
    let_staff_work,
    prepare,
    run_checked_kiosk,
    run_kiosk,
)
from ui.kiosk_start import HelperStart, SittingStart, StaffStart
from ui.settings import Settings
from ui.supervisor import confinement
from ui.supervisor.children import Work
from ui.supervisor.single_instance import single_instance
from ui.supervisor.words import Ending, ProcessKind, Word, write

_SUPERVISING = """
import sys
import ui.kiosk_command
heavy = ("PySide6", "sqlalchemy", "matcher.store", "numpy", "cryptography", "ui.app")
print(*(name for name in heavy if name in sys.modules))
"""

_SITTING = """
import os, sys
from pathlib import Path
from matcher.directory.copy_file import CopyTrust
from ui import kiosk_app
from ui.kiosk_start import SittingStart
from ui.settings import Settings
from ui.supervisor.words import Word
import multiprocessing
from PySide6 import QtCore

say = kiosk_app.SupervisorLine.say
def heard(line, word, code=""):
    if word is Word.READY:
        QtCore.qWarning("zqxjkv")
        names = [name for name in ("sqlalchemy", "matcher.store", "sqlite3") if name in sys.modules]
        print("ready", *names, flush=True)
        os._exit(0)
    if word is Word.FAULT:
        print(word, code, flush=True)

kiosk_app.SupervisorLine.say = heard
ours, theirs = multiprocessing.Pipe()
trust = CopyTrust(bytes.fromhex(sys.argv[2]), 1)
kiosk_app.run_sitting(ours, SittingStart(Path(sys.argv[1]), Settings(is_kiosk=True), trust))
"""


_SILENT = """
import logging, os, sys
from ui import kiosk_app, kiosk_command

def run(*_):
    for stream in (1, 2):
        os.write(stream, b"zqxjkv")
    print("zqxjkv", flush=True)
    logging.getLogger("ui.x").error("zqxjkv")
    assert not os.read(0, 1)
    os.write(told, b"ran to its end")

told = os.dup(1)
logging.basicConfig()
kiosk_app.run_sitting = run
kiosk_command.confine = lambda parent: ()
kiosk_command.sit(None, os.getppid(), None)
"""

_ORPHANS = """
import os, sys, time
from pathlib import Path
from matcher.bootstrap import Places
from matcher.directory.copy_file import CopyTrust
from matcher.services.kiosks.copy_standing import copy_standing
from ui import kiosk_command, kiosk_staff
from ui.kiosk_start import HelperStart, StaffStart
from ui.settings import Settings

def work(*_):
    print(os.getpid(), flush=True)
    time.sleep(600)

kiosk_staff.run_kiosk_staff = kiosk_command._prepare = work
folder = Path(sys.argv[2])
starts = {
    "let_staff_work": StaffStart(Places(folder), Settings(is_kiosk=True)),
    "prepare": HelperStart(Places(folder), folder / "sittings", CopyTrust()),
}
parent = os.getpid()
if not os.fork():
    getattr(kiosk_command, sys.argv[1])(None, parent, starts[sys.argv[1]])
time.sleep(600)
"""

_PLACES = Places(Path("there"))


class _Line:
    """Stands in for the line to the supervisor, and keeps what was said."""

    def __init__(self) -> None:
        self.said: list[bytes] = []

    def send_bytes(self, data: bytes) -> None:
        self.said.append(data)


@pytest.fixture
def sittings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder in which the invented directory was made ready."""
    monkeypatch.setattr(kiosk_command, "end_with", lambda _: True)
    start = HelperStart(Places(tmp_path), tmp_path / "sittings", CopyTrust(), is_sample=True)
    prepare(_Line(), os.getpid(), start)  # type: ignore[arg-type]
    return start.folder


def test_supervisor_when_imported_then_it_knows_neither_qt_nor_a_database() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _SUPERVISING], capture_output=True, text=True, check=True
    )

    assert done.stdout == "\n"


def test_directory_when_made_ready_then_a_sitting_opens_it(sittings: Path) -> None:
    assert open_ready(sittings).is_sample


def test_helper_when_it_copies_for_seconds_then_it_says_each_second_that_it_gets_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line, clock = _Line(), count(100, 0.25)
    monkeypatch.setattr(kiosk_command, "end_with", lambda _: True)
    monkeypatch.setattr(kiosk_command, "monotonic", lambda: next(clock))
    start = HelperStart(Places(tmp_path), tmp_path / "sittings", CopyTrust(), is_sample=True)

    prepare(line, os.getpid(), start)  # type: ignore[arg-type]

    steps = (next(clock) - 100) * 4
    assert open_ready(start.folder).snapshot.size < steps
    assert line.said == [write(Word.ALIVE)] * ceil(steps / 4)


def test_sitting_when_warm_then_it_never_knew_of_a_database(sittings: Path) -> None:
    done = _sit(sittings)

    assert (done.stdout, done.returncode) == ("ready\n", 0), done.stderr
    assert "zqxjkv" not in done.stderr, "what Qt says may quote a text"


def test_sitting_when_there_is_nothing_to_open_then_it_is_ready_and_closed(tmp_path: Path) -> None:
    done = _sit(tmp_path)

    assert done.stdout.splitlines() == ["fault closed", "ready"], done.stderr


def _sit(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", _SITTING, str(folder), trust_of(folder).public.hex()]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_sitting_when_begun_then_it_knows_which_copy_is_its_own_and_not_the_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    begun_with: list[Callable[[ProcessKind], HelperStart | SittingStart]] = []
    monkeypatch.setattr(kiosk_command, "ProcessChildren", _noted_in(begun_with))
    monkeypatch.setattr(kiosk_command, "supervise", lambda *_: 0)
    monkeypatch.setattr(kiosk_command, "end_with", lambda _: True)
    run_kiosk(Places(tmp_path), lambda: Settings(is_kiosk=True), is_sample=True)
    (begin_with,) = begun_with

    prepare(_Line(), os.getpid(), begin_with(ProcessKind.HELPER))  # type: ignore[arg-type]
    starts = [begin_with(kind) for kind in (ProcessKind.SITTING, ProcessKind.WATCHER)]

    key = (tmp_path / "copy.key").read_bytes()
    assert [start.trust for start in starts] == [CopyTrust(public_part(key), 1)] * 2
    assert open_for_sitting(starts[0].folder, starts[0].trust).is_sample
    noted = (tmp_path / "log" / "rapport.log").read_bytes() + caplog.text.encode()
    told = b"".join((*map(pickle.dumps, starts), repr(starts).encode(), noted))
    assert not [form for form in (key, key.hex().encode(), repr(key).encode()) if form in told]


def test_directory_when_it_cannot_be_read_then_that_is_logged_by_its_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(kiosk_command, "end_with", lambda _: True)
    (tmp_path / "directory.sqlite").write_bytes(b"no database" * 100)
    start = HelperStart(Places(tmp_path), tmp_path / "sittings", CopyTrust())

    with pytest.raises(SystemExit) as ended:
        prepare(_Line(), os.getpid(), start)  # type: ignore[arg-type]

    assert ended.value.code == Ending.FAILED
    assert "error.store" in caplog.text
    assert str(tmp_path) not in caplog.text
    noted = (tmp_path / "log" / "rapport.log").read_text(encoding="utf-8")
    assert "error.store" in noted, "a process that was not forked has to know where"


@pytest.mark.parametrize("is_begun_anew", [False, True])
def test_staff_when_begun_then_it_notes_in_the_file_by_itself(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    is_begun_anew: bool,
) -> None:
    monkeypatch.setattr(kiosk_command, "end_with", lambda _: True)
    monkeypatch.setattr(
        kiosk_staff, "run_kiosk_staff", lambda *_: logging.getLogger("ui.x").error("noted")
    )
    if not is_begun_anew:
        log.to_file(tmp_path)

    start = StaffStart(Places(tmp_path), Settings(is_kiosk=True))
    let_staff_work(None, os.getpid(), start)  # type: ignore[arg-type]

    noted = (tmp_path / "log" / "rapport.log").read_text(encoding="utf-8")
    assert noted.count("noted") == 1


@pytest.mark.parametrize(
    ("work", "start"),
    [
        (let_staff_work, StaffStart(_PLACES, Settings(is_kiosk=True), "debug")),
        (prepare, HelperStart(_PLACES, Path("there"), CopyTrust(), log_level="debug")),
    ],
    ids=["staff", "helper"],
)
def test_process_when_begun_anew_then_it_notes_from_the_level_its_start_tells(
    monkeypatch: pytest.MonkeyPatch, work: Work, start: StaffStart | HelperStart
) -> None:
    noted_from: list[tuple[Path, str]] = []
    monkeypatch.setattr(kiosk_command, "end_with", lambda _: True)
    monkeypatch.setattr(log, "to_file", lambda *told: noted_from.append(told))
    monkeypatch.setattr(kiosk_staff, "run_kiosk_staff", lambda *_: None)
    monkeypatch.setattr(kiosk_command, "_prepare", lambda *_: None)

    work(None, os.getpid(), start)  # type: ignore[arg-type]

    assert noted_from == [(_PLACES.data_dir, "debug")]


def _noted_in(begun_with: list[Any]) -> Callable[..., Children]:
    """Make pretended children in place of processes, and note what they would begin with."""

    def make(_work: object, start: object) -> Children:
        begun_with.append(start)
        return Children()

    return make


def test_kiosk_when_started_with_a_level_then_its_processes_begin_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun_with: list[Callable[[ProcessKind], StaffStart | HelperStart]] = []
    monkeypatch.setattr(
        kiosk_command, "ProcessChildren", lambda _, start: begun_with.append(start) or Children()
    )
    monkeypatch.setattr(kiosk_command, "supervise", lambda *_: 0)

    run_kiosk(Places(tmp_path), lambda: Settings(is_kiosk=True), log_level="debug")

    (start,) = begun_with
    assert start(ProcessKind.HELPER).log_level == start(ProcessKind.STAFF).log_level == "debug"


@pytest.mark.parametrize(("first", "second"), [(True, False), (False, True)])
def test_kiosk_when_its_directory_cannot_be_made_ready_then_no_other_is_taken_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: bool, second: bool
) -> None:
    begun_with: list[Callable[[ProcessKind], HelperStart | SittingStart]] = []
    monkeypatch.setattr(
        kiosk_command, "ProcessChildren", lambda _, start: begun_with.append(start) or Children()
    )
    monkeypatch.setattr(kiosk_command, "supervise", lambda *_: 0)
    monkeypatch.setattr(kiosk_command, "end_with", lambda _: True)
    places = Places(tmp_path)
    build_services(places).directory.database(create=True).close()
    for is_sample in (first, second):
        run_kiosk(places, lambda: Settings(is_kiosk=True), is_sample=is_sample)
    before, now = begun_with

    prepare(_Line(), os.getpid(), before(ProcessKind.HELPER))  # type: ignore[arg-type]

    assert open_ready(before(ProcessKind.SITTING).folder).is_sample is first
    with pytest.raises(SnapshotError):
        open_ready(now(ProcessKind.SITTING).folder)


@pytest.mark.parametrize("was_waiting", [False, True])
def test_kiosk_when_the_server_is_away_then_nothing_newer_is_waited_for_unless_it_was_known(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    was_waiting: bool,
) -> None:
    monkeypatch.setattr(kiosk_command, "end_with", lambda _: True)
    places = Places(tmp_path, f"postgresql+psycopg:///clinic?host={tmp_path}")
    folder = sittings_folder(tmp_path, places.address)
    folder.mkdir(parents=True)
    if was_waiting:
        begin_waiting(folder)

    with pytest.raises(SystemExit) as ended:
        prepare(_Line(), os.getpid(), HelperStart(places, folder, CopyTrust()))  # type: ignore[arg-type]

    assert ended.value.code == Ending.CUT_OFF
    assert "error.store.away" in caplog.text
    assert (waits_since(folder) is not None) is was_waiting


@pytest.mark.parametrize("why", ["slow", "not_allowed", "locked_server"])
def test_kiosk_when_the_server_is_there_and_gives_no_copy_then_it_waits_and_staff_see_since_when(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, why: str
) -> None:
    def refuse(_: object) -> None:
        raise StoreError(Message(f"error.store.{why}", file="clinic"))

    monkeypatch.setattr(kiosk_command, "end_with", lambda _: True)
    monkeypatch.setattr(DirectoryService, "at_one_moment", refuse)
    places = Places(tmp_path, f"postgresql+psycopg:///clinic?host={tmp_path}")
    folder = sittings_folder(tmp_path, places.address)

    with single_instance(tmp_path), pytest.raises(SystemExit) as ended:
        prepare(_Line(), os.getpid(), HelperStart(places, folder, CopyTrust()))  # type: ignore[arg-type]
    with single_instance(tmp_path):
        standing = copy_standing(tmp_path, places.address)

    assert ended.value.code == Ending.FAILED, "looks are answered, and none shows when it is better"
    assert f"error.store.{why}" in caplog.text
    assert (standing.waits_since, standing.why_waiting) == (waits_since(folder), "waits")
    assert standing.waits_since is not None


def test_settings_when_they_become_unreadable_then_the_last_ones_hold(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("[kiosk]\nwarn_after_seconds = 90\n")
    read = KeptSettings(Places(tmp_path))
    assert read().warns_after == 90

    file.write_text("[kiosk]\nwarn_after_seconds = 100\n")
    assert read().warns_after == 100
    file.write_text("[kiosk\n")

    assert read().warns_after == 100
    with pytest.raises(SettingsError):
        KeptSettings(Places(tmp_path))


def test_settings_when_they_break_while_it_runs_then_the_helper_goes_on_with_the_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun_with: list[Callable[[ProcessKind], HelperStart]] = []
    monkeypatch.setattr(
        kiosk_command, "ProcessChildren", lambda _, start: begun_with.append(start) or Children()
    )
    monkeypatch.setattr(kiosk_command, "supervise", lambda *_: 0)
    monkeypatch.setattr(kiosk_command, "end_with", lambda _: True)
    places = Places(tmp_path)
    build_services(places).directory.database(create=True).close()
    (tmp_path / "settings.toml").write_text("[facts]\ncount_for_days = 30\n")
    run_kiosk(places, KeptSettings(places))
    (tmp_path / "settings.toml").write_text("garbage = [\n")

    start = begun_with[0](ProcessKind.HELPER)
    prepare(_Line(), os.getpid(), start)  # type: ignore[arg-type]

    assert open_ready(start.folder).limit_days == 30
    assert begun_with[0](ProcessKind.STAFF).places == start.places


def test_kiosk_when_something_is_missing_then_sentences_say_what_and_nothing_begins(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kiosk_command, "run_kiosk", None)
    (tmp_path / "settings.toml").write_text("[kiosk\n")

    assert run_checked_kiosk(Places(tmp_path)) == 1

    said = capsys.readouterr().err
    assert "settings.toml" in said
    assert confinement.__name__ not in said


def test_kiosk_when_it_does_not_begin_then_the_reason_is_said_last(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    outcome = KioskOutcome(refused=("No PIN.",), noted=("No place.", "No printer."))
    monkeypatch.setattr(kiosk_check, "look_apart", lambda _: outcome)

    assert run_checked_kiosk(Places(tmp_path)) == 1

    assert capsys.readouterr().err.splitlines() == ["No place.", "No printer.", "No PIN."]


@pytest.mark.parametrize("is_sample", [False, True])
def test_kiosk_when_one_has_run_on_its_directory_then_it_is_asked_for_less(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_sample: bool
) -> None:
    looked: list[KioskStart] = []

    def look(start: KioskStart) -> KioskOutcome:
        looked.append(start)
        return KioskOutcome(refused=("No.",))

    monkeypatch.setattr(kiosk_check, "look_apart", look)
    places = Places(tmp_path)
    run_checked_kiosk(places, is_sample=is_sample)
    folder = sittings_folder(tmp_path, places.address, is_sample=is_sample)
    make_ready(sample_directory(), folder)
    run_checked_kiosk(places, is_sample=is_sample)

    assert [start.has_run for start in looked] == [False, not is_sample]


def test_kiosk_when_another_one_runs_in_its_folder_then_it_does_not_begin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kiosk_command, "supervise", lambda *_: 0)

    with single_instance(tmp_path), pytest.raises(MatcherError):
        run_kiosk(Places(tmp_path), lambda: Settings(is_kiosk=True), is_sample=True)

    assert run_kiosk(Places(tmp_path), lambda: Settings(is_kiosk=True), is_sample=True) == 0


def test_kiosk_when_it_begins_then_what_was_made_ready_of_another_directory_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kiosk_command, "supervise", lambda *_: 0)
    places = Places(tmp_path)
    own, other = (sittings_folder(tmp_path, name) for name in (places.address, "other.sqlite"))
    for folder in (own, other):
        make_ready(sample_directory(), folder)

    with single_instance(tmp_path), pytest.raises(MatcherError):
        run_kiosk(places, lambda: Settings(is_kiosk=True))
    assert other.exists(), "another kiosk may show it"
    run_kiosk(places, lambda: Settings(is_kiosk=True))

    assert open_ready(own).is_sample
    assert not other.exists()


def test_sitting_when_it_says_something_then_nobody_hears_it() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _SILENT], capture_output=True, text=True, check=True, input="zqxjkv"
    )

    assert (done.stdout, done.stderr) == ("ran to its end", "")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the line to the supervisor ends it")
@pytest.mark.parametrize("what", ["let_staff_work", "prepare"])
def test_process_when_its_supervisor_is_killed_then_it_ends_too(what: str, tmp_path: Path) -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", _ORPHANS, what, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    watched = os.pidfd_open(child)

    parent.kill()
    parent.communicate()

    ended, _, _ = select.select([watched], [], [], 20)
    if not ended:
        os.kill(child, signal.SIGKILL)
    assert ended
