import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from support.followup_pages import AfterTheList
from support.reading_sheets import words_of
from support.window import english, show

from matcher.followup.ending import load_ending
from ui.pages.ending_page import EndingPage


@pytest.fixture
def after(qapp: object) -> AfterTheList:
    return AfterTheList()


@pytest.fixture
def page(qtbot: QtBot, after: AfterTheList) -> EndingPage:
    page = EndingPage(english(), after.paper)
    qtbot.addWidget(page)
    show(page, 1000, 700)
    page.enter()
    return page


def _write(page: EndingPage, words: str) -> None:
    QTest.keyClicks(page.lines[load_ending().letter[0]].field, words)


def test_page_when_a_line_is_finished_then_it_is_printed_with_what_to_keep(
    page: EndingPage, after: AfterTheList
) -> None:
    _write(page, "your patience")
    page.print.click()
    (sheet,) = after.printed()
    assert "Thank you for your patience." in words_of(sheet)
    assert page.words.text(load_ending().keep[0]) in words_of(sheet)


def test_page_when_left_then_the_letter_is_forgotten_and_it_said_so(page: EndingPage) -> None:
    assert "not kept" in page.not_kept.plain
    _write(page, "your patience")
    page.enter()
    assert not page.letter
    assert page.shows_answers


def test_page_when_the_pages_were_looked_at_then_the_letter_is_still_there(
    page: EndingPage,
) -> None:
    _write(page, "your patience")
    page.print.setFocus()
    page.print.click()
    page.enter()
    assert [*page.letter.values()] == ["your patience"]


def test_page_when_another_language_holds_then_all_is_said_anew(page: EndingPage) -> None:
    page.words.set_code("es")
    page.retranslate()
    assert page.title == page.words.text("followup.ending.title")
