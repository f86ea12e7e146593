import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from support.answers import QUESTIONNAIRE, documents

from matcher.errors import AnswersError
from matcher.questionnaire.answers_file import parse_answers, write_answers
from matcher.questionnaire.schema import answers_schema

SCHEMA = answers_schema(QUESTIONNAIRE)
VALIDATOR = Draft202012Validator(SCHEMA)
HEAD = {"format": "rapport-answers/1", "questionnaire": "preferences/1"}


def test_schema_when_printed_then_it_is_one_and_is_json() -> None:
    Draft202012Validator.check_schema(SCHEMA)

    assert json.loads(json.dumps(SCHEMA)) == SCHEMA


def test_schema_when_searched_then_every_item_and_code_is_in_it() -> None:
    printed = json.dumps(SCHEMA)
    codes = {item.id for item in QUESTIONNAIRE}.union(*(item.options for item in QUESTIONNAIRE))

    assert [code for code in sorted(codes) if f'"{code}"' not in printed] == []


@given(documents())
def test_schema_when_the_parser_accepts_then_it_accepts(document: dict[str, Any]) -> None:
    answers = parse_answers(document, QUESTIONNAIRE)

    VALIDATOR.validate(document)
    VALIDATOR.validate(json.loads(write_answers(answers)))


_STRANGE = st.sampled_from(
    [None, True, -3, 0.5, 10**10, "", "x", "worry", "a b", [], ["worry"], ["x", "x"], {}, {"x": 1}]
)


@given(documents(), st.data())
def test_schema_when_a_part_is_strange_then_it_still_accepts_what_the_parser_does(
    document: dict[str, Any], data: st.DataObject
) -> None:
    changed = copy.deepcopy(document)
    table = changed
    while nested := sorted(key for key, part in table.items() if isinstance(part, dict) and part):
        if table is not changed and data.draw(st.booleans()):
            break
        table = table[data.draw(st.sampled_from(nested))]
    key = data.draw(st.sampled_from(["x", *sorted(table)]))
    table[key] = data.draw(_STRANGE)

    try:
        parse_answers(changed, QUESTIONNAIRE)
    except AnswersError:
        return
    VALIDATOR.validate(changed)


@pytest.mark.parametrize(
    "changes",
    [
        {"format": "rapport-answers/2"},
        {"notes": 1},
        {"region": "mars"},
        {"responses": {"weather": {"value": 1}}},
        {"responses": {"goals": {}}},
        {"responses": {"goals": {"value": "emerge", "state": "not_sure"}}},
        {"responses": {"goals": {"value": "emerge", "importance": "must"}}},
        {"responses": {"tools": {"value": ["art"], "starred": "art"}}},
        {"responses": {"formats": {"value": ["video", "video"]}}},
        {"responses": {"place": {"value": {"postcode": "97201"}}}},
        {"responses": {"place": {"value": {"max_km": 3}}}},
        {"responses": {"place": {"value": {"area": "A", "latitude": 1, "longitude": 1}}}},
        {"responses": {"style_steer": {"value": 3}}},
        {"responses": {"style_steer": {"value": True}}},
        {"responses": {"payers": {"value": ["two words"]}}},
        {"weights": {"points": {"style": 1}, "preset": "equal"}},
        {"weights": {"double": ["style", "culture", "format"]}},
    ],
    ids=json.dumps,
)
def test_schema_when_the_parser_refuses_then_it_mostly_does_too(changes: dict[str, Any]) -> None:
    document = HEAD | changes

    assert not VALIDATOR.is_valid(document)
    with pytest.raises(AnswersError):
        parse_answers(document, QUESTIONNAIRE)


def test_schema_when_the_head_alone_is_there_then_it_is_enough() -> None:
    assert VALIDATOR.is_valid(HEAD)
    assert not VALIDATOR.is_valid({})
