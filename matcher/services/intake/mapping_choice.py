"""What somebody decides about a suggested mapping: accept, change, keep as text, leave out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from matcher.errors import ImportFileError, Message
from matcher.importers import mapping as made
from matcher.importers.mapping import ColumnMapping
from matcher.services.intake.mapping import ColumnDraft, Known, MappingDraft, change_column
from matcher.services.intake.mapping_terms import CHOSEN, KNOWN, OPEN, SIMILAR, TermDraft

KEEP_TEXT = ""
"""In place of a token: the word stays as it is, with a finding that tells of it."""
LEAVE_OUT = made.LEAVE_OUT
"""In place of a token: the word says nothing, and nothing is said of it."""

ListMapping = made.ListMapping
"""What the columns of a list mean, by the name that the window knows it by."""

SURE_HEADER, SURE_TERM = 90, 0.9
"""How like a suggestion must be to be accepted together with all others so like."""

_NAMING = frozenset(
    {"id", "name", "name_and_credential", "first_name", "last_name", "register_number"}
)


def with_kept(draft: MappingDraft, kept: ListMapping, known: Known) -> MappingDraft:
    """Return a draft in which what was decided before for the same headers is decided again.

    What was open then is open again.
    """
    draft = replace(draft, country=kept.country)
    for place, column in enumerate(kept.columns[: len(draft.columns)]):
        if column.is_open and not column.field:
            continue
        how = _how_kept(draft.columns[place], column)
        draft = change_column(draft, place, column, known)
        terms = (
            replace(term, how=CHOSEN, token=KEEP_TEXT)
            if column.terms.get(term.text) == KEEP_TEXT and term.text not in column.suggested
            else term
            for term in draft.columns[place].terms
        )
        draft = _with_column(
            draft, place, replace(draft.columns[place], how=how, terms=tuple(terms))
        )
    return draft


def with_mapping(draft: MappingDraft, said: ListMapping, known: Known) -> MappingDraft:
    """Return a draft in which what a mapping file says is decided.

    Raises
    ------
    ImportFileError
        When it is for other columns.
    """
    headers = [column.header for column in draft.columns]
    if made.fingerprint(said.headers) != made.fingerprint(headers):
        raise ImportFileError(Message("error.import.other_columns", file=draft.file))
    return with_kept(draft, said, known)


def with_column(
    draft: MappingDraft, place: int, said: tuple[str, str, str], known: Known
) -> MappingDraft:
    """Return a draft in which somebody said what a column holds; words decided before stay so.

    Parameters
    ----------
    draft, place
        The draft and the place of the column.
    said
        Its field, where its entries end, and how its dates are written.
    known
        What staff accepted before.
    """
    old, (field, split, dates) = draft.columns[place], said
    same = old.field == field
    settled = [term for term in old.terms if same and term.how in {CHOSEN, KNOWN}]
    terms = {term.text: term.token for term in settled}
    # Whoever says what it holds has not said yet how days or lists are written in it.
    changed = ColumnMapping(old.header, field, split, terms, dates, is_open=not same)
    draft = change_column(draft, place, changed, known)
    new = draft.columns[place]
    chosen = {term.text: term.token for term in settled if term.how == CHOSEN}
    kept = tuple(
        replace(term, token=chosen[term.text], how=CHOSEN) if term.text in chosen else term
        for term in new.terms
    )
    return _with_column(draft, place, replace(new, terms=kept))


def with_accepted_column(draft: MappingDraft, place: int) -> MappingDraft:
    """Return a draft in which the suggested field of a column holds."""
    return _with_column(draft, place, replace(draft.columns[place], how=CHOSEN))


def with_term(draft: MappingDraft, place: int, text: str, token: str) -> MappingDraft:
    """Return a draft in which somebody said what a word means.

    Parameters
    ----------
    draft, place
        The draft and the place of the column.
    text
        The word.
    token
        A token, `KEEP_TEXT` or `LEAVE_OUT`.
    """
    column = draft.columns[place]
    terms = tuple(
        replace(term, token=token, how=CHOSEN) if term.text == text else term
        for term in column.terms
    )
    return _with_column(draft, place, replace(column, terms=terms))


def with_country(draft: MappingDraft, country: str) -> MappingDraft:
    """Return a draft in which somebody said where everybody works; ``""`` takes that back."""
    return replace(draft, country=country)


def with_sure(draft: MappingDraft) -> MappingDraft:
    """Return a draft in which all suggestions that are very like are accepted."""
    return replace(draft, columns=tuple(map(_sure, draft.columns)))


def sure_count(draft: MappingDraft) -> int:
    """Return how many suggestions `with_sure` would accept."""
    return sum(
        _is_sure_column(column) + sum(map(_is_sure_term, column.terms)) for column in draft.columns
    )


def is_open(column: ColumnDraft) -> bool:
    """Tell whether somebody has to say what a column as such holds."""
    return column.is_unsettled or bool(column.questions)


def open_count(column: ColumnDraft) -> int:
    """Return how many things somebody has to decide about a column."""
    return is_open(column) + len(column.open_terms)


def left_out(draft: MappingDraft) -> tuple[str, ...]:
    """Return the headers of columns of which nothing comes in."""
    return tuple(
        column.header for column in draft.columns if column.header and not _settled_field(column)
    )


def names_somebody(draft: MappingDraft) -> bool:
    """Tell whether some column says who a row is about."""
    return any(_settled_field(column) in _NAMING for column in draft.columns)


def decided(draft: MappingDraft) -> ListMapping:
    """Return the mapping that holds: what is still open is not taken over."""
    return ListMapping(tuple(map(_decided, draft.columns)), draft.sheet, draft.country)


def _with_column(draft: MappingDraft, place: int, column: ColumnDraft) -> MappingDraft:
    return replace(draft, columns=(*draft.columns[:place], column, *draft.columns[place + 1 :]))


def _sure(column: ColumnDraft) -> ColumnDraft:
    terms = tuple(
        replace(term, how=CHOSEN) if _is_sure_term(term) else term for term in column.terms
    )
    return replace(column, how=CHOSEN if _is_sure_column(column) else column.how, terms=terms)


def _is_sure_column(column: ColumnDraft) -> bool:
    return column.how == SIMILAR and column.score >= SURE_HEADER and not column.questions


def _is_sure_term(term: TermDraft) -> bool:
    return term.how == SIMILAR and term.score >= SURE_TERM


def _settled_field(column: ColumnDraft) -> str:
    return "" if column.is_unsettled else column.field


def _decided(column: ColumnDraft) -> ColumnMapping:
    terms = dict(_decided_terms(column))
    field = _settled_field(column)
    terms = terms if field else {}
    return ColumnMapping(column.header, field, column.split, terms, column.dates, is_open(column))


def _how_kept(draft: ColumnDraft, kept: ColumnMapping) -> str:
    """Tell how a field is known: a name we know, with a question nobody answered, says it."""
    if not kept.is_open:
        return KNOWN if kept.field else CHOSEN
    is_asked = kept.is_open and draft.field == kept.field
    return KNOWN if not is_asked or draft.is_unsettled else draft.how


def _decided_terms(column: ColumnDraft) -> Iterator[tuple[str, str]]:
    for term in column.terms:
        if (term.token or term.how == CHOSEN) and term.how not in {OPEN, SIMILAR}:
            yield term.text, term.token
