"""How hard a text is to read: words in a sentence, and the school grade of English."""

import re

_PLACEHOLDER = re.compile(r"\{[^}]*\}")
_SENTENCE_END = re.compile(r"(?<=[.?:;])\s+")
_VOWELS = re.compile(r"[aeiouy]+")


def sentences(text: str) -> list[str]:
    """Split a text into its sentences; a placeholder counts as one word."""
    return [part for part in _SENTENCE_END.split(_PLACEHOLDER.sub("word", text)) if part]


def grade(texts: list[str]) -> float:
    """Return the Flesch-Kincaid grade of English texts, syllables counted by groups of vowels.

    0.39 x words per sentence + 11.8 x syllables per word - 15.59, as Kincaid and others gave it
    in 1975.
    """
    count = sum(len(sentences(text)) for text in texts)
    words = re.findall(r"[a-z'’]+", _PLACEHOLDER.sub("word", " ".join(texts)).lower())
    return 0.39 * len(words) / count + 11.8 * sum(map(_syllables, words)) / len(words) - 15.59


def _syllables(word: str) -> int:
    spoken = re.sub(r"(?<=[^aeiouy])e$", "", word)
    return max(1, len(_VOWELS.findall(spoken)))
