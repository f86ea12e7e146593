"""One reader per kind of item: the value of an answers file becomes the value of a response."""

import re
from collections.abc import Callable
from collections.abc import Set as AbstractSet

from matcher.questionnaire.answer_check import FORMS, AnswerCheck
from matcher.questionnaire.answers_json import shown
from matcher.questionnaire.item import Item, ItemKind
from matcher.questionnaire.response import Money, Place, Times, Value

LARGEST_AMOUNT = 1_000_000_000
"""Per session, in any currency."""
FARTHEST_KM = 100_000
PLACE_KEYS = (
    "postcode", "country", "latitude", "longitude", "area", "max_km", "licence_area",
)  # fmt: skip
WAYS = ({"postcode", "country"}, {"latitude", "longitude"}, {"area"})
"""The ways of saying where; one of them, whole."""


def read_value(item: Item, raw: object, check: AnswerCheck) -> Value | None:
    """Return the value of an item, or ``None`` after telling `check` what is wrong with it."""
    return _READERS[item.kind](item, raw, check)


def _choice(item: Item, raw: object, check: AnswerCheck) -> str | None:
    return check.code(item.id, raw, item.options)


def _choices(item: Item, raw: object, check: AnswerCheck) -> tuple[str, ...] | None:
    entries = check.each(item.id, raw)
    if entries is None:
        return None
    if item.limit and len(entries) > item.limit:
        check.say("too_many", item.id, n=item.limit, found=len(entries))
    known = frozenset(item.options)
    codes = [
        entry if item.extensible and _is_own_code(entry) else check.code(item.id, entry, known)
        for entry in entries
    ]
    return tuple(code for code in codes if code is not None)


def _is_own_code(entry: str) -> bool:
    return re.fullmatch(FORMS["own_code"], entry) is not None


def _axis(item: Item, raw: object, check: AnswerCheck) -> int | None:
    return check.whole(item.id, raw, -2, 2)


def _words(item: Item, raw: object, check: AnswerCheck) -> str | None:
    return check.words(item.id, raw)


def _people(item: Item, raw: object, check: AnswerCheck) -> tuple[str, ...] | None:
    entries = check.each(item.id, raw) or ()
    ids = (check.form(item.id, entry, "person") for entry in entries)
    return tuple(person for person in ids if person is not None)


def _times(item: Item, raw: object, check: AnswerCheck) -> Times | None:
    table = check.table(item.id, raw, ("good", "possible"))
    if table is None:
        return None
    cells = {
        key: [
            check.code(f"{item.id}.{key}", cell, item.options)
            for cell in check.each(f"{item.id}.{key}", table[key]) or ()
        ]
        for key in table
    }
    good = tuple(cell for cell in cells.get("good", ()) if cell is not None)
    possible = tuple(cell for cell in cells.get("possible", ()) if cell is not None)
    for cell in good:
        if cell in possible:
            check.say("twice_asked", item.id, code=shown(cell))
    return Times(good, possible)


def _money(item: Item, raw: object, check: AnswerCheck) -> Money | None:
    keys = ("max", "currency")
    table = check.table(item.id, raw, keys, keys)
    if table is None:
        return None
    limit = check.number(f"{item.id}.max", table["max"], 0, LARGEST_AMOUNT)
    currency = check.form(f"{item.id}.currency", table["currency"], "currency")
    return None if limit is None or currency is None else Money(limit, currency)


def _place(item: Item, raw: object, check: AnswerCheck) -> Place | None:
    table = check.table(item.id, raw, PLACE_KEYS)
    if table is None:
        return None
    _check_one_place(item.id, table.keys(), check)
    reads: dict[str, Callable[[str, object], object]] = {
        "latitude": lambda where, part: check.degrees(where, part, 90),
        "longitude": lambda where, part: check.degrees(where, part, 180),
        "max_km": lambda where, part: check.number(where, part, "0.001", FARTHEST_KM),
    }
    parts = {
        key: reads[key](f"{item.id}.{key}", part)
        if key in reads
        else check.form(f"{item.id}.{key}", part, key)
        for key, part in table.items()
    }
    return Place(**parts)  # type: ignore[arg-type]


def _check_one_place(where: str, keys: AbstractSet[str], check: AnswerCheck) -> None:
    begun = [way for way in WAYS if way & keys]
    if len(begun) > 1:
        check.say("two_places", where)
    elif begun:
        for key in sorted(begun[0] - keys):
            check.say("needs_key", where, key=key)
    elif "max_km" in keys:
        check.say("km_from_nowhere", where)


_READERS: dict[ItemKind, Callable[[Item, object, AnswerCheck], Value | None]] = {
    ItemKind.CHOICE: _choice,
    ItemKind.CHOICES: _choices,
    ItemKind.AXIS: _axis,
    ItemKind.PLACE: _place,
    ItemKind.TIMES: _times,
    ItemKind.MONEY: _money,
    ItemKind.PEOPLE: _people,
    ItemKind.TEXT: _words,
}
