import json
import os
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.answers import QUESTIONNAIRE, documents

import matcher
from matcher.errors import AnswersError, Message
from matcher.i18n import Catalogue, languages
from matcher.questionnaire.answers_file import parse_answers, read_answers, write_answers
from matcher.questionnaire.item import Importance
from matcher.questionnaire.response import (
    Money,
    Place,
    Response,
    ResponseSet,
    State,
    Times,
    WeightWishes,
)

HEAD = {"format": "rapport-answers/1", "questionnaire": "preferences/1"}
SAMPLE: dict[str, Any] = HEAD | {
    "language": "es",
    "region": "ie",
    "today": "2026-11-21",
    "responses": {
        "issues": {"value": ["sleep", "worry"], "starred": "worry", "importance": "matters_a_lot"},
        "participants": {"value": "couple", "importance": "must"},
        "place": {"value": {"postcode": "D02", "country": "IE", "max_km": 7.5}},
        "times": {"value": {"good": ["sat-morning"], "possible": ["sun-late"]}},
        "fee": {"value": {"max": 80, "currency": "EUR"}},
        "style_pace": {"value": 2},
        "helped_or_not": {"value": ["being_heard"], "own_words": "Someone who laughs."},
        "goals": {"state": "not_sure"},
    },
    "weights": {"preset": "equal", "double": ["culture"]},
}


def _parse(**changes: Any) -> ResponseSet:
    return parse_answers(HEAD | changes, QUESTIONNAIRE)


def _faults(document: Any) -> list[Message]:
    data = document if isinstance(document, bytes | dict) else json.dumps(document).encode()
    with pytest.raises(AnswersError) as raised:
        parse_answers(data, QUESTIONNAIRE)
    return [*raised.value.messages]


def _fault(**changes: Any) -> tuple[object, str]:
    (message,) = _faults(HEAD | changes)
    return message.params["item"], message.key.removeprefix("error.answers.")


def test_parse_when_the_file_is_sound_then_every_answer_is_there() -> None:
    answers = parse_answers(json.dumps(SAMPLE).encode(), QUESTIONNAIRE)

    assert (answers.language, answers.region, answers.today) == ("es", "ie", date(2026, 11, 21))
    assert answers.responses == {
        "participants": Response("couple", importance=Importance.MUST),
        "place": Response(Place("D02", "IE", max_km=Decimal("7.5"))),
        "times": Response(Times(("sat-morning",), ("sun-late",))),
        "fee": Response(Money(Decimal(80), "EUR")),
        "issues": Response(
            ("sleep", "worry"), importance=Importance.MATTERS_A_LOT, starred="worry"
        ),
        "helped_or_not": Response(("being_heard",), own_words="Someone who laughs."),
        "style_pace": Response(2),
        "goals": Response(state=State.NOT_SURE),
    }
    assert answers.weights == WeightWishes("equal", ("culture",))


def test_parse_when_responses_come_in_any_order_then_they_stand_in_that_of_the_items() -> None:
    answers = _parse(responses=SAMPLE["responses"])

    in_order = [item.id for item in QUESTIONNAIRE if item.id in answers.responses]
    assert [*answers.responses] == in_order


def test_parse_when_nothing_is_answered_then_that_is_fine() -> None:
    answers = _parse()

    assert answers == ResponseSet("preferences/1")
    assert answers.weights == WeightWishes("balanced", (), None)


def test_parse_when_only_own_words_are_given_then_no_code_is_chosen() -> None:
    answers = _parse(responses={"helped_or_not": {"value": "Being believed."}})

    assert answers.responses["helped_or_not"] == Response((), own_words="Being believed.")


