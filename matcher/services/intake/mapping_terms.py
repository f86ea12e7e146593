"""Which terms a clinic's own words may stand for, each with how it was found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from matcher.directory.cells import SEPARATOR
from matcher.directory.field import FIELDS, FieldKind
from matcher.directory.vocabulary import NO, load_vocabulary
from matcher.i18n import Catalogue, languages
from matcher.importers.free_text import folded, has_word, is_not_stated, words
from matcher.importers.term_text import (
    is_own,
    known_code,
    known_keys,
    known_token,
    several_codes,
    sure_own_code,
    term_key,
    texts_of,
)
from matcher.importers.yes_no_column import answered
from matcher.services.matching.suggestions import everyday_words, passed_over_words

if TYPE_CHECKING:  # scikit-learn is loaded when the first unknown word is met
    from matcher.learning.term_suggester import Suggestion, TermSuggester

KNOWN, EXACT, SIMILAR, OWN, SILENT, OPEN = "known", "exact", "similar", "own", "silent", ""
"""What staff accepted before; a label or synonym; like one; the clinic's own code; says nothing;
not found."""
CHOSEN = "chosen"
"""Decided by somebody just now."""

LEAST_SPELLING = 0.85
"""Likeness 0..1 from which a word is taken for a misspelt one."""
_SHORTEST_MISSPELT = 6
_SPELLING_APART = 0.05
_COVERED = 0.6
_SEVERAL = 0.85
"""Likeness of a word that may stand for several codes: never accepted with those that are sure."""
_ANSWER = 0.95
"""Likeness of a yes or no in a column that asks for one thing."""
_APART = 0.04
_OTHERS = 3
_LONGEST_SHORT = 8
"""Letters of a word that may be short for several."""
_PART = re.compile(r"(?:(?!\b(?:and|y|e)\b)[^,/&;()\s]+\s*)+", re.IGNORECASE)


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
        `KNOWN`, `EXACT`, `SIMILAR`, `OWN`, `SILENT`, `CHOSEN` or `OPEN`.
    score
        Likeness 0..1.
    fragments
        Where in the text the words stand that led to it, as (start, end).
    others
        Terms that it could also be, for staff to choose from.
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
        """Whether somebody has to say what it means, or to accept what is suggested."""
        return self.how in {OPEN, SIMILAR}

    @property
    def ground(self) -> str:
        """The letters that led to the term."""
        return " … ".join(self.text[start:end].strip() for start, end in self.fragments)


def vocabulary_of(field: str) -> str:
    """Return the name under which accepted words of a field are remembered."""
    return (FIELDS[field].vocabulary if field in FIELDS else "") or field


def suggest_known(text: str, token: str) -> TermDraft:
    """Suggest what staff accepted before for a word."""
    return TermDraft(text, token, KNOWN, 1.0, ((0, len(text)),))


def suggest_answer(field: str, code: str, text: str) -> TermDraft | None:
    """Suggest what a cell says that answers whether somebody offers one thing; mostly nothing."""
    token = answered(code, text)
    # What a header names of the clinic's own may be no name at all.
    score = _SEVERAL if is_own(field, code) else _ANSWER
    return TermDraft(text, token, SIMILAR, score, ((0, len(text)),)) if token else None


def suggest_term(field: str, text: str, accepted: Mapping[str, str]) -> TermDraft:
    """Suggest the term a word may stand for.

    Parameters
    ----------
    field
        A column that has terms.
    text
        One entry of a cell.
    accepted
        What staff accepted before for this vocabulary: tokens by `term_key`.

    Returns
    -------
    TermDraft
        Only with a token when most of the text speaks for it and no other term is as like: a
        wrong suggestion that looks right is worse than none.
    """
    if token := accepted.get(term_key(text), ""):
        return suggest_known(text, token)
    whole = ((0, len(text)),)
    if codes := several_codes(field, text):
        usual = known_token(field, text)
        others = (usual,) if usual else codes[:_OTHERS]
        return TermDraft(text, SEPARATOR.join(codes), SIMILAR, _SEVERAL, whole, others)
    if token := known_token(field, text):
        return TermDraft(text, token, EXACT, 1.0, whole)
    if is_not_stated(text):
        return TermDraft(text, "", SILENT, 1.0)
    return _suggest_unknown(field, text, accepted)


def _suggest_unknown(field: str, text: str, accepted: Mapping[str, str]) -> TermDraft:
    """Suggest a term by likeness, else a code of the clinic's own."""
    vocabulary = FIELDS[field].vocabulary if field in FIELDS else ""
    draft = _like(vocabulary, text, accepted) if vocabulary else TermDraft(text)
    draft = _without_contrary(draft)
    if draft.token and has_word(text, "denial"):
        return TermDraft(text, score=draft.score, others=_with_denied(field, draft))
    if not (draft.token or draft.others) and (code := sure_own_code(field, text)):
        return TermDraft(text, code, OWN, 1.0, ((0, len(text)),))
    return draft


