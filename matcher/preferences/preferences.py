"""What one client wants, ready to be compared with profiles."""

from dataclasses import dataclass, field
from datetime import date

from matcher.questionnaire.item import Importance
from matcher.questionnaire.response import Value, WeightWishes


@dataclass(frozen=True, slots=True)
class Wish:
    """Something asked that counts in the score.

    Attributes
    ----------
    criterion
        Id of the criterion, equal to the item's id.
    target
        The value asked for; never empty.
    importance
        Never `Importance.MUST`.
    starred
        Among several codes, the one that counts double.
    """

    criterion: str
    target: Value
    importance: Importance
    starred: str | None = None


@dataclass(frozen=True, slots=True)
class MustHave:
    """Something asked that a profile has to meet."""

    item: str
    target: Value


@dataclass(frozen=True, slots=True)
class Preferences:
    """All that one client asked for.

    Attributes
    ----------
    wishes
        In questionnaire order.
    must_haves
        In questionnaire order, without those of the application itself.
    hidden
        Ids of profiles the client does not want to see.
    licence_area
        Area a practitioner must be licensed for, or ``""``.
    weights
        What the client said about groups of criteria.
    today
        The day that dates are compared with.
    """

    wishes: tuple[Wish, ...] = ()
    must_haves: tuple[MustHave, ...] = ()
    hidden: frozenset[str] = frozenset()
    licence_area: str = ""
    weights: WeightWishes = field(default_factory=WeightWishes)
    today: date = date.min
