"""Which terms a clinic's own words may stand for, each with how it was found."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from matcher.directory.field import FIELDS
from matcher.directory.vocabulary import load_vocabulary
from matcher.i18n import Catalogue, languages
from matcher.importers.free_text import is_not_stated
from matcher.importers.term_text import known_code, known_token, own_code, term_key, texts_of
from matcher.services.suggestions import everyday_words, passed_over_words

if TYPE_CHECKING:  # scikit-learn is loaded when the first unknown word is met
    from matcher.learning.term_suggester import Suggestion, TermSuggester

KNOWN, EXACT, SIMILAR, OWN, SILENT, OPEN = "known", "exact", "similar", "own", "silent", ""
"""What staff accepted before; a label or synonym; like one; the clinic's own code; says nothing;
not found."""

_PART = re.compile(r"(?:(?!\band\b|\by\b|\be\b)[^,/&;()\s]+\s*)+")
_COVERED = 0.6
_APART = 0.04
_OTHERS = 3


@dataclass(frozen=True, slots=True)
class TermDraft:
    """A clinic's own word and the term suggested for it.

    Attributes
    ----------
    text
        As the list has it.
    token
        The term, or ``""``.
    how
        `KNOWN`, `EXACT`, `SIMILAR`, `OWN`, `SILENT` or `OPEN`.
    score
        Likeness 0..1.
    fragments
        Where in the text the words stand that led to it, as (start, end).
    others
        Terms about as like, for staff to choose from.
    count
        How many cells have it.
    """

    text: str
    token: str = ""
    how: str = OPEN
    score: float = 0.0
    fragments: tuple[tuple[int, int], ...] = ()
    others: tuple[str, ...] = ()
    count: int = 0

    @property
    def is_open(self) -> bool:
        """Whether somebody has to say what it means."""
        return self.how == OPEN


def vocabulary_of(field: str) -> str:
    """Return the name under which accepted words of a field are remembered."""
    return (FIELDS[field].vocabulary if field in FIELDS else "") or field


def suggest_term(field: str, text: str, accepted: Mapping[str, str]) -> TermDraft:
    """Suggest the term a word may stand for.

    Parameters
    ----------
    field
        A column that has terms.
    text
        One entry of a cell.
    accepted
        What staff accepted before for this vocabulary: token by `term_key`; ``""`` for a word
        that was left out on purpose.

    Returns
    -------
    TermDraft
        Only with a token when the words cover most of the text and no other term is as like:
        a wrong suggestion that looks right is worse than none.
    """
    key = term_key(text)
    if key in accepted:
        return TermDraft(text, accepted[key], KNOWN, 1.0, ((0, len(text)),))
    if token := known_token(field, text):
        return TermDraft(text, token, EXACT, 1.0, ((0, len(text)),))
    if is_not_stated(text):
        return TermDraft(text, "", SILENT, 1.0)
    vocabulary = FIELDS[field].vocabulary if field in FIELDS else ""
    draft = _similar(vocabulary, text, tuple(sorted(accepted.items()))) if vocabulary else None
    if draft is not None and draft.token:
        return draft
    if code := own_code(field, text):
        return TermDraft(text, code, OWN, 1.0, ((0, len(text)),))
    return draft or TermDraft(text)


def _similar(vocabulary: str, text: str, accepted: tuple[tuple[str, str], ...]) -> TermDraft:
    found = _suggester(vocabulary, accepted).suggest(text, _OTHERS + 1)
    if not found:
        return TermDraft(text)
    first, *others = found
    codes = tuple(other.code for other in others)
    is_sure = _covered(text, first) >= _COVERED and not (
        others and first.score - others[0].score < _APART and _rivals(first, others[0])
    )
    if not is_sure:
        parts = _of_parts(vocabulary, text)
        return parts or TermDraft(text, others=(first.code, *codes)[:_OTHERS], score=first.score)
    return TermDraft(text, first.code, SIMILAR, first.score, first.fragments, codes)


def _of_parts(vocabulary: str, text: str) -> TermDraft | None:
    """Suggest the one term that most parts of *Grief, loss and bereavement* stand for."""
    parts = [*_PART.finditer(text)]
    found = {
        part.span(): code for part in parts if (code := known_code(vocabulary, part[0].strip()))
    }
    if len({*found.values()}) != 1 or 2 * len(found) < len(parts):
        return None
    code, *_ = found.values()
    return TermDraft(text, code, SIMILAR, len(found) / len(parts), tuple(found))


def _covered(text: str, suggestion: Suggestion) -> float:
    """Return the share of the letters of a text that led to a suggestion.

    With a number among what did not, none: it may say another age or another plan.
    """
    passed = re.sub("[^0-9]", "", text)
    within = "".join(text[start:end] for start, end in suggestion.fragments)
    if passed != re.sub("[^0-9]", "", within):
        return 0.0
    letters = sum(sign.isalnum() for sign in text)
    led = sum(sign.isalnum() for start, end in suggestion.fragments for sign in text[start:end])
    return led / letters if letters else 0.0


def _rivals(one: Suggestion, other: Suggestion) -> bool:
    """Tell whether the other rests on as much of the text."""
    lengths = [sum(end - start for start, end in each.fragments) for each in (one, other)]
    return lengths[1] >= lengths[0]


@cache
def _suggester(vocabulary: str, accepted: tuple[tuple[str, str], ...]) -> TermSuggester:
    from matcher.learning.term_suggester import Entry, TermSuggester, fold

    said: dict[str, list[str]] = {}
    for key, token in accepted:
        said.setdefault(token.partition(":")[0], []).append(key)
    catalogues = [*map(Catalogue, languages())]
    entries = [
        Entry(
            term.code,
            (
                *texts_of(vocabulary, term),
                *(
                    word
                    for each in catalogues
                    for word in everyday_words(vocabulary, term.code, each)
                ),
                *said.get(term.code, ()),
            ),
        )
        for term in load_vocabulary(vocabulary)
        if not term.answer_only
    ]
    passed_over = {fold(word) for each in catalogues for word in passed_over_words(each)}
    return TermSuggester(entries, frozenset(passed_over))
