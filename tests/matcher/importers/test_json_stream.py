import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.importing import say, write

from matcher.errors import ImportFileError
from matcher.importers import json_stream
from matcher.importers.json_stream import read_members

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=12,
)


@given(
    st.dictionaries(st.sampled_from(["a", "b", "list"]), _JSON),
    st.sampled_from([None, 1]),
    st.integers(1, 7),
)
def test_object_when_read_in_pieces_of_any_length_then_it_is_what_a_parser_reads(
    tmp_path_factory: pytest.TempPathFactory,
    document: dict[str, object],
    indent: int | None,
    piece: int,
) -> None:
    path = write(tmp_path_factory.getbasetemp(), json.dumps(document, indent=indent), "a.json")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_stream, "_PIECE", piece)
        found = [*read_members(path, "list")]

    expected: list[tuple[str, object]] = []
    for name, value in document.items():
        is_listed = name == "list" and isinstance(value, list)
        expected += [(name, entry) for entry in value] if is_listed else [(name, value)]
    assert found == expected


def test_numbers_when_they_have_a_point_then_they_stay_exact(tmp_path: Path) -> None:
    assert [*read_members(write(tmp_path, '\ufeff {"a": 0.10}'), "")] == [("a", Decimal("0.10"))]


@pytest.mark.parametrize(
    ("content", "key", "reason"),
    [
        pytest.param("", "error.import.empty", "", id="empty"),
        pytest.param("   ", "error.import.empty", "", id="white space"),
        pytest.param("[]", "error.import.json", "finding.json.syntax", id="list"),
        pytest.param('{"a": 1', "error.import.json", "finding.json.syntax", id="cut"),
        pytest.param('{"list": [1, ', "error.import.json", "finding.json.syntax", id="cut list"),
        pytest.param('{"list": [1 2]}', "error.import.json", "finding.json.syntax", id="no comma"),
        pytest.param('{"list": [1,]}', "error.import.json", "finding.json.syntax", id="too many"),
        pytest.param('{"a": 1}{', "error.import.json", "finding.json.syntax", id="more behind"),
        pytest.param("{1: 2}", "error.import.json", "finding.json.syntax", id="no name"),
        pytest.param('{"a": "\\', "error.import.json", "finding.json.syntax", id="open text"),
        pytest.param('{"a": NaN}', "error.import.json", "finding.json.number", id="NaN"),
        pytest.param('{"a": -Infinity}', "error.import.json", "finding.json.number", id="infinite"),
        pytest.param(f'{{"a": {"9" * 9999}}}', "error.import.json", "finding.json.number", id="9s"),
        pytest.param('{"a": 1, "a": 2}', "error.import.json", "finding.json.repeated", id="twice"),
        pytest.param(
            '{"list": [{"a": 1, "a": 2}]}', "error.import.json", "finding.json.repeated", id="in it"
        ),
        pytest.param('{"a":' + "[" * 10**5, "error.import.json", "finding.json.deep", id="deep"),
        pytest.param(b'{"a": "\xff"}', "error.import.encoding", "", id="Latin-1"),
        pytest.param('{"a": 1}'.encode("utf-16"), "error.import.encoding", "", id="UTF-16"),
        pytest.param('{"a": "' + "x" * 2**23, "error.import.long_entry", "", id="long"),
        pytest.param('{"a":' + " " * 2**23 + "[" + "1," * 2**23, "error.import.long_entry", "",
                     id="long list"),
    ],
)  # fmt: skip
def test_file_when_it_cannot_be_read_then_it_is_said_why(
    content: str | bytes, key: str, reason: str, tmp_path: Path
) -> None:
    with pytest.raises(ImportFileError) as caught:
        [*read_members(write(tmp_path, content), "list")]

    (message,) = caught.value.messages
    say(message)
    assert message.key == key
    if reason:
        assert message.params["reason"].key == reason  # type: ignore[attr-defined]


@pytest.mark.parametrize("piece", [1, 3, 1000])
def test_fault_when_far_down_then_its_line_and_sign_are_told(
    piece: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_stream, "_PIECE", piece)
    path = write(tmp_path, '{"list": [\n1,\n2,\n  ?]}')

    with pytest.raises(ImportFileError) as caught:
        [*read_members(path, "list")]

    reason = caught.value.messages[0].params["reason"]
    assert reason.params == {"line": 4, "column": 3}  # type: ignore[attr-defined]


def test_file_when_missing_then_it_is_said(tmp_path: Path) -> None:
    with pytest.raises(ImportFileError) as caught:
        [*read_members(tmp_path / "none", "list")]

    assert caught.value.messages[0].key == "error.import.unreadable"


@pytest.mark.parametrize("piece", [1, 4, 1000])
def test_byte_when_no_utf8_then_its_line_and_place_are_told(
    piece: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_stream, "_PIECE", piece)

    with pytest.raises(ImportFileError) as caught:
        [*read_members(write(tmp_path, b'{"a": 1,\n"\xc3\xb1": "\xff"}'), "list")]

    assert caught.value.messages[0].params == {"file": "list.csv", "line": 2, "byte": 8}
