import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.errors import AnswersError, Message
from matcher.questionnaire.answers_json import LARGEST_FILE, decode, encode, shown


def test_decode_when_the_file_is_sound_then_numbers_are_exact() -> None:
    document, faults = decode(b'{"a": 0.1, "b": 12, "c": [1e2, null, true]}')

    assert document == {"a": Decimal("0.1"), "b": 12, "c": [Decimal(100), None, True]}
    assert faults == []


def test_decode_when_it_begins_with_a_byte_order_mark_then_that_is_no_fault() -> None:
    assert decode(b"\xef\xbb\xbf{}") == ({}, [])


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", "not_json"),
        (b"{", "not_json"),
        (b"{'a': 1}", "not_json"),
        (b"{} {}", "not_json"),
        (b'{"a": "\xff"}', "not_utf8"),
        ('{"a": 1}'.encode("utf-16"), "not_utf8"),
        (b"[" * 100_000, "too_deep"),
        (b'{"a":' * 100_000, "too_deep"),
        (b" " * (LARGEST_FILE + 1), "too_large"),
    ],
    ids=["empty", "cut", "quotes", "two", "bytes", "utf-16", "lists", "tables", "large"],
)
def test_decode_when_it_cannot_be_read_then_the_reason_is_named(data: bytes, fault: str) -> None:
    with pytest.raises(AnswersError) as raised:
        decode(data)

    (message,) = raised.value.messages
    assert message.key == f"error.answers.{fault}"


def test_decode_when_json_is_broken_then_line_and_column_are_named() -> None:
    with pytest.raises(AnswersError) as raised:
        decode(b'{\n  "a": ,\n}')

    assert raised.value.messages == (Message("error.answers.not_json", line=2, column=8),)


def test_decode_when_keys_stand_twice_then_each_is_named_once() -> None:
    _, faults = decode(b'{"a": {"b": 1, "b": 2, "b": 3}, "a": 1, "c": {"b": 1}}')

    assert faults == [
        Message("error.answers.repeated_key", key="b"),
        Message("error.answers.repeated_key", key="a"),
    ]


@pytest.mark.parametrize(
    ("text", "finite"),
    [("NaN", False), ("Infinity", False), ("1e9999999999999999999", False), ("9" * 5000, True)],
)
def test_decode_when_a_number_is_none_or_vast_then_it_is_left_to_the_item(
    text: str, finite: bool
) -> None:
    document, _ = decode(text.encode())

    assert isinstance(document, Decimal)
    assert document.is_finite() is finite


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(alphabet=st.characters(codec="utf-8")),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=5), inner),
        max_leaves=10,
    )
)
def test_encode_when_decoded_again_then_nothing_is_lost(document: Any) -> None:
    data = encode({"all": document})

    assert json.loads(data) == {"all": document}


def test_encode_when_given_a_decimal_then_it_is_a_plain_number() -> None:
    assert encode({"a": Decimal("60.00"), "b": Decimal("0.1")}) == b'{\n  "a": 60,\n  "b": 0.1\n}\n'


def test_encode_when_given_what_no_answer_holds_then_it_is_named_but_not_shown() -> None:
    with pytest.raises(TypeError, match=r"^set$"):
        encode({"a": {"secret"}})


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("worry", "worry"),
        ("x" * 41, "x" * 39 + "…"),
        ("a\x1b[31m\nb\ud800", "a[31mb"),
        (True, "true"),
        (None, "null"),
        ({"secret": 1}, "{…}"),
        (["secret"], "[…]"),
        (Decimal("0.50"), "0.50"),
        (10**50000, "…"),
    ],
    ids=["code", "long", "signs", "true", "null", "table", "list", "number", "vast"],
)
def test_shown_when_said_in_a_message_then_it_is_short_and_harmless(
    value: object, expected: str
) -> None:
    assert shown(value) == expected
