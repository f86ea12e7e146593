import pytest

from matcher.questionnaire.loader import load_questionnaire
from ui.controllers.page_order import is_passed_over, page_order, run_from, run_of
from ui.controllers.sitting_controller import SittingController


@pytest.fixture
def sitting(qapp: object) -> SittingController:
    return SittingController(load_questionnaire(), "en", "us")


def test_order_when_asked_then_the_pause_stands_before_what_is_private(
    sitting: SittingController,
) -> None:
    order = page_order(sitting)

    assert order[:5] == ["welcome", "helper", "comfort", "participants", "youth"]
    assert order[order.index("pause") + 1] == sitting.private_pages[0].id
    assert order[-2:] == ["results", "checklist"]


def test_order_when_private_pages_are_left_out_then_they_are_passed_over(
    sitting: SittingController,
) -> None:
    private = [page.id for page in sitting.private_pages]

    sitting.answer_private(here=False)

    assert all(is_passed_over(page, sitting) for page in private)
    assert not is_passed_over("pause", sitting)
    assert not is_passed_over("formats", sitting)


def test_run_when_the_age_is_changed_then_its_limit_follows(sitting: SittingController) -> None:
    first, second, *_ = sitting.questionnaire.pages

    assert run_of(first) == (first.id, "youth")
    assert run_of(second) == (second.id,)


def _run(sitting: SittingController, page: str) -> tuple[str, ...]:
    return run_from(sitting.questionnaire.page(page), sitting)


@pytest.mark.parametrize(
    ("page", "run"),
    [
        pytest.param("formats", ("formats",), id="express"),
        pytest.param("issues", ("pause", "issues"), id="private_express"),
        pytest.param("start", ("start", "frequency", "duration"), id="section"),
        pytest.param("duration", ("duration",), id="last_of_section"),
        pytest.param("medication", ("pause", "medication"), id="private"),
        pytest.param(
            "feedback",
            ("feedback", "pause", "when_off", "trust_pace", "practise", "boundaries"),
            id="private_ones_follow",
        ),
    ],
)
def test_run_when_a_page_is_opened_then_the_rest_of_its_section_follows(
    sitting: SittingController, page: str, run: tuple[str, ...]
) -> None:
    assert _run(sitting, page) == run

    sitting.answer_private(here=True)
    assert _run(sitting, page) == tuple(one for one in run if one != "pause")

    sitting.answer_private(here=False)
    assert _run(sitting, page) == run


def test_run_when_no_own_words_are_taken_then_nothing_is_asked_in_them(qapp: object) -> None:
    sitting = SittingController(load_questionnaire(), "en", "us", own_words=False)

    assert "names_pronouns" not in _run(sitting, "contact")
    assert not sitting.is_asked("first_meetings")
    assert sitting.is_asked("helped_or_not")
