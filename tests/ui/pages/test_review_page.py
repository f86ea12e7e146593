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
        pytest.param("fee", "Up to $120 (Must have)", id="value"),
        pytest.param("access", "Not sure: ask for me", id="not_sure"),
        pytest.param("therapist_gender", "No preference", id="no_preference"),
        pytest.param("payers", "Skipped", id="never_reached"),
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


def test_review_when_the_language_changes_then_the_answers_are_said_in_it(
    page: ReviewPage, wiring: Wiring
) -> None:
    wiring.words.set_code("es")
    settle()

    assert _said(page, "access") == wiring.words.text("item.state.not_sure")
