import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.screen import bare_screen, missing_for_bare_screen

_ASKING = "from ui.kiosk.window_check import opens_window; print(opens_window())"

_NEVER_PAINTING = (
    """
from ui.kiosk import window_check
def give_up_paint(parent):
    from PySide6.QtWidgets import QWidget
    show = QWidget.show
    QWidget.show = lambda window: (window.setUpdatesEnabled(False), show(window))
window_check.confine = give_up_paint
window_check._WITHIN = 3
"""
    + _ASKING
)


def _ask(program: str = _ASKING, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Ask where there is no Qt yet, as in whoever supervises."""
    return subprocess.run(
        [sys.executable, "-c", program],
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


@pytest.mark.skipif(missing_for_bare_screen() != [], reason="no virtual screen here")
def test_screen_when_it_is_one_of_x_then_what_a_sitting_paints_is_seen_there(
    tmp_path: Path,
) -> None:
    with bare_screen(tmp_path) as environment:
        assert _ask(**environment).stdout == "True\n"


@pytest.mark.skipif(missing_for_bare_screen() != [], reason="no virtual screen here")
def test_screen_when_a_window_stands_there_with_nothing_in_it_then_it_does_not_count(
    tmp_path: Path,
) -> None:
    with bare_screen(tmp_path) as environment:
        assert _ask(_NEVER_PAINTING, **environment).stdout == "False\n"
