"""What learns is loaded when a button asks for it, and then off the GUI thread."""

import os
import subprocess
import sys

import pytest
from support.source import ROOT

_BEFORE = """
import sys, threading

loaded_in = []

class Watch:
    def find_spec(self, name, path=None, target=None):
        if name in ("sklearn", "scipy"):
            loaded_in.append(threading.current_thread() is threading.main_thread())

sys.meta_path.insert(0, Watch())
from PySide6.QtCore import QThreadPool
from ui.app import Wiring
from ui.application import make_application
from ui.controllers.directory_source import DirectorySource, open_sample
from ui.demo import sample_answers
from ui.settings import Settings

app = make_application()
wiring = Wiring(app, Settings(), DirectorySource(open_sample))
wiring.window.show()

def settle():
    for _ in range(20):
        QThreadPool.globalInstance().waitForDone()
        app.processEvents()

def press(name):
    wiring.window.page.findChild(QAbstractButton, name).click()
    settle()

from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit
settle()
wiring.sitting.take(sample_answers())
for page in (*wiring.pages_on_the_way(), "results"):
    wiring.window.go(page)
    settle()
first = wiring.results.match.evaluation.snapshot.ids[0]
wiring.results.choose(first)
wiring.window.page._open(first)
settle()
press("place_fold_open")
wiring.window.go("checklist")
settle()
wiring.window.open("how")
settle()
assert not loaded_in, "loaded before anybody asked"
"""
_SIMILAR = """
wiring.window.open("profile")
settle()
press("similar_show")
assert wiring.window.page.findChild(QAbstractButton, "similar_show").isHidden()
"""
_OWN_WORDS = """
wiring.window.go("issues")
press("own_words_fold_open")
wiring.window.page.findChild(QPlainTextEdit).setPlainText("worry")
press("own_words_find")
assert wiring.window.page.findChild(QAbstractButton, "own_words_worry")
"""
_AFTER = """
assert loaded_in, "not loaded"
assert not any(loaded_in), "loaded in the GUI thread"
wiring.close()
"""


@pytest.mark.parametrize(
    "program",
    [
        pytest.param(_SIMILAR + _AFTER, id="similar-people"),
        pytest.param(_OWN_WORDS + _AFTER, id="own-words"),
    ],
)
def test_window_when_a_button_asks_for_advice_then_only_then_it_is_loaded_behind_it(
    program: str,
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _BEFORE + program],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
