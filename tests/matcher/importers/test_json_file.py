from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.importing import say, write

from matcher.errors import ImportFileError
from matcher.importers import json_file
from matcher.importers.json_file import JsonFaultError, parse_json, read_json


def test_json_when_good_then_numbers_with_a_point_are_exact() -> None:
    assert parse_json('{"a": [1, 2.50, null, true]}') == {"a": [1, Decimal("2.50"), None, True]}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        pytest.param("{", "finding.json.syntax", id="not closed"),
        pytest.param("[" * 100_000, "finding.json.deep", id="tower of lists"),
        pytest.param('{"a":' * 100_000, "finding.json.deep", id="tower of objects"),
        pytest.param("NaN", "finding.json.number", id="NaN"),
        pytest.param('{"a": -Infinity}', "finding.json.number", id="infinity"),
        pytest.param("9" * 10_000, "finding.json.number", id="endless number"),
        pytest.param("1e99999999999999999999999", "finding.json.number", id="endless power"),
        pytest.param('{"a": 1, "a": 2}', "finding.json.repeated", id="key twice"),
    ],
)
def test_json_when_not_acceptable_then_it_says_why(text: str, key: str) -> None:
    with pytest.raises(JsonFaultError) as caught:
        parse_json(text)

    assert caught.value.message.key == key
    say(caught.value.message)


@pytest.mark.parametrize(
    ("content", "key"),
    [
        pytest.param(b" \n", "error.import.empty", id="empty"),
        pytest.param(b"{", "error.import.json", id="broken"),
        pytest.param('{"a": "é"}'.encode("latin-1"), "error.import.json_encoding", id="Latin-1"),
        pytest.param("{}".encode("utf-16"), "error.import.json_encoding", id="UTF-16"),
    ],
)
def test_file_when_it_cannot_be_read_then_it_says_why(
    content: bytes, key: str, tmp_path: Path
) -> None:
    with pytest.raises(ImportFileError) as caught:
        read_json(write(tmp_path, content, "answer.json"))

    assert caught.value.messages[0].key == key
    say(caught.value.messages[0])


def test_file_when_it_has_a_byte_order_mark_then_it_is_read(tmp_path: Path) -> None:
    assert read_json(write(tmp_path, b'\xef\xbb\xbf{"a": 1}')) == {"a": 1}


def test_file_when_missing_then_it_is_said(tmp_path: Path) -> None:
    with pytest.raises(ImportFileError) as caught:
        read_json(tmp_path / "missing.json")

    assert caught.value.messages[0].key == "error.import.missing"


def test_file_when_too_large_then_it_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_file, "LARGEST", 10)

    with pytest.raises(ImportFileError) as caught:
        read_json(write(tmp_path, b'"' + b"a" * 20 + b'"'))
    assert caught.value.messages[0].key == "error.import.too_large"
    say(caught.value.messages[0])


@given(st.text(st.sampled_from('{}[]",:0123eE.-tfn \\u')))
def test_json_when_it_is_anything_then_nothing_else_is_raised(text: str) -> None:
    try:
        parse_json(text)
    except JsonFaultError as fault:
        say(fault.message)
