"""A process that brings older directories up to date, killed at any step of it.

``python -m support.killed_upgrades FOLDER KILLS SEED [apart]``: kills so often for every older form
of a directory, or at each step where that is more; the answer is one line of JSON. With ``apart``
each statement lasts by itself, as without a transaction: that has to be noticed.
"""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from random import Random

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, event, true
from support.in_child import told_by_child
from support.source import program_environment

from matcher.errors import StoreError
from matcher.store import Database, engine
from matcher.store.digests import note_digests_of_all
from matcher.store.engine import APPLICATION_ID, WRITES, Writes, open_engine
from matcher.store.location import Location
from matcher.store.reach import renew_reach
from matcher.store.upgrade import HEAD, SCRIPTS

_PEOPLE = 30
_ALWAYS_NEW = ("directory_state", "alembic_version")


@dataclass(frozen=True, slots=True)
class _Form:
    """A directory of an older version: its file, what is in it, and how far it is to the newest."""

    revision: str
    content: bytes
    old: "_Dump"
    new: "_Dump"
    steps: int
    seconds: float


@dataclass(frozen=True, slots=True)
class _Dump:
    """What is in a directory: the version it says it is of, its tables, and its rows."""

    revision: str
    schema: list[str]
    rows: dict[str, list[list[object]]]

    def holds(self, older: "_Dump") -> bool:
        """Tell whether every row of an older one is in this, whatever columns came since."""
        return all(
            {tuple(row) for row in rows} <= {tuple(row[: len(rows[0])]) for row in self.rows[name]}
            for name, rows in older.rows.items()
            if rows
        )


def kill_upgrades(folder: Path, kills: int, *, apart: bool = False) -> dict[str, int]:
    """Kill what brings older directories up to date, and count what is neither old nor new."""
    line = [sys.executable, "-m", "support.killed_upgrades", str(folder), str(kills), "3"]
    done = subprocess.run(
        [*line, *(["apart"] if apart else [])],
        env=program_environment(), stdout=subprocess.PIPE, text=True, check=True,
        stderr=subprocess.DEVNULL if apart else None,  # what is damaged then is told at length
    )  # fmt: skip
    return dict(json.loads(done.stdout))


def revisions() -> list[str]:
    """Return every form that a released version made, but the newest."""
    found = sorted(path.name[:4] for path in (SCRIPTS / "versions").glob("[0-9]*.py"))
    return [revision for revision in found if revision != HEAD]


def make_older(path: Path, revision: str) -> None:
    """Make a directory of an older version, with something in every table."""
    opened, config = open_engine(Location(path)), Config()
    config.set_main_option("script_location", str(SCRIPTS))
    with (
        opened.connect().execution_options(**{WRITES: Writes.CHANGES}) as connection,
        connection.begin(),
    ):
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    with closing(sqlite3.connect(path)) as bare:
        bare.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        for since, statement, rows in _rows():
            if since <= revision:
                bare.executemany(statement, rows)
        bare.commit()
        bare.execute("PRAGMA journal_mode = WAL")
    if revision >= "0006":
        writing = {WRITES: Writes.CHANGES}
        with opened.connect().execution_options(**writing) as connection, connection.begin():
            note_digests_of_all(connection)
            if revision >= "0008":
                renew_reach(connection, true())
    opened.dispose()


def _rows() -> list[tuple[str, str, list[tuple[object, ...]]]]:
    ids = [f"p-{number:03}" for number in range(_PEOPLE)]
    return [
        ("0001", "INSERT INTO profile (id, published, published_on) VALUES (?, ?, ?)",
         [(id_, number % 3 > 0, "2026-01-02") for number, id_ in enumerate(ids)]),
        ("0001", "INSERT INTO fact VALUES (?, ?, ?, ?, ?)",
         [(id_, field, "clinic", text, "2026-01-01") for id_ in ids
          for field, text in (("name", f"Robin {id_}"), ("city", "Aue"), ("phone", None))]),
        ("0003", "INSERT INTO merged (old_id, kept_id) VALUES (?, ?)", [("gone", ids[0])]),
        ("0003", "INSERT INTO act (id, at, who, what, detail) VALUES (?, ?, '', 'import', '')",
         [(1, "2026-01-01T08:00:00+00:00")]),
        ("0003", "INSERT INTO act_change (act_id, profile_id, field, source) VALUES (1, ?, '', '')",
         [(id_,) for id_ in ids]),
        ("0004", "INSERT INTO not_the_same (profile_id, other_id) VALUES (?, ?)",
         [(ids[1], ids[2]), (ids[2], ids[1])]),
        ("0005", "INSERT INTO staff_secret VALUES ('pin', '', '', 'x', ?)", [(4,)]),
    ]  # fmt: skip