def test_parse_when_points_are_given_then_they_are_kept_as_they_are() -> None:
    answers = _parse(weights={"points": {"style": 30, "culture": 0}})

    assert answers.weights.points == {"style": 30, "culture": 0}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"format": "rapport-answers/2"}, ("format", "version")),
        ({"format": None}, ("format", "version")),
        ({"questionnaire": "preferences/9"}, ("questionnaire", "version")),
        ({"notes": "x"}, ("file", "unknown_key")),
        ({"region": "mars"}, ("region", "unknown_code")),
        ({"region": None}, ("region", "wrong_type")),
        ({"language": "the queen's"}, ("language", "form")),
        ({"today": "21/11/2026"}, ("today", "form")),
        ({"today": None}, ("today", "wrong_type")),
        ({"responses": []}, ("responses", "wrong_type")),
        ({"responses": {"weather": {"value": 1}}}, ("responses", "unknown_key")),
        ({"responses": {"goals": "in_writing"}}, ("goals", "wrong_type")),
        ({"responses": {"goals": {}}}, ("goals", "value_or_state")),
        ({"responses": {"goals": {"importance": "matters"}}}, ("goals", "value_or_state")),
        (
            {"responses": {"goals": {"value": "emerge", "state": "not_sure"}}},
            ("goals", "value_or_state"),
        ),
        ({"responses": {"goals": {"state": "skipped"}}}, ("goals.state", "unknown_code")),
        ({"responses": {"goals": {"state": None}}}, ("goals.state", "wrong_type")),
        ({"responses": {"goals": {"value": "emerge", "note": 1}}}, ("goals", "unknown_key")),
        (
            {"responses": {"goals": {"value": "emerge", "importance": "must"}}},
            ("goals", "never_must"),
        ),
        (
            {"responses": {"goals": {"value": "emerge", "importance": "huge"}}},
            ("goals.importance", "unknown_code"),
        ),
        (
            {"responses": {"goals": {"value": "emerge", "importance": 1}}},
            ("goals.importance", "wrong_type"),
        ),
        (
            {"responses": {"tools": {"value": ["art"], "starred": "art"}}},
            ("tools", "unknown_key"),
        ),
        (
            {"responses": {"issues": {"value": ["worry"], "starred": "sleep"}}},
            ("issues", "starred_not_chosen"),
        ),
        (
            {"responses": {"issues": {"value": ["worry"], "starred": None}}},
            ("issues", "starred_not_chosen"),
        ),
        (
            {"responses": {"issues": {"state": "not_sure", "starred": "worry"}}},
            ("issues", "needs_value"),
        ),
        (
            {"responses": {"helped_or_not": {"value": [], "own_words": None}}},
            ("helped_or_not", "wrong_type"),
        ),
        ({"weights": []}, ("weights", "wrong_type")),
        ({"weights": {"preset": "mine"}}, ("weights.preset", "unknown_code")),
        ({"weights": {"double": ["style", "style"]}}, ("weights.double", "repeated_code")),
        ({"weights": {"double": ["style", "culture", "format"]}}, ("weights.double", "too_many")),
        ({"weights": {"double": ["weather"]}}, ("weights.double", "unknown_code")),
        ({"weights": {"points": {}}}, ("weights.points", "no_points")),
        ({"weights": {"points": [30]}}, ("weights.points", "wrong_type")),
        ({"weights": {"points": {"style": 0}}}, ("weights.points", "no_points")),
        ({"weights": {"points": {"style": 101}}}, ("weights.points.style", "range")),
        ({"weights": {"points": {"style": True}}}, ("weights.points.style", "wrong_type")),
        ({"weights": {"points": {"weather": 1, "style": 1}}}, ("weights.points", "unknown_key")),
        (
            {"weights": {"points": {"style": 1}, "preset": "equal"}},
            ("weights", "points_or_preset"),
        ),
    ],
)
def test_parse_when_something_is_wrong_then_place_and_fault_are_named(
    changes: dict[str, Any], expected: tuple[str, str]
) -> None:
    assert _fault(**changes) == expected


def test_parse_when_the_head_is_missing_then_both_of_its_lines_are_named() -> None:
    assert [message.params["item"] for message in _faults({})] == ["format", "questionnaire"]


@pytest.mark.parametrize("document", [b"[]", b"null", b'"text"', b"3"])
def test_parse_when_the_file_is_no_table_then_that_is_all_that_is_said(document: bytes) -> None:
    (message,) = _faults(document)

    assert message.key == "error.answers.wrong_type"


def test_parse_when_much_is_wrong_then_all_of_it_is_told_at_once() -> None:
    data = b"""{"format": "rapport-answers/1", "questionnaire": "preferences/1", "region": "mars",
        "responses": {"fee": {"value": {"max": NaN, "currency": "usd"}},
                      "goals": {"value": "x"}, "goals": {"value": "y"},
                      "style_steer": {"value": Infinity}}}"""

    places = [str(fault.params.get("item", fault.params.get("key"))) for fault in _faults(data)]

    assert sorted(places) == ["fee.currency", "fee.max", "goals", "goals", "region", "style_steer"]


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize(
    ("item", "value", "said"),
    [
        ("formats", ["pigeon"], ["formats", "pigeon", "in_person", "video"]),
        ("fee", {"max": -5, "currency": "USD"}, ["fee.max", "-5", "1,000,000,000"]),
        ("approaches", ["cbt", "act", "dbt", "emdr", "rebt", "schema"], ["approaches", "5", "6"]),
    ],
)
def test_fault_when_said_in_words_then_it_names_the_item_and_what_was_expected(
    item: str, value: object, said: list[str], language: str
) -> None:
    (fault,) = _faults(HEAD | {"responses": {item: {"value": value}}})

    sentence = Catalogue(language).render(fault)
    assert [part for part in said if part not in sentence] == []


