"""The bundle: its size, and from its start to the first page on a screen, cold and warm.

Seen from outside, as a person sees it: a pixel in the middle of a virtual screen that is no longer
the colour of the empty screen. For a cold start the system lets go of every file of the bundle, and
the home is that of somebody who never started it; what of the files another program holds stays,
and so do the system's own libraries.
"""

import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

import pytest
from support.screen import bare_screen, missing_for_bare_screen
from support.source import ROOT
from Xlib.display import Display
from Xlib.X import ZPixmap

from matcher.release.manifest import places_in

TURNS = 5
COLD_TURNS = 3
BUNDLE = Path(os.environ.get("RAPPORT_BUNDLE", ROOT / "dist" / "Rapport"))

_PATIENCE_SECONDS = 60
_LOOKS_APART = 0.002


def bench_bundle() -> None:
    if not (BUNDLE / "Rapport").is_file() or missing_for_bare_screen():
        pytest.skip("there is no bundle, or no virtual screen: make bundle, sh .ci/setup test")
    files = [BUNDLE / place for place in places_in(BUNDLE)]
    size = sum(path.lstat().st_size for path in files)
    with tempfile.TemporaryDirectory() as folder, bare_screen(Path(folder)) as screen:
        cold = []
        for turn in range(COLD_TURNS):
            newcomer = _newcomer(screen, Path(folder, f"home-{turn}"))
            _let_go(files)
            cold.append(_start(newcomer))
        warm = [_start(newcomer) for _ in range(TURNS)]
    print(f"\nthe bundle: {len(files)} files, {size / 1e6:.0f} MB")
    print(
        f"first page on the screen: cold {_middle(cold, 0):.0f} ms, "
        f"warm {_middle(warm, 0):.0f} ms (median of {COLD_TURNS} and {TURNS}; "
        f"shortest {min(warm)[0]:.0f} ms), of which at work {_middle(warm, 1):.0f} ms"
    )


def _newcomer(screen: Mapping[str, str], home: Path) -> dict[str, str]:
    """Return the environment of somebody who has an empty home, and nothing set up."""
    home.mkdir()
    kept = ("PATH", "DISPLAY", "QT_QPA_PLATFORM", "DBUS_SESSION_BUS_ADDRESS")
    return {name: screen[name] for name in kept} | {"HOME": str(home), "LC_ALL": "C.UTF-8"}


def _middle(starts: list[tuple[float, float]], which: int) -> float:
    return statistics.median(start[which] for start in starts)


def _start(environment: Mapping[str, str]) -> tuple[float, float]:
    """Start the program, wait for its first page, end it.

    Returns
    -------
    tuple of float
        The milliseconds until then, and how many of them a processor worked for it: on a machine
        with other work to do, the second says more.
    """
    display = Display(environment["DISPLAY"])
    root = display.screen().root
    across, down = display.screen().width_in_pixels // 2, display.screen().height_in_pixels // 2

    def seen() -> bytes:
        return bytes(root.get_image(across - 40, down, 80, 1, ZPixmap, 0xFFFFFFFF).data)

    empty = seen()
    begin = time.perf_counter()
    with subprocess.Popen([BUNDLE / "Rapport"], env=environment) as program:
        try:
            while seen() == empty:
                assert time.perf_counter() - begin < _PATIENCE_SECONDS, "nothing is painted"
                time.sleep(_LOOKS_APART)
            taken = (time.perf_counter() - begin) * 1000
            return taken, _worked(program.pid)
        finally:
            program.kill()
            program.wait()
            while seen() != empty:
                time.sleep(_LOOKS_APART)
            display.close()


def _worked(pid: int) -> float:
    """Return the milliseconds that processors worked for a process (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def _let_go(files: list[Path]) -> None:
    os.sync()
    for file in files:
        with file.open("rb") as opened:
            os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
