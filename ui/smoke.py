"""Whether a frozen program lacks anything: all it can do, once, in a process that is listened to.

What is missing from a bundle, or does not fit the system, is told in a line that somebody prints:
Python, Qt, a library in C. So every line counts as a failure, also one that comes at the very end.
"""

import os
import re
import subprocess
import sys
import warnings
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import matcher
from matcher.errors import MatcherError, Message
from matcher.i18n import Catalogue

APART = "--smoke-apart"
"""The word that begins the process which is listened to."""

_PATIENCE_SECONDS = 300

# What Qt's painting without a screen says of itself, and what is no fault of the program.
_EXPECTED = re.compile(r"This plugin does not support (raise\(\)|propagateSizeHints\(\))")


def run_smoke() -> int:
    """Do everything once in another process.

    Returns
    -------
    int
        0 all was done and not a line was printed; else 1, and standard error says what was.
    """
    text = Catalogue().text
    try:
        done = subprocess.run(  # noqa: S603 - this program itself
            _command(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=_environment(),
            timeout=_PATIENCE_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        sys.stderr.write(text("smoke.too_slow", seconds=_PATIENCE_SECONDS) + "\n")
        return 1
    lines = unexpected_lines(done.stdout.decode(errors="replace"))
    sys.stderr.writelines(f"{line}\n" for line in lines)
    if lines or done.returncode:
        sys.stderr.write(text("smoke.failed", n=len(lines), code=done.returncode) + "\n")
        return 1
    sys.stdout.write(text("smoke.passed", version=matcher.__version__) + "\n")
    return 0


def unexpected_lines(said: str) -> list[str]:
    """Return the lines that nobody may have printed."""
    return [line for line in said.splitlines() if line.strip() and not _EXPECTED.match(line)]


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, APART]
    return [sys.executable, "-m", "ui", APART]


def _environment() -> dict[str, str]:
    environment = {**os.environ, "JOBLIB_MULTIPROCESSING": "0"}  # it complains where it has no room
    environment["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"
    if sys.platform == "linux":
        # Qt tells in three lines of a system without a language, and works there all the same.
        environment["LC_ALL"] = "C.UTF-8"
    return environment


def smoke_apart() -> int:
    """Do everything once in this process; whatever fails is printed."""
    warnings.simplefilter("default")
    with TemporaryDirectory() as folder:
        try:
            _do_everything(Path(folder))
        except MatcherError as error:
            for message in error.messages:
                sys.stderr.write(Catalogue().render(message) + "\n")
            return 1
    return 0


def _do_everything(folder: Path) -> None:
    from matcher import smoke

    if smoke.import_all(("matcher", "ui", "resources")) == 0:
        raise MatcherError(Message("smoke.no_module"))
    smoke.migrate()
    with closing(smoke.sample_services(folder / "own")) as services:
        smoke.read_every_kind(services, folder)
        smoke.keep_something(services)
        from ui import smoke_windows

        smoke_windows.print_and_advise(folder, services.directory)
        smoke_windows.paint_every_window(services.places)
