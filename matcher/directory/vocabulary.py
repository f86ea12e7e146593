"""Controlled words: the terms of each vocabulary, their order and their levels."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from matcher.bundled import bundled, bundled_toml
from matcher.errors import Message, ResourceError

NO = "no"
"""The detail that makes a named term a stated no."""


@dataclass(frozen=True, slots=True)
class Term:
    """One controlled word.

    Attributes
    ----------
    code
        Stable, never shown.
    group
        Heading it stands under, or ``""``.
    short
        Whether it belongs to the short list that is shown first.
    synonyms
        Spellings an importer may meet.
    broader
        Code of the wider term, or ``""``.
    endonym
        For languages: its name in itself.
    answer_only
        Whether only a client may say it: it asks nothing of a profile, and none may state it.
    days
        For wishes in time: how many days it allows; 0 elsewhere.
    """

    code: str
    group: str = ""
    short: bool = False
    synonyms: tuple[str, ...] = ()
    broader: str = ""
    endonym: str = ""
    answer_only: bool = False
    days: int = 0


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Terms in display order.

    Attributes
    ----------
    open
        Whether a list of these terms is open: what it does not name is not stated, never a no.
    levels
        How well a term is offered, lowest first, without *no*.
    kinds
        How a term came to be known, all counting alike.
    """

    id: str
    terms: tuple[Term, ...]
    open: bool = False
    levels: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    _by_code: Mapping[str, Term] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(
            self, "_by_code", MappingProxyType({term.code: term for term in self.terms})
        )

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms)

    def __len__(self) -> int:
        return len(self.terms)

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes in display order."""
        return tuple(self._by_code)

    def term(self, code: str) -> Term:
        """Return the term with this code; `KeyError` when there is none."""
        return self._by_code[code]


@cache
def load_vocabulary(name: str) -> Vocabulary:
    """Load one vocabulary of ``resources/vocabularies``.

    Raises
    ------
    ResourceError
        Naming the file and every term at fault.
    """
    file = f"{name}.toml"
    raw = bundled_toml("vocabularies", file)
    terms, faults, seen = [], [], set()
    for number, entry in enumerate(raw.get("term", []), start=1):
        code = entry.get("code")
        if not isinstance(code, str) or not code or code in seen:
            faults.append(Message("error.resource.term", file=file, number=number, code=str(code)))
            continue
        seen.add(code)
        terms.append(
            Term(
                code=code,
                group=entry.get("group", ""),
                short=entry.get("short", False),
                synonyms=tuple(entry.get("synonyms", ())),
                broader=entry.get("broader", ""),
                endonym=entry.get("endonym", ""),
                answer_only=entry.get("answer_only", False),
                days=entry.get("days", 0),
            )
        )
    if faults or not terms:
        raise ResourceError(*(faults or [Message("error.resource.empty", file=file)]))
    levels, kinds = tuple(raw.get("levels", ())), tuple(raw.get("kinds", ()))
    return Vocabulary(name, tuple(terms), raw.get("open", False), levels, kinds)


def vocabulary_names() -> tuple[str, ...]:
    """Return the names of all shipped vocabularies."""
    return tuple(
        sorted(
            entry.name.removesuffix(".toml")
            for entry in bundled("vocabularies").iterdir()
            if entry.name.endswith(".toml")
        )
    )
