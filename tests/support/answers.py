"""Answers as Hypothesis draws them: what the JSON of an answers file may hold."""

import string
from typing import Any

from hypothesis import strategies as st

from matcher.questionnaire.item import Importance, Item, ItemKind
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import State

QUESTIONNAIRE = load_questionnaire()

Strategy = st.SearchStrategy[Any]

_WORDS = st.text(st.characters(exclude_categories=("C",)), max_size=40)
_NAMES = st.text(string.ascii_letters + "-", min_size=1, max_size=12)
_AMOUNTS = st.integers(0, 10**9) | st.decimals(0, 500, places=2).map(float)
_LICENCE = {"licence_area": st.sampled_from(["US-OR", "GB-ENG", "DE-BY"])}
_REACH = {"max_km": st.integers(1, 500) | st.just(0.5)}
_WAYS = [
    {"postcode": st.just("97201"), "country": st.sampled_from(["US", "DE"])},
    {"latitude": st.floats(-90, 90), "longitude": st.floats(-180, 180)},
    {"area": _NAMES},
]


def documents() -> Strategy:
    """Draw whole answers files, as the tables their JSON stands for."""
    return st.fixed_dictionaries(
        {"format": st.just("rapport-answers/1"), "questionnaire": st.just("preferences/1")},
        optional={
            "language": st.sampled_from(["en", "es", "es-MX", "zh-Hant"]),
            "region": st.sampled_from(QUESTIONNAIRE.regions),
            "today": st.dates().filter(lambda day: 2000 <= day.year < 3000).map(str),
            "responses": responses(),
            "weights": _weights(),
        },
    )


def responses() -> Strategy:
    """Draw the answers to some of the items."""
    return st.fixed_dictionaries({}, optional={item.id: _response(item) for item in QUESTIONNAIRE})


def _response(item: Item) -> Strategy:
    codes = [one for one in Importance if item.may_be_must or one is not Importance.MUST]
    importance = {"importance": st.sampled_from([str(code) for code in codes])}
    states = st.sampled_from([str(state) for state in State])
    with_state = st.fixed_dictionaries({"state": states}, optional=importance)
    extra = importance | ({"own_words": _WORDS} if item.own_words else {})
    with_value = st.fixed_dictionaries({"value": _value(item)}, optional=extra)
    if item.starred:
        with_value = with_value.flatmap(_maybe_starred)
    return with_state | with_value


def _maybe_starred(response: dict[str, Any]) -> Strategy:
    chosen = response["value"]
    if not chosen:
        return st.just(response)
    return st.sampled_from([None, *chosen]).map(
        lambda code: response | ({"starred": code} if code else {})
    )


def _value(item: Item) -> Strategy:
    if item.kind is ItemKind.CHOICE:
        return st.sampled_from(item.options)
    if item.kind is ItemKind.CHOICES:
        return st.lists(_code(item), unique=True, max_size=item.limit or 6)
    if item.kind is ItemKind.TIMES:
        cells = st.lists(st.sampled_from(item.options), unique=True, max_size=8)
        return cells.map(lambda some: {"good": some[::2], "possible": some[1::2]})
    return _WITHOUT_CODES[item.kind]


def _code(item: Item) -> Strategy:
    known = st.sampled_from(item.options)
    return known | _NAMES.filter(lambda name: name[0] != "-") if item.extensible else known


_WITHOUT_CODES: dict[ItemKind, Strategy] = {
    ItemKind.AXIS: st.integers(-2, 2),
    ItemKind.MONEY: st.fixed_dictionaries(
        {"max": _AMOUNTS, "currency": st.sampled_from(["USD", "EUR"])}
    ),
    ItemKind.PEOPLE: st.lists(_NAMES, unique=True, max_size=4),
    ItemKind.PLACE: st.one_of(
        st.fixed_dictionaries({}, optional=_LICENCE),
        *(st.fixed_dictionaries(way, optional=_REACH | _LICENCE) for way in _WAYS),
    ),
    ItemKind.TEXT: _WORDS,
}


def _weights() -> Strategy:
    groups = st.sampled_from(QUESTIONNAIRE.groups)
    preset = st.fixed_dictionaries(
        {},
        optional={
            "preset": st.sampled_from(QUESTIONNAIRE.presets),
            "double": st.lists(groups, unique=True, max_size=2),
        },
    )
    points = st.dictionaries(groups, st.integers(0, 100)).filter(lambda own: sum(own.values()) > 0)
    return preset | st.fixed_dictionaries({"points": points})
