import os
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from support.window import open_window, press, settle

from matcher.errors import MatcherError, Message
from matcher.questionnaire.response import ResponseSet
from ui.app import Wiring
from ui.settings import Settings

_HEAVY = ("sqlalchemy", "alembic", "numpy", "reportlab", "pypdfium2")

_UNTIL_PAINTED = f"""
import sys
from ui.app import Wiring, make_application
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


def test_window_when_painted_then_the_directory_is_opened_behind_it(wiring: Wiring) -> None:
    settle()

    assert wiring.directory.locality.areas


def test_pages_when_skipped_then_the_private_ones_are_not_on_the_way(wiring: Wiring) -> None:
    private = [page.id for page in wiring.sitting.private_pages]
    assert private == ["issues", "communities", "therapist_gender"]

    wiring.sitting.skips_private = True

    assert not set(private) & set(wiring.pages_on_the_way())
    assert "pause" in wiring.pages_on_the_way()


def test_pages_when_nobody_helps_then_the_way_begins_with_comfort(wiring: Wiring) -> None:
    assert wiring.pages_on_the_way()[:3] == ["comfort", "participants", "languages"]


def test_pages_when_somebody_helps_then_they_are_asked_who_is_here(wiring: Wiring) -> None:
    wiring.sitting.set_helper(True)

    assert wiring.pages_on_the_way()[0] == "helper"


def test_pages_when_the_person_may_be_too_young_then_the_way_leads_to_help(
    wiring: Wiring,
) -> None:
    wiring.sitting.respond("age_band", "13-17")
    assert "youth" in wiring.pages_on_the_way()

    wiring.sitting.set_helper(True)
    assert "youth" not in wiring.pages_on_the_way()


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


@pytest.mark.parametrize("language", ["en", "es"])
def test_window_when_opened_in_a_language_then_its_title_and_answers_are_in_it(
    qapp: object, language: str
) -> None:
    with open_window(Settings(language=language)) as wiring:
        assert wiring.words.code == language
        assert wiring.sitting.answers.language == language


@pytest.fixture
def kiosk(qapp: object) -> Iterator[Wiring]:
    """Give the window as strangers share it."""
    with open_window(Settings(is_kiosk=True, own_words=False)) as opened:
        yield opened


@pytest.fixture
def told(kiosk: Wiring) -> list[str]:
    """Give what that window tells of itself, as it comes."""
    said: list[str] = []
    for name in ("begun", "ended", "staff_requested"):
        getattr(kiosk, name).connect(partial(said.append, name))
    return said


def test_kiosk_when_nobody_answers_then_nothing_is_in_sight_and_it_tells_once(
    kiosk: Wiring, told: list[str]
) -> None:
    kiosk.window.page.go_on()
    kiosk.sitting.respond("formats", ("video",))
    page = kiosk.window.page

    kiosk.shared.idle.warned.emit()
    assert kiosk.shared.warning.isVisible()
    kiosk.shared.idle.expired.emit()
    kiosk.shared.idle.expired.emit()
    settle()

    assert told == ["begun", "ended"]
    assert not page.isVisible()
    assert not kiosk.shared.warning.isVisible()


def test_kiosk_when_somebody_is_called_away_then_any_page_leads_to_the_end(
    kiosk: Wiring, told: list[str]
) -> None:
    button = kiosk.window.header.findChild(QAbstractButton, "finish")
    assert button is not None
    assert not button.isVisible()
    kiosk.window.page.go_on()
    kiosk.window.go("formats")

    button.click()
    settle()
    assert kiosk.window.page.objectName() == "page_finish"
    kiosk.window.page.next_button.click()

    assert told == ["begun", "ended"]


@pytest.mark.parametrize("page", ["finish", "youth"])
def test_kiosk_when_a_page_clears_then_the_sitting_is_over(
    kiosk: Wiring, told: list[str], page: str
) -> None:
    kiosk.window.page.go_on()
    kiosk.window.go(page)

    kiosk.window.page.cleared.emit()
    settle()

    assert told[-1] == "ended"
    assert not kiosk.window.page.isVisible()


def test_kiosk_when_a_hidden_person_begins_anew_then_the_sitting_is_over(
    kiosk: Wiring, told: list[str]
) -> None:
    kiosk.window.clear_requested.emit()

    assert told == ["ended"]


@pytest.mark.parametrize("lets_go", [True, False], ids=["soon", "never"])
def test_kiosk_when_over_while_pages_wait_for_the_printer_then_it_waits_for_them_a_little(
    kiosk: Wiring, told: list[str], monkeypatch: pytest.MonkeyPatch, lets_go: bool
) -> None:
    monkeypatch.setattr(Wiring, "is_printing", True)
    kiosk.window.clear_requested.emit()
    assert told == []
    assert not kiosk.window.page.isVisible()

    if lets_go:
        monkeypatch.setattr(Wiring, "is_printing", False)
    QTest.qWait(200 if lets_go else 1200)

    assert told == ["ended"]


def test_kiosk_when_staff_is_wished_for_then_no_window_is_opened_here(
    kiosk: Wiring, told: list[str]
) -> None:
    kiosk.window.page.staff_requested.emit()

    assert told == ["staff_requested"]
    assert kiosk.staff is None


def test_kiosk_when_its_directory_cannot_be_opened_then_it_is_closed_and_help_stays(
    kiosk: Wiring, told: list[str]
) -> None:
    kiosk.directory.failed.emit(MatcherError(Message("error.unexpected")))
    settle()

    assert kiosk.window.page.objectName() == "page_closed"
    kiosk.window.page.staff_requested.emit()
    assert told == ["staff_requested"]
    press(Qt.Key.Key_F1)
    assert kiosk.window.page.objectName() == "page_help"
    press(Qt.Key.Key_Escape)
    assert kiosk.window.page.objectName() == "page_closed"


def test_kiosk_when_somebody_has_begun_then_no_failure_takes_their_answers(kiosk: Wiring) -> None:
    kiosk.window.page.go_on()
    page = kiosk.window.page

    kiosk.directory.failed.emit(MatcherError(Message("error.unexpected")))

    assert kiosk.window.page is page


def test_kiosk_when_somebody_answers_then_the_page_is_as_it_was(kiosk: Wiring) -> None:
    kiosk.window.page.go_on()
    page = kiosk.window.page

    kiosk.shared.idle.warned.emit()
    assert not page.isVisible()
    kiosk.shared.idle.resumed.emit()

    assert kiosk.window.page is page
    assert page.isVisible()


def test_kiosk_when_a_hidden_screen_is_asked_then_the_answer_leaves_it_hidden(
    kiosk: Wiring,
) -> None:
    kiosk.window.page.go_on()
    kiosk.window.hide_away()

    kiosk.shared.idle.warned.emit()
    kiosk.shared.idle.resumed.emit()

    assert kiosk.window.is_hidden_away
    assert not kiosk.window.page.isVisible()


def test_kiosk_when_only_the_language_was_chosen_then_nobody_is_asked(
    kiosk: Wiring, told: list[str]
) -> None:
    kiosk.words.set_code("es")

    kiosk.shared.idle.warned.emit()

    assert not kiosk.shared.warning.isVisible()
    assert told == ["ended"]


def test_kiosk_when_nobody_came_then_it_stays_as_it_is(kiosk: Wiring, told: list[str]) -> None:
    kiosk.shared.idle.warned.emit()

    assert told == []
    assert kiosk.window.page.isVisible()


def test_laptop_when_opened_then_nobody_watches_the_clock(wiring: Wiring) -> None:
    wiring.window.page.go_on()
    button = wiring.window.header.findChild(QAbstractButton, "finish")
    assert button is not None
    assert not button.isVisible()
    assert wiring.shared is None
