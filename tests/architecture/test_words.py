"""The words the project uses, and those it leaves to others."""

import ast
import re
from pathlib import Path

import pytest
from support.catalogues import LANGUAGES, texts
from support.source import PACKAGES, ROOT, modules, name_of

_EMPTY_NAMES = {"common", "helper", "helpers", "misc", "util", "utils"}
# Say criterion, value, requirement, score, profile instead; see the words in the documentation.
_NOT_OURS = {"utility", "normaliser", "normalizer", "veto", "rating", "compatibility"}
_NOT_OURS_TOGETHER = re.compile("user_profile|client_profile|tag_list|match_percent|partial_score")
_NOT_SAID = {
    "en": re.compile(r"!|\bbest\b|% compatible|\bmatch %|\d ?% match|\bperfect\b", re.IGNORECASE),
    "es": re.compile(r"[!¡]|% compatible|\bmejor(es)? terapeuta|\bperfect[oa]s?\b", re.IGNORECASE),
}

_BRITISH = re.compile(
    r"\b\w*(?:(?:behavi|col|fav|flav|harb|hon|hum|lab|neighb|rum)our(?!ce)"
    r"|(?:apolog|emphas|maxim|memor|mental|minim|normal|optim|organ|priorit|real|recogn|special"
    r"|summar|util)is(?:e|ing|ation)|(?:anal|paral)ys(?:e|ing)"
    r"|(?:cancel|counsel|label|model|quarrel|signal|travel)l(?:ed|ing)"
    r"|cent(?:re|red)\b|kilometre|(?:lit|theat)re|licenc|(?:def|off)ence|programme\b|practis"
    r"|ageing|(?:after|back|for|to|up)wards\b|judgement|fulfil\b|enrol\b)"
    r"|\b(?:grey|cheque|cosy|whilst|amongst|learnt|fortnight|mum|sceptical)\b",
    re.IGNORECASE,
)
"""English is American here. Codes and names of files keep the spelling they were given."""

_CODE = re.compile(r"`[^`]*`|<[^>]*>|\]\([^)]*\)")
_DOCUMENTS = sorted(
    f"resources/docs/{path.name}"
    for path in (ROOT / "resources" / "docs").glob("*.md")
    if not path.name.endswith(".es.md")
)
_PROSE = (
    *("README.md", "CHANGELOG.md", "SECURITY.md", "resources/sample_directory/README.md"),
    *_DOCUMENTS,
)


def _defined_names(path: Path) -> list[str]:
    """Return the classes, functions, parameters and variables a file names."""
    names = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            names.append(node.name)
        elif isinstance(node, ast.arg):
            names.append(node.arg)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.append(node.id)
    return names


def _words(name: str) -> list[str]:
    """Split a name of either form into its words."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower().split("_")


def _is_foreign(name: str) -> bool:
    words = _words(name)
    return bool({*words} & _NOT_OURS) or bool(_NOT_OURS_TOGETHER.search("_".join(words)))


def test_files_when_named_then_none_is_a_drawer_for_everything() -> None:
    drawers = [
        name_of(path) for path in modules(*PACKAGES, "tests") if {*_words(path.stem)} & _EMPTY_NAMES
    ]

    assert drawers == []


def test_code_when_it_names_things_then_it_uses_the_words_of_the_project() -> None:
    foreign = {
        f"{name_of(path)}: {name}"
        for path in modules(*PACKAGES)
        for name in _defined_names(path)
        if _is_foreign(name)
    }

    assert foreign == set()


@pytest.mark.parametrize("name", ["rating", "UserProfile", "normaliser_of"])
def test_name_when_it_is_not_ours_then_it_is_found(name: str) -> None:
    assert _is_foreign(name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_when_read_then_they_promise_and_shout_nothing(language: str) -> None:
    pattern = _NOT_SAID.get(language, _NOT_SAID["en"])
    loud = {key: text for key, text in texts(language).items() if pattern.search(text)}

    assert loud == {}


def test_texts_when_english_then_they_are_spelled_as_in_america() -> None:
    british = {key: text for key, text in texts("en").items() if _BRITISH.search(text)}

    assert british == {}


def test_texts_when_english_then_their_apostrophes_are_curly() -> None:
    straight = {key: text for key, text in texts("en").items() if re.search(r"\w'\w", text)}

    assert straight == {}


@pytest.mark.parametrize("file", _PROSE)
def test_prose_when_english_then_it_is_spelled_as_in_america(file: str) -> None:
    prose = _CODE.sub("", (ROOT / file).read_text(encoding="utf-8"))

    assert [found[0] for found in _BRITISH.finditer(prose)] == []


@pytest.mark.parametrize(
    "word", ["behavioural", "Colours", "organisation", "practise", "licence", "centred", "towards"]
)
def test_spelling_when_it_is_british_then_it_is_found(word: str) -> None:
    assert _BRITISH.search(f"some {word} here")


@pytest.mark.parametrize(
    "word", ["resource", "hours", "four", "exercise", "promise", "evidence", "canceled", "practice"]
)
def test_spelling_when_it_is_everybodys_then_it_is_left(word: str) -> None:
    assert not _BRITISH.search(f"some {word} here")
