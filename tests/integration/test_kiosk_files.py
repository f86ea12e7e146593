"""The files for setting up a kiosk: each says what it should, and the page names them all."""

import os
import re
import shutil
import subprocess
import tomllib
from dataclasses import asdict
from pathlib import Path

import pytest

from matcher.bundled import bundled
from matcher.services.settings.options import OPTIONS
from matcher.services.settings.settings_file import SettingsFile
from ui.__main__ import _window_options

_FOLDER = Path(str(bundled("kiosk")))
_PAGE = bundled("docs", "kiosk.md").read_text(encoding="utf-8")
_SESSION, _UNIT = _FOLDER / "rapport-kiosk-session", _FOLDER / "rapport-kiosk.service"
_WINDOW = _FOLDER / "rapport-kiosk-window"


def _settings_of(path: Path) -> dict[str, str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))


def test_page_when_read_then_it_names_every_file_and_every_setting() -> None:
    named = {path.name for path in _FOLDER.iterdir() if path.name != "__pycache__"}

    assert {
        name for name in named if f"`{name}`" not in _PAGE and f" {name} " not in _PAGE
    } == set()
    assert {key for key in OPTIONS if f"\n{key} = " not in _PAGE} == set()


def test_page_when_its_settings_are_copied_then_they_are_right_and_the_limits_true(
    tmp_path: Path,
) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", _PAGE, re.DOTALL)
    (tmp_path / "settings.toml").write_text(example, encoding="utf-8")
    values = asdict(SettingsFile(tmp_path / "settings.toml").values())

    assert {key for table in tomllib.loads(example).values() for key in table} == {*OPTIONS}
    for key, option in OPTIONS.items():
        line = next(line for line in example.splitlines() if line.startswith(f"{key} = "))
        if option.kind.is_number:
            assert f"# {option.least} to {option.most}" in line
        if key not in {"languages", "region"}:
            assert values[key] == option.usual


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd here")
def test_unit_when_systemd_reads_it_then_it_knows_every_word(tmp_path: Path) -> None:
    session = f"/usr/local/lib/rapport/{_SESSION.name}"
    drop_in = tmp_path / f"{_UNIT.name}.d" / "10-x.conf"
    drop_in.parent.mkdir()
    for source, copy in (
        (_UNIT, tmp_path / _UNIT.name),
        (_FOLDER / "rapport-kiosk-x.conf", drop_in),
    ):
        text = source.read_text(encoding="utf-8")
        copy.write_text(text.replace(session, str(_SESSION)), encoding="utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", tmp_path / _UNIT.name],
        capture_output=True,
        text=True,
        env=os.environ | {"SYSTEMD_UNIT_PATH": f"{tmp_path}:"},
        check=False,
    )

    assert [line for line in done.stderr.splitlines() if "rapport" in line] == []
    assert done.returncode == 0


def test_unit_when_it_starts_the_kiosk_then_by_a_command_there_is() -> None:
    unit = _settings_of(_UNIT)
    wrapper, shown = unit["ExecStart"].split(" -- ")
    (words,) = re.findall(r'"\$\{RAPPORT:-/usr/local/bin/rapport\}" (.*) &&', _WINDOW.read_text())

    assert wrapper.split() == [f"/usr/local/lib/rapport/{_SESSION.name}", "/usr/bin/cage"]
    assert shown == f"/usr/local/lib/rapport/{_WINDOW.name}"
    assert _window_options(words.split()) == ({}, ["kiosk"])
    assert (unit["Restart"], unit["RestartPreventExitStatus"]) == ("always", "0")
    assert unit["Environment"] == "RAPPORT_DATA_DIR=/var/lib/rapport"
    assert unit["StateDirectory"] == "rapport"


def test_unit_when_it_holds_the_kiosk_back_then_a_sitting_can_still_leave_the_network() -> None:
    unit = _settings_of(_UNIT)

    assert unit["NoNewPrivileges"] == "yes"
    assert (unit["LimitCORE"], unit["MemorySwapMax"]) == ("0", "0")
    assert "RestrictNamespaces" not in unit
    assert "PrivateUsers" not in unit


@pytest.mark.skipif(shutil.which("sh") is None, reason="no shell here")
@pytest.mark.parametrize("told", [0, 1])
def test_session_when_the_kiosk_fails_then_it_is_started_again_ever_later_until_staff_end_it(
    tmp_path: Path, told: int
) -> None:
    # Some versions of cage and xinit end with 0 whatever became of what they show.
    lines = _run_session(tmp_path, "1 1 1 1 1 1 1 1", told=told)

    assert lines[0::3] == ["xset"] * 8
    assert lines[1::3] == ["rapport kiosk"] * 8
    assert lines[2::3] == [f"sleep {seconds}" for seconds in (1, 2, 4, 8, 16, 32, 32)]
    assert _SESSION.stat().st_mode & _WINDOW.stat().st_mode & 0o111 == 0o111


