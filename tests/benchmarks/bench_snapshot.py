"""A large directory opened from its snapshot, beside a plain read of the same bytes; and made.

Each opening is a process of its own, with the file in the system's cache, as on the second start
of a day. Run by ``make bench``; prints figures and asserts nothing on time.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import median

import numpy as np
import pytest
from numpy.typing import NDArray

from matcher.directory.bit_set import Bits, pack, unpack
from matcher.directory.code_column import CodeColumn
from matcher.directory.profile import Profile, Source
from matcher.directory.snapshot import Snapshot
from matcher.directory.snapshot_builder import build_snapshot
from matcher.directory.snapshot_file import write_snapshot
from matcher.directory.statement import Statement
from matcher.directory.term_states import pack_states
from matcher.directory.text_column import make_text_column
from matcher.services.directory.kept_snapshot import current_snapshot
from matcher.services.directory.sample_directory import sample_directory
from matcher.store import Database

STATED = 25
"""How many fields a profile states, on average."""

OPENINGS = 5
VARIANTS = 512

_OPEN = """
import json, sys, time
from pathlib import Path
from support.opening import evaluated, memory_mb, read_plainly
from matcher.directory.snapshot_file import open_snapshot

path = Path(sys.argv[1])
before = memory_mb()
start = time.perf_counter()
snapshot, _ = open_snapshot(path)
opened = time.perf_counter()
figures = {"open": opened - start, "before": before, "memory": memory_mb()}
snapshot.codes["issues"].levels("worry")
start = time.perf_counter()
for term in ("worry", "sleep", "burnout"):
    snapshot.codes["issues"].levels(term)
figures["term"] = (time.perf_counter() - start) / 3
start = time.perf_counter()
evaluated(snapshot)
figures["evaluate"] = time.perf_counter() - start
start = time.perf_counter()
evaluated(snapshot)
figures["again"] = time.perf_counter() - start
figures["memory_evaluated"] = memory_mb()
figures["read"] = read_plainly(path)
print(json.dumps(figures))
"""


def _variants() -> list[Profile]:
    """Return profiles that each state some of what an invented person of the sample states."""
    random = np.random.default_rng(7)
    people = [*sample_directory().profiles()]
    share = STATED / np.mean([len(person.facts) for person in people])
    return [
        Profile(
            f"v-{number:04}",
            {
                name: fact
                for name, fact in people[number % len(people)].facts.items()
                if random.random() < share
            },
        )
        for number in range(VARIANTS)
    ]


def _large_snapshot(profiles: int) -> Snapshot:
    """Return a snapshot of rows drawn from the variants, made array by array."""
    small = build_snapshot(_variants())
    drawn = np.random.default_rng(profiles).integers(0, small.size, profiles)
    return replace(
        small,
        ids=make_text_column(f"p-{number:07}" for number in range(profiles)),
        names=make_text_column(f"Robin Example {number}" for number in range(profiles)),
        codes={name: _drawn_codes(column, drawn) for name, column in small.codes.items()},
        steps={name: np.ascontiguousarray(v[:, drawn]) for name, v in small.steps.items()},
        numbers={name: values[drawn] for name, values in small.numbers.items()},
        days={name: values[drawn] for name, values in small.days.items()},
        texts={name: values[drawn] for name, values in small.texts.items()},
        times=small.times[drawn],
        times_stated=small.times_stated[drawn],
        latitude=small.latitude[drawn],
        longitude=small.longitude[drawn],
    )


def _drawn_codes(column: CodeColumn, drawn: NDArray[np.int64]) -> CodeColumn:
    def bits(of: Bits) -> Bits:
        return pack(unpack(of, column.size)[drawn].astype(bool))

    nobody = np.zeros_like(column.stated)
    named = {}
    for code, states in column.named.items():
        levels = states.levels(nobody, column.size)[drawn]
        rows = np.flatnonzero(levels).astype(np.uint32)
        if len(rows):
            named[code] = pack_states(rows, levels[rows], len(drawn))
    return CodeColumn(len(drawn), bits(column.stated), bits(column.empty), named, column.open)


def _opening(path: Path) -> dict[str, float]:
    folder = Path(__file__).parents[1]
    environment = os.environ | {"PYTHONPATH": f"{folder.parent}{os.pathsep}{folder}"}
    done = subprocess.run(
        [sys.executable, "-c", _OPEN, str(path)],
        env=environment,
        check=True,
        stdout=subprocess.PIPE,
    )
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


@pytest.mark.parametrize("profiles", [10**5, 10**6], ids="{:,}".format)
def bench_open(profiles: int, tmp_path: Path) -> None:
    path = tmp_path / "large.snapshot"
    write_snapshot(_large_snapshot(profiles), path, "bench:0")
    openings = [_opening(path) for _ in range(OPENINGS)]
    mid = {name: median(figures[name] for figures in openings) for name in openings[0]}
    print(
        f"\nopen {profiles:>9,} profiles: {mid['open'] * 1000:7.1f} ms "
        f"(slowest {max(figures['open'] for figures in openings) * 1000:.1f}); "
        f"file {path.stat().st_size / 2**20:.1f} MB; plain read of it {mid['read'] * 1000:.1f} ms; "
        f"ratio {mid['open'] / mid['read']:.1f}\n"
        f"  most memory held {mid['memory']:.0f} MB ({mid['before']:.0f} before opening), "
        f"{mid['memory_evaluated']:.0f} MB after evaluating\n"
        f"  one term {mid['term'] * 1000:.2f} ms; opened and 20 wishes evaluated "
        f"{(mid['open'] + mid['evaluate']) * 1000:.0f} ms, the program's own files read too; "
        f"evaluated again {mid['again'] * 1000:.0f} ms"
    )


def _statements(profiles: int) -> Iterator[Statement]:
    variants = _variants()
    for number in range(profiles):
        facts = variants[number % len(variants)].facts
        values = {name: fact.value for name, fact in facts.items()}
        values |= {"name": f"Robin Example {number}", "phone": f"+1 503 555 01{number % 100:02}"}
        yield Statement(f"p-{number:07}", Source.THERAPIST, date(2026, 10, 1), values)


@pytest.mark.parametrize("profiles", [10**4, 10**5], ids="{:,}".format)
def bench_make(profiles: int, tmp_path: Path) -> None:
    with closing(Database(str(tmp_path / "directory.sqlite"), create=True)) as database:
        with database.writing() as work:
            work.profiles.apply(_statements(profiles))
            work.commit()
        start = time.perf_counter()
        made = current_snapshot(database)
        seconds = time.perf_counter() - start
        start = time.perf_counter()
        kept = current_snapshot(database)
        again = time.perf_counter() - start
    assert made.revision == kept.revision
    print(
        f"\nmake {profiles:>9,} profiles from SQLite: {seconds:.2f} s, "
        f"{profiles / seconds:,.0f} profiles/s; opened again {again * 1000:.1f} ms"
    )
