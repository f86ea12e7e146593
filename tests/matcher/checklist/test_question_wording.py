"""Questions and their reasons in words, without naming a private answer."""

import pytest
from support.results import make_asked, make_contribution, make_result, make_selection

from matcher.checklist.question_wording import question_text, reason_text, topic_text
from matcher.checklist.selection import OfferedQuestion
from matcher.i18n import Catalogue
from matcher.questionnaire.response import Response, State

_ENGLISH = Catalogue("en")


def _first(*, answer: Response, low: int, high: int, criterion: str) -> OfferedQuestion:
    asked = make_asked(**{criterion: answer})
    return make_selection(asked, make_result(make_contribution(criterion, low, high))).suggested[0]


@pytest.mark.parametrize(
    ("criterion", "answer", "values", "question", "reason"),
    [
        (
            "style_pace",
            Response(2),
            (250, 250),
            "Trust has its own speed for me. How would you go along with that?",
            "I like to let trust grow; you may go faster.",
        ),
        (
            "style_time",
            Response(-1),
            (0, 1000),
            "Your page doesn’t say whether you look more at the past or at now. Could you tell me?",
            "Your page doesn’t say this.",
        ),
        (
            "style_words",
            Response(-1),
            (0, 0),
            (
                "Could we talk about how gentle or how plain your words are? "
                "I may need something else."
            ),
            "I like gentle words; you may be blunter.",
        ),
        (
            "goals",
            Response("in_writing"),
            (0, 0),
            "How do we choose what to work on? Who decides in the end?",
            "Your page and my wish are not the same.",
        ),
    ],
)
def test_texts_when_offered_then_question_and_reason_fit_the_gap(
    criterion: str, answer: Response, values: tuple[int, int], question: str, reason: str
) -> None:
    offered = _first(answer=answer, low=values[0], high=values[1], criterion=criterion)
    answers = make_asked(**{criterion: answer}).answers

    assert question_text(offered, _ENGLISH) == question
    assert reason_text(offered, answers, _ENGLISH) == reason


def test_question_text_when_not_sure_then_it_says_so() -> None:
    asked = make_asked(style_time=Response(state=State.NOT_SURE))
    offered = make_selection(asked).suggested[0]

    assert question_text(offered, _ENGLISH).endswith("I don’t know yet what I’d like.")


def test_reason_text_when_a_condition_holds_then_its_own_words() -> None:
    asked = make_asked(trust_pace=Response("slowly"))
    offered = make_selection(asked).suggested[0]

    assert reason_text(offered, asked.answers, _ENGLISH) == "Trust takes time for me."


def test_topic_text_when_asked_then_a_heading() -> None:
    assert topic_text("money", _ENGLISH) == "Money"
