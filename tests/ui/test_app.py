import os
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QAbstractButton
from support.window import settle

from matcher.errors import MatcherError
from matcher.questionnaire.response import ResponseSet
from ui import app
from ui.app import Wiring, run_staff_window, run_window
from ui.idle.idle_watch import IdleWatch

_HEAVY = ("sqlalchemy", "alembic", "numpy", "reportlab", "pypdfium2")

_UNTIL_PAINTED = f"""
import sys
from ui.app import Wiring
from ui.idle.idle_watch import IdleWatch
from ui.application import make_application
from ui.controllers.directory_source import DirectorySource, open_sample
from ui.settings import Settings

app = make_application()
wiring = Wiring(app, Settings(), DirectorySource(open_sample))
seen = []

def look():
    seen.extend(name for name in {_HEAVY} if name in sys.modules)
    seen.append("painted")

# Connected first, so that nothing heavy has been asked for yet.
wiring.window.painted.disconnect()
wiring.window.painted.connect(look)
wiring.window.show()
while not seen:
    app.processEvents()
assert seen == ["painted"], seen
"""

_CLOSED_AT_ONCE = """
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from ui.app import Wiring, run_window

warm_up = Wiring.warm_up

def close_at_once(wiring):
    warm_up(wiring)
    QTimer.singleShot(0, QApplication.instance().quit)

Wiring.warm_up = close_at_once
raise SystemExit(run_window())
"""


def test_window_when_closed_while_it_opens_its_directory_then_it_ends_without_a_word(
    tmp_path: Path,
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _CLOSED_AT_ONCE],
        env={**os.environ, "RAPPORT_DATA_DIR": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_window_when_first_painted_then_nothing_heavy_was_imported() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _UNTIL_PAINTED], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr


def test_clear_when_much_was_said_then_nothing_of_it_is_left(wiring: Wiring) -> None:
    sitting = wiring.sitting
    sitting.set_helper(True)
    sitting.respond("formats", ("video",))
    sitting.set_double(("style",))
    wiring.words.set_about_other(True)
    wiring.window.go("review")
    settle()

    wiring.clear()

    assert sitting.answers == ResponseSet("preferences/1", language="en", region="us")
    assert wiring.matching.match is None
    assert not wiring.words.about_other
    assert wiring.window.page.objectName() == "page_welcome"


def test_laptop_when_opened_then_nobody_watches_the_clock(wiring: Wiring) -> None:
    wiring.window.page.go_on()
    button = wiring.window.header.findChild(QAbstractButton, "finish")
    assert button is not None
    assert not button.isVisible()
    assert wiring.findChild(IdleWatch) is None


def test_window_when_qt_finds_nothing_to_paint_on_then_it_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        app, "make_application", lambda: SimpleNamespace(primaryScreen=lambda: None)
    )
    monkeypatch.setattr(app, "giving_up_told", lambda _say: nullcontext())  # Qt has one handler

    for run in (run_window, run_staff_window):
        with pytest.raises(MatcherError) as error:
            run()
        assert error.value.messages[0].key == "screen.start.shut"
