from datetime import date
from types import MappingProxyType

import pytest

from matcher.questionnaire.response import Response, ResponseSet, State


@pytest.fixture
def answers() -> ResponseSet:
    responses = {"start": Response("month"), "tools": Response(state=State.NOT_SURE)}
    return ResponseSet("preferences/1", responses=MappingProxyType(responses))


def test_value_and_state_when_asked_then_the_four_silences_differ(answers: ResponseSet) -> None:
    assert (answers.value("start"), answers.state("start")) == ("month", None)
    assert (answers.value("tools"), answers.state("tools")) == (None, State.NOT_SURE)
    assert (answers.value("never"), answers.state("never")) == (None, None)


def test_with_response_when_given_then_a_copy_holds_it(answers: ResponseSet) -> None:
    changed = answers.with_response("start", Response("this_week"))

    assert changed.value("start") == "this_week"
    assert answers.value("start") == "month"
    assert changed.state("tools") is State.NOT_SURE


def test_with_response_when_nothing_is_given_then_the_item_was_never_reached(
    answers: ResponseSet,
) -> None:
    changed = answers.with_response("start", None)

    assert "start" not in changed.responses
    assert changed.with_response("start", None) == changed


def test_on_when_a_day_is_named_then_only_the_copy_has_it(answers: ResponseSet) -> None:
    dated = answers.on(date(2026, 11, 21))

    assert (dated.today, answers.today) == (date(2026, 11, 21), None)
    assert dated.responses == answers.responses


def test_responses_when_made_then_they_cannot_be_changed(answers: ResponseSet) -> None:
    with pytest.raises(TypeError):
        answers.with_response("x", Response("y")).responses["x"] = Response("z")  # type: ignore[index]
