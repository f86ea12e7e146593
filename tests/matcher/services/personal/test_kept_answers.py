import json
from datetime import UTC, datetime

import pytest
from support.personal import CANARY, own_answers

from matcher.errors import AnswersError, PersonalError
from matcher.services.personal.kept_answers import KeptAnswers, from_body, to_body

_AT = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


def test_answers_when_kept_then_they_come_back_whole() -> None:
    kept = KeptAnswers(own_answers(), ("p-2", "p-1"), "results", ("skips_private",), _AT)

    body = to_body(kept)

    assert from_body(body, _AT.isoformat()) == kept
    assert CANARY in body
    assert json.loads(body)["answers"]["format"] == "rapport-answers/1"


def test_answers_when_only_they_are_kept_then_the_rest_is_empty() -> None:
    kept = from_body(to_body(KeptAnswers(own_answers())), _AT.isoformat())

    assert (kept.chosen, kept.page, kept.marks, kept.at) == ((), "", (), _AT)


@pytest.mark.parametrize("body", ["[]", "{}", "3", '"x"', '{"answers": {}, "chosen": 3}'])
def test_body_when_it_is_something_else_then_says_so(body: str) -> None:
    with pytest.raises((PersonalError, AnswersError)):
        from_body(body, _AT.isoformat())


def test_answers_when_of_another_questionnaire_then_says_which() -> None:
    body = to_body(KeptAnswers(own_answers())).replace("preferences/1", "preferences/9")
    with pytest.raises(AnswersError) as caught:
        from_body(body, _AT.isoformat())

    assert caught.value.messages[0].key == "error.answers.version"
