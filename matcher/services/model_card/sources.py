"""The sources of the model card in words: who, when, what was studied and what was found."""

from collections.abc import Iterable, Mapping

from matcher.document import Fit
from matcher.i18n import Catalogue
from matcher.scoring.evidence import Source


def cite(source: Source, words: Catalogue) -> str:
    """Name a source the short way: *Swift, Callahan, Cooper, Parkin, 2018*."""
    authors = _joined(source.authors) or words.text(f"model.author.{source.id}")
    if not source.year:
        return words.text("model.cite_undated", authors=authors)
    # A year is a name, not an amount: it takes no separator.
    return words.text("model.cite", authors=authors, year=str(source.year))


def _joined(authors: str) -> str:
    """Put a sign between two authors; three and more stand in a row."""
    return authors.replace(", ", " & ") if authors.count(", ") == 1 else authors


def cite_all(ids: Iterable[str], sources: Mapping[str, Source], words: Catalogue) -> str:
    """Name several sources in a row."""
    return "; ".join(cite(sources[id_], words) for id_ in ids)


def describe_source(source: Source, words: Catalogue) -> Fit:
    """Tell a source: who and when, what was studied, what was found, and where that was read."""
    found = words.text(f"model.found.{source.id}", **source.numbers)
    line = words.text("model.with_sources", text=found, sources=source.read_at)
    return Fit(cite(source, words), _studied(source, words), (line,))


def _studied(source: Source, words: Catalogue) -> str:
    own = f"model.found_in.{source.id}"
    if words.has(own):
        return words.text(own, **source.numbers)
    known = {"studies", "people"} & {*source.numbers}
    kind = "both" if len(known) == 2 else next(iter(known))
    kind = "more_than" if source.more_than else kind
    return words.text(f"model.studied.{kind}", **source.numbers)
