"""The catalogues agree with each other, and with the code that names their keys."""

import ast
import re
from collections.abc import Iterator

import pytest
from support.catalogues import DOMAINS, LANGUAGES, entries, is_plural, placeholders
from support.source import PACKAGES, modules, name_of

_KEY = re.compile(rf"(?:{'|'.join(sorted(DOMAINS))})(?:\.[a-zA-Z0-9_-]+)+\.?")
# Texts that may be filled differently: where hours are counted to 12, and where to 24.
_FREE = ("fact.clock.",)
# All languages quote “so”. A straight one may stand in what is typed.
_OTHER_QUOTES = re.compile("[«»„‟]")
_TRANSLATED = [language for language in LANGUAGES if language != "en"]


def _calls() -> Iterator[tuple[str, str, ast.Call]]:
    """Yield place, key and call of each ``Message("…")`` and ``….text("…")`` in the program."""
    for path in modules(*PACKAGES):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and node.args):
                continue
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            first = node.args[0]
            if called not in {"Message", "text"} or not isinstance(first, ast.Constant):
                continue
            # A profile has a `text` too: it takes the name of a field, which is one word.
            if "." in str(first.value):
                yield f"{name_of(path)}:{node.lineno}", str(first.value), node


def _key_like_strings() -> Iterator[tuple[str, str]]:
    """Yield place and value of each string in the program that looks like a key or its start."""
    for path in modules(*PACKAGES):
        if "store" in path.parts:
            continue  # columns of tables look alike
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            value = getattr(node, "value", None)
            if not (isinstance(node, ast.Constant) and isinstance(value, str)):
                continue
            if _KEY.fullmatch(value) and not value.endswith((".pdf", ".png")):
                yield f"{name_of(path)}:{node.lineno}", value


def _is_key_or_start(value: str) -> bool:
    known = entries("en")
    return value in known or any(key.startswith(value.rstrip(".") + ".") for key in known)


@pytest.mark.parametrize("language", _TRANSLATED)
def test_language_when_compared_with_english_then_it_has_the_same_keys(language: str) -> None:
    english, other = {*entries("en")}, {*entries(language)}

    assert sorted(english - other) == [], "not translated"
    assert sorted(other - english) == [], "not in English"


@pytest.mark.parametrize("language", _TRANSLATED)
def test_text_when_translated_then_it_has_the_same_placeholders(language: str) -> None:
    different = {
        key: (placeholders("en", key), placeholders(language, key))
        for key in entries("en").keys() & entries(language).keys()
        if placeholders("en", key) != placeholders(language, key) and not key.startswith(_FREE)
    }

    assert different == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_when_it_has_plural_forms_then_one_is_for_every_other_number(language: str) -> None:
    without = [
        key for key, entry in entries(language).items() if is_plural(entry) and "other" not in entry
    ]

    assert without == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_when_read_then_it_is_not_empty(language: str) -> None:
    empty = [key for key, entry in entries(language).items() if not entry]

    assert empty == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_when_it_quotes_then_with_one_kind_of_marks(language: str) -> None:
    forms = {
        key: " ".join(entry.values()) if isinstance(entry, dict) else str(entry)
        for key, entry in entries(language).items()
    }

    assert sorted(key for key, words in forms.items() if _OTHER_QUOTES.search(words)) == []


def test_code_when_it_asks_for_a_text_then_the_text_exists() -> None:
    unknown = [f"{place}: {key}" for place, key, _ in _calls() if key not in entries("en")]

    assert unknown == []


def test_code_when_it_asks_for_a_text_then_it_fills_every_placeholder() -> None:
    unfilled = []
    for place, key, call in _calls():
        given = {keyword.arg for keyword in call.keywords}
        for language in LANGUAGES:
            if key in entries(language) and None not in given:
                missing = placeholders(language, key) - given
                unfilled += [f"{place}: {key} ({language}) {name}" for name in missing]

    assert unfilled == []


def test_code_when_a_string_looks_like_a_key_then_it_is_one_or_starts_one() -> None:
    strange = [f"{place}: {value}" for place, value in _key_like_strings()]
    strange = [line for line in strange if not _is_key_or_start(line.partition(": ")[2])]

    assert strange == []


def test_project_when_looked_through_then_english_and_calls_are_found() -> None:
    """An empty catalogue, or no call found, would let every other test here pass."""
    assert "en" in LANGUAGES
    assert len(entries("en")) > 100
    assert len([*_calls()]) > 20
