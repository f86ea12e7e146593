"""What a column or a word of a clinic's own list can mean, and what that is called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from matcher.directory.cells import SEPARATOR
from matcher.directory.field import FIELDS, FieldKind
from matcher.directory.profile import Fact, Source
from matcher.directory.vocabulary import NO, load_vocabulary
from matcher.forms.profile_form import FOR_STAFF, PARTS_OF_FORM
from matcher.i18n import Catalogue
from matcher.importers import mapping as made
from matcher.importers.free_text import answered_fields, is_no
from matcher.importers.headers import names_of
from matcher.importers.term_text import LICENSED_AREAS, codes_in, own_code, shared_words
from matcher.importers.us_place import STATES
from matcher.services.matching.suggestions import everyday_words
from matcher.services.people.fact_words import field_name, field_value


@dataclass(frozen=True, slots=True)
class Choosable:
    """A field or term to choose.

    Attributes
    ----------
    code
        What is chosen.
    label
        What it is called.
    names
        What else it may be searched by.
    group
        What it stands under in a long list; mostly ``""``.
    """

    code: str
    label: str
    names: tuple[str, ...] = ()
    group: str = ""


def field_choices(words: Catalogue) -> tuple[Choosable, ...]:
    """Return all that a column can hold, in the parts and the order of a profile."""
    parts = [*PARTS_OF_FORM]
    return tuple(
        Choosable(
            target,
            field_label(target, words),
            _names_of(target, words),
            words.text(f"editor.part.{_part_of(target)}"),
        )
        for target in sorted(made.targets(), key=lambda each: parts.index(_part_of(each)))
    )


def field_label(target: str, words: Catalogue) -> str:
    """Say what a column holds."""
    key = f"intake.field.{target or 'nothing'}"
    return words.text(key) if words.has(key) else field_name(target, words)


def takes_several(field: str) -> bool:
    """Tell whether one word of a column may stand for several terms at once."""
    known = FIELDS.get(field)
    return known is not None and known.kind is FieldKind.CODES and bool(known.vocabulary)


def meant_by(token: str) -> list[str]:
    """Return the terms that a word stands for, each by itself."""
    return codes_in(token)


def with_one_more(token: str, code: str) -> str:
    """Return what a word stands for when it stands for one term more.

    Examples
    --------
    >>> with_one_more("worry", "sleep"), with_one_more("worry;sleep", "sleep")
    ('worry;sleep', 'worry;sleep')
    """
    return SEPARATOR.join(dict.fromkeys((*codes_in(token), code)))


def term_choices(field: str, words: Catalogue, text: str = "") -> tuple[Choosable, ...]:
    """Return the terms that a word of a column may stand for.

    Parameters
    ----------
    field, words
        The column, and the language.
    text
        The word: a plain *no* may be the no to a term, and what is on no list one of the clinic's
        own; then those go first.
    """
    known = FIELDS.get(field)
    vocabulary = known.vocabulary if known else ""
    if vocabulary:
        offered = tuple(
            Choosable(
                term.code,
                token_label(field, term.code, words),
                (
                    *term.synonyms,
                    *everyday_words(vocabulary, term.code, words),
                    *shared_words(vocabulary, term.code),
                ),
            )
            for term in load_vocabulary(vocabulary)
            if not term.answer_only
        )
        if is_no(text):
            return (*_denied(field, offered, words), *offered)
        own = own_code(field, text) if text else ""
        is_new = own and own not in load_vocabulary(vocabulary)
        return (
            (Choosable(own, token_label(field, own, words), (text,)), *offered)
            if is_new
            else offered
        )
    return tuple(Choosable(token, token_label(field, token, words)) for token in _tokens(field))


def _denied(field: str, offered: Iterable[Choosable], words: Catalogue) -> Iterator[Choosable]:
    if takes_several(field):
        for each in offered:
            token = f"{each.code}:{NO}"
            yield replace(each, code=token, label=token_label(field, token, words))


def token_label(field: str, token: str, words: Catalogue) -> str:
    """Say what a token of a column means."""
    known = FIELDS.get(field)
    if known is None:
        key = f"intake.answer.{token}"
        return words.text(key) if words.has(key) else token
    if field == LICENSED_AREAS:
        return token
    if token.endswith(f":{NO}"):
        term = token_label(field, token.removesuffix(f":{NO}"), words)
        return words.text("fact.term_no", term=term)
    value = (*codes_in(token),) if known.kind is FieldKind.CODES else token
    return field_value(field, Fact(value, Source.CLINIC), words)


def _names_of(target: str, words: Catalogue) -> tuple[str, ...]:
    """Return what else a field is searched by: names of columns, and everyday words."""
    also = f"intake.also.{target}"
    return (*names_of(target), *(words.text(also).split(", ") if words.has(also) else ()))


def _part_of(target: str) -> str:
    """Return the part of a profile in which somebody looks for what a column can hold."""
    field = "city" if target == "state" else next(iter(made.PARTS.get(target, ())), target)
    return next((part for part, fields in PARTS_OF_FORM.items() if field in fields), FOR_STAFF)


def _tokens(field: str) -> Iterable[str]:
    if field == LICENSED_AREAS:
        return (f"US-{letters}" for letters in sorted(STATES))
    if field in FIELDS:
        return FIELDS[field].codes
    return ("yes", "no") if field in answered_fields() else ()
