from PySide6.QtWidgets import QRadioButton
from support.window import settle

from ui.app import Wiring
from ui.pages.helping_page import HelpingPage


def test_helper_when_the_person_is_not_here_then_that_is_kept_and_the_hint_differs(
    wiring: Wiring,
) -> None:
    wiring.window.go("helper")
    settle()
    page = wiring.window.page
    assert isinstance(page, HelpingPage)
    assert wiring.sitting.person_is_here
    before = page._hint.plain
    card = page.findChild(QRadioButton, "helper_person_away")
    assert card is not None

    card.click()

    assert not wiring.sitting.person_is_here
    assert page._hint.plain != before


def test_helper_when_chosen_on_the_first_page_then_items_speak_of_the_person(
    wiring: Wiring,
) -> None:
    wiring._begin(True)
    wiring.window.go_on()
    assert wiring.window.page.objectName() == "page_helper"

    wiring.window.go("formats")

    assert wiring.window.page.title == wiring.words.text("item.formats.heading_other")
    assert wiring.sitting.answers.value("answered_by") == "helper"


def test_helper_when_staff_helps_then_who_is_here_is_covered_and_not_lost(wiring: Wiring) -> None:
    wiring.sitting.set_helper(True)
    wiring.window.go("helper")
    page = wiring.window.page
    away = page.findChild(QRadioButton, "helper_person_away")
    assert away is not None
    away.click()

    wiring.cover.set_covered(True)
    settle()
    assert not [each for each in page.findChildren(QRadioButton) if each.isChecked()]
    assert not away.isEnabled()

    wiring.cover.set_covered(False)
    assert away.isChecked()
    assert not wiring.sitting.person_is_here
