"""From process start to the first painted page, beside a bare Qt window, turn and turn about.

Each start is a process of its own. Memory is the most each process held until then.
"""

import os
import statistics
import subprocess
import sys
import time

TURNS = 7

# What the kernel counts for a child would include this process, so each child tells its own.
_TELL_MEMORY = """
def peak_kb():
    with open("/proc/self/status") as status:
        return next(line.split()[1] for line in status if line.startswith("VmHWM"))
"""

_BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Bare(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, QApplication.instance().quit)

app = QApplication([])
window = Bare()
window.resize(1280, 800)
window.show()
app.exec()
print(peak_kb())
"""

_OURS = """
import os
from ui.app import Wiring
from ui.application import make_application
from ui.controllers.directory_source import DirectorySource, open_sample
from ui.settings import Settings

app = make_application()
wiring = Wiring(app, Settings(), DirectorySource(open_sample))

def stop():
    print(peak_kb(), flush=True)
    os._exit(0)  # what is warmed up behind the first page is not part of this

wiring.window.painted.disconnect()
wiring.window.painted.connect(stop)
wiring.window.show()
app.exec()
"""


def _start(program: str) -> tuple[float, float]:
    """Run a program; return milliseconds to its end, and the most memory it held in MB."""
    # Whoever starts it a second time finds it compiled.
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    command = [sys.executable, "-c", _TELL_MEMORY + program]
    begin = time.perf_counter()
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return (time.perf_counter() - begin) * 1000, int(done.stdout) / 1024


def bench_first_window() -> None:
    bare, ours = [], []
    _start(_OURS)
    for _ in range(TURNS):
        bare.append(_start(_BARE))
        ours.append(_start(_OURS))
    bare_ms, ours_ms = (statistics.median(run[0] for run in runs) for runs in (bare, ours))
    print(
        f"\nfirst page painted: {ours_ms:.0f} ms; a bare Qt window {bare_ms:.0f} ms; "
        f"ratio {ours_ms / bare_ms:.2f} (median of {TURNS})"
    )
    print(f"peak memory by then: {ours[0][1]:.0f} MB; a bare Qt window {bare[0][1]:.0f} MB")
