"""Which term a clinic's own words are: by code, label or synonym, in every language we have."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache, lru_cache

from matcher.bundled import bundled_toml
from matcher.directory.cells import SEPARATOR
from matcher.directory.field import FIELDS, Field, FieldKind
from matcher.directory.profile import split_token
from matcher.directory.vocabulary import NO, Term, Vocabulary, load_vocabulary
from matcher.i18n import Catalogue, languages
from matcher.importers.combined_text import state_of
from matcher.importers.foreign_text import clean_text
from matcher.importers.free_text import (
    answer_of,
    answered_fields,
    folded,
    has_word,
    is_no,
    is_yes,
    words,
)
from matcher.letters import code_of, without_accents

LICENSED_AREAS = "licensed_areas"
_NEAR, _NEARNESS = 3, 0.75
_SHORTEST_PART = 4
_LONGEST_CODE = 80
_LEVELED = re.compile(r"(.+?)\s*(?:\(([^()]+)\)|[:–—-]\s*([^:–—]+))")
_BRACKETS = re.compile(r"(.*?)\s*\(([^()]*)\)\s*")
_ABBREVIATION = re.compile(r"[A-Z][A-Za-z&-]{1,7}")
_NOT_IN_KEYS = re.compile(r"[^\w+<>≤≥?]|[<>≤≥](?!\s*\d)|\?(?!\W*$)")
"""What does not tell two terms apart; of *<18* and *>18*, the signs do, and a last *?* does."""
_NO_NAME_SIGNS = re.compile(r"[?$€£%/]|\((?![A-Z]{2,5}\))")
_LETTERS = re.compile(r"[^\W\d_]{2}")


def term_key(text: str) -> str:
    """Return what two spellings of one term have in common.

    Examples
    --------
    >>> term_key("Self-Pay") == term_key("self pay"), term_key("13 - 17"), term_key("65+")
    (True, '13_17', '65+')
    >>> term_key("< 18 years"), term_key("> Anxiety"), term_key("✓"), term_key("EMDR?")
    ('<18years', 'anxiety', '', 'emdr?')
    """
    plain = re.sub(r"(?<=\d)\s*[-–—]\s*(?=\d)", "_", without_accents(clean_text(text)))
    return _NOT_IN_KEYS.sub("", plain.replace("&", "and"))


def is_bare(key: str) -> bool:
    """Tell whether a `term_key` has no letters, and a number at most: *✓*, *18-*, *-18*.

    Examples
    --------
    >>> [is_bare(key) for key in ("", "+", "18", "<18", "13_17", "teens")]
    [True, True, True, False, False, False]
    """
    return key.isdigit() or not any(sign.isalnum() for sign in key)


@lru_cache(maxsize=256)
def tokens_by_key(terms: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Return tokens by what spellings have in common; ``""`` where those differ in the token.

    A spelling that is bare has nothing in common with any other.
    """
    found: dict[str, str] = {}
    for text, token in terms:
        key = term_key(text)
        if not is_bare(key) and found.setdefault(key, token) != token:
            found[key] = ""
    return found


def has_terms(field: str) -> bool:
    """Tell whether a column holds words of a list, of which each stands for a code."""
    known = FIELDS.get(field)
    if known is None:
        return field in answered_fields()
    return bool(known.vocabulary or known.codes) or field == LICENSED_AREAS


def known_token(field: str, text: str) -> str:
    """Return the token that a text surely stands for in a column; ``""`` when there is none.

    Parameters
    ----------
    field
        A column that has terms.
    text
        One entry of a cell: *Spanish (fluent)*.

    Examples
    --------
    >>> [known_token("languages", text) for text in ("Español", "Spanish (fluent)", "Elvish")]
    ['es', 'es:fluent', '']
    """
    if field in answered_fields():
        return answer_of(field, text)
    if field == LICENSED_AREAS:
        letters = state_of(text)
        return f"US-{letters}" if letters else ""
    vocabulary = FIELDS[field].vocabulary
    return known_code(vocabulary, text) or _with_level(vocabulary, text) if vocabulary else ""


def known_keys(vocabulary: str) -> dict[str, str]:
    """Return the codes of a vocabulary by `term_key` of all that surely stands for one."""
    return _by_key(vocabulary)


def several_codes(field: str, text: str) -> tuple[str, ...]:
    """Return the codes of a column for all of which a text may stand at once, mostly none.

    Examples
    --------
    >>> several_codes("age_groups", "Adults (18+)"), several_codes("age_groups", "teens")
    (('18-25', '26-64', '65+'), ())
    """
    known = FIELDS.get(field)
    if known is None or known.kind is not FieldKind.CODES:
        return ()
    return _several(known.vocabulary).get(term_key(text), ())


def shared_words(vocabulary: str, code: str) -> tuple[str, ...]:
    """Return the words that may stand for a term and for others at once.

    Examples
    --------
    >>> shared_words("issues", "accident")[:1], shared_words("issues", "worry")
    (('trauma',), ())
    """
    entries = bundled_toml("importers", "several.toml").get(vocabulary, [])
    return tuple(word for entry in entries if code in entry["codes"] for word in entry["words"])


def codes_in(token: str) -> list[str]:
    """Return the codes of a token: one word of a list may stand for several."""
    return token.split(SEPARATOR)