def _without_contrary(draft: TermDraft) -> TermDraft:
    """Take back a code whose opposite the words say: *in network* is not *out of network*."""
    offered = (draft.token, *draft.others)
    left = [code for code in offered if code and not _is_contrary(code, draft.text)]
    if len(left) == len([*filter(None, offered)]):
        return draft
    return TermDraft(draft.text, others=(*left,))


def _is_contrary(code: str, text: str) -> bool:
    return code in words("contrary") and has_word(text, "contrary", code)


def _with_denied(field: str, draft: TermDraft) -> tuple[str, ...]:
    """Return what *no video* may say: most likely the no to a term."""
    takes_no = field in FIELDS and FIELDS[field].kind is FieldKind.CODES and ":" not in draft.token
    denied = (f"{draft.token}:{NO}",) if takes_no and SEPARATOR not in draft.token else ()
    return (*denied, draft.token, *draft.others)[:_OTHERS]


def with_short_names(
    field: str, terms: Sequence[TermDraft], accepted: Mapping[str, str]
) -> Iterator[TermDraft]:
    """Give the words of a column, those in question that may be short for another own word.

    Parameters
    ----------
    field
        The column.
    terms
        Its words; *BCBS* beside *Blue Cross Blue Shield* may be one plan or two.
    accepted
        What staff accepted before.
    """
    own = {term.token for term in terms if term.how == OWN}
    own |= {token for token in accepted.values() if own and is_own(field, token)}
    for term in terms:
        longer = [code for code in sorted(own) if term.how == OWN and _is_short(term.token, code)]
        if longer:
            whole = ((0, len(term.text)),)
            yield TermDraft(
                term.text, longer[0], SIMILAR, _SEVERAL, whole, (*longer[1:], term.token),
                term.count,
            )  # fmt: skip
        else:
            yield term


def _is_short(code: str, other: str) -> bool:
    """Tell whether a code may be short for another: some letters of each word, with its first."""
    words_of_other = [word for word in other.split("_") if word]
    if len(words_of_other) < 2 or not (code.isalpha() and len(code) <= _LONGEST_SHORT):
        return False
    ends = {0}
    for word in words_of_other:
        ends = {
            end
            for start in ends
            for end in range(start + 1, len(code) + 1)
            if code[start] == word[0] and _is_within(code[start:end], word)
        }
    return len(code) in ends


def _is_within(letters: str, word: str) -> bool:
    """Tell whether a word has these letters in their order."""
    rest = iter(word)
    return all(letter in rest for letter in letters)


def _like(vocabulary: str, text: str, accepted: Mapping[str, str]) -> TermDraft:
    """Suggest by parts, by spelling, then by words; the first that says something holds."""
    parts = _parts(vocabulary, text)
    if len({*parts.values()}) > 1:  # it names several things
        return TermDraft(text, others=tuple(dict.fromkeys(parts.values()))[:_OTHERS])
    return (
        _misspelt(vocabulary, text)
        or _of_parts(text, parts)
        or _of_words(vocabulary, text, tuple(sorted(_without_limits(accepted))))
    )


