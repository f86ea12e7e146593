import json
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from support.directory_files import statements

from matcher.directory.profile import Source
from matcher.directory.statement import Statement
from matcher.directory.validation import Finding, Severity
from matcher.errors import Message
from matcher.importers.portion import Portion
from matcher.importers.portion_json import (
    PortionError,
    read_messages,
    read_portion,
    write_messages,
    write_portion,
)
from matcher.region import Distance

_ANY_TEXT = st.text(st.characters(exclude_categories=()))  # lone surrogates too
_NUMBERS = st.decimals(allow_nan=False)
_PLAIN = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), _ANY_TEXT, st.dates(),
    _NUMBERS, _NUMBERS.map(Distance),
)  # fmt: skip
_NAMES = st.from_regex("[a-z_]{1,8}", fullmatch=True).filter(lambda name: name != "self")


def _message(inside: SearchStrategy[object]) -> SearchStrategy[Message]:
    return st.builds(
        lambda key, params: Message(key, **params),
        _ANY_TEXT,
        st.dictionaries(_NAMES, inside, max_size=3),
    )


def _listed(inside: SearchStrategy[object]) -> SearchStrategy[object]:
    lists = st.lists(inside, max_size=3)
    return st.one_of(lists, lists.map(tuple), _message(inside))


_MESSAGES = _message(st.one_of(_PLAIN, _listed(st.one_of(_PLAIN, _listed(_PLAIN)))))
_FINDINGS = st.builds(
    Finding, st.sampled_from(Severity), _MESSAGES, _ANY_TEXT,
    st.none() | st.integers(min_value=0), _ANY_TEXT,
)  # fmt: skip
_COUNTS = st.integers(min_value=0)
_PORTIONS = st.builds(
    Portion,
    _COUNTS,
    _COUNTS,
    st.lists(statements(), max_size=3).map(tuple),
    st.lists(_FINDINGS, max_size=3).map(tuple),
)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inside: (
        st.lists(inside, max_size=5) | st.dictionaries(st.text() | _NAMES, inside, max_size=4)
    ),
)


def _across(document: object) -> object:
    """Return what arrives of what was sent."""
    return json.loads(json.dumps(document).encode())


@given(_PORTIONS)
def test_portion_when_it_has_crossed_then_it_is_the_same(portion: Portion) -> None:
    arrived = read_portion(_across(write_portion(portion)))

    assert arrived == portion
    assert repr(arrived.findings) == repr(portion.findings)  # 1 == True == Decimal(1)
    for came, went in zip(arrived.statements, portion.statements, strict=True):
        assert dict(came.values) == dict(went.values)
        assert repr([*came.values.values()]) == repr([*went.values.values()])


@given(st.lists(_MESSAGES, max_size=3))
def test_messages_when_they_have_crossed_then_they_are_the_same(messages: list[Message]) -> None:
    arrived = read_messages(_across(write_messages(messages)))

    assert [*arrived] == messages
    assert repr([*arrived]) == repr(messages)


@given(_JSON)
def test_json_when_it_is_anything_else_then_it_is_refused(document: object) -> None:
    for read in (read_portion, read_messages):
        try:
            again = read(document)
        except PortionError:
            continue
        assert isinstance(again, Portion | tuple)


@pytest.mark.parametrize(
    "value",
    [
        pytest.param({"colour": "red"}, id="unknown field"),
        pytest.param({"name": ["A"]}, id="list for a text"),
        pytest.param({"name": 5}, id="number for a text"),
        pytest.param({"fee_min": "60"}, id="text for a number"),
        pytest.param({"fee_min": {"number": "NaN"}}, id="no number"),
        pytest.param({"fee_min": {"number": "x"}}, id="text as a number"),
        pytest.param({"next_opening": {"day": "soon"}}, id="text as a day"),
        pytest.param({"issues": {"tuple": [1]}}, id="number for a code"),
        pytest.param({"style_pace": {"tuple": ["a", "b"]}}, id="texts for steps"),
        pytest.param({"style_pace": {"tuple": [1]}}, id="one step"),
        pytest.param({"name": {"eval": "1"}}, id="unknown word"),
        pytest.param({"name": {"number": "1", "day": "2026-11-21"}}, id="two words"),
    ],
)
def test_statement_when_a_value_is_not_of_its_field_then_it_is_refused(
    value: dict[str, object],
) -> None:
    with pytest.raises(PortionError):
        read_portion([1, 0, [["p-1", "clinic", None, None, value]], []])


@pytest.mark.parametrize(
    "value", [pytest.param(object(), id="object"), pytest.param(datetime(2026, 11, 21), id="time")]
)
def test_message_when_it_holds_what_json_cannot_say_then_it_is_not_sent_as_something_else(
    value: object,
) -> None:
    with pytest.raises(TypeError):
        write_messages([Message("finding.row.future", date=value)])


def test_statement_when_it_states_all_kinds_then_each_comes_back_as_it_was() -> None:
    values = {
        "name": "Ana\ud800",
        "issues": ("worry:focus",),
        "tools": (),
        "style_pace": (-2, 1),
        "fee_min": Decimal("60.50"),
        "next_opening": date(2026, 11, 21),
        "phone": None,
    }
    day, taken_back = date(2026, 11, 1), frozenset({"phone"})
    statement = Statement(
        "p-1",
        Source.THERAPIST,
        day,
        values,
        published=False,
        taken_back=taken_back,
        only_if_new=True,
        in_part=frozenset({"issues"}),
    )

    arrived = read_portion(_across(write_portion(Portion(1, 0, (statement,)))))

    assert arrived.statements == (statement,)
