from decimal import Decimal

import pytest
from support.builders import make_profile
from support.directories import TODAY
from support.sample import sample_people

from matcher.directory.profile import Profile
from matcher.questionnaire.answers_file import parse_answers, write_answers
from matcher.questionnaire.item import Importance
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import Money, Times
from matcher.scoring.criteria import load_criteria
from matcher.services.practitioner.usual_client import UsualClient, preferences_of


def _client(profile: Profile) -> UsualClient:
    return UsualClient(profile, TODAY)


def test_answers_when_of_a_silent_profile_then_every_criterion_is_asked_for() -> None:
    asked = preferences_of(_client(Profile("x", {})).answers(), load_questionnaire())

    subjects = {wish.criterion for wish in asked.wishes} | {must.item for must in asked.must_haves}

    assert subjects == {criterion.id for criterion in load_criteria().criteria}


def test_answers_when_given_then_each_question_keeps_how_much_it_counts() -> None:
    answers = _client(Profile("x", {})).answers()

    assert {response.importance for response in answers.responses.values()} == {None}
    assert answers.weights.preset == "balanced"


@pytest.mark.parametrize("profile", sample_people(), ids=lambda each: each.id)
def test_answers_when_written_to_a_file_then_they_could_be_somebody_s(profile: Profile) -> None:
    for answers in (_client(profile).answers(), _client(profile).must_haves()):
        read = parse_answers(write_answers(answers), load_questionnaire())

        assert {*read.responses} == {*answers.responses}


def test_answers_when_the_profile_offers_something_then_that_is_asked_for() -> None:
    profile = make_profile(
        issues="worry:focus;panic:no;sleep:some",
        times="tue-morning;mon-evening",
        fee_min="40",
        fee_max="90",
        currency="EUR",
        participants="couple",
    )

    answers = _client(profile).answers()

    assert answers.value("issues") == ("worry", "sleep")
    assert answers.value("participants") == "couple"
    assert answers.value("fee") == Money(Decimal(40), "EUR")
    assert answers.value("times") == Times(("mon-evening", "tue-morning"))


def test_must_haves_when_asked_for_then_whatever_may_be_one_is() -> None:
    answers = _client(Profile("x", {})).must_haves()
    musts = {id_ for id_, each in answers.responses.items() if each.importance is Importance.MUST}

    may_be = {item.id for item in load_questionnaire() if item.may_be_must and item.scored}
    assert musts == {id_ for id_ in may_be if id_ in load_criteria()}
