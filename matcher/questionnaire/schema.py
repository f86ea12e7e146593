"""The answers file as JSON Schema, with every code: what other programs write answers by."""

from collections.abc import Callable, Iterable
from typing import Any

from matcher.questionnaire.answer_check import FORMS, LONGEST_TEXT
from matcher.questionnaire.answer_values import FARTHEST_KM, LARGEST_AMOUNT, WAYS
from matcher.questionnaire.answers_file import FORMAT, MOST_DOUBLED
from matcher.questionnaire.definition import Questionnaire
from matcher.questionnaire.item import Importance, Item, ItemKind
from matcher.questionnaire.response import State

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string", "maxLength": LONGEST_TEXT}


def answers_schema(questionnaire: Questionnaire) -> Schema:
    """Return a JSON Schema (2020-12) of ``rapport-answers/1``.

    It accepts whatever `parse_answers` accepts. A few rules it cannot say: the starred code is one
    of the chosen, a cell is good or possible but not both, and own points are not all 0.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:rapport:{FORMAT}:{questionnaire.id}",
        **_table(
            {
                "format": {"const": FORMAT},
                "questionnaire": {"const": questionnaire.id},
                "language": _form("language"),
                "region": {"enum": [*questionnaire.regions]},
                "today": _form("date"),
                "responses": _table({item.id: _response(item) for item in questionnaire}),
                "weights": _weights(questionnaire),
            },
            required=("format", "questionnaire"),
        ),
    }


def _response(item: Item) -> Schema:
    importance = [one for one in Importance if item.may_be_must or one is not Importance.MUST]
    with_value: Schema = {"value": _value(item), "importance": {"enum": importance}}
    if item.starred:
        with_value["starred"] = {"enum": [*item.options]}
    if item.own_words:
        with_value |= {"own_words": _TEXT, "value": {"anyOf": [with_value["value"], _TEXT]}}
    with_state = {"state": {"enum": [*State]}, "importance": {"enum": importance}}
    return {"oneOf": [_table(with_value, ("value",)), _table(with_state, ("state",))]}


def _value(item: Item) -> Schema:
    return _VALUES[item.kind](item)


def _choices(item: Item) -> Schema:
    one: Schema = _form("own_code") if item.extensible else {"enum": [*item.options]}
    if item.extensible:
        one["examples"] = [*item.options]
    limit = {"maxItems": item.limit} if item.limit else {}
    return {"type": "array", "items": one, "uniqueItems": True, **limit}


def _place(_item: Item) -> Schema:
    parts = {
        "postcode": _form("postcode"),
        "country": _form("country"),
        "latitude": _number(-90, 90),
        "longitude": _number(-180, 180),
        "area": _form("area"),
        "max_km": {"type": "number", "exclusiveMinimum": 0, "maximum": FARTHEST_KM},
        "licence_area": _form("licence_area"),
    }
    ways = [{"required": sorted(way), "properties": _without(*WAYS, kept=way)} for way in WAYS]
    nowhere = {"properties": _without(*WAYS, {"max_km"}, kept=set())}
    return {**_table(parts), "oneOf": [*ways, nowhere]}


def _without(*keys: set[str], kept: set[str]) -> Schema:
    return dict.fromkeys(sorted(set().union(*keys) - kept), False)


def _times(item: Item) -> Schema:
    cells: Schema = {"type": "array", "items": {"enum": [*item.options]}, "uniqueItems": True}
    return _table({"good": cells, "possible": cells})


def _money(_item: Item) -> Schema:
    parts = {"max": _number(0, LARGEST_AMOUNT), "currency": _form("currency")}
    return _table(parts, parts)


def _weights(questionnaire: Questionnaire) -> Schema:
    groups = [*questionnaire.groups]
    preset = _table(
        {
            "preset": {"enum": [*questionnaire.presets]},
            "double": {
                "type": "array", "items": {"enum": groups},
                "uniqueItems": True, "maxItems": MOST_DOUBLED,
            },
        }
    )  # fmt: skip
    own = {"type": "integer", "minimum": 0, "maximum": 100}
    points = _table({"points": _table(dict.fromkeys(groups, own))}, required=("points",))
    return {"oneOf": [preset, points]}


def _table(properties: Schema, required: Iterable[str] = ()) -> Schema:
    needed = [*required]
    return {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        **({"required": needed} if needed else {}),
    }


def _form(name: str) -> Schema:
    return {"type": "string", "pattern": f"^(?:{FORMS[name]})$"}


def _number(low: int, high: int) -> Schema:
    return {"type": "number", "minimum": low, "maximum": high}


_VALUES: dict[ItemKind, Callable[[Item], Schema]] = {
    ItemKind.CHOICE: lambda item: {"enum": [*item.options]},
    ItemKind.CHOICES: _choices,
    ItemKind.AXIS: lambda _item: {"type": "integer", "minimum": -2, "maximum": 2},
    ItemKind.PLACE: _place,
    ItemKind.TIMES: _times,
    ItemKind.MONEY: _money,
    ItemKind.PEOPLE: lambda _item: {
        "type": "array", "items": _form("person"), "uniqueItems": True,
    },
    ItemKind.TEXT: lambda _item: _TEXT,
}  # fmt: skip
