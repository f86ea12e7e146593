"""Words as they are typed in a hurry, so that a search finds them all the same."""

import re
from collections.abc import Iterable, Mapping

from matcher.letters import without_accents

LEAST_LETTERS = 3
"""A word of fewer letters is not looked for by itself, when not all words are found together."""

_WORD = re.compile(r"\w+")
_APOSTROPHES = re.compile(
    "[`\N{RIGHT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}\N{ACUTE ACCENT}]"
)


class WordSearch:
    """Finds codes by words: in any order, begun and not ended, with accents or without.

    Parameters
    ----------
    names
        By code, what it is called, also by people in a hurry.
    glosses
        By code, what it means.
    passed_over
        Words that say nothing by themselves: *and*, *the*, *can't*.
    """

    def __init__(
        self,
        names: Mapping[str, Iterable[str]],
        glosses: Mapping[str, str],
        passed_over: Iterable[str],
    ) -> None:
        self._names = {code: _folded(texts) for code, texts in names.items()}
        self._texts = {
            code: folded + _folded((glosses[code],)) for code, folded in self._names.items()
        }
        self._passed_over = {word for text in passed_over for word in words_of(text)}

    def find(self, typed: str) -> frozenset[str]:
        """Return the codes that hold all that was typed; if none does, those named by one word."""
        words = words_of(typed)
        if not words:
            return frozenset()
        telling = [word for word in words if word not in self._passed_over] or words
        whole = " ".join(words)
        found = frozenset(
            code
            for code, text in self._texts.items()
            if whole in text or all(f" {word}" in text for word in telling)
        )
        long = [word for word in telling if len(word) >= LEAST_LETTERS]
        return found or frozenset(
            code for code, text in self._names.items() if any(f" {word}" in text for word in long)
        )


def plain(text: str) -> str:
    """Return a text without case and accents, with straight apostrophes, without spaces around."""
    return without_accents(_APOSTROPHES.sub("'", text)).strip()


def words_of(text: str) -> list[str]:
    """Return the words of a text, plain; *can't* is one word, and the same as *cant*."""
    return _WORD.findall(plain(text).replace("'", ""))


def _folded(texts: Iterable[str]) -> str:
    """Return texts as lines of words, each word after a space."""
    return "".join(f" {' '.join(words_of(text))}\n" for text in texts)
