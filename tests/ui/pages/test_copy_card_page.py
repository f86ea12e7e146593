import pytest
from pytestqt.qtbot import QtBot
from support.sittings import make_results, sample_match
from support.window import open_window, settle

from ui.controllers.checklist_controller import ChecklistController
from ui.demo import sample_answers
from ui.language import Language
from ui.pages import copy_card_page
from ui.pages.copy_card_page import CopyCardPage
from ui.settings import Settings


@pytest.fixture
def checklist(qtbot: QtBot) -> ChecklistController:
    results, _ = make_results(lambda _: sample_match())
    with qtbot.waitSignal(results.match_changed):
        results.request()
    results.choose("p-001")
    results.choose("p-016")
    checklist = ChecklistController(results)
    results.setParent(checklist)
    return checklist


@pytest.fixture
def page(qtbot: QtBot, checklist: ChecklistController) -> CopyCardPage:
    page = CopyCardPage(Language("en"), checklist)
    qtbot.addWidget(page)
    page.enter()
    page.show()
    return page


def test_page_when_entered_then_each_person_has_a_name_a_number_and_three_questions(
    page: CopyCardPage, checklist: ChecklistController
) -> None:
    first = checklist.profile("p-001")

    assert page.lines[:3] == (
        first.name,
        f"Call or text {first.text('phone')}",
        f"Write to {first.text('email')}",
    )
    assert all(line.endswith("?") for line in page.lines[3:6])
    assert page.lines[6] == checklist.name("p-016")


def test_page_when_an_own_question_comes_first_then_it_is_on_the_card(
    page: CopyCardPage, checklist: ChecklistController
) -> None:
    checklist.add_own("p-001", "Do you know my trade?")
    place = len(checklist.selection("p-001").suggested)
    for _ in range(place - 1):
        checklist.move("p-001", "own.1", -1)

    page.enter()

    assert page.lines[3] == "Do you know my trade?"


def test_page_when_it_is_seen_then_it_warns_before_any_code_is_shown(page: CopyCardPage) -> None:
    assert page.warning.words[0] == "This puts names on your phone."
    assert page.code.isHidden()
    assert page.show_code.text() == "Show a code for my phone"


def test_text_for_phone_when_it_fits_then_it_says_every_line(page: CopyCardPage) -> None:
    assert page.text_for_phone() == "\n".join(page.lines)


def test_text_for_phone_when_it_is_too_long_then_names_and_numbers_are_left(
    page: CopyCardPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copy_card_page, "LONGEST", 160)

    assert page.text_for_phone().splitlines() == [*page.lines[:3], *page.lines[6:9]]


def test_text_for_phone_when_even_names_are_too_long_then_whole_lines_are_left_out(
    page: CopyCardPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = page.lines[0]
    monkeypatch.setattr(copy_card_page, "LONGEST", len(first.encode()) + 3)

    assert page.text_for_phone() == first


def test_page_when_the_code_holds_less_then_that_is_said(
    page: CopyCardPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.show_code.click()
    assert page.code.accessibleName() == "A code that holds the lines above"
    page.show_code.click()

    monkeypatch.setattr(copy_card_page, "LONGEST", 160)
    page.show_code.click()

    assert page.how.plain.startswith("The questions don’t fit in the code")
    assert "without the questions" in page.code.accessibleName()


def test_page_when_the_code_is_shown_in_a_small_window_then_all_of_it_is_in_sight(
    page: CopyCardPage,
) -> None:
    page.resize(1280, 740)
    settle()

    page.show_code.click()
    settle()

    assert page.code.visibleRegion().boundingRect().height() == page.code.height()


@pytest.mark.parametrize("height", [700, 740, 800])
def test_page_when_the_code_is_shown_among_large_letters_then_its_edges_are_in_sight(
    height: int,
) -> None:
    with open_window(Settings(text_size=200)) as wiring:
        wiring.window.resize(1280, height)
        wiring.sitting.take(sample_answers())
        wiring.window.go("results")
        settle()
        wiring.results.choose("p-034")
        wiring.window.go("checklist")
        wiring.window.open("copy_card")
        settle()
        page = wiring.window.page
        assert isinstance(page, CopyCardPage)

        page.show_code.click()
        settle()

        assert page.code.visibleRegion().boundingRect() == page.code.rect()


def test_page_when_the_code_is_shown_then_it_is_hidden_again_with_the_page(
    page: CopyCardPage,
) -> None:

    page.show_code.click()
    assert page.code.isVisible()
    assert page.show_code.text() == "Hide the code"
    assert page.how.plain.startswith("Point your phone")

    page.hide()

    assert page.code.isHidden()
    assert page.show_code.text() == "Show a code for my phone"


def test_page_when_nobody_is_chosen_then_there_is_nothing_to_copy(
    page: CopyCardPage, checklist: ChecklistController, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ChecklistController, "people", property(lambda _: ()))

    page.enter()

    assert page.lines == ()
    assert page.show_code.isHidden()
    assert page.why.plain.startswith("Nobody is chosen yet.")


def test_page_when_own_questions_come_last_on_the_sheet_then_they_are_first_on_the_card(
    page: CopyCardPage, checklist: ChecklistController
) -> None:
    first = page.lines[3]
    checklist.add_own("p-001", "Do you know my trade?")
    checklist.add_own("p-001", "Can I bring my dog?")

    page.enter()

    assert page.lines[3:6] == ("Do you know my trade?", "Can I bring my dog?", first)
    assert "Can I bring my dog?" in page.text_for_phone()
