import pytest
from pytestqt.qtbot import QtBot
from support.followup_pages import AfterTheList
from support.reading_sheets import words_of
from support.window import english, focused, show

from matcher.document import Contrast, Section
from matcher.followup.reading import load_reading
from ui.pages.reading_page import ReadingPage, readable


@pytest.fixture
def after(qapp: object) -> AfterTheList:
    return AfterTheList()


@pytest.fixture
def page(qtbot: QtBot, after: AfterTheList) -> ReadingPage:
    page = ReadingPage(english(), after.paper, after.days.today)
    qtbot.addWidget(page)
    show(page, 1000, 700)
    page.enter()
    page.begin()
    return page


def test_page_when_entered_then_it_lists_all_and_none_is_open(page: ReadingPage) -> None:
    assert len(page.list.buttons) == len(load_reading())
    assert page.opened == ""
    assert page.print.isHidden()
    assert focused() == "reading_list_0"
    assert not page.shows_answers


@pytest.mark.parametrize("number", range(len(load_reading())))
def test_page_when_one_is_opened_then_all_of_it_can_be_read_and_printed(
    page: ReadingPage, after: AfterTheList, number: int
) -> None:
    page.list.buttons[number].click()
    reading = load_reading()[number]
    assert page.opened == reading.id
    assert page.title == page.words.text(reading.title)
    assert page.list.isHidden()
    assert all(section.is_complete for section in page.sections)
    page.print.click()
    (sheet,) = after.printed()
    assert page.words.text(reading.texts[0]) in words_of(sheet)


def test_page_when_one_was_read_then_back_leads_to_the_list_and_to_where_one_was(
    page: ReadingPage, qtbot: QtBot
) -> None:
    page.list.buttons[2].click()
    page.go_back()
    assert page.opened == ""
    assert focused() == "reading_list_2"
    with qtbot.waitSignal(page.back_requested):
        page.go_back()


def test_page_when_another_language_holds_then_what_is_read_stays_open(page: ReadingPage) -> None:
    page.open(1)
    page.words.set_code("es")
    page.retranslate()
    assert page.opened == "boundaries"
    assert page.title == page.words.text("followup.reading.boundaries.title")


def test_section_when_lists_stand_side_by_side_on_paper_then_each_has_its_name_above_it() -> None:
    frame = Contrast("", ("Good",), ("Care",))
    section = readable(Section("Signs", (frame, Contrast("Topic", ("a",), ("b",)))))
    said = [getattr(block, "text", getattr(block, "items", "")) for block in section.blocks]
    assert said == ["Good", ("a",), "Care", ("b",)]
