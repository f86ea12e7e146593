"""A directory as large as a country's, put into a database as fast as its driver takes it.

Its people are invented: each fact is that of somebody in the sample, drawn on its own. They live in
fifty states, every fiftieth in each; all facts, digests and states people can be seen in are there,
as an import would have left them.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import numpy as np
import psycopg
from sqlalchemy.engine import make_url

from matcher.directory.cells import write_cell
from matcher.directory.geography import locate_licence_area
from matcher.region import load_region
from matcher.services.directory.sample_directory import sample_directory
from matcher.store import Database
from matcher.store.digests import _put_together, digest

HOME = "US-OR"
"""A state with every fiftieth person."""

_BATCH = 2_000
_SOURCE, _DAY = "therapist", date(2026, 10, 1)
_DRAWN_APART = {"name", "postcode", "country", "licensed_areas", "latitude", "longitude"}
_Fact = tuple[str, str, str, str, str]


class Person(NamedTuple):
    """A profile in the making: its facts in order, and the state it is in."""

    profile_id: str
    facts: list[_Fact]
    state: str


def people(size: int, seed: int = 1) -> Iterator[Person]:
    """Make this many; the same seed makes the same ones."""
    sample = [*sample_directory().profiles()]
    fields = sorted({field for each in sample for field in each.facts} - _DRAWN_APART)
    cells = {
        field: [
            write_cell(each.facts[field].value) if field in each.facts else "" for each in sample
        ]
        for field in fields
    }
    days = [str(each.facts["name"].confirmed_on or _DAY) for each in sample]
    places = [*_places()]
    random = np.random.default_rng(seed)
    for start in range(0, size, _BATCH):
        drawn = random.integers(0, len(sample), (min(_BATCH, size - start), len(fields) + 1))
        for row, (who, *others) in enumerate(drawn.tolist(), start):
            id_ = f"p-{row:07}"
            postcode, state = places[row % len(places)]
            said = {
                field: cell
                for field, other in zip(fields, others, strict=True)
                if (cell := cells[field][other])
            }
            said["name"] = f"{sample[who].name} {row}"
            said |= {"country": "US", "postcode": postcode, "licensed_areas": state}
            facts = [(id_, field, _SOURCE, said[field], days[who]) for field in sorted(said)]
            yield Person(id_, facts, state)


def load_file(path: Path, size: int) -> None:
    """Put them into a file."""
    with closing(Database(str(path), create=True)) as database, database.writing() as work:
        work.commit()  # by which rules it is known who is seen where
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for setting in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -200000"):
            connection.execute(f"PRAGMA {setting}")
        connection.execute("BEGIN")
        for part in _parts(size):
            ids = [(each.profile_id,) for each in part]
            connection.executemany("INSERT INTO profile VALUES (?, 1, NULL)", ids)
            rows = [fact for each in part for fact in each.facts]
            connection.executemany("INSERT INTO fact VALUES (?, ?, ?, ?, ?)", rows)
            digests = [(each.profile_id, _digest(each)) for each in part]
            connection.executemany("INSERT INTO profile_digest VALUES (?, ?)", digests)
            reach = [(each.state, each.profile_id) for each in part]
            connection.executemany("INSERT INTO reach VALUES (?, ?)", reach)
        connection.execute("COMMIT")
        connection.execute("ANALYZE")
        connection.execute("PRAGMA journal_mode = WAL")


def load_server(address: str, size: int) -> None:
    """Put them into a database that has its tables, as who may do anything there."""
    with driver(address) as connection:
        connection.autocommit = True
        connection.execute("SET session_replication_role = replica")  # all that is named is there
        for part in _parts(size):
            _copy(connection, "profile", [(each.profile_id, "t", None) for each in part])
            _copy(connection, "fact", [fact for each in part for fact in each.facts])
            _copy(
                connection,
                "profile_digest",
                [(each.profile_id, rf"\x{_digest(each).hex()}") for each in part],
            )
            _copy(connection, "reach", [(each.state, each.profile_id) for each in part])
        connection.execute("VACUUM ANALYZE")


def driver(address: str) -> psycopg.Connection[tuple[object, ...]]:
    """Connect to a server with nothing in between."""
    url = make_url(address).set(drivername="postgresql")
    return psycopg.connect(url.render_as_string(hide_password=False))


def _parts(size: int) -> Iterator[list[Person]]:
    made = people(size)
    while part := [*islice(made, _BATCH)]:
        yield part


def _copy(
    connection: psycopg.Connection[tuple[object, ...]],
    table: str,
    rows: list[tuple[str | None, ...]],
) -> None:
    lines = "".join("\t".join(map(_escaped, row)) + "\n" for row in rows)
    with connection.cursor().copy(f"COPY {table} FROM STDIN") as copy:
        copy.write(lines)


def _escaped(text: str | None) -> str:
    if text is None:
        return r"\N"
    if text.startswith(r"\x"):
        return rf"\{text}"
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")


def _digest(person: Person) -> bytes:
    return digest(_put_together(person.profile_id, True, None, person.facts))


def _places() -> Iterator[tuple[str, str]]:
    """Give a ZIP code of each of fifty states."""
    wanted = {f"US-{state}" for state in load_region("us").licence_areas}
    first: dict[str, str] = {}
    for number in range(500, 100_000):
        state = locate_licence_area(f"{number:05}", "US")
        if state in wanted:
            first.setdefault(state, f"{number:05}")
    return ((first[state], state) for state in [*sorted({*first} - {HOME})[:49], HOME])
