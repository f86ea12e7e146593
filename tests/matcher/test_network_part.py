import subprocess
import sys

import pytest

from matcher.network_part import can_leave_network


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
