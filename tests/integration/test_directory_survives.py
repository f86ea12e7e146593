"""Whatever happens while the directory is written to, it is the old one or the new one.

``RAPPORT_KILLS`` sets how often an import is killed; without it, as often as a suite can bear, and
in the long form so often that kills before and after the commit are both sure to be seen.
"""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest
from support.builders import make_statement
from support.kept_directories import kept_directory
from support.source import ROOT
from support.trails import state_of

from matcher.errors import StoreError
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.intake.importing import ImportOptions
from matcher.store import Database

_KILLS = int(os.environ.get("RAPPORT_KILLS", "8"))
_MANY_KILLS = 200
_ROWS = 1_500
_LONG = "x" * 3000
_HEADER = "id,name,city,phone,confirmed_on\n"
_IMPORT = """
import sys
from pathlib import Path
from matcher.services.directory.stored_directory import DirectoryService
directory = DirectoryService(sys.argv[1])
directory.count()
print("ready", flush=True)
directory.import_files([Path(sys.argv[2])])
print("done", flush=True)
directory.close()
"""


def _file(folder: Path, name: str, day: str, *, start: int = 0) -> Path:
    rows = (
        f"p-{number:05},Robin Example {number},Town {day},555-01{number % 100:02},{day}\n"
        for number in range(start, start + _ROWS)
    )
    path = folder / name
    path.write_text(_HEADER + "".join(rows), encoding="utf-8")
    return path


def _state(path: Path) -> object:
    """Open a directory as it was left, see that it is whole, and return all of it."""
    with closing(Database(str(path))) as database, database.reading() as work:
        check = work._connection.exec_driver_sql("PRAGMA integrity_check").scalar()
        assert check == "ok"
        assert not work._connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        acts = len(work.trail.acts(9))
        return acts, state_of(work)


def _start(path: Path, file: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", _IMPORT, str(path), str(file)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


@pytest.mark.skipif(os.name != "posix", reason="another system knows no SIGKILL")
@pytest.mark.parametrize(
    "kills",
    [
        pytest.param(_KILLS, marks=pytest.mark.timeout(60 + 5 * _KILLS), id="some"),
        pytest.param(
            _MANY_KILLS,
            marks=[pytest.mark.long, pytest.mark.timeout(60 + 5 * _MANY_KILLS)],
            id="many",
        ),
    ],
)
def test_import_when_killed_at_any_moment_then_the_directory_is_the_old_or_the_new_one(
    kills: int, tmp_path: Path
) -> None:
    file = _file(tmp_path, "new.csv", "2026-02-01", start=_ROWS // 2)
    first = tmp_path / "first.sqlite"
    with closing(DirectoryService(str(first))) as directory:
        directory.import_files([_file(tmp_path, "old.csv", "2026-01-01")])
    whole = shutil.copy(first, tmp_path / "whole.sqlite")
    process = _start(whole, file)
    ready = time.monotonic()
    assert process.communicate()[0] == "done\n"
    took = time.monotonic() - ready
    old, new = _state(first), _state(whole)
    assert old != new

    drawn, edge, outcomes = random.Random(6), took, Counter[str]()
    for number in range(kills):
        path = shutil.copy(first, tmp_path / f"{number}.sqlite")
        process = _start(path, file)
        # Not a wait for something: the moment itself is what is tried. Every other one is near the
        # commit, wherever that has been until now.
        near = edge * drawn.uniform(0.9, 1.1)
        threading.Event().wait(near if number % 2 else took * drawn.uniform(0, 1.1))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        found = _state(path)
        assert found in (old, new)
        if number % 2:
            edge *= 0.95 if found == new else 1.05
        ended = process.returncode != -signal.SIGKILL
        outcomes["ended" if ended else "after" if found == new else "before"] += 1
        assert found == new or not ended
        for rest in tmp_path.glob(f"{number}.sqlite*"):
            rest.unlink()
    said = ", ".join(f"{outcomes[when]} {when}" for when in ("before", "after", "ended"))
    print(f"{kills} kills around the commit: {said}")
    assert outcomes["before"], said
    assert outcomes["after"] or kills < _MANY_KILLS, said


def test_reader_when_two_are_merged_meanwhile_then_it_sees_the_old_or_the_new(
    tmp_path: Path,
) -> None:
    pairs = 40
    people = (
        make_statement(f"{side}-{number}", city=side, phone="555-0100")
        for number in range(pairs)
        for side in ("keep", "drop")
    )
    with closing(kept_directory(tmp_path, people)) as directory:
        database, seen, faults = directory.database(), set(), []
        done = threading.Event()

        def read() -> None:
            while not done.is_set():
                with database.reading() as work:
                    count, ids = work.profiles.count(), [each.id for each in work.profiles.all()]
                    merged = sum(1 for act in work.trail.acts(999) if act.deed.kind == "merge")
                if not len(ids) == count == 2 * pairs - merged:
                    faults.append((count, len(ids), merged))
                seen.add(count)

        reader = threading.Thread(target=read)
        reader.start()
        for number in range(pairs):
            with directory.changing() as work:
                work.profiles.merge(f"keep-{number}", f"drop-{number}")
        done.set()
        reader.join()

        assert faults == []
        assert len(seen) > 1
        assert directory.count() == pairs


def _do_without_room(database: Database, what: str) -> None:
    with database.writing() as work:
        pages = work._connection.exec_driver_sql("PRAGMA page_count").scalar()
        work._connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        if what == "import":
            work.profiles.apply(make_statement(f"q-{n}", bio=_LONG) for n in range(200))
        elif what == "merge":
            for number in range(1, 200):
                work.profiles.merge("p-0", f"p-{number}")
        else:
            work.trail.undo(1)
        work.commit()


def _undo_where_nothing_can_be_written(database: Database) -> None:
    with database.writing() as work:
        work._connection.exec_driver_sql("PRAGMA query_only = ON")
        work.trail.undo(1)


@pytest.mark.parametrize("what", ["import", "merge", "undo"])
def test_directory_when_there_is_no_room_then_says_so_and_stays_as_it_was(
    what: str, tmp_path: Path
) -> None:
    people = (make_statement(f"p-{number}", bio=_LONG) for number in range(200))
    with closing(kept_directory(tmp_path, people)) as directory:
        database = directory.database()
        with database.reading() as work:
            before = state_of(work)
        with pytest.raises(StoreError) as caught:
            _do_without_room(database, what)
        with database.reading() as work:
            assert state_of(work) == before

    (message,) = caught.value.messages
    assert message.key == "error.store.full"


def test_directory_when_it_may_only_be_read_then_says_so(tmp_path: Path) -> None:
    with closing(kept_directory(tmp_path, [make_statement()])) as directory:
        database = directory.database()
        with pytest.raises(StoreError) as caught:
            _undo_where_nothing_can_be_written(database)

    assert caught.value.messages[0].key == "error.store.read_only"


def test_import_when_a_newer_version_made_the_directory_then_it_is_not_touched(
    tmp_path: Path,
) -> None:
    with closing(kept_directory(tmp_path, [make_statement()])) as directory:
        path = directory.path
    assert path is not None
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0999'")
        connection.commit()
    before = path.read_bytes()
    file = _file(tmp_path, "new.csv", "2026-02-01")
    with closing(DirectoryService(str(path))) as directory, pytest.raises(StoreError) as caught:
        directory.import_files([file], ImportOptions())

    assert caught.value.messages[0].key == "error.store.newer"
    assert path.read_bytes() == before
