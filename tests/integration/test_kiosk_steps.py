"""The steps to a kiosk, typed as the page on kiosks has them: at the end nothing is missing."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support.source import ROOT
from support.staff import PIN

_PAGE = (ROOT / "resources" / "docs" / "kiosk.md").read_text(encoding="utf-8")
_INSTALLING = (ROOT / "resources" / "docs" / "installing.md").read_text(encoding="utf-8")
_STEPS = _PAGE.partition("## Linux, step by step")[2].partition("\n## ")[0]
_PHRASE = "seven green chairs by the window"


def _typed(step: str) -> str:
    """Return all that is typed in a step, by its heading."""
    text = _STEPS.partition(f" {step}\n")[2].partition("\n### ")[0]
    return "".join(re.findall(r"```sh\n(.*?)```", text, re.DOTALL))


def _tools(folder: Path) -> Path:
    """Make tools that let everything be done by who runs the test, and type what is asked for."""
    folder.mkdir()
    for name, script in {
        "rapport": f'exec "{sys.executable}" -m matcher "$@"',
        "nano": ":",
        "install": 'while [ $# -gt 2 ]; do shift; done; cp "$1" "$2"',
        "sudo": f"""shift 3
case "$*" in
    *"staff add"*) printf '{_PHRASE}\\n{_PHRASE}\\n' | "$@" ;;
    *set-pin) printf '{PIN}\\n{PIN}\\n' | "$@" ;;
    *) exec "$@" ;;
esac""",
    }.items():
        (folder / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (folder / name).chmod(0o755)
    return folder


@pytest.mark.skipif(shutil.which("sh") is None, reason="no shell here")
def test_steps_when_typed_one_after_the_other_then_a_kiosk_lacks_nothing(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (listed,) = re.findall(r"```\n(Name,Title.*?)```", _INSTALLING, re.DOTALL)
    (tmp_path / "list.csv").write_text(listed, encoding="utf-8")
    steps = ("3. The list", "4. A name and a PIN for staff", "5. The settings")
    typed = "".join(map(_typed, (*steps, "6. What it still lacks")))
    assert typed.count("rapport staff") == 2

    done = subprocess.run(
        ["sh", "-e", "-c", typed.replace("/var/lib/rapport", str(home))],
        cwd=tmp_path,
        env=os.environ
        | {
            "HOME": str(home),
            "PATH": f"{_tools(tmp_path / 'tools')}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
        },
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search("^ok +The directory can be read: 3 people.", done.stdout, re.MULTILINE)
    lacking = re.findall(r"^(?:problem|kiosk) .*", done.stdout, re.MULTILINE)
    # Whether a sitting can leave the network is a matter of the computer; the rest comes later.
    others = ("network", "screen", "printer")
    assert [line for line in lacking if not any(word in line for word in others)] == []


def test_steps_when_read_then_the_account_is_there_before_anything_is_done_as_it() -> None:
    made, _, after = _STEPS.partition("useradd ")

    assert "sudo -u rapport -H" not in _PAGE.partition("## Linux, step by step")[0]
    assert not re.search(r"^sudo -u", made, re.MULTILINE)
    # Nothing of it opens a window: the account has no screen but that of the kiosk.
    commands = re.findall(r"^sudo -u .* rapport ((?!\.)\w+.*)$", after, re.MULTILINE)
    assert {command.split()[0] for command in commands} == {"import", "staff", "doctor"}
    assert not {"staff", "kiosk"} & {*commands}
