"""Somebody who answers every scored question, to see what a profile leaves open for them.

Nobody real, and nobody typical: the one client for whom every weight of the model can be told.
They ask for what the profile offers, so that nothing but silence keeps a wish from being known.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from matcher.directory.profile import Profile, split_token
from matcher.directory.vocabulary import NO
from matcher.directory.week import free_cells
from matcher.preferences.elicitation import elicit
from matcher.preferences.preferences import Preferences
from matcher.questionnaire.definition import Questionnaire
from matcher.questionnaire.item import Importance, Item, ItemKind
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import Money, Place, Response, ResponseSet, Times, Value
from matcher.region import load_region
from matcher.scoring.criteria import load_criteria

_FORMATS = ("in_person",)
"""A way of meeting for which the place counts."""
_EVENINGS = ("mon-evening", "tue-evening", "wed-evening")
_GOOD_TIMES = 3
_STEP = 1
"""The weaker answer on an axis: every axis then weighs what the model says."""
_KM = Decimal(10)
_LIMIT = Decimal(100)


@dataclass(frozen=True, slots=True)
class UsualClient:
    """The answers of such a client to one profile.

    Attributes
    ----------
    profile
        What they ask for is what it offers.
    today
        The day they ask on.
    language, region
        What they read, and where they live.
    """

    profile: Profile
    today: date
    language: str = "en"
    region: str = "us"

    def answers(self) -> ResponseSet:
        """Return an answer to every scored question, with the importance it starts with."""
        return self._answered({item.id: self._value(item) for item in self._items()})

    def must_haves(self) -> ResponseSet:
        """Return the same answers with everything as a must-have that may be one."""
        answers = self.answers()
        for item in self._items():
            if item.may_be_must:
                must = Response(answers.value(item.id), importance=Importance.MUST)
                answers = answers.with_response(item.id, must)
        return answers

    def _items(self) -> Iterator[Item]:
        criteria = load_criteria()
        return (item for item in load_questionnaire() if item.id in criteria)

    def _answered(self, values: dict[str, Value]) -> ResponseSet:
        return ResponseSet(
            load_questionnaire().id,
            language=self.language,
            region=self.region,
            today=self.today,
            responses=MappingProxyType({id_: Response(value) for id_, value in values.items()}),
        )

    def _value(self, item: Item) -> Value:
        match item.kind:
            case ItemKind.AXIS:
                return _STEP
            case ItemKind.PLACE:
                area = self._licence_area()
                return Place(latitude=0.0, longitude=0.0, max_km=_KM, licence_area=area)
            case ItemKind.TIMES:
                free = sorted(free_cells(self.profile.tokens("times")))
                return Times(tuple(free[:_GOOD_TIMES]) or _EVENINGS)
            case ItemKind.MONEY:
                return self._money()
        codes = self._codes(item)
        return codes[0] if item.kind is ItemKind.CHOICE else codes

    def _licence_area(self) -> str | None:
        """Return an area they are licensed for; of a silent profile, any of the region's."""
        region, stated = load_region(self.region), self.profile.tokens("licensed_areas")
        known = [f"{region.country}-{area}" for area in sorted(region.licence_areas)]
        return next(iter((*stated, *known)), None)

    def _money(self) -> Money:
        """Return the least price: there it counts whether a lower one is possible."""
        prices = (self.profile.value("fee_min"), self.profile.value("fee_max"))
        limit = next((each for each in prices if isinstance(each, Decimal)), _LIMIT)
        currency = self.profile.text("currency") or load_region(self.region).currency
        return Money(limit, currency)

    def _codes(self, item: Item) -> tuple[str, ...]:
        if item.id == "formats":
            return _FORMATS
        if item.id == "languages":
            return (self.language,)
        field = load_criteria().fields_of(item.id)[0]
        value = self.profile.value(field)
        tokens = (value,) if isinstance(value, str) else self.profile.tokens(field)
        stated = dict(split_token(token) for token in tokens)
        offered = [code for code in item.options if code in stated and stated[code] != (NO,)]
        asking = [code for code in offered if self._asks(item, code)]
        if not asking:
            asking = [next(code for code in item.options if self._asks(item, code))]
        return tuple(asking[: item.limit or len(asking)])

    def _asks(self, item: Item, code: str) -> bool:
        value: Value = code if item.kind is ItemKind.CHOICE else (code,)
        preferences = preferences_of(self._answered({item.id: value}), load_questionnaire())
        return bool(preferences.wishes or preferences.must_haves)


def preferences_of(answers: ResponseSet, questionnaire: Questionnaire) -> Preferences:
    """Return what such a client asks for."""
    assert answers.today is not None
    return elicit(answers, questionnaire, answers.today)
