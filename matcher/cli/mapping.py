"""``rapport import --suggest-mapping`` and ``--mapping``: lists with a clinic's own columns."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from matcher.cli.invocation import Invocation, usage_error
from matcher.cli.output import print_json, say, table
from matcher.i18n import Catalogue

if TYPE_CHECKING:
    from matcher.services.intake.importing import ImportOptions
    from matcher.services.intake.mapping import ColumnDraft, MappingDraft
    from matcher.services.intake.mapping_book import MappingBook

TERMS_SHOWN = 10
_COLUMNS = ("header", "field", "how", "score", "open")


def with_mappings(
    options: "ImportOptions", files: Sequence[Path], mapping: Path | None, book: "MappingBook"
) -> "ImportOptions":
    """Return the options with what the columns of files mean.

    Parameters
    ----------
    options
        As said so far.
    files
        What is imported.
    mapping
        The mapping for all of them; ``None`` looks for those kept from before, unless a format
        was named.
    book
        Where mappings are kept.

    Raises
    ------
    ImportFileError
        When the mapping cannot be used.
    """
    from matcher.importers.mapping import read_mapping

    if mapping is not None:
        return replace(options, mappings=dict.fromkeys(files, read_mapping(mapping)))
    if options.format is not None:
        return options
    found = {path: kept for path in files if (kept := book.find(path)) is not None}
    return replace(options, mappings=found, kept=frozenset(found))


def suggest(invocation: Invocation, files: Sequence[Path], sheet: str, target: Path) -> int:
    """Look at a list, save what its columns and words may mean, and show it."""
    from matcher.importers.mapping import write_mapping
    from matcher.services.files.output_file import write_file
    from matcher.services.intake.mapping import suggest_mapping
    from matcher.services.intake.mapping_book import MAPPING

    words = invocation.words
    if len(files) != 1:
        raise usage_error(words.text("cli.import.mapping.one_file"))
    with invocation.services() as services:
        draft = suggest_mapping(files[0], sheet, services.mappings.known())
    # Somebody may have corrected the one that is there by hand.
    kind = replace(MAPPING, is_replaced=False)
    saved = write_file(target, write_mapping(draft.mapping()), kind)
    if invocation.as_json:
        print_json(_document(draft, words))
    else:
        _say(draft, words)
        say()
        say(words.text("cli.import.mapping.saved", file=str(saved)))
    return 0


def _say(draft: "MappingDraft", words: Catalogue) -> None:
    heading = [words.text(f"cli.import.mapping.{name}") for name in _COLUMNS]
    say(table([heading, *(_row(column, words) for column in draft.columns)]))
    lines = [*_lines(draft, words)]
    if lines:
        say()
        say("\n".join(lines))


def _row(column: "ColumnDraft", words: Catalogue) -> list[str]:
    def text(key: str, **params: object) -> str:
        return words.text(f"cli.import.mapping.{key}", **params)

    terms = text("terms", n=len(column.open_terms), all=len(column.terms)) if column.terms else ""
    score = words.number(column.score) if column.field else ""
    return [
        column.header,
        column.field or text("nothing"),
        text(column.how or "none"),
        score,
        terms,
    ]


def _lines(draft: "MappingDraft", words: Catalogue) -> Iterator[str]:
    for remark in draft.remarks:
        yield words.render(remark.message)
    for column in draft.columns:
        for question in column.questions:
            yield words.text("cli.import.mapping.question", column=column.header, message=question)
        if column.open_terms:
            yield words.text(
                "cli.import.mapping.open_terms",
                n=len(column.open_terms),
                column=column.header,
                terms=_named(column, words),
            )


def _named(column: "ColumnDraft", words: Catalogue) -> str:
    named = ", ".join(f"“{term.text}”" for term in column.open_terms[:TERMS_SHOWN])
    more = len(column.open_terms) - TERMS_SHOWN
    return words.text("cli.import.mapping.more_terms", terms=named, n=more) if more > 0 else named


def _document(draft: "MappingDraft", words: Catalogue) -> dict[str, object]:
    """Return the draft as a ``rapport-mapping-draft/1`` document."""
    return {
        "format": "rapport-mapping-draft/1",
        "file": draft.file,
        "sheets": list(draft.sheets),
        "rows": draft.rows,
        "remarks": [words.render(remark.message) for remark in draft.remarks],
        "columns": [
            {
                "header": column.header,
                "field": column.field,
                "how": column.how,
                "score": column.score,
                "split": column.split,
                "dates": column.dates,
                "questions": [words.render(question) for question in column.questions],
                "terms": [
                    {
                        "text": term.text,
                        "token": term.token,
                        "how": term.how,
                        "score": round(term.score, 4),
                        "fragments": [list(span) for span in term.fragments],
                        "others": list(term.others),
                        "count": term.count,
                    }
                    for term in column.terms
                ],
            }
            for column in draft.columns
        ],
    }
