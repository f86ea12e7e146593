"""Mapping files: written and read without loss, refused with a sentence."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.importing import say, write

from matcher.errors import ImportFileError
from matcher.importers.day_text import STYLES
from matcher.importers.mapping import (
    BEGINS,
    SPLITS,
    TARGETS,
    ColumnMapping,
    ListMapping,
    fingerprint,
    read_mapping,
    write_mapping,
)

_TERMS = st.dictionaries(st.text(), st.sampled_from(["", "worry", "panic:focus", "worry;sleep"]))
_COLUMNS = st.builds(
    ColumnMapping,
    header=st.text(),
    field=st.sampled_from(sorted(TARGETS)),
    split=st.sampled_from(SPLITS),
    dates=st.sampled_from(STYLES),
    is_open=st.booleans(),
) | st.builds(ColumnMapping, header=st.text(), field=st.just("issues"), terms=_TERMS)
_MAPPINGS = st.builds(
    ListMapping, st.lists(_COLUMNS).map(tuple), st.text(), st.sampled_from(["", "US"])
)


@given(_MAPPINGS)
def test_mapping_when_written_and_read_then_it_is_the_same(mapping: ListMapping) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "mapping.json")
        path.write_bytes(write_mapping(mapping))

        assert read_mapping(path) == mapping
        assert path.read_bytes().startswith(BEGINS)


def test_file_when_a_word_stands_for_several_codes_then_they_are_a_list(tmp_path: Path) -> None:
    path = tmp_path / "mapping.json"
    path.write_text(_document(terms={"Nerves": ["worry", "panic"]}), encoding="utf-8")

    mapping = read_mapping(path)

    assert mapping.columns[0].terms == {"Nerves": "worry;panic"}
    terms = json.loads(write_mapping(mapping))["columns"][0]["terms"]
    assert terms == {"Nerves": ["worry", "panic"]}


def test_file_when_one_of_several_codes_is_wrong_then_that_one_is_named(tmp_path: Path) -> None:
    path = tmp_path / "mapping.json"
    path.write_text(_document(terms={"Nerves": ["worry", "pannic"]}), encoding="utf-8")

    with pytest.raises(ImportFileError) as caught:
        read_mapping(path)

    (message,) = caught.value.messages
    assert (message.params["code"], message.params["likely"]) == ("pannic", "panic")


def _document(**column: object) -> str:
    whole = {"header": "Areas", "field": "issues", **column}
    return json.dumps({"format": "rapport-mapping/1", "columns": [whole]})


@pytest.mark.parametrize(
    ("content", "key"),
    [
        pytest.param("[]", "error.import.not_mapping", id="list"),
        pytest.param(
            '{"format": "rapport-mapping/1"}', "error.import.not_mapping", id="no-columns"
        ),
        pytest.param(_document(field=3), "error.import.mapping_column", id="number"),
        pytest.param(_document(colour="red"), "error.import.mapping_column_key", id="unknown-key"),
        pytest.param(
            _document(opne=True), "error.import.mapping_column_key_like", id="nearly-known-key"
        ),
        pytest.param(_document(field="mood"), "error.import.mapping_word", id="field"),
        pytest.param(_document(split="x"), "error.import.mapping_word", id="split"),
        pytest.param(_document(dates="ydm"), "error.import.mapping_word", id="dates"),
        pytest.param(_document(terms={"Blue": "zzzz"}), "error.import.mapping_term", id="code"),
        pytest.param(
            _document(terms={"PTSD": "trauma"}), "error.import.mapping_term_like", id="near"
        ),
        pytest.param(
            _document(field="city", terms={"A": "b"}), "error.import.mapping_term", id="no-terms"
        ),
        pytest.param(_document(terms={"Blue": []}), "error.import.mapping_column", id="no-codes"),
        pytest.param(
            _document(field="accepting", terms={"Both": ["yes", "no"]}),
            "error.import.mapping_term_like",
            id="several-of-one",
        ),
        pytest.param(_document(terms={"Blue": 1}), "error.import.mapping_column", id="no-text"),
        pytest.param(_document(open="yes"), "error.import.mapping_column", id="open"),
        pytest.param(
            '{"format": "rapport-mapping/1", "columns": [], "country": 1}',
            "error.import.not_mapping",
            id="country-no-text",
        ),
        pytest.param(
            '{"format": "rapport-mapping/1", "columns": [], "country": "UK"}',
            "error.import.mapping_country",
            id="country",
        ),
        pytest.param(
            '{"format": "rapport-mapping/1", "columns": [], "contry": "US"}',
            "error.import.mapping_key_like",
            id="nearly-a-key",
        ),
        pytest.param(
            '{"format": "rapport-mapping/1", "columns": [], "x": 1}',
            "error.import.mapping_key",
            id="no-key",
        ),
        pytest.param("{", "error.import.json", id="broken"),
    ],
)
def test_file_when_not_a_mapping_then_a_sentence_says_so(
    content: str, key: str, tmp_path: Path
) -> None:
    with pytest.raises(ImportFileError) as caught:
        read_mapping(write(tmp_path, content, "mapping.json"))

    assert [message.key for message in caught.value.messages] == [key]
    say(caught.value.messages[0])


def test_file_when_a_key_is_written_wrong_then_the_likely_one_is_named(tmp_path: Path) -> None:
    content = '{"format": "rapport-mapping/1", "columns": [], "contry": "US"}'

    with pytest.raises(ImportFileError) as caught:
        read_mapping(write(tmp_path, content, "mapping.json"))

    said = say(caught.value.messages[0])["en"]
    assert "“contry”" in said
    assert "“country”" in said


def test_country_when_in_small_letters_then_it_is_taken(tmp_path: Path) -> None:
    content = '{"format": "rapport-mapping/1", "columns": [], "country": "us"}'

    assert read_mapping(write(tmp_path, content, "mapping.json")).country == "US"


def test_fingerprint_when_only_signs_differ_then_it_is_the_same() -> None:
    assert fingerprint(["Zip-Code", "Name"]) == fingerprint(["zip code", "NAME "])
    assert fingerprint(["Zip", "Name"]) != fingerprint(["Name", "Zip"])
