"""One thing we ask for: what kind of answer it takes and what may be said about it."""

from dataclasses import dataclass
from enum import StrEnum


class ItemKind(StrEnum):
    """The shape of an answer."""

    CHOICE = "choice"
    """One code."""
    CHOICES = "choices"
    """Several codes; their order counts when the item is ranked."""
    AXIS = "axis"
    """A step from -2 (left pole) to 2 (right pole)."""
    PLACE = "place"
    """Where, and how far."""
    TIMES = "times"
    """Cells of the week: good and possible."""
    MONEY = "money"
    """A limit per session."""
    PEOPLE = "people"
    """Profile ids."""
    TEXT = "text"
    """The person's own words: printed, never scored."""


AXIS_STEPS = {-2: "m2", -1: "m1", 0: "zero", 1: "p1", 2: "p2"}
"""The steps of an axis from left to right, each with the last part of its label's key."""


class Importance(StrEnum):
    """How much an answer counts."""

    A_LITTLE = "a_little"
    MATTERS = "matters"
    MATTERS_A_LOT = "matters_a_lot"
    MUST = "must"


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the questionnaire.

    Attributes
    ----------
    id
        Stable id, as in the answers file.
    section
        Id of the section it stands in.
    kind
        Shape of the answer.
    options
        The codes that may be chosen, in display order; empty for kinds without codes.
    vocabulary
        Name of the vocabulary the options come from, or ``None`` when they are the item's own.
    extensible
        Whether a clinic's own codes may be used besides `options`.
    importance
        The importance an answer has when none is given.
    may_be_must
        Whether *must have* may be chosen.
    private
        Whether it waits behind the pause and offers *rather not say*.
    ranked
        Whether the order of the chosen codes counts.
    starred
        Whether one of the chosen codes may be starred.
    own_words
        Whether the person may add words of their own to the chosen codes.
    limit
        The most codes that may be chosen; 0 is no limit.
    scored
        Whether the answer takes part in scoring; otherwise it is only printed.
    """

    id: str
    section: str
    kind: ItemKind
    options: tuple[str, ...] = ()
    vocabulary: str | None = None
    extensible: bool = False
    importance: Importance = Importance.MATTERS
    may_be_must: bool = False
    private: bool = False
    ranked: bool = False
    starred: bool = False
    own_words: bool = False
    limit: int = 0
    scored: bool = True
