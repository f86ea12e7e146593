import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from support.followup_pages import AfterTheList
from support.window import english, show

from matcher.errors import Message, PersonalError
from ui.controllers.kept_notes import CHECK_INS, KeptNotes
from ui.pages.check_in_page import CheckInPage
from ui.pages.notes_page import PREVIEW, NotesPage


@pytest.fixture
def after(qapp: object) -> AfterTheList:
    return AfterTheList()


@pytest.fixture
def page(qtbot: QtBot, after: AfterTheList) -> NotesPage:
    page = CheckInPage(english(), after.followup, after.paper)
    qtbot.addWidget(page)
    show(page, 1000, 700)
    page.enter()
    return page


def test_page_when_no_file_is_open_then_nothing_can_be_noted_and_it_says_why(
    page: NotesPage, after: AfterTheList, qtbot: QtBot
) -> None:
    after.followup.forget()
    page.enter()
    assert not page.can_note
    assert "locked file" in page.problem.plain
    assert page.print.isHidden()
    assert page.first_focus() is page.way
    with qtbot.waitSignal(page.detour_requested) as told:
        page.way.click()
    assert told.args == ["search"]


def test_page_when_the_file_is_closed_meanwhile_then_it_holds_no_word_of_the_person(
    page: NotesPage, after: AfterTheList
) -> None:
    assert isinstance(page, CheckInPage)
    QTest.keyClicks(page.outside.field, "Said no")
    page.outside.field.setFocus()
    page.open_over("kept")
    after.followup.forget()
    page.enter()
    assert not page.can_note
    assert not page.outside.text


def test_page_when_its_notes_cannot_be_read_then_it_says_why_and_takes_none(
    page: NotesPage, after: AfterTheList
) -> None:
    error = PersonalError(Message("personal.error.newer", file="personal.sqlite"))
    after.followup.begin(KeptNotes(after.followup.search, errors={CHECK_INS: error}))
    page.enter()
    assert not page.can_note
    assert page.problem.plain == page.words.render_all(error)
    assert page.way.isHidden()


def test_page_when_its_notes_cannot_be_read_then_they_alone_can_be_cleared_once_that_was_asked(
    page: NotesPage, after: AfterTheList
) -> None:
    error = PersonalError(Message("personal.error.newer", file="personal.sqlite"))
    search = after.followup.search
    after.followup.begin(KeptNotes(search, errors={CHECK_INS: error}))
    page.enter()
    assert page.first_focus() is page.clear
    page.clear.click()
    assert page.problem.plain == page.words.text("notes.unread.why")
    page.leave.click()
    assert page.problem.plain == page.words.render_all(error)
    assert page.leave.isHidden()
    page.clear.click()
    page.clear.click()
    assert page.can_note
    assert page.clear.isHidden()
    assert not after.followup.errors
    assert after.followup.search == search


def test_page_when_it_can_be_printed_then_it_is_looked_at_first(
    page: NotesPage, after: AfterTheList, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.detour_requested) as told:
        page.print.click()
    assert told.args == [PREVIEW]
    assert after.printed()
    assert page.shows_answers


def test_page_when_it_is_about_somebody_then_it_names_them(
    page: NotesPage, after: AfterTheList
) -> None:
    (first, _) = after.followup.search.people
    assert first.name in page.eyebrow.plain
