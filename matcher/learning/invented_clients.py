"""Invents clients for the audit: seeded, over every item of the questionnaire, through `elicit`."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

import numpy as np

from matcher.directory.levels import is_named
from matcher.directory.snapshot import Snapshot
from matcher.preferences.elicitation import elicit
from matcher.preferences.preferences import Preferences
from matcher.questionnaire.definition import Questionnaire
from matcher.questionnaire.item import Importance, Item, ItemKind
from matcher.questionnaire.response import Money, Place, Response, ResponseSet, Times, WeightWishes
from matcher.scoring.criterion import Criteria

_ASKED = 0.4
"""How probable it is that a client answers an item with a wish."""
_MUST = 0.05
"""How probable it is that a wish is a must-have, where it may be one."""
_MOST_CODES = 3
_OWN_POINTS = 0.25
"""How many of the clients give points of their own."""
_LIMITS = (0, 40, 60, 80, 120, 160)
_KILOMETRES = (3, 10, 30)
_CURRENCIES = ("USD", "EUR", "GBP", "CAD", "AUD")
_SHARES_OF_IMPORTANCE = (0.25, 0.5, 0.25)


@dataclass(frozen=True, slots=True)
class Crowd:
    """Who invented clients may be.

    Attributes
    ----------
    questionnaire
        What they are asked.
    criteria
        The model, which knows the profile's field behind an item.
    snapshot
        The directory: they ask for words somebody uses, near places where somebody works.
    today
        The day they ask on.
    """

    questionnaire: Questionnaire
    criteria: Criteria
    snapshot: Snapshot
    today: date


def invent_clients(crowd: Crowd, count: int, seed: int) -> Iterator[Preferences]:
    """Give clients who ask for some things, some of them as must-haves."""
    invention = _Invention(crowd, seed)
    for _ in range(count):
        yield invention.client(_ASKED, _MUST)


def invent_thorough_clients(crowd: Crowd, count: int, seed: int) -> Iterator[Preferences]:
    """Give clients who wish for something on every scored item, and have no must-haves."""
    invention = _Invention(crowd, seed)
    for _ in range(count):
        yield invention.client(asked=1, must=0)


class _Invention:
    def __init__(self, crowd: Crowd, seed: int) -> None:
        self._crowd = crowd
        self._random = np.random.default_rng(seed)
        self._codes: dict[str, tuple[str, ...]] = {}
        self._makers: dict[ItemKind, Callable[[Item], Any]] = {
            ItemKind.CHOICE: self._choice,
            ItemKind.CHOICES: self._choices,
            ItemKind.AXIS: lambda _item: int(self._one((-2, -1, 1, 2))),
            ItemKind.PLACE: self._place,
            ItemKind.TIMES: self._times,
            ItemKind.MONEY: self._money,
        }

    def client(self, asked: float, must: float) -> Preferences:
        responses = {
            item.id: self._response(item, must)
            for item in self._crowd.questionnaire
            if item.id in self._crowd.criteria and self._random.random() < asked
        }
        answers = ResponseSet(
            self._crowd.questionnaire.id,
            today=self._crowd.today,
            responses=MappingProxyType(responses),
            weights=self._weights(),
        )
        return elicit(answers, self._crowd.questionnaire, self._crowd.today)

    def _weights(self) -> WeightWishes:
        """Take a preset with up to two groups doubled, or points of their own."""
        groups = [group.id for group in self._crowd.criteria.groups]
        if self._random.random() < _OWN_POINTS:
            points = self._random.multinomial(100, np.full(len(groups), 1 / len(groups)))
            return WeightWishes(points=dict(zip(groups, points.tolist(), strict=True)))
        doubled = self._random.permutation(groups)[: self._random.integers(0, 2, endpoint=True)]
        preset = str(self._one(tuple(self._crowd.criteria.presets)))
        return WeightWishes(preset, tuple(map(str, doubled)))

    def _response(self, item: Item, must: float) -> Response:
        value = self._makers[item.kind](item)
        starred = value[0] if item.starred and self._random.random() < must else None
        levels = [level for level in Importance if level is not Importance.MUST]
        importance = levels[int(self._random.choice(len(levels), p=_SHARES_OF_IMPORTANCE))]
        is_must = item.may_be_must and self._random.random() < must
        return Response(
            value, importance=Importance.MUST if is_must else importance, starred=starred
        )

    def _choice(self, item: Item) -> str:
        return str(self._one(self._askable(item)))

    def _choices(self, item: Item) -> tuple[str, ...]:
        codes = self._askable(item)
        count = int(self._random.integers(1, _MOST_CODES, endpoint=True))
        picked = self._random.permutation(len(codes))[:count]
        return tuple(codes[place] for place in picked)

    def _times(self, item: Item) -> Times:
        picked = [item.options[place] for place in self._random.permutation(len(item.options))[:5]]
        return Times(tuple(picked[:3]), tuple(picked[3:]))

    def _money(self, _item: Item) -> Money:
        column = self._crowd.snapshot.codes["currency"]
        named = [code for code in _CURRENCIES if is_named(column.levels(code)).any()]
        currency = self._one(tuple(named) or _CURRENCIES[:1])
        return Money(Decimal(int(self._one(_LIMITS))), str(currency))

    def _place(self, _item: Item) -> Place:
        """Return a distance from where somebody works, or from anywhere when no place is known."""
        latitude, longitude = self._crowd.snapshot.latitude, self._crowd.snapshot.longitude
        known = np.flatnonzero(~np.isnan(latitude))
        row = int(self._random.choice(known)) if known.size else None
        return Place(
            latitude=0.0 if row is None else float(latitude[row]),
            longitude=0.0 if row is None else float(longitude[row]),
            max_km=Decimal(int(self._one(_KILOMETRES))),
        )

    def _askable(self, item: Item) -> tuple[str, ...]:
        """Return the codes that ask something, those that some profile names when there are any."""
        if item.id not in self._codes:
            asking = tuple(code for code in item.options if self._asks(item, code))
            field = self._crowd.criteria.fields_of(item.id)[0]
            column = self._crowd.snapshot.codes.get(field)
            named = [c for c in asking if column is not None and is_named(column.levels(c)).any()]
            self._codes[item.id] = tuple(named) or asking
        return self._codes[item.id]

    def _asks(self, item: Item, code: str) -> bool:
        value = (code,) if item.kind is ItemKind.CHOICES else code
        answers = ResponseSet("", responses=MappingProxyType({item.id: Response(value)}))
        preferences = elicit(answers, self._crowd.questionnaire, self._crowd.today)
        return bool(preferences.wishes or preferences.must_haves)

    def _one(self, options: tuple[Any, ...]) -> Any:
        return options[int(self._random.integers(len(options)))]