def _without_limits(accepted: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Leave out *<18*, of which another word with the number says something else."""
    return (said for said in accepted.items() if not re.search("[<>≤≥]", said[0]))


def _parts(vocabulary: str, text: str) -> dict[tuple[int, int], str]:
    """Return the codes of the parts of *Grief, loss and bereavement*, by place in the text."""
    found: dict[tuple[int, int], str] = {}
    for part in _PART.finditer(text):
        said = part[0].strip()
        if code := known_code(vocabulary, said) or known_code(vocabulary, _alone(said)):
            found[part.start(), part.start() + len(said)] = code
    return found


def _alone(text: str) -> str:
    """Return a text without the words that may stand beside any term."""
    return " ".join(word for word in folded(text).split() if word not in words("beside")["words"])


def _of_parts(text: str, parts: Mapping[tuple[int, int], str]) -> TermDraft | None:
    """Suggest the one term that most parts stand for; a part alone may be one of several."""
    count = len(_PART.findall(text))
    if count > 1 and not (len(parts) > 1 and 2 * len(parts) > count):
        return None
    if not parts or _numbers(text) != _numbers_within(text, (*parts,)):
        return None
    return TermDraft(text, next(iter(parts.values())), SIMILAR, len(parts) / count, (*parts,))


def _misspelt(vocabulary: str, text: str) -> TermDraft | None:
    """Suggest the term of which a text is a misspelling, if it is like one alone."""
    key, known = term_key(text), known_keys(vocabulary)
    if len(key) < _SHORTEST_MISSPELT:
        return None
    found: dict[str, float] = {}
    for known_key, score, _ in process.extract(
        key,
        [*known],
        scorer=DamerauLevenshtein.normalized_similarity,
        score_cutoff=LEAST_SPELLING - _SPELLING_APART,
        limit=None,
    ):
        if _numbers(known_key) == _numbers(key):
            found.setdefault(known[known_key], score)
    if not found:
        return None
    (code, score), *others = found.items()
    if score < LEAST_SPELLING or (others and score - others[0][1] < _SPELLING_APART):
        return None
    others_named = tuple(code for code, _ in others)[:_OTHERS]
    return TermDraft(text, code, SIMILAR, score, ((0, len(text)),), others_named)


def _of_words(vocabulary: str, text: str, accepted: tuple[tuple[str, str], ...]) -> TermDraft:
    found = _suggester(vocabulary, accepted).suggest(text, _OTHERS + 1)
    if not found:
        return TermDraft(text)
    first, *others = found
    codes = tuple(other.code for other in others)
    has_rival = bool(others) and first.score - others[0].score < _APART
    is_list = "," in text
    covered = 0.0 if is_list else _covered(text, first)
    if covered < _COVERED or (has_rival and _rests_on_as_much(first, others[0])):
        return TermDraft(text, score=first.score, others=(first.code, *codes)[:_OTHERS])
    return TermDraft(text, first.code, SIMILAR, first.score, first.fragments, codes)


def _covered(text: str, suggestion: Suggestion) -> float:
    """Return the share of the letters of a text that led to a suggestion.

    With a number among what did not, none: it may say another age or another plan.
    """
    if _numbers(text) != _numbers_within(text, suggestion.fragments):
        return 0.0
    letters = sum(sign.isalnum() for sign in _alone(text))
    return sum(sign.isalnum() for sign in _within(text, suggestion.fragments)) / max(letters, 1)


def _rests_on_as_much(other: Suggestion, one: Suggestion) -> bool:
    return _length(one) >= _length(other)


def _length(suggestion: Suggestion) -> int:
    return sum(end - start for start, end in suggestion.fragments)


def _within(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    return "".join(text[start:end] for start, end in spans)


def _numbers(text: str) -> str:
    """Return the digits of a text, and what may stand before them: *>18* is not *<18*."""
    return re.sub("[^0-9<>≤≥]", "", text)


def _numbers_within(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    return _numbers(_within(text, spans))


@lru_cache(maxsize=64)
def _suggester(vocabulary: str, accepted: tuple[tuple[str, str], ...]) -> TermSuggester:
    from matcher.learning.term_suggester import Entry, TermSuggester

    entries = [
        Entry(code, (*texts, *(key for key, token in accepted if token.partition(":")[0] == code)))
        for code, texts in _texts(vocabulary).items()
    ]
    return TermSuggester(entries, _passed_over())


@cache
def _texts(vocabulary: str) -> dict[str, tuple[str, ...]]:
    """Return what is said for each term, everyday words too, in every language we have."""
    catalogues = [*map(Catalogue, languages())]
    return {
        term.code: (
            *texts_of(vocabulary, term),
            *(word for each in catalogues for word in everyday_words(vocabulary, term.code, each)),
        )
        for term in load_vocabulary(vocabulary)
        if not term.answer_only
    }


@cache
def _passed_over() -> frozenset[str]:
    from matcher.learning.term_suggester import fold

    catalogues = map(Catalogue, languages())
    return frozenset(fold(word) for each in catalogues for word in passed_over_words(each))