def _dump(path: Path) -> _Dump:
    with closing(sqlite3.connect(path)) as bare:
        assert bare.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        (revision,) = bare.execute("SELECT version_num FROM alembic_version").fetchone()
        tables = bare.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        schema = dict(sorted(tables))
        rows = {
            name: sorted((_plain(row) for row in bare.execute(f"SELECT * FROM {name}")), key=repr)
            for name, sql in schema.items()
            if sql.startswith("CREATE TABLE") and name not in _ALWAYS_NEW
        }
    return _Dump(revision, [*schema.values()], rows)


def _plain(row: tuple[object, ...]) -> list[object]:
    return [each.hex() if isinstance(each, bytes) else each for each in row]


def _upgrade(path: Path, last_step: float = float("inf")) -> int:
    """Bring a directory up to date as opening it does, up to a step; return how many there were."""
    steps = count(1)
    done = 0

    def step(*_: object, **__: object) -> None:
        nonlocal done
        done = next(steps)
        if done >= last_step:
            os.kill(os.getpid(), signal.SIGKILL)

    for what in ("before_cursor_execute", "commit"):
        event.listen(Engine, what, step)
    Database(str(path)).close()
    return done


def _form(folder: Path, revision: str) -> _Form:
    path = folder / f"{revision}.sqlite"
    make_older(path, revision)
    content, old, begin = path.read_bytes(), _dump(path), time.monotonic()
    steps = told_by_child(lambda: _upgrade(path))
    seconds = time.monotonic() - begin
    new = _dump(path)
    assert (old.revision, new.revision, new.holds(old)) == (revision, HEAD, True)
    return _Form(revision, content, old, new, steps, seconds)


def _killed(path: Path, work: Callable[[], object], seconds: float) -> bool:
    """Do something in another process, killed after a time unless it kills itself; tell if so."""
    child = os.fork()
    if not child:
        try:
            work()
        finally:
            os._exit(0)
    if seconds:
        time.sleep(seconds)  # the moment itself is what is tried
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def _what_is_left(path: Path, form: _Form) -> str:
    """Tell what a kill left, and see that it opens as the newest with all that it held."""
    try:
        found = told_by_child(lambda: _as_json(_dump(path)))
    except RuntimeError:
        return "damaged"
    kind = next((kind for kind in ("old", "new") if found == _as_json(getattr(form, kind))), "")
    try:
        told_by_child(lambda: _upgrade(path))
    except (RuntimeError, StoreError):
        return "damaged"
    after = _dump(path)
    return kind if kind and after.schema == form.new.schema and after.holds(form.old) else "between"


def _as_json(dump: _Dump) -> list[object]:
    return [dump.revision, dump.schema, dump.rows if dump.revision != HEAD else 0]


def main(folder: str, kills: str, seed: str, *more: str) -> None:
    """Kill at steps and at other moments, and tell what was left."""
    chance, counts = Random(int(seed)), Counter[str](old=0, new=0, between=0, damaged=0)
    forms = [_form(Path(folder), revision) for revision in revisions()]
    if "apart" in more:
        engine._begin.__code__ = (lambda connection: None).__code__
    number = 0
    for form in forms:
        steps = [*range(1, form.steps + 1)]
        at_steps = steps if int(kills) >= len(steps) else chance.sample(steps, int(kills) - 1)
        for step in [*at_steps, *[0] * (int(kills) - len(at_steps))]:
            number += 1
            path = Path(folder) / f"killed-{number}.sqlite"
            path.write_bytes(form.content)
            moment = 0 if step else chance.uniform(0, form.seconds)
            last = step or float("inf")
            counts["kills"] += _killed(path, lambda p=path, n=last: _upgrade(p, n), moment)
            counts[_what_is_left(path, form)] += 1
    print(json.dumps({"forms": len(forms), **counts}))


if __name__ == "__main__":
    main(*sys.argv[1:])
