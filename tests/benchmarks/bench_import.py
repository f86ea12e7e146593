"""Rows a second of an NPPES file: read alone, beside a bare csv reader, and into a directory.

``RAPPORT_BENCH_ROWS`` sets how many rows are streamed; a million without it.
"""

import csv
import os
import resource
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from support.nppes_file import write_nppes

from matcher.importers.formats import ImportFormat, read
from matcher.importers.reading_order import ReadingOrder
from matcher.importers.row import ReadOptions
from matcher.services.limited_reading import read_limited
from matcher.services.stored_directory import DirectoryService

_ROWS = int(os.environ.get("RAPPORT_BENCH_ROWS", "1000000"))
_IMPORTED = 20_000
_AIM_ROWS, _AIM_MB = 50_000, 300


def _rate(rows: int, work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return rows / (time.perf_counter() - begin)


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _bare(path: Path) -> int:
    with path.open(newline="", encoding="utf-8") as file:
        return sum(1 for _ in csv.reader(file))


def _taken(path: Path, options: ReadOptions) -> int:
    return sum(row.statement is not None for row in read(path, ImportFormat.NPPES, options))


def _taken_apart(path: Path, options: ReadOptions) -> int:
    portions = read_limited(ReadingOrder((path,), options=options))
    return sum(len(portion.statements) for portion in portions)


def bench_streaming(tmp_path: Path) -> None:
    """Stream a file as long as a state's part of the monthly one, filtered and whole."""
    path = tmp_path / "many.csv"
    kept = write_nppes(path, _ROWS)
    before = _peak_mb()

    bare = _rate(_ROWS, lambda: _bare(path))
    filters = {
        "no row kept": ReadOptions(state="WA"),
        "few kept": ReadOptions(state="RI", taxonomy="106H"),
    }
    rates = {"bare csv reader": bare}
    for name, options in filters.items():
        rates[name] = _rate(_ROWS, partial(_taken, path, options))
        rates[f"{name}, in a limited process"] = _rate(_ROWS, partial(_taken_apart, path, options))

    size = path.stat().st_size / 1e9
    print(f"\n{_ROWS:,} NPPES rows of 330 columns, {size:.1f} GB, {kept:,} in mental health")
    for name, rate in rates.items():
        print(f"  {name}: {rate:,.0f} rows/s, {bare / rate:.2f} times as long as bare")
    print(f"  aim {_AIM_ROWS:,} rows/s; memory grew {_peak_mb() - before:.0f} MB (most {_AIM_MB})")


def bench_into_a_directory(tmp_path: Path) -> None:
    """Take over a small file with everybody in it."""
    path = tmp_path / "few.csv"
    kept = write_nppes(path, _IMPORTED)
    with closing(DirectoryService(str(tmp_path / "directory.sqlite"))) as directory:
        rate = _rate(_IMPORTED, lambda: directory.import_files([path]))
        assert directory.count() == kept
    print(f"\n{_IMPORTED:,} NPPES rows, {kept:,} people into SQLite: {rate:,.0f} rows/s")
