"""Sentences to open a talk with: for each change one, never an ending, and no gap lost."""

from typing import Any

import pytest
from hypothesis import given
from support.catalogues import LANGUAGES
from support.followup import CHECK_INS

from matcher.checklist.statements import STATEMENTS, Step
from matcher.errors import ResourceError
from matcher.followup import sentences
from matcher.followup.check_in import Change, ChangeKind, CheckIn, changes
from matcher.followup.sentences import composed, gaps_in, load_sentences
from matcher.i18n import Catalogue

_KINDS = "limits not_following asking slowing_down naming_strain thanking ending".split()


def _change(statement: str, kind: ChangeKind) -> Change:
    return Change(statement, kind, Step.PARTLY, Step.MOSTLY)


def test_kinds_when_loaded_then_seven_with_two_or_three_ways_each() -> None:
    assert [kind.id for kind in load_sentences().kinds] == _KINDS
    assert {len(kind.ways) for kind in load_sentences().kinds} == {2, 3}


@pytest.mark.parametrize("language", LANGUAGES)
def test_kinds_when_said_then_each_part_has_its_words(language: str) -> None:
    words = Catalogue(language)
    for kind in load_sentences().kinds:
        assert words.text(f"followup.sentence.{kind.id}.name")
        assert composed(words.text(kind.start), ("x",), words.text(kind.ways[0])).count("x")


@pytest.mark.parametrize("kind", [ChangeKind.LESS, ChangeKind.NO_LONGER, ChangeKind.MORE])
@pytest.mark.parametrize("statement", STATEMENTS)
def test_statement_when_it_is_another_then_a_sentence_is_offered(
    statement: str, kind: ChangeKind
) -> None:
    found = load_sentences().suggested([_change(statement, kind)])

    assert found is not None
    assert found.change.statement == statement


def test_suggestion_when_much_is_another_then_what_holds_less_goes_first() -> None:
    found = load_sentences().suggested(
        [
            _change("heard", ChangeKind.MORE),
            _change("direction", ChangeKind.NO_LONGER),
            _change("way", ChangeKind.LESS),
            _change("respect", ChangeKind.LESS),
        ]
    )

    assert found is not None
    assert (found.kind.id, found.change.statement) == ("slowing_down", "way")


def test_suggestion_when_nothing_is_another_then_there_is_none() -> None:
    assert load_sentences().suggested([_change("heard", ChangeKind.SAME)]) is None
    assert load_sentences().suggested([]) is None


@given(CHECK_INS, CHECK_INS)
def test_suggestion_when_made_from_anything_then_never_to_end(
    before: CheckIn, now: CheckIn
) -> None:
    found = load_sentences().suggested(changes(before, now))

    assert found is None or found.kind.id != "ending"


@pytest.mark.parametrize(
    ("start", "words", "way", "whole"),
    [
        ("I stop here, because", ["I am tired"], "", "I stop here, because I am tired."),
        (
            "When …, I felt …",
            ["you left", "lost"],
            "How so?",
            "When you left, I felt lost. How so?",
        ),
        ("When …, I felt …", ["you left"], "", "When you left, I felt …"),
        ("I stop here, because", [" "], "Later?", "I stop here, because … Later?"),
        ("It helped when you …", ["asked?\n "], "", "It helped when you asked?"),
    ],
)
def test_sentence_when_composed_then_gaps_hold_the_words(
    start: str, words: list[str], way: str, whole: str
) -> None:
    assert composed(start, words, way) == whole


def test_gaps_when_counted_then_a_beginning_without_one_goes_on_at_its_end() -> None:
    assert [gaps_in(each) for each in ("I begin with", "I … and …")] == [1, 2]


@pytest.mark.parametrize(
    "document",
    [
        {},
        {"sentence": [{"id": "a", "start": "b.c", "ways": ["x"]}]},
        {"sentence": [{"id": "a", "ways": ["x", "y"]}]},
        {"sentence": [{"id": "a", "start": "b", "ways": ["x", "y"]}] * 2},
        {
            "sentence": [{"id": "a", "start": "b", "ways": ["x", "y"]}],
            "suggested": {"less": {"heard": "c"}},
        },
    ],
)
def test_file_when_an_entry_is_at_fault_then_it_is_said(
    document: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sentences, "bundled_toml", lambda *_: document)

    with pytest.raises(ResourceError):
        load_sentences.__wrapped__()
