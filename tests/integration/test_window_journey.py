"""From the first page to a saved PDF by keyboard alone, with keys as the system sends them."""

from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from support.window import MOST_TABS, focused, open_window, settle

from ui.app import Wiring
from ui.page_window import PageWindow
from ui.pages.results_page import ResultsPage
from ui.settings import Settings

_SLOW = 60_000
_ANSWERS = {
    "participants": ["participants_me", "age_band_26-64"],
    "languages": ["languages_en"],
    "formats": ["formats_in_person"],
    "style_steer": ["style_steer_-2"],
    "style_feelings": ["style_feelings_1"],
    "approaches": ["approaches_cbt"],
    "issues": ["issues_worry"],
    "priorities": ["group_style"],
}
"""What is ticked on the way; every other page is passed with Return."""

_LET_GO_MS = 5
"""Between letting go and pressing again: without that, a key counts as held."""

_ONE_OF_SEVERAL = ("participants", "age_band", "style_steer", "style_feelings")
"""Groups of which Tab finds one option, and arrows the others."""


@pytest.fixture(params=["en", pytest.param("es", marks=pytest.mark.long)])
def wiring(qapp: object, request: pytest.FixtureRequest) -> Iterator[Wiring]:
    with open_window(Settings(language=request.param)) as opened:
        yield opened


def _press(key: Qt.Key) -> None:
    """Press a key in whichever window has the focus, once what has come there takes it."""
    shown = QApplication.activeWindow()
    while isinstance(shown, PageWindow) and not shown.guard.takes_presses:
        QTest.qWait(20)
    window = QGuiApplication.focusWindow()
    assert window is not None, "no window has the focus"
    QTest.keyClick(window, key)
    QTest.qWait(_LET_GO_MS)
    QApplication.processEvents()


def _type(text: str) -> None:
    for letter in text:
        QTest.keyClick(QGuiApplication.focusWindow(), letter)
    QApplication.processEvents()


def _tab_to(name: str) -> QWidget:
    """Press Tab until a control whose name begins so has the focus."""
    for _ in range(MOST_TABS):
        widget = QApplication.focusWidget()
        if widget is not None and focused().startswith(name):
            return widget
        _press(Qt.Key.Key_Tab)
    raise AssertionError(f"{name} cannot be reached with Tab")


def _tick(name: str) -> None:
    """Tick an option; of several that exclude each other Tab finds one, arrows the others."""
    group = name.rpartition("_")[0]
    _tab_to(group if group in _ONE_OF_SEVERAL else name)
    for _ in range(MOST_TABS):
        if focused() == name:
            _press(Qt.Key.Key_Space)
            return
        _press(Qt.Key.Key_Down)
    raise AssertionError(f"{name} cannot be reached with the arrows")


def _page(wiring: Wiring) -> str:
    settle()
    return wiring.window.page.objectName().removeprefix("page_")


def _answer(wiring: Wiring) -> None:
    """Go from the first page to the list, ticking what `_ANSWERS` says."""
    for _ in range(30):
        page = _page(wiring)
        if page == "results":
            return
        for name in _ANSWERS.get(page, []):
            _tick(name)
        _press(Qt.Key.Key_Return)
    raise AssertionError("the list is never reached")


def _read_about_the_first(wiring: Wiring) -> str:
    """Open *why here* and the whole profile of the first person, choose them, and come back."""
    results = wiring.window.page
    assert isinstance(results, ResultsPage)
    first = results.shelves.cards[0].profile_id
    assert focused() == f"choose_{first}"
    _tab_to(f"why_here_{first}")
    _press(Qt.Key.Key_Space)
    _tab_to(f"show_numbers_{first}")
    _press(Qt.Key.Key_Return)
    assert results.findChild(QWidget, f"numbers_{first}").isVisible()
    _press(Qt.Key.Key_Backtab)
    _tab_to(f"see_{first}")
    _press(Qt.Key.Key_Return)
    assert _page(wiring) == "profile"
    _press(Qt.Key.Key_Return)
    assert wiring.results.chosen == (first,)
    _press(Qt.Key.Key_Escape)
    assert _page(wiring) == "results"
    return first


def _choose_another(wiring: Wiring, first: str) -> str:
    results = wiring.window.page
    assert isinstance(results, ResultsPage)
    second = results.shelves.cards[1].profile_id
    _tab_to(f"choose_{second}")
    _press(Qt.Key.Key_Space)
    assert wiring.results.chosen == (first, second)
    return second


def _arrange_questions(wiring: Wiring, first: str) -> None:
    """Move the first question down, and put another in the place of the last."""
    before = [each.id for each in wiring.checklist.selection(first).suggested]
    _tab_to(f"questions_{first}_{before[0]}_down")
    _press(Qt.Key.Key_Space)
    _tab_to(f"questions_{first}_{before[-1]}_check")
    _press(Qt.Key.Key_Space)
    _tab_to(f"questions_{first}_more_open")
    _press(Qt.Key.Key_Space)
    _press(Qt.Key.Key_Tab)
    _press(Qt.Key.Key_Space)
    after = [each.id for each in wiring.checklist.selection(first).suggested]
    assert after[:2] == [before[1], before[0]][: len(after)]
    assert before[-1] not in after
    assert len(after) == len(before)


# The file dialog grabs the keyboard, which the offscreen platform cannot give it.
@pytest.mark.qt_log_ignore("grabbing the keyboard")
def test_window_when_used_by_keyboard_alone_then_a_pdf_is_saved(
    wiring: Wiring, qtbot: QtBot, tmp_path: Path
) -> None:
    _answer(wiring)
    first = _read_about_the_first(wiring)
    second = _choose_another(wiring, first)
    _tab_to("next")
    _press(Qt.Key.Key_Return)
    assert _page(wiring) == "checklist"
    _arrange_questions(wiring, first)
    _tab_to("next")
    _press(Qt.Key.Key_Return)

    dialog = wiring.window.page.findChild(QFileDialog, "save_dialog")
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    _type(str(tmp_path / "notes.pdf"))
    with qtbot.waitSignal(wiring.checklist.saved, timeout=_SLOW):
        _press(Qt.Key.Key_Return)

    reader = pypdf.PdfReader(tmp_path / "notes.pdf")
    text = " ".join(page.extract_text() for page in reader.pages)
    for profile_id in (first, second):
        assert wiring.results.profile(profile_id).name.split()[0] in text
    assert "notes.pdf" in wiring.window.page.told.plain
