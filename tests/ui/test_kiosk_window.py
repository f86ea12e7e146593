from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot
from support.window import open_window, press, settle

from matcher.errors import MatcherError, Message
from ui.kiosk_window import KioskWiring
from ui.settings import Settings
from ui.widgets.press_pause import PAUSE_MS


@pytest.fixture
def kiosk(qapp: object) -> Iterator[KioskWiring]:
    """Give the window as strangers share it."""
    with open_window(Settings(is_kiosk=True, own_words=False)) as opened:
        yield opened


@pytest.fixture
def told(kiosk: KioskWiring) -> list[str]:
    """Give what that window tells of itself, as it comes."""
    said: list[str] = []
    for name in ("begun", "ended", "staff_requested"):
        getattr(kiosk, name).connect(partial(said.append, name))
    return said


def test_kiosk_when_nobody_answers_then_nothing_is_in_sight_and_it_tells_once(
    kiosk: KioskWiring, told: list[str]
) -> None:
    kiosk.window.page.go_on()
    kiosk.sitting.respond("formats", ("video",))
    page = kiosk.window.page

    kiosk.shared.idle.warned.emit()
    assert kiosk.shared.question.warning.isVisible()
    kiosk.shared.idle.expired.emit()
    kiosk.shared.idle.expired.emit()
    settle()

    assert told == ["begun", "ended"]
    assert not page.isVisible()
    assert not kiosk.shared.question.warning.isVisible()


def test_kiosk_when_clicked_twice_slowly_then_the_second_click_is_known_still(
    kiosk: KioskWiring,
) -> None:
    assert kiosk.window.guard.least == PAUSE_MS


def test_kiosk_when_somebody_is_called_away_then_any_page_leads_to_the_end(
    kiosk: KioskWiring, told: list[str]
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
    kiosk: KioskWiring, told: list[str], page: str
) -> None:
    kiosk.window.page.go_on()
    kiosk.window.go(page)

    kiosk.window.page.cleared.emit()
    settle()

    assert told[-1] == "ended"
    assert not kiosk.window.page.isVisible()


def test_kiosk_when_a_hidden_person_begins_anew_then_the_sitting_is_over(
    kiosk: KioskWiring, told: list[str]
) -> None:
    kiosk.window.clear_requested.emit()

    assert told == ["ended"]


@pytest.mark.parametrize("lets_go", [True, False], ids=["soon", "never"])
def test_kiosk_when_over_while_pages_wait_for_the_printer_then_it_waits_for_them_a_little(
    kiosk: KioskWiring, told: list[str], monkeypatch: pytest.MonkeyPatch, lets_go: bool
) -> None:
    monkeypatch.setattr(KioskWiring, "is_printing", True)
    kiosk.window.clear_requested.emit()
    assert told == []
    assert not kiosk.window.page.isVisible()

    if lets_go:
        monkeypatch.setattr(KioskWiring, "is_printing", False)
    QTest.qWait(200 if lets_go else 1200)

    assert told == ["ended"]


def test_kiosk_when_staff_is_wished_for_then_no_window_is_opened_here(
    kiosk: KioskWiring, told: list[str]
) -> None:
    others = set(QApplication.topLevelWidgets())
    assert kiosk.window in others

    kiosk.window.page.staff_requested.emit()

    assert told == ["staff_requested"]
    assert set(QApplication.topLevelWidgets()) == others


def test_kiosk_when_its_directory_cannot_be_opened_then_it_is_closed_and_help_stays(
    kiosk: KioskWiring, told: list[str]
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


def test_kiosk_when_somebody_has_begun_then_no_failure_takes_their_answers(
    kiosk: KioskWiring,
) -> None:
    kiosk.window.page.go_on()
    page = kiosk.window.page

    kiosk.directory.failed.emit(MatcherError(Message("error.unexpected")))

    assert kiosk.window.page is page


def test_kiosk_when_somebody_answers_then_the_page_is_as_it_was(kiosk: KioskWiring) -> None:
    kiosk.window.page.go_on()
    page = kiosk.window.page

    kiosk.shared.idle.warned.emit()
    assert not page.isVisible()
    kiosk.shared.idle.resumed.emit()

    assert kiosk.window.page is page
    assert page.isVisible()


def test_kiosk_when_somebody_answers_without_a_key_then_that_is_a_sign_of_them(
    kiosk: KioskWiring, qtbot: QtBot
) -> None:
    kiosk.window.page.go_on()

    with qtbot.waitSignal(kiosk.shared.idle.touched):
        kiosk.sitting.respond("formats", ("video",))


def test_kiosk_when_the_question_is_answered_by_the_key_of_help_then_help_is_open_and_leads_back(
    kiosk: KioskWiring,
) -> None:
    kiosk.window.page.go_on()
    page = kiosk.window.page
    kiosk.shared.idle._last -= kiosk.settings.warns_after
    kiosk.shared.idle.look()
    assert not page.isVisible()

    press(Qt.Key.Key_F1)

    assert kiosk.window.page.objectName() == "page_help"
    assert kiosk.window.page.isVisible()
    kiosk.window.go_back()
    assert kiosk.window.page is page


def test_kiosk_when_a_hidden_screen_is_asked_then_the_answer_leaves_it_hidden(
    kiosk: KioskWiring,
) -> None:
    kiosk.window.page.go_on()
    kiosk.window.hide_away()

    kiosk.shared.idle.warned.emit()
    kiosk.shared.idle.resumed.emit()

    assert kiosk.window.is_hidden_away
    assert not kiosk.window.page.isVisible()


def test_kiosk_when_only_the_language_was_chosen_then_nobody_is_asked(
    kiosk: KioskWiring, told: list[str]
) -> None:
    kiosk.words.set_code("es")

    kiosk.shared.idle.warned.emit()

    assert not kiosk.shared.question.warning.isVisible()
    assert told == ["ended"]


def test_kiosk_when_nobody_came_then_it_stays_as_it_is(kiosk: KioskWiring, told: list[str]) -> None:
    kiosk.shared.idle.warned.emit()

    assert told == []
    assert kiosk.window.page.isVisible()
