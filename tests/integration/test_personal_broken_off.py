"""What a person keeps, when the program is killed: before every step that changes the disk.

A step is a call of the system that this program makes, or a statement that SQLite is given. Each
time a process of its own is killed before one of them, and another looks what there is.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from support.personal import (
    OTHER,
    PASSPHRASE,
    FakeKeyring,
    bytes_below,
    in_child,
    key_of,
    own_answers,
    quick_personal,
)
from support.source import ROOT

from matcher.questionnaire.response import ResponseSet
from matcher.services.personal.personal import PersonalService
from matcher.store import personal as store

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs os.fork")

_CALLS = ("mkdir", "open", "write", "fsync", "link", "rename", "replace", "unlink", "rmdir")
_MOST_STEPS = 300
_OLD, _NEW = own_answers("old words"), own_answers("new words")


class _Steps:
    """Counts steps, and kills this process before one of them."""

    def __init__(self, last: int) -> None:
        self._left = last

    def __call__(self, *_how: object) -> None:
        if self._left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        self._left -= 1

    def watch(self, service: PersonalService) -> None:
        """Count what the system and SQLite are told from now on, in this process."""
        if service._file is not None:
            service._file._driven.set_trace_callback(self)
        for name in _CALLS:
            setattr(os, name, self._counted(getattr(os, name)))
        connect = store._connect

        def connect_and_count(path: Path, key: bytes) -> object:
            connection = connect(path, key)
            connection.set_trace_callback(self)
            return connection

        store._connect = connect_and_count  # type: ignore[assignment]

    def _counted(self, call: Callable[..., object]) -> Callable[..., object]:
        def counted(*how: object, **more: object) -> object:
            self()
            return call(*how, **more)

        return counted


def _kill_at_each_step(
    folder: Path,
    prepare: Callable[[], object],
    work: Callable[[PersonalService], object],
    look: Callable[[], object],
) -> int:
    """Do `work` and be killed before its first, second, … step; `look` each time what there is."""
    for step in range(_MOST_STEPS):
        prepare()

        def be_killed(step: int = step) -> None:
            service = quick_personal(folder)
            if service.exists:
                service.open(PASSPHRASE)
            _Steps(step).watch(service)
            work(service)

        ended = in_child(be_killed)
        look()
        if ended == 0:
            return step
        assert ended == -signal.SIGKILL
    raise AssertionError("it never came to an end")


def _keep_old(folder: Path) -> None:
    service = quick_personal(folder)
    service.clear_all()
    service.create(PASSPHRASE)
    service.documents.save_answers(_OLD)
    service.close()


def _found(folder: Path, passphrase: str = PASSPHRASE) -> ResponseSet | None:
    service = quick_personal(folder)
    service.open(passphrase)
    kept = service.documents.answers()
    service.close()
    return kept and kept.answers


def _lives_on(folder: Path) -> None:
    """Everything can still be done, and clearing leaves nothing."""
    service = quick_personal(folder)
    if not service.exists:
        service.create(PASSPHRASE)
    else:
        service.open(PASSPHRASE)
    service.documents.save_answers(_NEW)
    service.close()
    assert _found(folder) == _NEW
    service.clear_all()
    assert bytes_below(folder) == {}
    assert not [*folder.iterdir()]


def test_making_when_killed_at_any_step_then_there_is_nothing_or_all_of_it(data_dir: Path) -> None:
    states = []

    def look() -> None:
        states.append(quick_personal(data_dir).exists)
        if states[-1]:
            assert _found(data_dir) is None
        _lives_on(data_dir)

    steps = _kill_at_each_step(
        data_dir, lambda: None, lambda service: service.create(PASSPHRASE), look
    )
    print(f"\nkilled at {steps} steps; there was nothing {states.count(False)} times")

    assert steps > 15
    assert states == sorted(states)
    assert {*states} == {False, True}


def test_saving_when_killed_at_any_step_then_the_old_or_the_new_is_there(data_dir: Path) -> None:
    states = []

    def look() -> None:
        found = _found(data_dir)
        assert found in (_OLD, _NEW)
        states.append(found == _NEW)

    steps = _kill_at_each_step(
        data_dir,
        partial(_keep_old, data_dir),
        lambda service: service.documents.save_answers(_NEW),
        look,
    )
    print(f"\nkilled at {steps} steps; the old was there {states.count(False)} times")

    assert steps > 4
    assert states == sorted(states)
    assert {*states} == {False, True}
    _lives_on(data_dir)


def test_passphrase_when_its_change_is_killed_at_any_step_then_one_of_the_two_opens(
    data_dir: Path,
) -> None:
    states = []

    def look() -> None:
        opens = [not key_of(partial(_found, data_dir), typed) for typed in (PASSPHRASE, OTHER)]
        assert sorted(opens) == [False, True]
        assert _found(data_dir, (PASSPHRASE, OTHER)[opens[1]]) == _OLD
        states.append(opens[1])

    steps = _kill_at_each_step(
        data_dir,
        partial(_keep_old, data_dir),
        lambda service: service.change_passphrase(OTHER),
        look,
    )
    print(f"\nkilled at {steps} steps; the old one opened {states.count(False)} times")

    assert steps > 4
    assert states == sorted(states)
    assert {*states} == {False, True}


@pytest.mark.parametrize("is_remembered", [False, True])
def test_code_when_its_change_is_killed_at_any_step_then_the_passphrase_opens(
    data_dir: Path, is_remembered: bool
) -> None:
    def work(service: PersonalService) -> None:
        service._safe._keyring = FakeKeyring()
        service.remember() if is_remembered else service.renew_code()

    def look() -> None:
        assert _found(data_dir) == _OLD

    assert _kill_at_each_step(data_dir, partial(_keep_old, data_dir), work, look) > 4


def test_clearing_when_killed_at_any_step_then_all_is_there_or_nobody_can_read_it(
    data_dir: Path,
) -> None:
    states, sealed = [], []

    def prepare() -> None:
        _keep_old(data_dir)
        key_file = (data_dir / "personal" / "personal.key").read_bytes()
        sealed[:] = [key_file[:4096].rstrip(b"\n")]

    def look() -> None:
        is_cleared = not quick_personal(data_dir).exists
        states.append(is_cleared)
        left = bytes_below(data_dir)
        if is_cleared:
            assert not [name for name, data in left.items() if sealed[0] in data]
        else:
            assert _found(data_dir) == _OLD
        _lives_on(data_dir)

    steps = _kill_at_each_step(data_dir, prepare, lambda service: service.clear_all(), look)
    print(f"\nkilled at {steps} steps; all was there {states.count(False)} times")

    assert steps > 8
    assert states == sorted(states)
    assert {*states} == {False, True}


_WORKS = {
    "create": "service.clear_all(); service.create(PASSPHRASE)",
    "save": "service.open(PASSPHRASE); service.documents.save_answers(own_answers('new words'))",
    "change": "service.open(PASSPHRASE); service.change_passphrase(OTHER)",
    "clear": "service.clear_all()",
}
_WRITES = ("pwrite64", "write", "fsync", "fdatasync", "ftruncate", "mkdir", "link", "linkat",
           "rename", "unlink", "rmdir")  # fmt: skip


@pytest.mark.long
@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
@pytest.mark.parametrize("work", _WORKS)
def test_work_when_killed_at_any_call_of_the_system_then_old_or_new_is_there(
    data_dir: Path, work: str
) -> None:
    """Those that SQLite makes among them."""
    kills = 0
    for call in _WRITES:
        for number in range(1, _MOST_STEPS):
            _keep_old(data_dir)
            if _traced(data_dir, work, call, number) == 0:
                break
            kills += 1
            _look_after(data_dir)
    print(f"\n{work}: killed at {kills} calls")

    assert kills > 5


def _look_after(data_dir: Path) -> None:
    service = quick_personal(data_dir)
    if service.exists:
        opens = [not key_of(service.open, typed) for typed in (PASSPHRASE, OTHER)]
        assert any(opens)
        kept = service.documents.answers()
        assert kept is None or kept.answers in (_OLD, _NEW)
        service.change_passphrase(PASSPHRASE)
        service.close()
    _lives_on(data_dir)


def _traced(data_dir: Path, work: str, call: str, number: int) -> int:
    program = (
        "import sys; from support.personal import *; from pathlib import Path;"
        f"service = quick_personal(Path(sys.argv[1])); {_WORKS[work]}"
    )
    command = ["strace", "-f", "-qq", "-o", os.devnull, "-e", f"trace={call}"]
    command += ["-e", f"inject={call}:signal=SIGKILL:when={number}"]
    command += [sys.executable, "-B", "-c", program, str(data_dir)]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "tests")))}
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert done.returncode in (0, -signal.SIGKILL, 128 + signal.SIGKILL), done.stderr
    return done.returncode
