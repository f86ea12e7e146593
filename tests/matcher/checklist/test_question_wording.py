"""Questions and their reasons in words, without naming a private answer."""

from datetime import date

import pytest
from support.builders import make_profile
from support.catalogues import LANGUAGES
from support.results import make_asked, make_contribution, make_result, make_selection

from matcher.checklist.question_wording import question_text, reason_text, topic_text
from matcher.checklist.selection import OfferedQuestion
from matcher.i18n import Catalogue
from matcher.questionnaire.response import Importance, Response, State
from matcher.scoring.result import RequirementStatus

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
            "The profile doesn’t say this.",
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
            "I hoped for something different here.",
        ),
        (
            "goals",
            Response("in_writing"),
            (500, 500),
            "How do we choose what to work on? Who decides in the end?",
            "The profile fits this only in part.",
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


_ROOTS = "Have you worked much with people who share my roots, my faith or my way of life?"
_EVERYDAY = "Have you worked much with people whose family, work or daily life is like mine?"


@pytest.mark.parametrize(
    ("chosen", "question"),
    [
        (("parent",), _EVERYDAY),
        (("parent", "veteran", "rural"), _EVERYDAY),
        (("parent", "muslim"), _ROOTS),
        (("refugee",), _ROOTS),
        (("own words",), _ROOTS),
        ((), _ROOTS),
    ],
    ids=["family", "family, work, life", "also faith", "roots", "own words", "nothing"],
)
def test_question_text_when_communities_were_chosen_then_it_speaks_of_their_kind_alone(
    chosen: tuple[str, ...], question: str
) -> None:
    asked = make_asked(communities=Response(chosen))
    offered = make_selection(asked, make_result(make_contribution("communities", 0))).suggested[0]

    assert (offered.id, question_text(offered, _ENGLISH)) == ("C1", question)


@pytest.mark.parametrize("language", LANGUAGES)
def test_question_text_when_communities_of_daily_life_matter_then_each_that_is_offered_has_one(
    language: str,
) -> None:
    wish = Response(("parent",), importance=Importance.MATTERS_A_LOT)
    asked = make_asked(communities=wish)
    chosen = make_selection(asked, make_result(make_contribution("communities", 0)))

    offered = [*chosen.suggested, *chosen.others]

    assert {"C1", "C3"} <= {each.id for each in offered}
    assert all(question_text(each, Catalogue(language)) for each in offered)


def test_topic_text_when_asked_then_a_heading() -> None:
    assert topic_text("money", _ENGLISH) == "Money"


@pytest.mark.parametrize(
    ("language", "reason", "topic"),
    [
        ("en", "My own question.", "My own questions"),
        ("es", "Mi propia pregunta.", "Mis propias preguntas"),
    ],
)
def test_texts_when_the_person_wrote_it_then_their_words_and_that_it_is_theirs(
    language: str, reason: str, topic: str
) -> None:
    asked = make_asked()
    own = make_selection(asked).picked([], ["  ¿Hay <b>gatos</b>?\n\u202eYes\x00 "]).suggested[-1]
    catalogue = Catalogue(language)

    assert question_text(own, catalogue) == "¿Hay <b>gatos</b>? Yes"
    assert reason_text(own, asked.answers, catalogue) == reason
    assert topic_text(own.topic, catalogue) == topic


def test_question_text_when_the_person_wrote_a_page_then_it_is_whole() -> None:
    wrote = "Will it help? " * 350
    own = make_selection(make_asked()).picked([], [wrote]).suggested[-1]

    assert question_text(own, _ENGLISH) == wrote.strip()


@pytest.mark.parametrize(
    ("language", "question", "reason"),
    [
        (
            "en",
            "Could you tell me whether you take new people now? Your page may be out of date.",
            "The profile said this a while ago.",
        ),
        (
            "es",
            (
                "¿Podría decirme si recibe a personas nuevas en este momento? "
                "Quizá su página ya no esté al día."
            ),
            "El perfil lo dijo hace tiempo.",
        ),
    ],
)
def test_texts_when_a_fact_is_too_old_then_nobody_is_told_that_the_page_is_silent(
    language: str, question: str, reason: str
) -> None:
    asked = make_asked()
    profile = make_profile(accepting="yes", register="R", confirmed_on=date(2020, 1, 1))
    result = make_result(requirements={"accepting": RequirementStatus.NOT_STATED})
    (offered,) = make_selection(asked, result, profile).before_booking
    catalogue = Catalogue(language)

    assert question_text(offered, catalogue) == question
    assert reason_text(offered, asked.answers, catalogue) == reason
