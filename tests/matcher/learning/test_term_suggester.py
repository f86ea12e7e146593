"""Terms for somebody's own words: what is found, where, and what is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.learning.term_suggester import (
    LONGEST_SENTENCE,
    LONGEST_TEXT,
    THRESHOLD,
    Entry,
    TermSuggester,
    fold,
)

_ENTRIES = (
    Entry("sleep", ("Sleep", "insomnia", "Falling asleep, waking at night, or bad dreams.")),
    Entry("worry", ("Worry", "anxiety", "worrying")),
    Entry("anger", ("Anger", "Getting angry often, or holding it in.")),
    Entry("hurting_myself", ("Hurting myself", "self-harm")),
    Entry("sadness", ("Depresión",)),
)
_SUGGESTER = TermSuggester(_ENTRIES, frozenset({"i", "and", "it", "the", "or", "my"}))


def _words(text: str, code: str) -> list[str]:
    found = {one.code: one for one in _SUGGESTER.suggest(text)}
    return [text[start:end] for start, end in found[code].fragments]


def test_sentence_when_it_names_two_things_then_both_are_suggested_with_their_words() -> None:
    text = "I can't sleep, and I keep worrying."

    assert {one.code for one in _SUGGESTER.suggest(text)} == {"sleep", "worry"}
    assert _words(text, "sleep") == ["sleep"]
    assert _words(text, "worry") == ["worrying"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("   \n ...", id="no-word"),
        pytest.param("asdf qwer zxcv", id="nonsense"),
        pytest.param("the trains are green", id="something-else"),
        pytest.param("or and it my", id="only-words-passed-over"),
        pytest.param("\x00\ud800 42", id="odd-signs"),
    ],
)
def test_text_when_it_says_nothing_of_the_terms_then_nothing_is_suggested(text: str) -> None:
    assert _SUGGESTER.suggest(text) == ()


@pytest.mark.parametrize("text", ["DEPRESION", "depresión", "depresio\u0301n", "Depresion."])
def test_word_when_case_or_accents_differ_then_it_is_the_same(text: str) -> None:
    (suggestion,) = _SUGGESTER.suggest(text)

    assert (suggestion.code, suggestion.score) == ("sadness", pytest.approx(1))
    (fragment,) = suggestion.fragments
    assert text[slice(*fragment)] == text.rstrip(".")


def test_word_when_it_means_harm_then_it_is_matched_like_any_other() -> None:
    text = "I think about hurting myself"

    (suggestion,) = _SUGGESTER.suggest(text)

    assert suggestion.code == "hurting_myself"
    assert _words(text, "hurting_myself") == ["hurting myself"]


def test_negation_when_said_then_it_is_not_understood() -> None:
    assert _SUGGESTER.suggest("no insomnia")[0].code == "sleep"


def test_term_when_found_in_two_sentences_then_both_places_are_shown() -> None:
    text = "Insomnia. Much later: insomnia again."

    (suggestion,) = _SUGGESTER.suggest(text)

    assert [text[start:end] for start, end in suggestion.fragments] == ["Insomnia", "insomnia"]


@pytest.mark.parametrize(
    "filler",
    [
        pytest.param("x. " * LONGEST_TEXT, id="long-text"),
        pytest.param("x " * LONGEST_SENTENCE, id="long-sentence"),
    ],
)
def test_word_when_it_stands_beyond_the_limit_then_it_is_passed_over(filler: str) -> None:
    assert _SUGGESTER.suggest(f"{filler}insomnia") == ()


def test_count_when_given_then_no_more_are_suggested() -> None:
    assert len(_SUGGESTER.suggest("anger, worry, insomnia", 2)) == 2


def test_suggester_when_there_are_no_terms_then_nothing_is_suggested() -> None:
    assert TermSuggester([]).suggest("sleep") == ()
    assert TermSuggester([Entry("empty", ("", "…"))]).suggest("sleep") == ()


def test_fold_when_a_word_has_accents_and_an_apostrophe_then_letters_are_left() -> None:
    assert fold("Can’t") == fold("CANT") == "cant"
    assert fold("Niñez") == "ninez"


@given(st.text(max_size=200))
def test_suggestions_when_text_is_anything_then_they_keep_their_promises(text: str) -> None:
    found = _SUGGESTER.suggest(text)

    assert found == _SUGGESTER.suggest(text)
    scores = [round(one.score, 6) for one in found]
    assert scores == sorted(scores, reverse=True)
    for one in found:
        assert THRESHOLD <= one.score <= 1
        assert one.fragments
        for start, end in one.fragments:
            assert 0 <= start < end <= len(text)
