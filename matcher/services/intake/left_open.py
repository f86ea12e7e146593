"""What is left to do in a directory once a file is in."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from matcher.directory.field import UNSORTED
from matcher.directory.profile import Profile, split_token

if TYPE_CHECKING:  # neither numpy nor SQLAlchemy is imported before the first page is painted
    from matcher.directory.area_list import AreaList
    from matcher.i18n import Catalogue
    from matcher.store import UnitOfWork

MOST_LOOKED_AT = 10_000
"""In a directory of more people nobody is looked at: an import would take longer by seconds."""

_WHERE = ("area", "postcode", "country", "latitude", "longitude", "formats")
_IN_PERSON = "in_person"


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """What a directory leaves for people to decide or to find out.

    Attributes
    ----------
    pairs
        Pairs of entries that may be one person, and of which nobody said that they are two.
    without_distance
        People whom clients see and may meet in person, and of whom nobody knows where they are.
    kept_as_text
        People whom clients see and of whom something stands in the notes for staff alone.
    """

    pairs: int = 0
    without_distance: int = 0
    kept_as_text: int = 0

    def to_json(self) -> dict[str, int]:
        """Return it as a part of a ``rapport-import/1`` document."""
        return asdict(self)

    def lines(self, words: Catalogue, *, is_trial: bool) -> list[str]:
        """Say what there is to do, and where; nothing of what is done."""
        numbers = asdict(self).items()
        lines = [words.text(f"intake.left_open.{key}", n=n) for key, n in numbers if n]
        when = "once_in" if is_trial else "now"
        return [words.text(f"intake.left_open.{when}"), *lines] if lines else []


def left_open(work: UnitOfWork, areas: AreaList) -> LeftOpen | None:
    """Look through a directory of no more than `MOST_LOOKED_AT` people; ``None`` for a larger one.

    Parameters
    ----------
    work
        A unit of work, with what was changed in it.
    areas
        The clinic's own.

    Raises
    ------
    StoreError
        When the database cannot go on.
    """
    from matcher.directory.placing import place_of
    from matcher.services.upkeep.duplicates import COMPARED, pairs_among

    if work.profiles.count() > MOST_LOOKED_AT:
        return None
    people = [*work.profiles.with_facts_on((*COMPARED, *_WHERE, UNSORTED))]
    seen = [each for each in people if each.published]
    return LeftOpen(
        pairs=len(pairs_among(people, work.profiles.apart())),
        without_distance=sum(_may_meet(each) and place_of(each, areas) is None for each in seen),
        kept_as_text=sum(bool(each.text(UNSORTED)) for each in seen),
    )


def _may_meet(profile: Profile) -> bool:
    """Tell whether where somebody is can matter: not to those who name only ways from afar."""
    stated = dict(map(split_token, profile.tokens("formats")))
    offered = {code for code, details in stated.items() if details != ("no",)}
    return not offered or _IN_PERSON in offered
