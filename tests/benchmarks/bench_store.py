"""How many statements a second the store takes over, and how fast it gives profiles back.

Run by ``make bench``; prints figures and asserts nothing on time.
"""

import os
import resource
import time
from datetime import date
from pathlib import Path

from matcher.directory.profile import Source
from matcher.directory.statement import Statement
from matcher.store import Database

STATEMENTS = int(os.environ.get("RAPPORT_BENCH_STATEMENTS", "100000"))
_CITIES = ("Lindenau", "Marrow Bay", "Eastholm", "Port Ellery")


def _statement(number: int) -> Statement:
    values = {
        "name": f"Robin Example {number}",
        "credential": "LCSW",
        "register": "NPI",
        "register_number": f"{1_000_000_000 + number}",
        "qualification": "licensed",
        "city": _CITIES[number % len(_CITIES)],
        "area": "RI",
        "country": "US",
        "postcode": f"{number % 90_000 + 1_000:05}",
        "phone": f"+1 401 555 01{number % 100:02}",
        "licensed_areas": ("US-RI",),
        "participants": ("individual",),
    }
    return Statement(f"npi-{number:07}", Source.REGISTER, date(2026, 10, 1), values)


def _timed(what: str, count: int, started: float) -> None:
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{what:<34} {count:>8} in {seconds:6.2f} s = {count / seconds:>9,.0f}/s"
        f"   most this process has held {peak:,.0f} MB"
    )


def bench_store(tmp_path: Path) -> None:
    database = Database(str(tmp_path / "directory.sqlite"), create=True)
    for what in ("import of new profiles", "import of the same again"):
        started = time.perf_counter()
        with database.writing() as work:
            counts = work.profiles.apply(_statement(number) for number in range(STATEMENTS))
            work.commit()
        _timed(what, STATEMENTS, started)
    assert counts.unchanged == STATEMENTS
    started = time.perf_counter()
    with database.reading() as work:
        count = sum(1 for _ in work.profiles.all())
    _timed("reading all profiles", count, started)
    size = (tmp_path / "directory.sqlite").stat().st_size / 2**20
    print(f"file size {size:,.1f} MB")
    database.close()
