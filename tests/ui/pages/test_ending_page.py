import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from support.followup_pages import AfterTheList
from support.reading_sheets import words_of
from support.window import english, show

from matcher.followup.ending import load_ending
from matcher.services.followup.files import LETTER, NOTES
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


def test_letter_when_printed_then_it_is_alone_in_a_file_of_its_own(
    page: EndingPage, after: AfterTheList
) -> None:
    _write(page, "your patience")
    page.print_letter.click()
    (sheet,) = after.printed()
    assert "Thank you for your patience." in words_of(sheet)
    assert page.words.text(load_ending().keep[0]) not in words_of(sheet)
    assert after.paper.order(page.words.catalogue).kind == LETTER
    assert "notes" not in after.paper.usual_path().name


def test_what_to_keep_when_printed_then_nothing_of_the_letter_is_on_it(
    page: EndingPage, after: AfterTheList
) -> None:
    _write(page, "your patience")
    page.print_keep.click()
    (sheet,) = after.printed()
    assert page.words.text(load_ending().keep[0]) in words_of(sheet)
    assert "patience" not in words_of(sheet)
    assert after.paper.order(page.words.catalogue).kind == NOTES


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
    page.print_letter.setFocus()
    page.print_letter.click()
    page.enter()
    assert [*page.letter.values()] == ["your patience"]


def test_page_when_another_language_holds_then_all_is_said_anew(page: EndingPage) -> None:
    page.words.set_code("es")
    page.retranslate()
    assert page.title == page.words.text("followup.ending.title")
