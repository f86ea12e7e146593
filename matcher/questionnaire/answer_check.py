"""Checks that the parts of an answers file share; every fault is kept, none stops the reading."""

import re
import unicodedata
from collections.abc import Collection
from datetime import date
from decimal import Decimal
from typing import Any

from matcher.errors import Message
from matcher.questionnaire.answers_json import shown

FORMS = {
    "area": r"[^\s].{0,79}",
    "country": r"[A-Z]{2}",
    "currency": r"[A-Z]{3}",
    "date": r"2[0-9]{3}-[0-9]{2}-[0-9]{2}",
    "language": r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}",
    "licence_area": r"[A-Z]{2}-[A-Z0-9]{1,3}",
    "own_code": r"[A-Za-z0-9][A-Za-z0-9_+\-]{0,79}",
    "person": r"[^\s].{0,199}",
    "postcode": r"[A-Za-z0-9]([A-Za-z0-9 \-]{0,10}[A-Za-z0-9])?",
}
"""What a short text of each sort looks like, as regular expressions that JSON Schema knows too."""

LONGEST_TEXT = 4000
DECIMALS = 3
_MOST_LISTED = 12
_NAMES = {
    bool: "bool", int: "int", float: "float", Decimal: "float",
    str: "str", list: "list", dict: "dict", type(None): "null",
}  # fmt: skip
_TURNS_TEXT = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Signs that turn the direction of what follows and could make printed words say something else."""


class AnswerCheck:
    """Reads parts of an answers file; each method returns ``None`` for what cannot be used.

    Attributes
    ----------
    faults
        A message for each thing that is wrong, so far. `where` names an item or a key of the
        file, with a point before a part of it: ``fee.currency``.
    """

    def __init__(self) -> None:
        self.faults: list[Message] = []

    def say(self, fault: str, where: str, /, **params: object) -> None:
        """Keep a fault of the group ``error.answers``."""
        self.faults.append(Message(f"error.answers.{fault}", item=where, **params))

    def table(
        self, where: str, raw: object, allowed: Collection[str], required: Collection[str] = ()
    ) -> dict[str, Any] | None:
        """Return a table's allowed keys; ``None`` when it is no table or lacks a required key."""
        if not self._is(where, raw, dict):
            return None
        assert isinstance(raw, dict)
        for key in raw:
            if key not in allowed:
                expected = _expected(allowed)
                self.say("unknown_key", where, key=shown(key), expected=expected)
        missing = [key for key in required if key not in raw]
        for key in missing:
            self.say("needs_key", where, key=key)
        return None if missing else {key: raw[key] for key in allowed if key in raw}

    def code(self, where: str, raw: object, codes: Collection[str]) -> str | None:
        """Return a code that is one of `codes`."""
        if not self._is(where, raw, str):
            return None
        if raw not in codes:
            self.say("unknown_code", where, code=shown(raw), expected=_expected(codes))
            return None
        return str(raw)

    def each(self, where: str, raw: object) -> list[Any] | None:
        """Return the entries of a list of texts that names none of them twice."""
        if not self._is(where, raw, list):
            return None
        assert isinstance(raw, list)
        seen: set[str] = set()
        for entry in raw:
            if not self._is(where, entry, str):
                return None
            if entry in seen:
                self.say("repeated_code", where, code=shown(entry))
            seen.add(entry)
        return raw

    def form(self, where: str, raw: object, name: str) -> str | None:
        """Return a text of one of the `FORMS`."""
        if not self._is(where, raw, str):
            return None
        assert isinstance(raw, str)
        if re.fullmatch(FORMS[name], raw) is None or not raw.isprintable():
            expected = Message(f"error.form.{name}")
            self.say("form", where, value=shown(raw), expected=expected)
            return None
        return raw

    def day(self, where: str, raw: object) -> date | None:
        """Return a day of this calendar, written year, month, day."""
        text = self.form(where, raw, "date")
        if text is None:
            return None
        try:
            return date.fromisoformat(text)
        except ValueError:
            self.say("form", where, value=text, expected=Message("error.form.date"))
            return None

    def number(self, where: str, raw: object, low: str | int, high: int) -> Decimal | None:
        """Return a number within both limits, with at most three decimals."""
        found = self._finite(where, raw, low, high)
        if found is not None and found != round(found, DECIMALS):
            self.say("decimals", where, value=shown(found), decimals=DECIMALS)
            return None
        return found

    def degrees(self, where: str, raw: object, limit: int) -> float | None:
        """Return a latitude or longitude."""
        found = self._finite(where, raw, -limit, limit)
        return None if found is None else float(found)

    def whole(self, where: str, raw: object, low: int, high: int) -> int | None:
        """Return a whole number within both limits."""
        if not self._is(where, raw, int):
            return None
        found = self._finite(where, raw, low, high)
        return None if found is None else int(found)

    def words(self, where: str, raw: object) -> str | None:
        """Return a person's own words. They are never part of a message."""
        if not self._is(where, raw, str):
            return None
        assert isinstance(raw, str)
        if len(raw) > LONGEST_TEXT:
            self.say("long_text", where, limit=LONGEST_TEXT)
            return None
        if any(_is_unprintable(sign) for sign in raw):
            self.say("control_signs", where)
            return None
        return raw

    def _is(self, where: str, raw: object, expected: type) -> bool:
        # `type`, not `isinstance`: true and false are no numbers.
        if type(raw) is expected:
            return True
        found = Message(f"error.type.{_NAMES.get(type(raw), 'other')}")
        wanted = Message(f"error.type.{_NAMES[expected]}")
        self.say("wrong_type", where, expected=wanted, found=found)
        return False

    def _finite(self, where: str, raw: object, low: str | int, high: int) -> Decimal | None:
        if type(raw) not in {int, float, Decimal}:
            self._is(where, raw, Decimal)
            return None
        found = Decimal(repr(raw)) if isinstance(raw, float) else Decimal(raw)  # type: ignore[arg-type]
        if not found.is_finite() or not Decimal(low) <= found <= high:
            self.say("range", where, value=shown(raw), low=Decimal(low), high=high)
            return None
        return found


def clean_words(text: str) -> str:
    """Return a person's own words without the signs that no answers file takes."""
    return "".join(sign for sign in text if not _is_unprintable(sign))


def _expected(codes: Collection[str]) -> Message:
    """Name a few codes, and where a long list of them is printed."""
    if len(codes) <= _MOST_LISTED:
        return Message("error.answers.one_of", codes=", ".join(codes))
    return Message("error.answers.one_of_many", command="rapport questionnaire --schema")


def _is_unprintable(sign: str) -> bool:
    if sign in "\n\t":
        return False
    return sign in _TURNS_TEXT or unicodedata.category(sign) in {"Cc", "Cs", "Co"}
