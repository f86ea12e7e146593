"""Terms found by exactly what they are called: code, label, synonym or own name."""

from collections.abc import Iterable
from functools import cache

from matcher.directory.vocabulary import load_vocabulary
from matcher.i18n import Catalogue, languages


def term_called(name: str, vocabularies: Iterable[str]) -> tuple[str, str] | None:
    """Return the term that is called so.

    Parameters
    ----------
    name
        As somebody wrote it; capitals, hyphens and white space do not count.
    vocabularies
        Names of those to look into.

    Returns
    -------
    tuple
        Vocabulary and code; ``None`` when no term has this name, or more than one has.
    """
    found = {
        (vocabulary, code)
        for vocabulary in vocabularies
        for code in _codes_by_name(vocabulary).get(_plain(name), ())
    }
    return next(iter(found)) if len(found) == 1 else None


@cache
def _codes_by_name(vocabulary: str) -> dict[str, frozenset[str]]:
    catalogues = [Catalogue(language) for language in languages()]
    found: dict[str, frozenset[str]] = {}
    for term in load_vocabulary(vocabulary):
        if term.answer_only:
            continue
        label = f"term.{vocabulary}.{term.code}"
        names = [term.code, term.endonym, *term.synonyms]
        names += [words.text(label) for words in catalogues if words.has(label)]
        for name in filter(None, map(_plain, names)):
            found[name] = found.get(name, frozenset()) | {term.code}
    return found


def _plain(name: str) -> str:
    return " ".join(name.replace("-", " ").replace("_", " ").casefold().split())
