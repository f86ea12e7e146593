"""``rapport import --suggest-mapping`` and ``--mapping``: lists with a clinic's own columns."""

import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from matcher.cli.invocation import Invocation, usage_error
from matcher.cli.output import print_json, say, table
from matcher.errors import ImportFileError, Message
from matcher.i18n import Catalogue

if TYPE_CHECKING:
    from matcher.importers.mapping import ListMapping
    from matcher.services.intake.importing import ImportOptions
    from matcher.services.intake.mapping import ColumnDraft, MappingDraft
    from matcher.services.intake.mapping_book import MappingBook
    from matcher.services.intake.mapping_terms import TermDraft

TERMS_SHOWN = 10
_COLUMNS = ("header", "field", "how", "score", "open")


@dataclass(frozen=True, slots=True)
class AboutList:
    """What is said about lists with a clinic's own columns.

    Attributes
    ----------
    mapping
        The file that says what their columns mean; ``None`` for one kept from before.
    sheet, country
        As in `matcher.importers.mapping.ListMapping`; ``""`` leaves them as they are there.
    """

    mapping: Path | None = None
    sheet: str = ""
    country: str = ""

    @property
    def is_more(self) -> bool:
        """Whether more is said than which mapping."""
        return bool(self.sheet or self.country)

    def onto(self, mapping: "ListMapping", kept_for: Path | None = None) -> "ListMapping":
        """Return a mapping with what is said.

        Parameters
        ----------
        mapping
            What the file says, or one kept from before.
        kept_for
            The list that one is kept for.

        Raises
        ------
        ImportFileError
            When it says another country: which of the two is meant, nobody can know.
        """
        if self.country and mapping.country not in {"", self.country}:
            which = "two_countries_kept" if kept_for else "two_countries"
            named = kept_for or self.mapping or Path()
            what = {"file": named.name, "said": self.country, "country": mapping.country}
            raise ImportFileError(Message(f"error.import.{which}", **what))
        sheet, country = self.sheet or mapping.sheet, self.country or mapping.country
        return replace(mapping, sheet=sheet, country=country)


def with_mappings(
    options: "ImportOptions", files: Sequence[Path], about: AboutList, book: "MappingBook"
) -> "ImportOptions":
    """Return the options with what the columns of files mean.

    Parameters
    ----------
    options
        As said so far.
    files
        What is imported.
    about
        The mapping for all of them; without one, those kept from before are looked for, unless
        a format was named.
    book
        Where mappings are kept.

    Raises
    ------
    ImportFileError
        When the mapping cannot be used.
    """
    from matcher.importers.mapping import read_mapping

    if about.mapping is not None:
        said = about.onto(read_mapping(about.mapping))
        return replace(options, mappings=dict.fromkeys(files, said))
    if options.format is not None:
        return options
    kept = {path: book.find(path, about.sheet) for path in files}
    found = {path: about.onto(each, path) for path, each in kept.items() if each is not None}
    return replace(options, mappings=found, kept=frozenset(found))


def suggest(invocation: Invocation, files: Sequence[Path], about: AboutList, target: Path) -> int:
    """Look at a list, save what its columns and words may mean, and show it.

    With a mapping, or one that is kept for these columns, what it says stays, and what it leaves
    open is suggested.
    """
    from matcher.importers.mapping import read_mapping, write_mapping
    from matcher.services.files.output_file import write_file
    from matcher.services.intake.chosen_file import refuse_known_form
    from matcher.services.intake.mapping import suggest_mapping
    from matcher.services.intake.mapping_book import MAPPING
    from matcher.services.intake.mapping_choice import with_country, with_mapping
    from matcher.services.practitioner.files import write_codes

    words = invocation.words
    if len(files) != 1:
        raise usage_error(words.text("cli.import.mapping.one_file"))
    refuse_known_form(files[0])
    said = about.mapping and about.onto(read_mapping(about.mapping))
    with invocation.services() as services:
        known = services.mappings.known()
        kept = None if said else services.mappings.find(files[0], about.sheet)
        if kept is not None:
            said = about.onto(replace(kept, sheet=about.sheet), files[0])
        draft = suggest_mapping(files[0], said.sheet if said else about.sheet, known)
        draft = with_mapping(draft, said, known) if said else with_country(draft, about.country)
    # Somebody may have corrected the one that is there by hand.
    kind = replace(MAPPING, is_replaced=False)
    codes = write_codes(target, words, kind)
    saved = write_file(target, write_mapping(draft.mapping()), kind)
    if invocation.as_json:
        print_json(_document(draft, words) | {"kept": kept is not None})
    else:
        if kept is not None:
            say(words.text("intake.map.known"))
            say()
        _say(draft, words)
        say()
        then = shlex.join(["rapport", "import", str(files[0]), "--mapping", str(saved)])
        say(words.text("cli.import.mapping.saved", file=str(saved), command=then))
        if codes is not None:
            say(words.text("cli.import.mapping.codes", file=str(codes)))
    return 0


