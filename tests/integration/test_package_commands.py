"""`make deb` and `make bare-debian` take what is of these sources, and nothing that lay about."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from support.source import ROOT

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="needs make")
_NEWEST = "dist/rapport_0.2.0_amd64.deb"
_SETUP_AND_BARE = 'echo "$0 $*" >>told'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a project with an old bundle and package, whose commands only note their calls."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    for name, script in {
        ".ci/setup": _SETUP_AND_BARE,
        ".ci/bare-debian": _SETUP_AND_BARE,
        ".venv/bin/python": f'echo "$1" >>told; [ "$1" != .ci/deb.py ] || : >{_NEWEST}',
        "dist/Rapport/Rapport": ":",
    }.items():
        _script(tmp_path / name, script)
    old = tmp_path / "dist" / "rapport_0.1.0_amd64.deb"
    old.touch()
    os.utime(old, (1_795_000_000, 1_795_000_000))
    return tmp_path


def _script(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)


def _make(project: Path, target: str) -> list[str]:
    subprocess.run(["make", target], cwd=project, check=True)
    return (project / "told").read_text(encoding="utf-8").splitlines()


def test_package_when_made_then_the_bundle_is_brought_up_to_date_before(project: Path) -> None:
    told = _make(project, "deb")

    assert [line for line in told if line.startswith(".ci/") and "setup" not in line] == [
        *(".ci/bundle.py", ".ci/deb.py")
    ]


def test_bare_system_when_there_are_several_packages_then_it_gets_the_one_made_just_now(
    project: Path,
) -> None:
    told = _make(project, "bare-debian")

    assert told[-2:] == [".ci/deb.py", f".ci/bare-debian {_NEWEST}"]


def _bare_debian(folder: Path, tools: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run the command as root of a system where nothing but the tools given does anything."""
    usual = {"id": "echo 0", **dict.fromkeys(("dpkg-deb", "Xvfb", "xdotool"), ":")}
    for name, script in (usual | tools).items():
        _script(folder / "tools" / name, script)
    package = folder / "rapport.deb"
    package.touch()
    path = f"{folder / 'tools'}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["sh", ROOT / ".ci" / "bare-debian", package, folder / "new" / "folder"],
        env=os.environ | {"PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )


def test_bare_system_when_its_folder_is_not_there_then_it_is_made(tmp_path: Path) -> None:
    done = _bare_debian(tmp_path, {"debootstrap": "echo begun; exit 3"})

    assert done.returncode == 3, done.stderr
    assert (tmp_path / "new" / "folder" / "debootstrap.log").read_text() == "begun\n"


def test_bare_system_when_no_screen_can_be_had_then_nobody_waits_for_it(tmp_path: Path) -> None:
    nothing = dict.fromkeys(("chroot", "mount", "umount"), ":")
    makes = 'mkdir -p "$3/etc" "$3/proc" "$3/dev/shm" "$3/tmp"'

    done = _bare_debian(
        tmp_path,
        nothing | {"debootstrap": makes, "mountpoint": "exit 1", "Xvfb": "echo no >&2; exit 1"},
    )

    assert done.returncode == 1
    assert "Xvfb shows no screen" in done.stderr