@pytest.mark.parametrize("item", ["first_meetings", "names_pronouns", "helped_or_not"])
def test_own_words_when_refused_then_no_message_repeats_them(item: str) -> None:
    faults = _faults(HEAD | {"responses": {item: {"value": "my secret\x07"}}})

    assert "secret" not in repr(faults)


def test_read_when_the_file_is_sound_then_it_is_the_public_way_in(tmp_path: Path) -> None:
    path = tmp_path / "answers.json"
    path.write_text(json.dumps(SAMPLE), encoding="utf-8")

    assert matcher.read_answers(path) == parse_answers(SAMPLE, QUESTIONNAIRE)
    assert read_answers(str(path)) == parse_answers(SAMPLE, QUESTIONNAIRE)


def test_read_when_there_is_no_file_then_it_is_named(tmp_path: Path) -> None:
    with pytest.raises(AnswersError) as raised:
        read_answers(tmp_path / "none.json")

    assert raised.value.messages == (Message("error.answers.no_file", file="none.json"),)


def test_read_when_it_is_a_folder_then_that_is_said(tmp_path: Path) -> None:
    with pytest.raises(AnswersError) as raised:
        read_answers(tmp_path)

    assert raised.value.messages == (Message("error.answers.folder", file=tmp_path.name),)


def test_read_when_the_file_is_closed_to_us_then_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "closed.json"

    def refuse(*_args: object) -> None:
        raise PermissionError(path)

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(AnswersError) as raised:
        read_answers(path)

    assert raised.value.messages == (Message("error.answers.unreadable", file="closed.json"),)


def test_read_when_the_name_cannot_be_a_name_then_that_is_said() -> None:
    with pytest.raises(AnswersError) as raised:
        read_answers("a\0b")

    assert raised.value.messages[0].key == "error.answers.unreadable"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs an endless file")
def test_read_when_the_file_never_ends_then_it_is_too_large() -> None:
    with pytest.raises(AnswersError) as raised:
        read_answers(os.devnull.replace("null", "zero"))

    assert raised.value.messages[0].key == "error.answers.too_large"


def test_write_when_written_then_keys_stand_in_a_fixed_order() -> None:
    written = json.loads(write_answers(parse_answers(SAMPLE, QUESTIONNAIRE)))

    assert [*written] == [
        "format", "questionnaire", "language", "region", "today", "responses", "weights",
    ]  # fmt: skip
    assert written == SAMPLE
    assert [*written["responses"]][:3] == ["participants", "place", "times"]


def test_write_when_defaults_were_left_out_then_they_stay_out() -> None:
    written = json.loads(write_answers(ResponseSet("preferences/1")))

    assert written == HEAD | {"language": "en", "region": "us", "responses": {}}


@given(documents())
def test_write_when_parsed_again_then_nothing_is_lost(document: dict[str, Any]) -> None:
    answers = parse_answers(document, QUESTIONNAIRE)
    data = write_answers(answers)

    assert parse_answers(data, QUESTIONNAIRE) == answers
    assert write_answers(parse_answers(data, QUESTIONNAIRE)) == data


_ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


@given(documents(), st.sampled_from([item.id for item in QUESTIONNAIRE]), _ANYTHING)
def test_parse_when_one_answer_is_anything_then_it_is_read_or_refused_in_words(
    document: dict[str, Any], item: str, value: Any
) -> None:
    document["responses"] = document.get("responses", {}) | {item: {"value": value}}

    try:
        parse_answers(document, QUESTIONNAIRE)
    except AnswersError as error:
        for message in error.messages:
            assert item in Catalogue("en").render(message)


@given(st.binary(max_size=60))
def test_parse_when_given_any_bytes_then_nothing_but_an_answers_error_comes(data: bytes) -> None:
    with pytest.raises(AnswersError):
        parse_answers(data, QUESTIONNAIRE)
