"""Suggests what the columns and words of a clinic's own list mean; staff accept or change it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from matcher.directory.field import FIELDS, FieldKind
from matcher.directory.validation import Finding
from matcher.errors import Message
from matcher.importers import mapping as made
from matcher.importers.day_text import DMY, ISO, MDY, readings, styles_of
from matcher.importers.headers import EXACT, NOT_FOUND, HeaderGuess, guess_field, is_own_name
from matcher.importers.mapped_cell import entries_of, token_of
from matcher.importers.row_builder import shortened
from matcher.importers.table_look import TableLook
from matcher.importers.term_text import has_terms, term_key, tokens_by_key
from matcher.importers.yes_no_column import answers_yes_or_no, asked_by
from matcher.services.intake.column_words import field_of_words
from matcher.services.intake.limited_reading import look_limited
from matcher.services.intake.mapping_terms import (
    CHOSEN,
    SILENT,
    SIMILAR,
    TermDraft,
    suggest_answer,
    suggest_known,
    suggest_term,
    vocabulary_of,
    with_short_names,
)

_EXAMPLES = 3
_COMMA_SHARE = 0.5
_SEPARATED = 0.1
_ARE_NUMBERS = 0.5
_MANY_WORDS = 5
BY_CELLS, NAME_ALONE = "by_cells", "name_alone"
"""A field suggested for what stands in a column, and one that no word of it bears out."""
_UNSETTLED = frozenset({NOT_FOUND, SIMILAR, BY_CELLS, NAME_ALONE})
_AS_CLOSE = 85
"""Likeness of 100 as which such a suggestion counts beside one by likeness of the name."""
_TWO_FIELDS = "finding.draft.two_fields"

Known = Mapping[str, Mapping[str, str]]
"""What staff accepted before: by vocabulary, tokens by `matcher.importers.term_text.term_key`."""

Looker = Callable[[Path, str], TableLook]
"""Who looks at a list; `matcher.services.intake.limited_reading.look_limited` is one."""


@dataclass(frozen=True, slots=True)
class ColumnDraft:
    """What one column may mean.

    Attributes
    ----------
    header
        As it stands in the file.
    field
        One of `matcher.importers.mapping.TARGETS`; ``""`` when nothing is suggested.
    how
        As in `matcher.importers.headers`, `BY_CELLS`, `NAME_ALONE`, or
        `matcher.services.intake.mapping_terms.CHOSEN`.
    score
        Likeness 0..100 of the header; 0 where the cells tell.
    split, dates
        As in `matcher.importers.mapping.ColumnMapping`.
    terms
        Each of its words, the most frequent first.
    questions
        What somebody has to decide.
    examples
        A few of its cells.
    """

    header: str
    field: str
    how: str
    score: int
    split: str = made.USUAL_SPLIT
    dates: str = ISO
    terms: tuple[TermDraft, ...] = ()
    questions: tuple[Message, ...] = ()
    examples: tuple[str, ...] = ()

    @property
    def is_unsettled(self) -> bool:
        """Whether its field is unknown, or a suggestion that nobody has accepted."""
        return self.how in _UNSETTLED

    @property
    def open_terms(self) -> tuple[TermDraft, ...]:
        """The words that somebody has to decide, suggested ones too."""
        return tuple(term for term in self.terms if term.is_open)

    def mapping(self) -> made.ColumnMapping:
        """Return the column as suggested.

        What is only like a name or a term that we know means nothing until accepted.
        """
        if self.field and self.is_unsettled:
            likely = {self.header: f"{self.field} ({self.score or self.how})"}
            return made.ColumnMapping(self.header, "", is_open=True, suggested=likely)
        terms = {
            term.text: "" if term.is_open else term.token
            for term in self.terms
            if term.how != SILENT
        }
        suggested = {
            term.text: f"{term.token} ({term.ground}, {term.score:.2f})"
            for term in self.open_terms
            if term.token
        }
        is_open = bool(self.questions) or (not self.field and self.how != CHOSEN)
        return made.ColumnMapping(
            self.header, self.field, self.split, terms, self.dates, is_open, suggested
        )


@dataclass(frozen=True, slots=True)
class MappingDraft:
    """What the columns of a list may mean.

    Attributes
    ----------
    file, sheet, sheets
        What was looked at.
    columns
        In the order of the file.
    rows
        How many rows were looked at.
    remarks
        What there is to say about the file.
    cells
        The filled cells of each column.
    country
        As in `matcher.importers.mapping.ListMapping`.
    """

    file: str
    sheet: str
    sheets: tuple[str, ...]
    columns: tuple[ColumnDraft, ...]
    rows: int
    remarks: tuple[Finding, ...] = field(default=())
    cells: tuple[tuple[str, ...], ...] = field(default=(), repr=False, compare=False)
    country: str = ""

    def mapping(self) -> made.ListMapping:
        """Return the mapping as suggested, what is only like something that we know left open."""
        columns = tuple(column.mapping() for column in self.columns)
        return made.ListMapping(columns, self.sheet, self.country)


def suggest_mapping(
    path: Path, sheet: str = "", known: Known | None = None, look: Looker = look_limited
) -> MappingDraft:
    """Suggest what the columns and words of a list mean.

    Parameters
    ----------
    path
        A CSV file or a spreadsheet.
    sheet
        Name of the sheet; ``""`` for the first.
    known
        What staff accepted before.
    look
        Who looks at the file.

    Raises
    ------
    ImportFileError
        When it cannot be read, or is a list of clients.
    """
    seen = look(path, sheet)
    drafts = [
        _with_look(_with_field(header, guess), cells)
        for (header, guess), cells in zip(_guesses(seen.headers), seen.columns, strict=True)
    ]
    filled = (
        _with_cells(draft, cells, known or {})
        for draft, cells in zip(_without_repeats(drafts), seen.columns, strict=True)
    )
    columns = tuple(filled)
    return MappingDraft(
        path.name, sheet, seen.sheets, columns, seen.rows, seen.remarks, seen.columns
    )


def change_column(
    draft: MappingDraft, place: int, changed: made.ColumnMapping, known: Known
) -> MappingDraft:
    """Return a draft with one column as somebody decided, and its words looked at anew.

    Parameters
    ----------
    draft
        As it is.
    place
        Of the column.
    changed
        Its field, split and dates. Of its words only those still in the cells count; a word
        given a token keeps it, and its other spellings have the same unless two differ. Where it
        is open, the cells say how dates are written, and what they leave open is asked.
    known
        What staff accepted before.
    """
    old = draft.columns[place]
    stays = changed.is_open and old.field == changed.field
    asked = tuple(each for each in old.questions if stays and each.key == _TWO_FIELDS)
    decided = replace(
        old, field=changed.field, split=changed.split, how=CHOSEN, score=0, terms=(),
        questions=asked, dates=ISO,
    )  # fmt: skip
    said = {text: token for text, token in changed.terms.items() if token}
    name = vocabulary_of(changed.field)
    accepted = {**known.get(name, {}), **tokens_by_key((*said.items(),))}
    known = {**known, name: {key: token for key, token in accepted.items() if token}}
    new = _with_cells(decided, draft.cells[place], known)
    new = replace(new, terms=tuple(_as_said(term, said) for term in new.terms))
    if not changed.is_open:
        new = replace(new, dates=changed.dates, questions=())
    columns = (*draft.columns[:place], new, *draft.columns[place + 1 :])
    return replace(draft, columns=columns)


def is_day(field: str) -> bool:
    """Tell whether a column that holds this holds days."""
    known = FIELDS.get(field)
    return field == "confirmed_on" or (known is not None and known.kind is FieldKind.DATE)


def _as_said(term: TermDraft, said: Mapping[str, str]) -> TermDraft:
    """Give a word what somebody said of just this spelling."""
    token = said.get(term.text)
    return replace(suggest_known(term.text, token), count=term.count) if token else term


def _guesses(headers: Sequence[str]) -> Iterator[tuple[str, HeaderGuess]]:
    for header in headers:
        yield header, guess_field(header)


def _with_field(header: str, guess: HeaderGuess) -> ColumnDraft:
    questions = (Message(_TWO_FIELDS, field=guess.also),) if guess.also else ()
    return ColumnDraft(header, guess.field, guess.how, guess.score, questions=questions)


def _with_look(draft: ColumnDraft, cells: Sequence[str]) -> ColumnDraft:
    """Suggest another field where the cells say more than the header."""
    if draft.field == "credential" and _ARE_NUMBERS * len(cells) < sum(map(_has_digit, cells)):
        # A column called *Licence* holds letters such as LCSW, or the number of the licence.
        return replace(draft, field="register_number", how=BY_CELLS, score=0)
    if draft.questions:
        return draft
    is_answer = not draft.field and answers_yes_or_no(cells)
    asked = asked_by(draft.header) if is_answer else None
    field = asked[0] if asked else field_of_words(cells, draft.field)
    if field == draft.field:
        return draft
    return replace(draft, field=field, how=BY_CELLS, score=0)


def _has_digit(cell: str) -> bool:
    return any(sign.isdigit() for sign in cell)


def _without_repeats(drafts: Sequence[ColumnDraft]) -> Iterator[ColumnDraft]:
    """Leave a field of one value to the column most like it, and say so of the others.

    Of columns as like, one that bears the name of the field itself goes before other names for it.
    """
    holders: dict[str, ColumnDraft] = {}
    for draft in drafts:
        if draft.field and not made.is_list(draft.field):
            held = holders.get(draft.field)
            if held is None or _closeness(held) < _closeness(draft):
                holders[draft.field] = draft
    for draft in drafts:
        holder = holders.get(draft.field, draft)
        if holder is draft:
            yield draft
        else:
            question = Message(
                "finding.draft.same_field", column=shortened(holder.header), field=draft.field
            )
            yield replace(draft, field="", how=NOT_FOUND, questions=(question,))


def _closeness(draft: ColumnDraft) -> tuple[int, bool]:
    score = draft.score if draft.how not in {BY_CELLS, NAME_ALONE} else _AS_CLOSE
    return score, is_own_name(draft.header, draft.field)


def _with_cells(draft: ColumnDraft, cells: Sequence[str], known: Known) -> ColumnDraft:
    examples = tuple(map(shortened, [*dict.fromkeys(cells)][:_EXAMPLES]))
    draft = replace(draft, examples=examples)
    target = FIELDS.get(draft.field)
    if is_day(draft.field):
        return _with_dates(draft, cells)
    if target is None or not has_terms(draft.field):
        return draft
    draft = _with_terms(draft, cells, known)
    if draft.how == EXACT and _fits_nothing(draft.terms):
        draft = replace(draft, how=NAME_ALONE, score=0)
    if target.kind is FieldKind.CODES and (share := _lists_by_commas(draft, cells, known)):
        question = Message("finding.draft.commas", n=share)
        terms = tuple(_open_if_list(term) for term in draft.terms)
        draft = replace(draft, terms=terms, questions=(*draft.questions, question))
    return draft


def _fits_nothing(terms: Sequence[TermDraft]) -> bool:
    """Tell whether many words are there and none is like one of the field: only its name is."""
    return len(terms) >= _MANY_WORDS and not any(
        term.token or term.others or term.how == SILENT for term in terms
    )


def _open_if_list(term: TermDraft) -> TermDraft:
    """Suggest nothing for what may be a list: only one of its words would be taken over."""
    is_list = "," in term.text and term.how == SIMILAR
    return TermDraft(term.text, others=(term.token,), count=term.count) if is_list else term


def _with_dates(draft: ColumnDraft, cells: Sequence[str]) -> ColumnDraft:
    styles = styles_of(cells)
    if len(styles) == 1:
        return replace(draft, dates=styles[0])
    key = "finding.draft.dates" if {DMY, MDY} == {*styles} else "finding.draft.mixed_dates"
    # The question is about a cell that may mean two days, not about *next week*.
    quoted = max(cells, key=readings)
    question = Message(key, text=shortened(quoted))
    return replace(draft, questions=(*draft.questions, question))


def _with_terms(draft: ColumnDraft, cells: Sequence[str], known: Known) -> ColumnDraft:
    accepted = known.get(vocabulary_of(draft.field), {})
    # While it is parted at commas, what staff accepted before stays whole.
    column = _probe(draft, draft.split, known)
    counts = Counter(entry for cell in cells for entry in entries_of(column, cell))
    asked = asked_by(draft.header, draft.field) if answers_yes_or_no(cells) else None
    terms = (
        replace(_suggested(draft.field, text, accepted, asked[1] if asked else ""), count=count)
        for text, count in counts.most_common()
    )
    return replace(draft, terms=tuple(with_short_names(draft.field, tuple(terms), accepted)))


def _suggested(field: str, text: str, accepted: Mapping[str, str], asked: str) -> TermDraft:
    is_answer = asked and term_key(text) not in accepted
    return (suggest_answer(field, asked, text) if is_answer else None) or suggest_term(
        field, text, accepted
    )


def _lists_by_commas(draft: ColumnDraft, cells: Sequence[str], known: Known) -> int:
    """Return how many cells look like lists with commas; 0 when they are few.

    Such a cell is no term as a whole, and half of its parts or more are terms for sure. In a
    column whose entries end in another way, commas are inside of terms.
    """
    usual, commas = (_probe(draft, split, known) for split in (draft.split, ","))
    if draft.split == "," or _SEPARATED * len(cells) < sum(map(_is_separated, cells)):
        return 0
    lists = 0
    for cell in cells:
        entries = [*entries_of(commas, cell)]
        terms = [entry for entry in entries if token_of(commas, entry)]
        parted = len(entries) > len([*entries_of(usual, cell)])
        lists += parted and len(terms) >= _COMMA_SHARE * len(entries)
    return lists


def _is_separated(cell: str) -> bool:
    return any(sign in cell for sign in ";|\n")


def _probe(draft: ColumnDraft, split: str, known: Known) -> made.ColumnMapping:
    accepted = known.get(vocabulary_of(draft.field), {})
    return made.ColumnMapping(draft.header, draft.field, split, accepted)
