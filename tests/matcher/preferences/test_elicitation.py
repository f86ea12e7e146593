"""What an answer asks for, and the many ways of asking nothing."""

# ruff: noqa: E501 - one row of a table on one line

from datetime import date
from decimal import Decimal

import pytest
from support.directories import TODAY, make_answers

from matcher.preferences.elicitation import elicit
from matcher.preferences.preferences import MustHave, Preferences, Wish
from matcher.questionnaire.item import Importance
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import (
    Money,
    Place,
    Response,
    ResponseSet,
    State,
    Times,
    Value,
)

QUESTIONNAIRE = load_questionnaire()


def _elicit(answers: ResponseSet) -> Preferences:
    return elicit(answers, QUESTIONNAIRE, date(2030, 1, 1))


@pytest.mark.parametrize(
    ("item", "response"),
    [
        *[("style_steer", Response(state=state)) for state in State],
        ("style_steer", Response(0)),
        ("issues", Response(())),
        ("issues", Response(("something_else",))),
        ("issues", Response(("own_diagnosis",))),
        ("start", Response("can_wait")),
        ("medication", Response("no")),
        ("medication", Response("unsure")),
        ("duration", Response(("unsure",))),
        ("times", Response(Times())),
        ("place", Response(Place(licence_area="US-OR"))),
        ("prior_help", Response("first_time")),
        ("names_pronouns", Response("they")),
        ("hide_people", Response(("p-1",))),
        ("reminders", Response(("none",))),
    ],
)
def test_elicit_when_an_answer_asks_nothing_then_it_leaves_the_sum(
    item: str, response: Response
) -> None:
    preferences = _elicit(make_answers({item: response}))

    assert (preferences.wishes, preferences.must_haves) == ((), ())


def test_elicit_when_something_is_asked_then_with_its_importance_in_questionnaire_order() -> None:
    answers = make_answers(
        {
            "style_steer": Response(-2),
            "issues": Response(("worry", "something_else"), starred="worry"),
            "times": Response(Times(good=("mon-late",)), importance=Importance.A_LITTLE),
        }
    )

    assert _elicit(answers).wishes == (
        Wish("times", Times(good=("mon-late",)), Importance.A_LITTLE),
        Wish("issues", ("worry",), Importance.MATTERS_A_LOT, "worry"),
        Wish("style_steer", -2, Importance.MATTERS),
    )


@pytest.mark.parametrize(
    ("item", "value"),
    [("participants", "me"), ("age_band", "26-64"), ("fee", Money(Decimal(60), "USD")), ("access", ("lift",))],
)  # fmt: skip
def test_elicit_when_the_default_is_a_must_then_it_is_a_requirement(
    item: str, value: Value
) -> None:
    assert _elicit(make_answers({item: Response(value)})).must_haves == (MustHave(item, value),)


@pytest.mark.parametrize(
    ("language", "asked", "is_must"),
    [("en", ("es",), True), ("es", ("es", "en"), False), ("es-MX", ("es",), False)],
)
def test_elicit_when_languages_are_asked_then_must_unless_the_answers_own_is_among_them(
    language: str, asked: tuple[str, ...], is_must: bool
) -> None:
    preferences = _elicit(make_answers({"languages": Response(asked)}, language=language))

    assert bool(preferences.must_haves) == is_must
    assert bool(preferences.wishes) != is_must


def test_elicit_when_a_place_names_a_licence_area_then_it_is_kept_apart() -> None:
    place = Place(postcode="97201", country="US", max_km=Decimal(5), licence_area="US-OR")
    preferences = _elicit(make_answers(place=place))

    assert preferences.licence_area == "US-OR"
    assert [wish.criterion for wish in preferences.wishes] == ["place"]


def test_elicit_when_people_are_hidden_then_by_id() -> None:
    assert _elicit(make_answers(hide_people=("p-1", "p-2"))).hidden == {"p-1", "p-2"}


def test_elicit_when_the_answers_name_no_day_then_the_day_given() -> None:
    assert _elicit(make_answers()).today == TODAY
    assert _elicit(ResponseSet("preferences/1")).today == date(2030, 1, 1)