def own_code(field: str, text: str) -> str:
    """Return the code of a clinic's own word where the column allows those, else ``""``.

    What holds a comma may be several words, and has none; nor has a plain yes or no.
    """
    allows = field in FIELDS and FIELDS[field].extensible and "," not in text
    return code_of(text)[:80] if allows and not (is_yes(text) or is_no(text)) else ""


def sure_own_code(field: str, text: str) -> str:
    """Return the code of a clinic's own word; ``""`` also for what may be no name of anything.

    Examples
    --------
    >>> [sure_own_code("payers", text) for text in ("Blue Plan", "not Blue Plan", "all major")]
    ['blue_plan', '', '']
    >>> [sure_own_code("payers", text) for text in ("Blue (PPO)", "Blue (closed)", "Blue?", "$120")]
    ['blue_ppo', '', '', '']
    """
    code = own_code(field, text)
    is_name = len(code) > 1 and _LETTERS.search(text) and not _NO_NAME_SIGNS.search(text)
    return code if is_name and not _says_more(text) else ""


def _says_more(text: str) -> bool:
    """Tell whether words say no, when, or how a name is meant, or stand for no name."""
    is_alone = folded(text).rstrip(".!") in words("no_name")["alone"]
    return is_alone or has_word(text, "denial") or has_word(text, "no_name")


def is_own(field: str, token: str) -> bool:
    """Tell whether a token of a column is the clinic's own, and on no list of ours."""
    known = FIELDS[field]
    return known.extensible and split_token(token)[0] not in load_vocabulary(known.vocabulary)


def is_token(field: str, token: str) -> bool:
    """Tell whether the directory takes a token in a column without a word."""
    known = FIELDS.get(field)
    if known is None:
        return token in {"yes", "no"}
    return _is_read(known, token)


def near_codes(field: str, token: str) -> tuple[str, ...]:
    """Return a few codes of a column that may be meant by one it does not know, the nearest first.

    Examples
    --------
    >>> near_codes("issues", "pannic")
    ('panic',)
    """
    known = FIELDS.get(field)
    if known is None:
        return ("yes", "no") if field in answered_fields() else ()
    if not known.vocabulary:
        return tuple(get_close_matches(token.lower(), known.codes, _NEAR)) or known.codes[:_NEAR]
    said, by_key = term_key(token[:_LONGEST_CODE]), known_keys(known.vocabulary)
    if said in by_key:
        return (by_key[said],)
    within = [key for key in by_key if len(said) >= _SHORTEST_PART and said in key]
    like = get_close_matches(said, [*by_key], _NEAR, _NEARNESS)
    keys = [*like, *sorted(within, key=len)]
    return tuple(dict.fromkeys(by_key[key] for key in keys))[:_NEAR]


def texts_of(vocabulary: str, term: Term) -> Iterator[str]:
    """Give all that is known to be said for a term: code, synonyms, labels of every language."""
    yield from filter(None, (term.code, term.endonym, *term.synonyms))
    for language in languages():
        key = f"term.{vocabulary}.{term.code}"
        if (words := Catalogue(language)).has(key):
            yield words.text(key)


def _is_read(field: Field, token: str) -> bool:
    from matcher.directory.cells import read_cell

    reading = read_cell(field, token)
    return reading.value is not None and not reading.faults


def known_code(vocabulary: str, text: str) -> str:
    """Return the code whose code, synonym or label a text surely is; ``""`` when there is none."""
    key = term_key(text)
    return _by_key(vocabulary).get(key, "") if key else ""


def _with_level(vocabulary: str, text: str) -> str:
    """Read *Spanish (fluent)* and *Worry: focus*."""
    match = _LEVELED.fullmatch(clean_text(text))
    if match is None:
        return ""
    code = known_code(vocabulary, match[1])
    level = _levels(vocabulary).get(term_key(match[2] or match[3]), "")
    return f"{code}:{level}" if code and level else ""


@cache
def _several(vocabulary: str) -> dict[str, tuple[str, ...]]:
    entries = bundled_toml("importers", "several.toml").get(vocabulary, [])
    return {term_key(word): (*entry["codes"],) for entry in entries for word in entry["words"]}


@cache
def _by_key(vocabulary: str) -> dict[str, str]:
    """Return codes by what is said for them; what could be several is left out.

    The parts of *Cognitive processing (CPT)* are known too, where no whole text is the same.
    """
    terms = [term for term in load_vocabulary(vocabulary) if not term.answer_only]
    whole: dict[str, set[str]] = {}
    parts: dict[str, set[str]] = {}
    for term in terms:
        for text in texts_of(vocabulary, term):
            whole.setdefault(term_key(text), set()).add(term.code)
            for part in _parts(text):
                parts.setdefault(term_key(part), set()).add(term.code)
    found = {key: codes for key, codes in parts.items() if key not in whole} | whole
    own = {term_key(term.code): term.code for term in terms}
    return {key: min(codes) for key, codes in found.items() if len(codes) == 1} | own


def _parts(text: str) -> Iterator[str]:
    if match := _BRACKETS.fullmatch(text):
        yield match[1]
        if _ABBREVIATION.fullmatch(match[2]):
            yield match[2]


@cache
def _levels(vocabulary: str) -> dict[str, str]:
    known: Vocabulary = load_vocabulary(vocabulary)
    found = {term_key(level): level for level in (*known.levels, *known.kinds, NO)}
    for language in languages():
        words = Catalogue(language)
        for level in known.levels:
            found[term_key(words.text(f"term.level.{vocabulary}.{level}"))] = level
    return found
