"""Columns that ask one thing, as *Video sessions*, and answer with yes and no."""

from collections.abc import Collection, Iterable

from matcher.directory.field import FIELDS, FieldKind
from matcher.directory.vocabulary import NO
from matcher.importers.client_list import header_name
from matcher.importers.free_text import is_no, is_not_stated, is_yes, words
from matcher.importers.headers import EXACT, guess_field
from matcher.importers.term_text import known_code, own_code, sure_own_code

_ASKED_FOR = (
    "formats", "participants", "age_groups", "languages", "approaches", "issues", "access",
    "adjustments", "affirming", "communities", "medication", "payers", "tools", "contact_by",
)  # fmt: skip
"""Fields of which lists have a column for each term; of two with a word, the first is meant."""
_MOSTLY = 0.5


def answers_yes_or_no(cells: Iterable[str]) -> bool:
    """Tell whether a column answers with yes and no, but for a few cells.

    Examples
    --------
    >>> [answers_yes_or_no(cells) for cells in (["yes", "No", "partly"], ["yes, by car"], [""])]
    [True, False, False]
    """
    stated = [cell for cell in cells if not is_not_stated(cell)]
    answers = sum(is_yes(cell) or is_no(cell) for cell in stated)
    return answers > _MOSTLY * len(stated)


def asked_by(header: str, field: str = "") -> tuple[str, str] | None:
    """Return the field and the code that a header asks for.

    Parameters
    ----------
    header
        As it stands in the file.
    field
        Where to look, by a word of the clinic's own too where the field has those; ``""`` for all
        fields that may have such columns.

    Examples
    --------
    >>> asked_by("Offers phone sessions"), asked_by("Takes Blue Plan")
    (('formats', 'phone'), None)
    >>> asked_by("Takes Blue Plan", "payers")
    ('payers', 'blue_plan')
    """
    said = header_name(header).replace("_", " ")
    for ending in words("yes_no")["endings"]:
        said = said.removesuffix(f" {ending}")
    named = _without(said, words("yes_no")["beside"])
    plain = _without(named, words("beside")["words"])
    for each in (field,) if field else _ASKED_FOR:
        known = FIELDS.get(each)
        if known is None or known.kind is not FieldKind.CODES or not known.vocabulary:
            continue
        if code := known_code(known.vocabulary, said) or known_code(known.vocabulary, plain):
            return each, code
    is_name = own_code(field, plain) and sure_own_code(field, said)
    return (field, own_code(field, named)) if is_name and guess_field(named).how != EXACT else None


def _without(text: str, passed_over: Collection[str]) -> str:
    return " ".join(word for word in text.split() if word not in passed_over)


def answered(code: str, text: str) -> str:
    """Return the token for what a cell answers of a code; ``""`` when it is neither yes nor no.

    Examples
    --------
    >>> [answered("video", text) for text in ("Yes", "n", "partly")]
    ['video', 'video:no', '']
    """
    if is_yes(text):
        return code
    return f"{code}:{NO}" if is_no(text) else ""
