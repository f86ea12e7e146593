"""How hard the English texts are to read: grade by Flesch and Kincaid, length of sentences."""

import re
from collections.abc import Iterable

import pytest
from support.catalogues import DOMAINS, LANGUAGES, entries, texts
from support.reading import documents, domain, grade, longest, sentences

_ITEM_GRADE = 6
_GRADE = 8
_LONGEST_SENTENCE = 20
# `help`, `left` and so on, and the same for somebody who helps.
_SENTENCES = re.compile(r"item\.[^.]+\.(heading|why|help|left|right)(_online)?(_other)?")


def _item_sentences() -> dict[str, list[str]]:
    """Return the sentences of each item; an item's words are read together on one page."""
    found: dict[str, list[str]] = {}
    for key, text in entries("en").items():
        if _SENTENCES.fullmatch(key) and isinstance(text, str):
            found.setdefault(key.split(".")[1], []).append(text)
    return found


def _measured(name: str, parts: Iterable[str]) -> tuple[float, int]:
    """Print and return the grade, and how many words the longest sentence has."""
    parts = [*parts]
    level, sentence = grade(parts), longest(parts)
    print(f"{name}: grade {level:.1f}; {len(sentence.split())} words: {sentence}")
    return level, len(sentence.split())


@pytest.mark.parametrize("item", sorted(_item_sentences()))
def test_item_when_read_then_its_words_are_easy(item: str) -> None:
    level, words = _measured(item, _item_sentences()[item])

    assert level <= _ITEM_GRADE
    assert words <= _LONGEST_SENTENCE


@pytest.mark.parametrize("name", sorted(DOMAINS))
def test_file_when_read_then_its_words_are_plain(name: str) -> None:
    level, words = _measured(name, domain(name))

    assert level <= _GRADE
    assert words <= _LONGEST_SENTENCE


@pytest.mark.parametrize("name", sorted(documents()))
def test_document_when_read_then_its_words_are_plain(name: str) -> None:
    """The longest of its sentences is printed only: it may be a formula, or a list of weights."""
    level, _ = _measured(name, sentences(documents()[name]))

    assert len(sentences(documents()[name])) > 5
    assert level <= _GRADE


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_when_read_then_none_is_long(language: str) -> None:
    long = {
        key: sentence
        for key, text in texts(language).items()
        for sentence in sentences(text)
        if len(sentence.split()) > _LONGEST_SENTENCE
    }

    assert long == {}


def test_grade_when_words_are_hard_then_it_says_so() -> None:
    hard = ["Psychotherapeutic practitioners conceptualise interpersonal difficulties variously."]

    assert grade(hard) > _GRADE
    assert grade(["The cat sat on the mat. We like it."]) < 2