def _say(draft: "MappingDraft", words: Catalogue) -> None:
    from matcher.importers.mapping import targets

    heading = [words.text(f"cli.import.mapping.{name}") for name in _COLUMNS]
    say(table([heading, *(_row(column, words) for column in draft.columns)]))
    lines = [*_lines(draft, words)]
    if lines:
        say()
        say("\n".join(lines))
    mapping = draft.mapping()
    if mapping.undecided or mapping.unanswered:
        say()
    if mapping.undecided:
        say(words.text("cli.import.mapping.fill_in", fields=", ".join(targets())))
    if mapping.unanswered:
        say(words.text("cli.import.mapping.answer"))


def _row(column: "ColumnDraft", words: Catalogue) -> list[str]:
    def text(key: str, **params: object) -> str:
        return words.text(f"cli.import.mapping.{key}", **params)

    terms = text("terms", n=len(column.open_terms), all=len(column.terms)) if column.terms else ""
    # Of what somebody decided, there is no likeness.
    score = words.number(column.score) if column.field and column.score else ""
    return [
        column.header,
        column.field or text("nothing"),
        text(column.how or "none"),
        score,
        terms,
    ]


def _lines(draft: "MappingDraft", words: Catalogue) -> Iterator[str]:
    from matcher.importers.row_builder import shortened
    from matcher.services.intake.list_country import is_country_wanted, likely_country

    for remark in draft.remarks:
        yield words.render(remark.message)
    if is_country_wanted(draft) and not draft.country:
        yield words.text("cli.import.mapping.country")
        if likely := likely_country(draft):
            yield words.text("cli.import.mapping.likely_country", country=likely)
    undecided = [each for each in draft.columns if each.header and _is_undecided(each)]
    if undecided:
        named = ", ".join(
            f"“{shortened(column.header)}”" + (f" → {column.field}" if column.field else "")
            for column in undecided
        )
        yield words.text("cli.import.mapping.undecided", n=len(undecided), columns=named)
    if any(column.field for column in undecided):
        yield words.text("cli.import.mapping.accept_column")
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
    if any(term.token for column in draft.columns for term in column.open_terms):
        yield words.text("cli.import.mapping.accept")


def _is_undecided(column: "ColumnDraft") -> bool:
    mapping = column.mapping()
    return mapping.is_open and not mapping.field


def _named(column: "ColumnDraft", words: Catalogue) -> str:
    named = ", ".join(_word(term, words) for term in column.open_terms[:TERMS_SHOWN])
    more = len(column.open_terms) - TERMS_SHOWN
    return words.text("cli.import.mapping.more_terms", terms=named, n=more) if more > 0 else named


def _word(term: "TermDraft", words: Catalogue) -> str:
    word = f"“{term.text}”"
    if not term.token:
        return word
    score = words.number(round(term.score, 2))
    return f"{word} → {term.token} ({term.ground}, {score})"


def _document(draft: "MappingDraft", words: Catalogue) -> dict[str, object]:
    """Return the draft as a ``rapport-mapping-draft/1`` document."""
    from matcher.services.intake.list_country import likely_country

    return {
        "format": "rapport-mapping-draft/1",
        "file": draft.file,
        "sheets": list(draft.sheets),
        "rows": draft.rows,
        "country": draft.country,
        "likely_country": likely_country(draft),
        "remarks": [words.render(remark.message) for remark in draft.remarks],
        "columns": [
            {
                "header": column.header,
                "field": column.field,
                "how": column.how,
                "score": column.score,
                "split": column.split,
                "dates": column.dates,
                "open": column.mapping().is_open,
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
