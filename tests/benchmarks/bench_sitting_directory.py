"""What a new sitting takes to open a large directory and look around, and what writing it takes.

Each opening is a process of its own, with the files in the system's cache, as in a kiosk. Run by
``make bench``; prints figures and asserts nothing on time.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

import pytest
from support.copies import large_files_of, seal_of, trust_of
from support.large_directories import large_directory
from support.opening import memory_mb

from matcher.services.directory.sitting_directory import prepare_for_sittings

OPENINGS = 5

_OPEN = """
import json, sys, time
from pathlib import Path
from support.opening import memory_mb
from matcher.directory.copy_file import CopyTrust, read_note
from matcher.directory.snapshot_builder import reading_rules
from matcher.services.directory.sitting_directory import open_for_sitting

def clock(): return time.perf_counter()

rules = clock()
reading_rules()  # every sitting reads the vocabularies anyway
before, start = memory_mb(), clock()
folder, trust = Path(sys.argv[1]), CopyTrust(bytes.fromhex(sys.argv[2]), 1)
read_note(folder).check(folder, trust)
figures = {"check": clock() - start, "rules": start - rules, "before": before}
figures["memory_check"] = memory_mb()
start = clock()
directory = open_for_sitting(folder, trust)
figures["open"] = clock() - start
figures["memory"] = memory_mb()
start = clock()
directory.locality()
names = [*zip(directory.snapshot.ids, directory.snapshot.names)]
figures["look"] = clock() - start
figures["memory_names"] = memory_mb()
start = clock()
for row in range(0, len(names), len(names) // 100):
    directory.profile(names[row][0])
figures["profile"] = (clock() - start) / 100
start = clock()
for _ in directory.profiles():
    pass
figures["all"] = clock() - start
print(json.dumps(figures))
"""


def _opening(folder: Path) -> dict[str, float]:
    tests = Path(__file__).parents[1]
    environment = os.environ | {"PYTHONPATH": f"{tests.parent}{os.pathsep}{tests}"}
    done = subprocess.run(
        [sys.executable, "-c", _OPEN, str(folder), trust_of(folder).public.hex()],
        env=environment,
        check=True,
        stdout=subprocess.PIPE,
    )
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


@pytest.mark.parametrize("profiles", [10**4, 10**5], ids="{:,}".format)
def bench_sitting_directory(profiles: int, tmp_path: Path) -> None:
    directory, folder = large_directory(tmp_path / "a.sqlite", profiles), tmp_path / "kiosk"
    start = time.perf_counter()
    prepare_for_sittings(directory, folder, seal_of(folder))
    made, held = time.perf_counter() - start, memory_mb()
    start = time.perf_counter()
    prepare_for_sittings(directory, folder, seal_of(folder))
    again = time.perf_counter() - start
    directory.close()
    openings = [_opening(folder) for _ in range(OPENINGS)]
    mid = {name: median(figures[name] for figures in openings) for name in openings[0]}
    sizes = " + ".join(f"{f.stat().st_size / 2**20:.1f}" for f in large_files_of(folder))
    print(
        f"\n{profiles:>9,} profiles for sittings: written in {made:.1f} s "
        f"({made / profiles * 1e6:.0f} us a profile; the process held {held:.0f} MB), "
        f"left as they are in {again * 1000:.0f} ms; files {sizes} MB\n"
        f"  signature checked in {mid['check'] * 1000:.0f} ms, with all that is imported for it, "
        f"{mid['memory_check']:.0f} MB ({mid['before']:.0f} before)\n"
        f"  opened in {mid['open'] * 1000:.0f} ms "
        f"(slowest {max(figures['open'] for figures in openings) * 1000:.0f}), "
        f"memory {mid['memory']:.0f} MB; "
        f"names and what is usual in {mid['look'] * 1000:.0f} ms, {mid['memory_names']:.0f} MB\n"
        f"  one profile {mid['profile'] * 1e6:.0f} us; all of them {mid['all']:.1f} s; "
        f"vocabularies read in {mid['rules'] * 1000:.0f} ms"
    )
