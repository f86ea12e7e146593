"""The numbers on a form: which question, and which of its answers.

They stay the same on every form, whoever prints it, and are what staff types in.
"""

from collections.abc import Iterator, Sequence

from matcher.directory.vocabulary import Term, load_vocabulary
from matcher.questionnaire.definition import Questionnaire
from matcher.questionnaire.item import Item
from matcher.region import Region, foreign_payers

_PAYERS = "payers"
_NAMED_PLANS = "plans"
"""The group of payers that stand in for a clinic's own, which are written out by name."""

_WHOLE, _CHUNK = 8, 4
"""A group of more answers is printed in pieces of so many, so that it can go on in a column."""


def form_items(questionnaire: Questionnaire, *, is_full: bool = False) -> tuple[Item, ...]:
    """Return the items of a form in the order of its numbers.

    The short form is the beginning of the full one, so that a question has one number in both.
    """
    pages = (*questionnaire.pages, *(questionnaire.more if is_full else ()))
    return tuple(questionnaire.item(id_) for page in pages for id_ in page.items)


def numbered_options(item: Item, region: Region) -> dict[str, int]:
    """Return the codes that are printed, each with its number.

    The number is the position in the whole list: leaving some out, as payers of other countries,
    moves no other.
    """
    numbers = {code: number for number, code in enumerate(item.options, start=1)}
    if item.vocabulary != _PAYERS:
        return numbers
    left_out = {*foreign_payers(region), _NAMED_PLANS}
    return {
        code: number
        for code, number in numbers.items()
        if load_vocabulary(_PAYERS).term(code).group not in left_out
    }


def chunks(vocabulary: str, codes: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield codes in short pieces, each with the group it stands under.

    Parameters
    ----------
    vocabulary
        Where the codes and their groups come from.
    codes
        In display order.

    Yields
    ------
    tuple
        The group, ``""`` for none, and the codes of this piece.
    """
    groups: dict[str, list[str]] = {}
    for code in codes:
        groups.setdefault(_term(vocabulary, code).group, []).append(code)
    for group, members in groups.items():
        size = len(members) if len(members) <= _WHOLE else _CHUNK
        for start in range(0, len(members), size):
            yield group, tuple(members[start : start + size])


def _term(vocabulary: str, code: str) -> Term:
    return load_vocabulary(vocabulary).term(code)
