import pytest

from matcher.preferences.age import may_be_of_age, may_be_younger
from matcher.questionnaire.response import Response, ResponseSet, State


@pytest.mark.parametrize(
    ("band", "younger", "of_age"),
    [
        pytest.param("0-5", True, False, id="child"),
        pytest.param("13-17", True, True, id="band_around_the_limit"),
        pytest.param("18-25", False, True, id="adult"),
        pytest.param("65+", False, True, id="open_end"),
    ],
)
def test_age_when_a_group_is_chosen_then_it_is_held_against_the_limit(
    band: str, younger: bool, of_age: bool
) -> None:
    answers = ResponseSet("preferences/1", responses={"age_band": Response(band)})

    assert may_be_younger(answers, 16) is younger
    assert may_be_of_age(answers, 16) is of_age


@pytest.mark.parametrize("state", [None, *State])
def test_age_when_it_is_not_said_then_nothing_is_taken_for_granted(state: State | None) -> None:
    said = {} if state is None else {"age_band": Response(state=state)}
    answers = ResponseSet("preferences/1", responses=said)

    assert not may_be_younger(answers, 16)
    assert not may_be_of_age(answers, 16)
