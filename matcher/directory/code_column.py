"""One list or single code of every profile, term by term.

Only the terms a client asks about are ever touched; a term that no profile names takes no room.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from matcher.directory.bit_set import Bits, unpack
from matcher.directory.field import FIELDS, FieldKind
from matcher.directory.levels import DENIED, FIRST_LEVEL, NAMED, Levels
from matcher.directory.term_states import TermStates
from matcher.directory.vocabulary import NO, load_vocabulary

_COMPARED_TEXTS = ("currency", "area")
"""Text fields that are compared with what the client named, as if they were codes."""

CODE_FIELDS = (
    *(field.name for field in FIELDS.values() if field.kind is FieldKind.CODE),
    *(field.name for field in FIELDS.values() if field.kind is FieldKind.CODES),
    *_COMPARED_TEXTS,
)
"""The fields a snapshot keeps as `CodeColumn`."""


@dataclass(frozen=True, slots=True, eq=False)
class CodeColumn:
    """One field of every profile.

    Attributes
    ----------
    size
        How many profiles there are.
    stated
        Who states the field, if only to say that there is nothing; not those who say more of it
        than was understood.
    empty
        Who states that there is nothing.
    named
        Per term that any profile names, who names it and how.
    open
        Whether what a stated list does not name is not stated rather than a no.
    """

    size: int
    stated: Bits
    empty: Bits
    named: Mapping[str, TermStates]
    open: bool

    def levels(self, code: str) -> Levels:
        """Return what every profile says of one term, shape (profiles,)."""
        denied = self.empty if self.open else self.stated
        named = self.named.get(code)
        return unpack(denied, self.size) if named is None else named.levels(denied, self.size)


def is_open(field: str) -> bool:
    """Tell whether what a stated list of this field does not name is not stated."""
    vocabulary = FIELDS[field].vocabulary
    return bool(vocabulary) and load_vocabulary(vocabulary).open


@cache
def state_numbers(field: str) -> Mapping[str, int]:
    """Return the state that the first detail of a token gives a term; others are `NAMED`."""
    vocabulary = FIELDS[field].vocabulary
    levels = load_vocabulary(vocabulary).levels if vocabulary else ()
    numbers = {level: FIRST_LEVEL + position for position, level in enumerate(levels)}
    return MappingProxyType({**numbers, NO: DENIED})


def highest_state(field: str) -> int:
    """Return the highest state a term of this field can have."""
    return max(NAMED, *state_numbers(field).values())