@pytest.mark.skipif(shutil.which("sh") is None, reason="no shell here")
def test_session_when_it_ran_long_before_it_failed_then_it_is_started_again_at_once(
    tmp_path: Path,
) -> None:
    lines = _run_session(tmp_path, "1 1 60 61 1 3600 1")

    assert lines[2::3] == [f"sleep {seconds}" for seconds in (1, 2, 4, 1, 2, 1)]


@pytest.mark.skipif(shutil.which("sh") is None, reason="no shell here")
def test_session_when_the_screen_dies_with_the_kiosk_then_all_of_it_is_started_again(
    tmp_path: Path,
) -> None:
    # Nothing of what is shown lives to tell how it ended, as when X is killed.
    lines = _run_session(tmp_path, "1 1 1", kills_all=True)

    assert lines[1::3] == ["rapport kiosk"] * 3
    assert lines[2::3] == ["sleep 1", "sleep 2"]


@pytest.mark.skipif(shutil.which("sh") is None, reason="no shell here")
def test_session_when_staff_left_it_before_then_it_starts_and_fails_as_any_other(
    tmp_path: Path,
) -> None:
    (tmp_path / "left-by-staff").touch()

    assert _run_session(tmp_path, "1 1")[1::3] == ["rapport kiosk"] * 2


def _run_session(folder: Path, runs: str, *, told: int = 0, kills_all: bool = False) -> list[str]:
    """Return what a session did whose kiosk runs so many seconds each time, and then ends well.

    Parameters
    ----------
    told
        What the program around the kiosk ends with.
    kills_all
        Whether a kiosk that fails takes what started it along.
    """
    count = len(runs.split())
    tools = {
        "rapport": f"""echo "rapport $*" >> "$LOG"
set -- {runs}
number=$(grep -c rapport "$LOG")
shift $((number - 1))
echo $(($(cat "$NOW") + $1)) > "$NOW.new"
mv "$NOW.new" "$NOW"
[ "$number" -ge {count} ] || {{ {"kill -9 $PPID" if kills_all else "false"}; exit 1; }}""",
        "cage": f'[ "$1" = -- ] && shift && "$@"\nexit {told}',
        "date": '[ "$*" = +%s ] && cat "$NOW"',
        "sleep": 'echo "sleep $*" >> "$LOG"',
        "xset": 'echo "xset" >> "$LOG"\nexit 1',
    }
    for name, script in tools.items():
        (folder / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (folder / name).chmod(0o755)
    log, now = folder / "log", folder / "now"
    now.write_text("1795000000\n", encoding="utf-8")
    path = f"{folder}{os.pathsep}{os.defpath}"
    environ = {"PATH": path, "LOG": str(log), "NOW": str(now), "RAPPORT": str(folder / "rapport")}
    environ["RUNTIME_DIRECTORY"] = str(folder)
    for script in (_SESSION, _WINDOW):
        subprocess.run(["sh", "-n", script], check=True)
    command = ["sh", _SESSION, "cage", "--", _WINDOW]
    subprocess.run(command, env=environ, check=True, timeout=20, stderr=subprocess.DEVNULL)
    return log.read_text(encoding="utf-8").splitlines()


@pytest.mark.skipif(shutil.which("shellcheck") is None, reason="no shellcheck here")
def test_session_when_looked_over_then_nothing_is_found_in_it() -> None:
    subprocess.run(["shellcheck", _SESSION, _WINDOW], check=True)


def test_x_when_it_reads_the_file_then_every_section_ends_and_no_key_leads_out() -> None:
    text = (_FOLDER / "90-rapport-kiosk.conf").read_text(encoding="utf-8")
    options = dict(re.findall(r'Option "(\w+)" "([^"]*)"', text))

    assert text.count("\nSection ") == text.count("\nEndSection") == 2
    assert options["DontVTSwitch"] == options["DontZap"] == "true"
    assert options["XkbOptions"] == "srvrkeys:none"


def test_x_when_it_is_used_then_it_takes_the_console_that_the_unit_has() -> None:
    drop_in = _settings_of(_FOLDER / "rapport-kiosk-x.conf")
    words = drop_in["ExecStart"].split()

    assert words[:3] == [
        f"/usr/local/lib/rapport/{_SESSION.name}",
        "/usr/bin/xinit",
        f"/usr/local/lib/rapport/{_WINDOW.name}",
    ]
    assert f"tty{words[words.index(':0') + 1].removeprefix('vt')}" == "tty1"
    assert _settings_of(_UNIT)["TTYPath"] == "/dev/tty1"


def test_cups_when_told_so_then_it_keeps_no_sheet() -> None:
    lines = (_FOLDER / "cups.conf").read_text(encoding="utf-8").splitlines()

    assert {"PreserveJobFiles No", "PreserveJobHistory No"} <= {*lines}
    assert any(line.startswith("# tmpfs /var/spool/cups tmpfs ") for line in lines)
