import pytest
from PySide6.QtWidgets import QAbstractButton
from support.window import settle

from matcher.errors import Message, StoreError
from matcher.questionnaire.response import State
from ui.app import Wiring
from ui.demo import sample_answers
from ui.pages.review_page import ReviewPage
from ui.widgets.text import Text


@pytest.fixture
def page(wiring: Wiring) -> ReviewPage:
    wiring.sitting.take(sample_answers())
    wiring.sitting.decline("access", State.NOT_SURE)
    wiring.sitting.respond("start", "month")
    wiring.sitting._answers = wiring.sitting.answers.with_response("payers", None)
    wiring.window.go("review")
    settle()
    page = wiring.window.page
    assert isinstance(page, ReviewPage)
    return page


def _said(page: ReviewPage, row: str) -> str:
    label = page.findChild(Text, f"said_{row}")
    assert label is not None
    return label.plain


@pytest.mark.parametrize(
    ("row", "said"),
    [
        pytest.param("fee", "Up to $120", id="value"),
        pytest.param("access", "Not sure: I’ll ask them", id="not_sure"),
        pytest.param("start", "Within a month", id="beyond_the_express_path"),
        pytest.param("therapist_gender", "Not shown here.", id="private"),
        pytest.param("payers", "Who pays", id="never_reached"),
        pytest.param("priorities", "How you work together", id="priorities"),
    ],
)
def test_review_when_shown_then_each_answer_is_said_in_words(
    page: ReviewPage, row: str, said: str
) -> None:
    assert _said(page, row) == said


def test_review_when_the_directory_answered_then_the_counts_are_those_of_the_match(
    page: ReviewPage, wiring: Wiring
) -> None:
    counts = wiring.source.match(wiring.sitting.answers).counts

    assert page._counts.plain.startswith(f"{counts['meets_all']} ")
    assert f" {counts['to_check']} more" in page._counts.plain


def test_review_when_an_answer_is_changed_then_next_leads_back_to_the_review(
    page: ReviewPage, wiring: Wiring
) -> None:
    change = page.findChild(QAbstractButton, "change_formats")
    assert change is not None
    assert wiring.words.text("item.formats.name") in change.accessibleName()

    change.click()
    settle()
    assert wiring.window.page.objectName() == "page_formats"
    card = wiring.window.page.findChild(QAbstractButton, "formats_video")
    assert card is not None
    card.click()
    wiring.window.page.next_button.click()
    settle()

    assert wiring.window.page is page
    assert wiring.words.text("term.formats.video") in _said(page, "formats")


def test_review_when_the_directory_cannot_be_opened_then_it_says_why(
    page: ReviewPage, wiring: Wiring
) -> None:
    wiring.matching.failed.emit(StoreError(Message("error.store.bad_address")))

    assert page._counts.plain == wiring.words.text("error.store.bad_address")
    assert page._again.isVisible()

    page._again.click()
    settle()

    assert "people fit" in page._counts.plain
    assert not page._again.isVisible()


def test_review_when_private_answers_are_asked_for_then_they_are_shown_until_it_is_left(
    page: ReviewPage, wiring: Wiring
) -> None:
    button = page.findChild(QAbstractButton, "show_private")
    assert button is not None
    button.click()
    assert _said(page, "therapist_gender") == "No preference"
    assert "Worry" in _said(page, "issues")

    wiring.window.go("results")
    wiring.window.go("review")
    settle()

    assert _said(page, "issues") == "Not shown here."
    assert not button.isChecked()


def test_review_when_an_extra_answer_is_changed_then_next_leads_straight_back(
    page: ReviewPage, wiring: Wiring
) -> None:
    change = page.findChild(QAbstractButton, "change_start")
    assert change is not None
    assert change.isVisible()
    assert page.findChild(QAbstractButton, "change_duration") is None

    change.click()
    wiring.window.page.next_button.click()

    assert wiring.window.page is page


def test_review_when_more_is_wished_then_all_items_open_over_it(
    page: ReviewPage, wiring: Wiring
) -> None:
    page._more.click()
    assert wiring.window.page.objectName() == "page_more"

    wiring.window.page.next_button.click()
    assert wiring.window.page is page


def test_review_when_the_language_changes_then_the_answers_are_said_in_it(
    page: ReviewPage, wiring: Wiring
) -> None:
    wiring.words.set_code("es")
    settle()

    assert _said(page, "access") == wiring.words.text("item.state.not_sure")
