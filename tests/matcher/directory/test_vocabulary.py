from typing import Any

import pytest

from matcher.directory import vocabulary as module
from matcher.directory.vocabulary import Term, Vocabulary, load_vocabulary, vocabulary_names
from matcher.errors import ResourceError


@pytest.mark.parametrize("name", vocabulary_names())
def test_vocabulary_when_shipped_then_it_loads_and_holds_together(name: str) -> None:
    vocabulary = load_vocabulary(name)

    assert vocabulary.id == name
    assert len(vocabulary) == len(vocabulary.codes) > 0
    assert all(not term.broader or term.broader in vocabulary for term in vocabulary)
    assert not (vocabulary.levels and vocabulary.kinds)
    assert "no" not in (*vocabulary.levels, *vocabulary.kinds)
    assert load_vocabulary(name) is vocabulary


def test_levels_when_listed_then_the_lowest_comes_first() -> None:
    assert load_vocabulary("issues").levels == ("training", "some", "regular", "focus")
    assert load_vocabulary("languages").levels == ("interpreter", "fluent", "native")


def test_vocabulary_when_asked_for_a_term_then_it_knows_its_own() -> None:
    vocabulary = Vocabulary("sample", (Term("a"), Term("b")))

    assert vocabulary.term("b").code == "b"
    assert "a" in vocabulary
    assert "c" not in vocabulary
    assert 5 not in vocabulary
    assert [term.code for term in vocabulary] == ["a", "b"]
    with pytest.raises(KeyError):
        vocabulary.term("c")


@pytest.mark.parametrize(
    ("raw", "keys"),
    [
        pytest.param({}, ["error.resource.empty"], id="empty"),
        pytest.param(
            {"term": [{"code": "a"}, {"code": "a"}, {}, {"code": 5}]},
            ["error.resource.term"] * 3,
            id="all faults",
        ),
    ],
)
def test_vocabulary_when_its_file_is_wrong_then_all_faults_are_named(
    raw: dict[str, Any], keys: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "bundled_toml", lambda *_parts: raw)

    with pytest.raises(ResourceError) as caught:
        load_vocabulary.__wrapped__("sample")
    assert [message.key for message in caught.value.messages] == keys
    assert caught.value.messages[0].params["file"] == "sample.toml"


def test_vocabulary_when_there_is_no_such_file_then_it_is_named() -> None:
    with pytest.raises(ResourceError) as caught:
        load_vocabulary("no_such_words")

    assert caught.value.messages[0].params["file"] == "vocabularies/no_such_words.toml"
