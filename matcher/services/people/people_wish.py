"""Which people of the directory somebody wants to see, and in which order."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Self


class PeopleColumn(StrEnum):
    """What is told of everybody, in the order in which it is read."""

    NAME = "name"
    CREDENTIAL = "credential"
    PLACE = "place"
    ACCEPTING = "accepting"
    AGE = "age"
    CONFIRMED_ON = "confirmed_on"
    SOURCE = "source"
    CONFLICTS = "conflicts"
    PUBLISHED = "published"
    ID = "id"


CHOICES = {
    PeopleColumn.ACCEPTING: ("yes", "waitlist", "no", "not_stated"),
    PeopleColumn.AGE: ("old", "ageing", "undated", "fresh", "nothing"),
    PeopleColumn.SOURCE: ("therapist", "clinic", "register"),
    PeopleColumn.CONFLICTS: ("differ", "agree"),
    PeopleColumn.PUBLISHED: ("published", "withdrawn"),
}
"""What can be chosen in a column, in the order in which it sorts."""


@dataclass(frozen=True, slots=True)
class PeopleWish:
    """What somebody looks for.

    Attributes
    ----------
    typed
        Words of which all have to be found, in any order.
    accepting, age, source, conflicts, published
        One of `CHOICES`, or ``""`` for everybody. Of sources, one that states something.
    sorted_by, reverse
        The order; what is not stated stands last either way.
    """

    typed: str = ""
    accepting: str = ""
    age: str = ""
    source: str = ""
    conflicts: str = ""
    published: str = ""
    sorted_by: PeopleColumn = PeopleColumn.NAME
    reverse: bool = False

    @property
    def is_for_all(self) -> bool:
        """Whether nobody is left out."""
        return not self.typed.strip() and not any(map(self.chosen, CHOICES))

    def choosing(self, column: PeopleColumn, code: str) -> Self:
        """Return the same with another choice in a column of `CHOICES`."""
        changed: dict[str, Any] = {column.value: code}
        return replace(self, **changed)

    def chosen(self, column: PeopleColumn) -> str:
        """Return what is chosen in a column of `CHOICES`, or ``""``."""
        return str(getattr(self, column.value))
