import os
import subprocess
import sys
from pathlib import Path

import pytest

from ui.supervisor.environment import allowed

_PROGRAM = """
import os
from ui.supervisor.environment import start_clean
start_clean()
print(sorted(os.environ))
"""

# As the frozen program begins: its loader adds names, whatever it was started with.
_LOADER = """#!/bin/sh
[ "$(wc -l < "{starts}" 2>&1)" != 5 ] || exit 1
echo "$(dirname "$0") ${{SOMETHING-}}" >> "{starts}"
export LD_LIBRARY_PATH="$(dirname "$0")" _PYI_ARCHIVE_FILE="$0"
exec {python} -c '{program}' "$0" "$@"
"""

_FROZEN = (
    """
import sys
sys.frozen, sys.executable, sys.argv = True, sys.argv[1], sys.argv[1:]
"""
    + _PROGRAM
)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("QT_QPA_PLATFORM", "vnc"),
        ("QT_QPA_PLATFORM", "linuxfb"),
        ("QT_QPA_PLATFORM", "wayland"),
        ("WAYLAND_DISPLAY", "wayland-0"),
        ("XDG_SESSION_TYPE", "wayland"),
        ("QT_PLUGIN_PATH", "/somewhere"),
        ("QT_STYLE_OVERRIDE", "x"),
        ("PYTHONPATH", "/somewhere"),
        ("PYTHONSTARTUP", "/somewhere/x.py"),
        ("LD_PRELOAD", "/somewhere/x.so"),
        ("LD_LIBRARY_PATH", "/somewhere"),
        ("DYLD_INSERT_LIBRARIES", "/somewhere/x"),
        ("SSLKEYLOGFILE", "/somewhere"),
        ("PGPASSWORD", "x"),
    ],
)
def test_environment_when_something_could_lead_elsewhere_then_it_is_left_out(
    name: str, value: str
) -> None:
    assert allowed({name: value}) == {}


@pytest.mark.parametrize(
    "name",
    [
        *("DISPLAY", "XAUTHORITY", "HOME", "PATH", "LANG", "LC_ALL"),
        *("DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS", "RAPPORT_DATA_DIR", "SystemRoot"),
        "CREDENTIALS_DIRECTORY",
    ],
)
def test_environment_when_the_kiosk_or_a_screen_reader_needs_it_then_it_stays(name: str) -> None:
    assert allowed({name: "x"}) == {name: "x"}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no program is started anew")
def test_program_when_started_with_more_then_it_goes_on_with_what_is_allowed() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "vnc", "LD_PRELOAD": "", "SOMETHING": "x"}

    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == str(sorted(allowed(environment)))
    assert "SOMETHING" not in done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no program is started anew")
def test_frozen_program_when_its_loader_adds_names_each_time_then_it_is_started_anew_once(
    tmp_path: Path,
) -> None:
    loader, starts = tmp_path / "Rapport", tmp_path / "starts"
    loader.write_text(_LOADER.format(python=sys.executable, program=_FROZEN, starts=starts))
    loader.chmod(0o755)
    environment = {**os.environ, "QT_QPA_PLATFORM": "vnc", "LD_PRELOAD": "", "SOMETHING": "x"}

    done = subprocess.run(
        [loader, "kiosk"], env=environment, capture_output=True, text=True, check=False
    )

    assert starts.read_text() == f"{tmp_path} x\n{tmp_path} \n"
    assert done.stdout.strip() == str(sorted(allowed(environment)))
