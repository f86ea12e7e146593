"""A term looked for in several vocabularies by what it is called."""

from collections.abc import Iterable

from matcher.importers.term_text import known_code


def term_called(name: str, vocabularies: Iterable[str]) -> tuple[str, str] | None:
    """Return the term that is called so.

    Parameters
    ----------
    name
        As somebody wrote it; see `matcher.importers.term_text.term_key` for what does not count.
    vocabularies
        Names of those to look into.

    Returns
    -------
    tuple
        Vocabulary and code; ``None`` when no term has this name, or more than one has.
    """
    codes = ((vocabulary, known_code(vocabulary, name)) for vocabulary in vocabularies)
    found = {(vocabulary, code) for vocabulary, code in codes if code}
    return found.pop() if len(found) == 1 else None
