"""Suggestions that a person takes or leaves: areas for their own words, people like one person.

Nothing here changes an order, and nothing given to it is kept. A suggestion takes seconds when
first asked, because scikit-learn is loaded then: a window asks for it off its own thread. The
words by themselves are there at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from matcher.directory.vocabulary import Term, load_vocabulary
from matcher.i18n import Catalogue
from matcher.questionnaire.loader import load_questionnaire

if TYPE_CHECKING:  # both bring numpy and scikit-learn
    from matcher.learning.similar import Difference
    from matcher.learning.term_suggester import Entry, Suggestion
    from matcher.services.matching.match import Match

_PASSED_OVER = (
    "people", "others", "being", "doing", "wanting", "joining", "placing", "counting", "timing",
    "saying",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SimilarPerson:
    """Somebody like a person, for one client.

    Attributes
    ----------
    distance
        Points of 100 by which the two are apart on what was asked.
    differences
        The wishes they differ on, the heaviest difference first.
    """

    profile_id: str
    name: str
    distance: Fraction
    differences: tuple[Difference, ...]


def suggest_terms(
    text: str, item_id: str, catalogue: Catalogue, count: int = 5
) -> tuple[Suggestion, ...]:
    """Return the terms of an item that somebody's own words may mean.

    Parameters
    ----------
    text
        In the catalogue's language; only its first 2,000 signs are looked at.
    item_id
        An item with a vocabulary; any other suggests nothing.
    catalogue
        The language of the terms.
    count
        The most suggestions wanted.
    """
    from matcher.learning.term_suggester import TermSuggester, fold

    item = load_questionnaire().item(item_id)
    if item.vocabulary is None or not text.strip():
        return ()
    passed_over = frozenset(map(fold, passed_over_words(catalogue)))
    return TermSuggester(_entries(item.vocabulary, catalogue), passed_over).suggest(text, count)


def passed_over_words(catalogue: Catalogue) -> Iterator[str]:
    """Give the words of a language that say nothing by themselves: *and*, *the*, *have*."""
    for kind in _PASSED_OVER:
        yield from catalogue.text(f"learning.passed_over.{kind}").split()


def everyday_words(vocabulary: str, code: str, catalogue: Catalogue) -> tuple[str, ...]:
    """Return what people say in place of a term: *depressed*, *crying*; mostly nothing."""
    key = f"learning.words.{vocabulary}.{code}"
    return tuple(catalogue.text(key).split(", ")) if catalogue.has(key) else ()


def similar_people(match: Match, profile_id: str, count: int = 3) -> tuple[SimilarPerson, ...]:
    """Return the people most like one person on what the client asked for.

    Parameters
    ----------
    match
        The client's list; only people who meet all must-haves, or may, are looked at.
    profile_id
        Of the person who is full, say; `KeyError` when there is none.
    count
        The most people wanted.
    """
    from matcher.learning.similar import similar_rows

    snapshot = match.evaluation.snapshot
    found = similar_rows(match.evaluation, snapshot.row_of(profile_id), count, seed=match.seed)
    return tuple(
        SimilarPerson(snapshot.ids[one.row], snapshot.names[one.row], one.distance, one.differences)
        for one in found
    )


def _entries(vocabulary: str, catalogue: Catalogue) -> Iterator[Entry]:
    from matcher.learning.term_suggester import Entry

    for term in load_vocabulary(vocabulary):
        if not term.answer_only:
            yield Entry(term.code, tuple(_texts(vocabulary, term, catalogue)))


def _texts(vocabulary: str, term: Term, catalogue: Catalogue) -> Iterator[str]:
    yield from (*term.synonyms, term.endonym)
    for key in (f"term.{vocabulary}.{term.code}", f"gloss.{vocabulary}.{term.code}"):
        if catalogue.has(key):
            yield catalogue.text(key)
    yield from everyday_words(vocabulary, term.code, catalogue)
