import pytest
from PySide6.QtWidgets import QAbstractButton
from support.window import focused, settle

from matcher.questionnaire.loader import load_questionnaire
from ui.app import Wiring
from ui.pages.more_page import MorePage
from ui.widgets.text import Text

_PAGES = load_questionnaire().pages


@pytest.fixture
def page(wiring: Wiring) -> MorePage:
    wiring.window.go("times")
    wiring.window.open("more")
    settle()
    page = wiring.window.page
    assert isinstance(page, MorePage)
    return page


def _press(wiring: Wiring, name: str) -> None:
    button = wiring.window.page.findChild(QAbstractButton, name)
    assert button is not None
    button.setFocus()
    button.click()
    settle()


def _is_on(wiring: Wiring, page: str) -> bool:
    return wiring.window.page.objectName() == f"page_{page}"


def test_more_when_opened_from_an_item_then_it_leads_back_there(wiring: Wiring) -> None:
    for item_page in ("participants", "therapist_gender"):
        wiring.window.go(item_page)
        _press(wiring, "all_items")
        assert _is_on(wiring, "more")

        wiring.window.page.next_button.click()
        assert _is_on(wiring, item_page)


def test_more_when_shown_then_every_item_has_a_row_under_its_section(
    page: MorePage, wiring: Wiring
) -> None:
    said = {text.objectName(): text.plain for text in page.findChildren(Text)}

    for item in load_questionnaire():
        if item.id != "answered_by":
            assert wiring.words.item(item.id, "name") in (
                said[f"said_{item.id}"], said[f"name_{item.id}"]
            )  # fmt: skip
            assert said[f"section_{item.section}"] == wiring.words.text(f"section.{item.section}")


def test_more_when_an_item_is_answered_then_its_row_says_so_and_has_the_focus(
    page: MorePage, wiring: Wiring
) -> None:
    _press(wiring, "change_start")
    assert _is_on(wiring, "start")
    _press(wiring, "start_month")
    wiring.window.go_back()
    settle()

    assert wiring.window.page is page
    said = page.findChild(Text, "said_start")
    assert said is not None
    assert said.plain == wiring.words.text("term.start.month")
    assert focused() == "change_start"


def test_more_when_an_item_of_the_express_path_is_opened_then_both_ways_lead_back(
    page: MorePage, wiring: Wiring
) -> None:
    for leave in (wiring.window.go_on, wiring.window.go_back):
        _press(wiring, "change_formats")
        assert _is_on(wiring, "formats")
        leave()
        assert wiring.window.page is page


def test_more_when_an_express_item_was_answered_there_then_it_is_not_asked_again(
    page: MorePage, wiring: Wiring
) -> None:
    _press(wiring, "change_fee")
    wiring.window.go_on()
    wiring.window.go_on()
    assert _is_on(wiring, "times")

    wiring.window.go_on()

    assert _is_on(wiring, "access")


def test_private_item_when_the_pause_was_not_passed_then_it_comes_first_and_once(
    page: MorePage, wiring: Wiring
) -> None:
    _press(wiring, "change_medication")
    assert _is_on(wiring, "pause")
    wiring.window.page.next_button.click()
    assert _is_on(wiring, "medication")
    wiring.window.go_on()
    assert wiring.window.page is page

    _press(wiring, "change_prior_help")
    assert _is_on(wiring, "prior_help")


def test_private_item_when_skipped_at_the_pause_then_it_leads_back_and_may_be_opened_later(
    page: MorePage, wiring: Wiring
) -> None:
    _press(wiring, "change_faith_stance")
    _press(wiring, "skip")
    assert wiring.window.page is page

    _press(wiring, "change_faith_stance")
    assert _is_on(wiring, "pause")
    wiring.window.page.next_button.click()
    assert _is_on(wiring, "faith_stance")
    assert not wiring.sitting.skips_private


def test_private_items_when_they_follow_others_then_the_pause_stands_before_them(
    page: MorePage, wiring: Wiring
) -> None:
    _press(wiring, "change_feedback")
    assert _is_on(wiring, "feedback")
    wiring.window.go_on()
    assert _is_on(wiring, "pause")
    wiring.window.go_back()
    assert _is_on(wiring, "feedback")


def test_private_answers_when_listed_then_they_are_shown_only_on_request(wiring: Wiring) -> None:
    wiring.sitting.respond("faith_stance", "include")
    wiring.window.go("times")
    wiring.window.open("more")
    settle()
    said = wiring.window.page.findChild(Text, "said_faith_stance")
    assert said is not None
    assert said.plain == wiring.words.text("screen.answers.hidden")

    _press(wiring, "show_private")
    assert said.plain == wiring.words.text("term.faith_stance.include")

    wiring.window.go_on()
    wiring.window.open("more")
    assert said.plain == wiring.words.text("screen.answers.hidden")


def test_more_when_somebody_helps_then_it_speaks_of_them(page: MorePage, wiring: Wiring) -> None:
    wiring.words.set_about_other(True)

    assert page.title == "More about what they’d like"
