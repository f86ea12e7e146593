"""The terms that the cells of a row name for one field, and where two columns say the opposite."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from matcher.directory.profile import split_token
from matcher.directory.vocabulary import NO


class SaidTerm(NamedTuple):
    """A term as a cell says it.

    Attributes
    ----------
    token
        The term.
    text, header
        The words of the cell, and the column they stand in.
    """

    token: str
    text: str = ""
    header: str = ""

    @property
    def code(self) -> str:
        """The term without what is said of it."""
        return split_token(self.token)[0]

    @property
    def is_denied(self) -> bool:
        """Whether it is a stated no."""
        return NO in split_token(self.token)[1]

    @property
    def shown(self) -> str:
        """The words, with the column in front."""
        return ": ".join(filter(None, (self.header, self.text)))


def agreed(terms: Iterable[SaidTerm]) -> list[str]:
    """Return the tokens that no other one denies.

    Examples
    --------
    >>> agreed([SaidTerm("video"), SaidTerm("phone"), SaidTerm("video:no")])
    ['phone']
    """
    terms = [*terms]
    opposed = {term.code for pair in opposites(terms) for term in pair}
    return [term.token for term in terms if term.code not in opposed]


def opposites(terms: Iterable[SaidTerm]) -> Iterator[tuple[SaidTerm, SaidTerm]]:
    """Give, for each term that is stated and denied, the first of both, in their order."""
    firsts: dict[str, SaidTerm] = {}
    given: set[str] = set()
    for term in terms:
        first = firsts.setdefault(term.code, term)
        if first.is_denied != term.is_denied and term.code not in given:
            given.add(term.code)
            yield first, term
