"""Seconds and memory for 100,000 profiles: written in each format and read back, and read anew."""

import resource
import time
from contextlib import closing
from pathlib import Path

from support.large_directories import large_directory

from matcher.i18n import Catalogue
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.files.exporting import ExportFormat, export_directory

PROFILES = 100_000


def bench_export(tmp_path: Path) -> None:
    with closing(large_directory(tmp_path / "directory.sqlite", PROFILES)) as directory:
        begin = time.perf_counter()
        assert sum(1 for _ in directory.records()) == PROFILES
        print(f"\n{PROFILES:,} profiles read from the database: {_seconds(begin):.1f} s")
        for format_ in ExportFormat:
            begin = time.perf_counter()
            report = export_directory(directory, tmp_path, format_, Catalogue())
            size = report.file.stat().st_size / 1e6
            print(
                f"{format_.value:5} written and read back in {_seconds(begin):.1f} s, "
                f"{size:,.0f} MB; most memory so far {_megabytes():,.0f} MB"
            )
    for name in ("directory.json", "directory.csv"):
        begin = time.perf_counter()
        with closing(DirectoryService(str(tmp_path / f"{name}.sqlite"))) as anew:
            assert anew.import_files([tmp_path / name]).added == PROFILES
        print(
            f"{name} imported in {_seconds(begin):.1f} s; most memory so far {_megabytes():,.0f} MB"
        )


def _seconds(begin: float) -> float:
    return time.perf_counter() - begin


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
