import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from support.window import settle, takes_taps

from ui.app import Wiring
from ui.pages.youth_page import YouthPage
from ui.widgets.crisis_lines import CrisisLines
from ui.widgets.text import Text


def _go(wiring: Wiring, band: str) -> None:
    wiring.sitting.respond("age_band", band)
    wiring.window.go("participants")
    wiring.window.page.next_button.click()
    settle()


def test_youth_when_a_child_answers_then_help_is_shown_and_nothing_is_asked(
    wiring: Wiring,
) -> None:
    _go(wiring, "6-12")
    page = wiring.window.page
    said = [text.plain for text in page.findChildren(Text)]

    assert page.objectName() == "page_youth"
    assert page.title == wiring.words.text("crisis.youth.title")
    assert wiring.words.text("crisis.line.us_youth.name") in said
    assert not page.next_button.isVisible()


def test_youth_when_shown_then_nothing_makes_a_child_doubt_a_number(wiring: Wiring) -> None:
    _go(wiring, "6-12")
    said = "\n".join(text.plain for text in wiring.window.page.findChildren(Text))

    assert wiring.words.text("crisis.panel.not_checked") not in said


def test_youth_when_shown_then_the_lines_come_before_the_ways_on_and_no_button_is_filled(
    wiring: Wiring,
) -> None:
    _go(wiring, "13-17")
    page = wiring.window.page
    lines = page.findChild(CrisisLines)
    assert lines is not None
    end = lines.mapTo(page, QPoint(0, lines.height())).y()

    for name in ("next", "adult_helper", "clear"):
        button = page.findChild(QAbstractButton, name)
        assert button is not None
        assert button.property("kind") == "quiet"
        assert button.mapTo(page, QPoint(0, 0)).y() >= end


def test_youth_when_the_age_group_reaches_the_limit_then_the_person_may_go_on(
    wiring: Wiring,
) -> None:
    _go(wiring, "13-17")

    wiring.window.page.next_button.click()

    assert wiring.window.page.objectName() == "page_languages"


def test_youth_when_cleared_then_nothing_was_kept(wiring: Wiring) -> None:
    _go(wiring, "6-12")
    button = wiring.window.page.findChild(QAbstractButton, "clear")
    assert button is not None

    button.click()
    settle()

    assert not wiring.sitting.answers.responses
    assert wiring.window.page.objectName() == "page_welcome"


def test_youth_when_an_adult_answers_for_a_child_then_the_sitting_goes_on_about_them(
    wiring: Wiring,
) -> None:
    wiring.sitting.respond("age_band", "6-12")
    wiring.window.go("participants")
    wiring.window.go_on()
    helper = wiring.window.page.findChild(QAbstractButton, "adult_helper")
    assert helper is not None

    helper.click()

    assert wiring.window.page.objectName() == "page_languages"
    assert wiring.sitting.is_helper
    assert wiring.words.about_other


def test_youth_when_staff_helps_then_nothing_follows_from_the_age(wiring: Wiring) -> None:
    _go(wiring, "13-17")
    older = wiring.window.page.next_button
    was_offered = older.isVisible()

    wiring.cover.set_covered(True)
    assert not older.isVisible()

    wiring.cover.set_covered(False)
    assert was_offered
    assert older.isVisible()


def test_youth_when_just_shown_then_a_second_tap_clears_nothing(
    wiring: Wiring, qtbot: QtBot
) -> None:
    wiring.sitting.respond("age_band", "6-12")
    wiring.window.go("youth")
    clear = wiring.window.page.findChild(QAbstractButton, "clear")
    assert clear is not None

    assert not takes_taps(clear)
    qtbot.waitUntil(lambda: takes_taps(clear))


@pytest.mark.parametrize("is_kiosk", [True, False], ids=["kiosk", "home"])
def test_youth_when_at_home_then_no_staff_is_spoken_of(
    wiring: Wiring, qtbot: QtBot, is_kiosk: bool
) -> None:
    page = YouthPage(wiring.words, wiring.sitting, is_kiosk=is_kiosk)
    qtbot.addWidget(page)

    said = " ".join(text.plain for text in page.findChildren(Text))
    assert ("staff" in said) is is_kiosk
