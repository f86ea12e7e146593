"""Virtual X screens: one with a window manager and the buses of a desktop, and one with nothing."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

_PROGRAMS = ("Xvfb", "openbox", "dbus-daemon", "/usr/libexec/at-spi2-registryd")


def missing_programs() -> list[str]:
    """Name the programs a virtual screen needs and this machine lacks."""
    return [program for program in _PROGRAMS if shutil.which(program) is None]


def missing_for_bare_screen() -> list[str]:
    """Name the programs that a bare screen needs and this machine lacks."""
    return [program for program in ("Xvfb",) if shutil.which(program) is None]


@contextmanager
def bare_screen(home: Path, size: str = "1280x800x24") -> Iterator[Mapping[str, str]]:
    """Run Xvfb and nothing else, as under a kiosk, and give the environment for programs on it."""
    with ExitStack() as running:
        environment = {**os.environ, "HOME": str(home), "QT_QPA_PLATFORM": "xcb"}
        environment["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"
        environment.pop("WAYLAND_DISPLAY", None)
        # Else it would begin anew, and refuse whoever comes meanwhile, when the last program ends.
        stays = ["-noreset", "-nolisten", "tcp"]
        environment["DISPLAY"] = ":" + _first_line(
            running, ["Xvfb", "-displayfd", "1", "-screen", "0", size, *stays]
        )
        yield environment


@contextmanager
def virtual_screen(home: Path, size: str = "1280x900x24") -> Iterator[Mapping[str, str]]:
    """Run Xvfb, a session bus and openbox, and give the environment for programs on them."""
    with ExitStack() as running:
        environment = {**os.environ, "HOME": str(home), "QT_QPA_PLATFORM": "xcb"}
        environment["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
        environment.pop("WAYLAND_DISPLAY", None)
        environment["DISPLAY"] = ":" + _first_line(
            running, ["Xvfb", "-displayfd", "1", "-screen", "0", size, "-nolisten", "tcp"]
        )
        environment["DBUS_SESSION_BUS_ADDRESS"] = _first_line(
            running,
            ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"],
            environment,
        )
        _start(running, ["openbox", "--sm-disable"], environment)
        yield environment


def _first_line(
    running: ExitStack, command: list[str], environment: Mapping[str, str] | None = None
) -> str:
    """Start a program and wait for the one line with which it says that it is ready."""
    process = _start(running, command, environment)
    assert process.stdout is not None
    line = process.stdout.readline().strip()
    assert line, f"{command[0]} did not start"
    return line


def _start(
    running: ExitStack, command: list[str], environment: Mapping[str, str] | None = None
) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    running.callback(_stop, process)
    return process


def _stop(process: subprocess.Popen[str]) -> None:
    process.terminate()
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdout is not None:
        process.stdout.close()
