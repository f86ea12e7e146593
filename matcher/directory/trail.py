"""What was done to the directory: by whom, when, and what each thing was before and after."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

PUBLISHED, HIDDEN = "published", "hidden"
MERGED = "merged:"
"""What a profile's own word begins with once it has gone into the one named behind it."""


APART = "apart"
"""In place of a field: that two profiles are two people. The source is the other's id."""

YES = "yes"
"""The word that stands there."""


class DeedKind(StrEnum):
    """What can be done to a directory."""

    IMPORT = "import"
    ADD = "add"
    EDIT = "edit"
    CONFIRM = "confirm"
    MERGE = "merge"
    APART = "apart"
    PUBLISH = "publish"
    UNDO = "undo"
    RESTORE = "restore"
    AREAS = "areas"
    ACCOUNT_ADDED = "account_added"
    ACCOUNT_CHANGED = "account_changed"
    ACCOUNT_REMOVED = "account_removed"
    PIN_SET = "pin_set"
    CODE_MADE = "code_made"
    STAFF_RESET = "staff_reset"
    SETTINGS = "settings"


@dataclass(frozen=True, slots=True)
class Deed:
    """Something about to be done.

    Attributes
    ----------
    who
        Name of the account, or of who was logged in where it was done on the command line; ``""``
        when there is none.
    detail
        A short text: the name of the file, the number of the act that is undone, or which settings
        were changed.
    """

    kind: DeedKind = DeedKind.IMPORT
    who: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """Something that was done.

    Attributes
    ----------
    id
        Rises with time.
    at
        When, in UTC.
    undone_by
        The act that undid it, or ``None``.
    changes
        How many things it changed; a profile it brought counts once.
    """

    id: int
    at: datetime
    deed: Deed
    undone_by: int | None = None
    changes: int = 0


class Word(NamedTuple):
    """What stood in one place: a value in the text form of a cell, and its date.

    Both ``None``: nothing stood there. A date without a value is a withdrawal.
    """

    value: str | None
    day: date | None

    def is_newer_than(self, other: "Word") -> bool:
        """Tell whether its date is later; no date is older than any."""
        return (self.day or date.min) > (other.day or date.min)

    def as_of(self, today: date) -> "Word":
        """Return it as a word of `today` when its day has yet to come.

        Such a day was noted by a clock that ran ahead: what is said now is no older than that.
        """
        return self if self.day is None or self.day <= today else Word(self.value, today)


NOTHING = Word(None, None)


class Place(NamedTuple):
    """One source's word on one field of a profile.

    With `field` and `source` ``""``, the profile itself: `PUBLISHED`, `HIDDEN`, or `MERGED` and
    an id. With `field` `PUBLISHED`, that the source, a practitioner, asked not to be shown: a word
    without a value, of the day since when. With `field` `APART`, what somebody said of two
    profiles: each has a place that names the other as `source`.
    """

    profile_id: str
    field: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What an act did in one place.

    Attributes
    ----------
    before_by, after_by
        Who withdrew that word, where it was not the source of the place itself: a practitioner
        may take back what others stated.
    """

    place: Place
    before: Word
    after: Word
    before_by: str = ""
    after_by: str = ""


@dataclass(frozen=True, slots=True)
class Undone:
    """What became of an undoing.

    Attributes
    ----------
    act_id
        The act that undid it, which can be undone in its turn.
    restored
        In how many places the word before was put back.
    left
        Where something else was said since, which stays.
    """

    act_id: int
    restored: int
    left: tuple[Place, ...] = ()
