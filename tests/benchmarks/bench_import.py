"""Rows a second of an NPPES file: read alone, beside a bare csv reader, and into a directory."""

import csv
import time
from contextlib import closing
from pathlib import Path

from matcher.importers.formats import ImportFormat, read
from matcher.importers.row import ReadOptions
from matcher.services.stored_directory import DirectoryService

COPIES = 200
_FILE = Path(__file__).parents[1] / "data" / "nppes" / "practitioners_329col.csv"


def _many(folder: Path) -> tuple[Path, int]:
    """Write the people of the small file again and again, each time with other numbers."""
    header, *people = [*csv.reader(_FILE.read_text(encoding="utf-8").splitlines())]
    path = folder / "many.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL)
        writer.writerow(header)
        for copy in range(COPIES):
            for number, person in enumerate(people):
                writer.writerow([str(1_000_000_000 + copy * 1000 + number), *person[1:]])
    return path, COPIES * len(people)


def _seconds(begin: float) -> float:
    return time.perf_counter() - begin


def bench_nppes(tmp_path: Path) -> None:
    path, rows = _many(tmp_path)

    begin = time.perf_counter()
    with path.open(newline="", encoding="utf-8") as file:
        assert sum(1 for _ in csv.reader(file)) == rows + 1
    bare = _seconds(begin)

    begin = time.perf_counter()
    assert not any(
        True for row in read(path, ImportFormat.NPPES, ReadOptions(state="WY")) if row.statement
    )
    filtered = _seconds(begin)

    begin = time.perf_counter()
    with closing(DirectoryService(str(tmp_path / "directory.sqlite"))) as directory:
        report = directory.import_files([path])
    imported = _seconds(begin)

    assert report.added == rows
    print(
        f"\n{rows:,} NPPES rows of 329 columns: bare csv reader {rows / bare:,.0f} rows/s; "
        f"filtered by state {rows / filtered:,.0f} rows/s ({filtered / bare:.1f} times as long); "
        f"into SQLite {rows / imported:,.0f} rows/s"
    )
