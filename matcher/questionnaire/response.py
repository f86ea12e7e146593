"""What a person answered: values, and the four ways of not giving one."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from matcher.questionnaire.item import Importance


class State(StrEnum):
    """An answer without a value. An item never reached has no response at all."""

    NO_PREFERENCE = "no_preference"
    NOT_SURE = "not_sure"
    RATHER_NOT_SAY = "rather_not_say"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the person is and how far they can go.

    Attributes
    ----------
    postcode, country
        A postcode with its ISO 3166 country, such as ``"97201"`` and ``"US"``.
    latitude, longitude
        Degrees; given together.
    area
        A name of the clinic's own list.
    max_km
        The wished distance in kilometres; ``None`` asks for no distance.
    licence_area
        ISO 3166-2 area the practitioner must be licensed for, such as ``"US-OR"``.
    """

    postcode: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    area: str | None = None
    max_km: Decimal | None = None
    licence_area: str | None = None


@dataclass(frozen=True, slots=True)
class Times:
    """Cells of the week (``"mon-evening"``) that are good, and those that are possible."""

    good: tuple[str, ...] = ()
    possible: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Money:
    """The most a person can pay per session; a limit of 0 means it has to be free."""

    limit: Decimal
    currency: str


Value = str | tuple[str, ...] | int | Place | Times | Money


@dataclass(frozen=True, slots=True)
class Response:
    """One answer: either a value or a state.

    Attributes
    ----------
    value
        By the item's kind: a code, codes, an axis step, a `Place`, `Times`, `Money` or text.
    state
        Why there is no value.
    importance
        How much it counts; ``None`` takes the item's default.
    starred
        The chosen code that counts double.
    own_words
        Words added to the chosen codes, for an item that takes both: printed, never scored.
    """

    value: Value | None = None
    state: State | None = None
    importance: Importance | None = None
    starred: str | None = None
    own_words: str | None = None


@dataclass(frozen=True, slots=True)
class WeightWishes:
    """What the person said about groups of criteria.

    Attributes
    ----------
    preset
        Name of a set of group points.
    double
        At most two groups that count double.
    points
        Own points per group, instead of a preset; a group left out has 0.
    """

    preset: str = "balanced"
    double: tuple[str, ...] = ()
    points: Mapping[str, int] | None = None


@dataclass(frozen=True, slots=True)
class ResponseSet:
    """All answers of one sitting.

    Attributes
    ----------
    responses
        By item id; read-only. An item that was never reached is absent.
    today
        The day distances in time are counted from; ``None`` is the day of the run.
    """

    questionnaire: str
    language: str = "en"
    region: str = "us"
    today: date | None = None
    responses: Mapping[str, Response] = field(default_factory=lambda: MappingProxyType({}))
    weights: WeightWishes = field(default_factory=WeightWishes)

    def value(self, item_id: str) -> Value | None:
        """Return the value given for an item, or ``None``."""
        response = self.responses.get(item_id)
        return None if response is None else response.value

    def state(self, item_id: str) -> State | None:
        """Return the state given instead of a value, or ``None``."""
        response = self.responses.get(item_id)
        return None if response is None else response.state

    def on(self, today: date) -> "ResponseSet":
        """Return a copy that names the day it is matched on."""
        return replace(self, today=today)

    def with_response(self, item_id: str, response: Response | None) -> "ResponseSet":
        """Return a copy in which one item is answered anew, or not at all."""
        changed = dict(self.responses)
        changed.pop(item_id, None)
        if response is not None:
            changed[item_id] = response
        return replace(self, responses=MappingProxyType(changed))
