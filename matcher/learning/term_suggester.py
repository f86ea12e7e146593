"""Suggests vocabulary terms for somebody's own words, and shows which words led to each.

A person accepts or leaves a suggestion; nothing of it is scored, stored or logged. Every term is
found by the same arithmetic, whatever it means: there is no list of special words.

Negation is not understood. *I do not drink* suggests what *I drink* suggests, because only the
letters of words are compared, never the meaning of a sentence.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics.pairwise import linear_kernel
from sklearn.pipeline import FeatureUnion

from matcher.letters import without_accents

LONGEST_TEXT = 2000
"""Signs of a text that are looked at; the rest is passed over."""

LONGEST_SENTENCE = 300
"""Signs of one sentence that are looked at."""

THRESHOLD = 0.72
"""Likeness 0..1 under which nothing is suggested.

Found on tables of plain sentences in English and Spanish, kept in the tests: single words that
terms share by chance (*partner*, *lost*, *myself*) end at about 0.70.
"""

_WINDOW = 4
_LETTERS_SHARE = 0.7
_CARRIES = 0.15
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f]|['’](?=[^\W_]))*")
_SENTENCE = re.compile(r"[^.?!…;\n]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A term with all that is said about it in one language: labels, synonyms, glosses."""

    code: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A term that somebody's words may mean.

    Attributes
    ----------
    score
        Likeness, from `THRESHOLD` to 1.
    fragments
        Where in the person's text the words stand that led to it, as (start, end).
    """

    code: str
    score: float
    fragments: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Word:
    folded: str
    start: int
    end: int


class TermSuggester:
    """Compares words with the terms of one vocabulary in one language.

    Parameters
    ----------
    entries
        The terms; each text is compared on its own, and the most like it speaks for its term.
    passed_over
        Words that say nothing by themselves, folded: *and*, *the*, *have*.

    Notes
    -----
    Texts become TF-IDF vectors of letter n-grams inside words (3 to 5) and of words (1 and 2).
    Each run of up to four words of a sentence is compared with each text; the likeness is 0.7
    times the cosine of the letters plus 0.3 times that of the words. Accents, case and
    apostrophes do not count.
    """

    def __init__(
        self, entries: Iterable[Entry], passed_over: AbstractSet[str] = frozenset()
    ) -> None:
        self._passed_over = passed_over
        texts = [
            (entry.code, folded)
            for entry in entries
            for text in entry.texts
            if (folded := _joined_words(self._words(text, 0, len(text))))
        ]
        self._codes = [code for code, _ in texts]
        self._grams = _grams()
        self._vectors = self._grams.fit_transform([text for _, text in texts]) if texts else None

    def suggest(self, text: str, count: int = 5) -> tuple[Suggestion, ...]:
        """Return the terms that words of a text are most like, the most like first.

        Parameters
        ----------
        text
            A person's own words; of a long text, only the first `LONGEST_TEXT` signs.
        count
            The most suggestions wanted.
        """
        if self._vectors is None:
            return ()
        found: dict[str, Suggestion] = {}
        for words in self._sentences(text):
            for suggestion in self._of_sentence(words):
                known = found.get(suggestion.code)
                found[suggestion.code] = _joined(known, suggestion) if known else suggestion
        return tuple(sorted(found.values(), key=_likeness_then_length, reverse=True)[:count])

    def _sentences(self, text: str) -> Iterator[list[_Word]]:
        """Give the words of each sentence, with their places in the whole text."""
        for sentence in _SENTENCE.finditer(text[:LONGEST_TEXT]):
            end = min(sentence.end(), sentence.start() + LONGEST_SENTENCE)
            if words := self._words(text, sentence.start(), end):
                yield words

    def _words(self, text: str, start: int, end: int) -> list[_Word]:
        """Return the words of a part of a text, without those that are passed over."""
        found = [
            _Word(fold(match.group()), match.start(), match.end())
            for match in _WORD.finditer(text, start, end)
        ]
        return [word for word in found if word.folded and word.folded not in self._passed_over]

    def _of_sentence(self, words: Sequence[_Word]) -> Iterator[Suggestion]:
        """Give the terms of one sentence, each with its most like run of words."""
        runs = [*_runs(words)]
        likeness = linear_kernel(self._grams.transform([*map(_joined_words, runs)]), self._vectors)
        most = likeness.max(axis=0)
        seen: set[str] = set()
        for column in np.argsort(-most, kind="stable"):
            code = self._codes[column]
            if most[column] < THRESHOLD:
                return
            if code not in seen:
                seen.add(code)
                run = runs[int(likeness[:, column].argmax())]
                spans = self._carriers(run, int(column))
                yield Suggestion(code, min(float(most[column]), 1.0), spans)

    def _carriers(self, run: Sequence[_Word], column: int) -> tuple[tuple[int, int], ...]:
        """Return where the words of a run stand whose n-grams carry its likeness to a text."""
        assert self._vectors is not None
        alone = self._grams.transform([word.folded for word in run])
        shares: NDArray[np.float64] = linear_kernel(alone, self._vectors[column]).ravel()
        carriers = [
            word
            for word, share in zip(run, shares, strict=True)
            if share >= _CARRIES * shares.sum()
        ]
        return _merged((word.start, word.end) for word in carriers)


def fold(word: str) -> str:
    """Return a word without case, accents and apostrophes."""
    return "".join(sign for sign in without_accents(word) if sign.isalnum())


def _grams() -> FeatureUnion:
    """Make the union of both kinds of n-grams; of two unions, products are likeness 0..1."""
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), lowercase=False)
    words = TfidfVectorizer(
        ngram_range=(1, 2), lowercase=False, tokenizer=str.split, token_pattern=None
    )
    return FeatureUnion(
        [("letters", letters), ("words", words)],
        transformer_weights={"letters": sqrt(_LETTERS_SHARE), "words": sqrt(1 - _LETTERS_SHARE)},
    )


def _runs(words: Sequence[_Word]) -> Iterator[Sequence[_Word]]:
    for size in range(1, min(_WINDOW, len(words)) + 1):
        for start in range(len(words) - size + 1):
            yield words[start : start + size]


def _likeness_then_length(suggestion: Suggestion) -> tuple[float, int]:
    """Return what suggestions are sorted by: of two alike, more matching text says more."""
    return round(suggestion.score, 6), sum(end - start for start, end in suggestion.fragments)


def _joined_words(run: Sequence[_Word]) -> str:
    return " ".join(word.folded for word in run)


def _joined(one: Suggestion, other: Suggestion) -> Suggestion:
    """Return a term found in two sentences as one suggestion."""
    fragments = _merged([*one.fragments, *other.fragments])
    return Suggestion(one.code, max(one.score, other.score), fragments)


def _merged(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Join spans of neighbouring words."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1] + 1:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)
