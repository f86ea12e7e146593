import os
import subprocess
import sys

import pytest

_ASKING = "from ui.kiosk.window_check import opens_window; print(opens_window())"


def _ask(**environment: str) -> "subprocess.CompletedProcess[str]":
    """Ask where there is no Qt yet, as in whoever supervises."""
    return subprocess.run(
        [sys.executable, "-c", _ASKING],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )


def test_screen_when_it_is_there_then_a_window_can_be_opened() -> None:
    assert _ask(QT_QPA_PLATFORM="offscreen").stdout == "True\n"


@pytest.mark.skipif(sys.platform != "linux", reason="screens of Linux")
def test_screen_when_it_is_not_there_then_none_can_and_qt_says_nothing_of_it() -> None:
    done = _ask(QT_QPA_PLATFORM="xcb", DISPLAY=":65432")

    assert (done.stdout, done.stderr) == ("False\n", "")
