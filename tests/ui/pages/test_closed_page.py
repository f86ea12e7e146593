import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from support.window import focused, show

from ui.language import Language
from ui.pages.closed_page import ClosedPage
from ui.pages.language_choice import LanguageChoice


@pytest.fixture
def page(qtbot: QtBot, words: Language) -> ClosedPage:
    page = ClosedPage(words)
    qtbot.addWidget(page)
    show(page)
    page.enter()
    page.begin()
    return page


def test_page_when_shown_then_it_leads_to_help_and_to_staff_alone(
    page: ClosedPage, qtbot: QtBot
) -> None:
    assert focused() == "next"
    with qtbot.waitSignal(page.help_requested):
        page.next_button.click()
    with qtbot.waitSignal(page.staff_requested):
        staff = page.findChild(QPushButton, "staff")
        staff.setFocus()
        staff.click()
    assert focused() == "next"
    assert not page.offers_back


def test_page_when_the_language_changes_then_it_speaks_it(
    page: ClosedPage, words: Language
) -> None:
    words.set_code("es")
    page.retranslate()

    assert page.title == words.text("screen.closed.heading")
    assert page.title != Language("en").text("screen.closed.heading")


def test_page_when_a_language_is_pressed_then_it_holds(qtbot: QtBot, words: Language) -> None:
    page = ClosedPage(words, ("es",))
    qtbot.addWidget(page)
    languages = page.findChild(LanguageChoice)
    assert languages is not None
    assert [card.words for card in languages.cards] == ["Español", "English"]

    languages.cards[0].click()

    assert words.code == "es"
