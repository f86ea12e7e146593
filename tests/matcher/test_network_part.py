import subprocess
import sys
from pathlib import Path

import pytest

from matcher.network_part import SWITCHES, can_leave_network, what_would_allow


@pytest.mark.skipif(sys.platform != "linux", reason="no other system has namespaces")
def test_network_when_looked_for_then_it_is_still_there_afterwards() -> None:
    code = (
        "import os; from matcher.network_part import can_leave_network; "
        "before = os.readlink('/proc/self/ns/net'); found = can_leave_network(); "
        "print(found, before == os.readlink('/proc/self/ns/net'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split()[0] in {"True", "False"}
    assert done.stdout.split()[1] == "True"


def test_network_when_the_system_is_another_then_nothing_is_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")

    assert can_leave_network() is None


@pytest.mark.parametrize(("name", "forbids", "allows"), SWITCHES, ids=lambda given: given)
def test_switch_when_it_forbids_then_the_line_that_allows_is_told_and_else_nothing(
    tmp_path: Path, name: str, forbids: str, allows: str
) -> None:
    assert what_would_allow(tmp_path) == ()

    switch = tmp_path.joinpath(*name.split("."))
    switch.parent.mkdir()
    switch.write_text(f"{forbids}\n")
    assert what_would_allow(tmp_path) == (f"{name} = {allows}",)

    switch.write_text(f"{allows}\n")
    assert what_would_allow(tmp_path) == ()
