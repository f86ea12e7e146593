"""Fees as people write them: *$80–150, sliding scale*. What is not surely meant is left."""

import re
from collections.abc import Set
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from matcher.importers.foreign_text import clean_text
from matcher.importers.free_text import folded, words

_NUMBER = r"[0-9]{1,6}(?:[.,][0-9]{3})?(?:[.,][0-9]{1,2})?"
_TO = re.compile(r" ?(?:-|\bto\b|\ba\b|\band\b|\by\b) ?")
_LONGEST = 200
_LARGEST = 100_000
_NO_DOLLARS = frozenset({"EUR", "GBP", "CHF"})


@dataclass(frozen=True, slots=True)
class MoneyReading:
    """What a cell said of money.

    Attributes
    ----------
    low, high
        The same for one amount; ``None`` when there is none, or the cell is not understood.
    currency
        Three letters, or ``""``.
    dollars
        Whether a bare ``$`` stands there, which is the sign of many currencies.
    sliding
        Whether it says that the fee can be lower.
    is_understood
        Whether every word was understood; otherwise nothing else is filled in.
    """

    low: Decimal | None = None
    high: Decimal | None = None
    currency: str = ""
    dollars: bool = False
    sliding: bool = False
    is_understood: bool = True


_NOT_UNDERSTOOD = MoneyReading(is_understood=False)


def read_money(text: str) -> MoneyReading:
    """Read an amount, a range or *sliding scale* out of a cell.

    Examples
    --------
    >>> read_money("$80–150, sliding scale")
    MoneyReading(low=Decimal('80'), high=Decimal('150'), currency='', dollars=True, sliding=True,
    is_understood=True)
    >>> read_money("from 90").is_understood
    False
    """
    plain = re.sub("[–—−]", "-", folded(clean_text(text, _LONGEST)))
    plain, sliding = _without_sliding(plain)
    plain = _without_session(plain)
    if not plain and sliding:
        return MoneyReading(sliding=True)
    amounts = [*map(_amount, _TO.split(plain))]
    if not 1 <= len(amounts) <= 2 or None in amounts:
        return _NOT_UNDERSTOOD
    numbers, signs = zip(*filter(None, amounts), strict=True)
    said = {sign for sign in signs if sign is not None}
    currencies = {_currencies()[sign] for sign in said}
    low, high = numbers[0], numbers[-1]
    if low > high or not _agree(currencies):
        return _NOT_UNDERSTOOD
    currency = "".join(currencies)
    return MoneyReading(low, high, currency, bool(said) and not currency, sliding)


def currency_of(text: str) -> str:
    """Return the three letters of a currency given by sign, letters or name; ``""`` if unknown."""
    plain = folded(text)
    return _currencies().get(plain, plain.upper() if plain.upper() in _letters() else "")


def _without_sliding(plain: str) -> tuple[str, bool]:
    for phrase in sorted(words("money")["sliding"], key=len, reverse=True):
        without, found = re.subn(rf"[(,;+/ ]*\b{re.escape(phrase)}\b[) :,]*", " ", plain, count=1)
        if found:
            return re.sub(r"\b(?:or|and|o|y|con|with)\s*$", "", without.strip()).strip(), True
    return plain, False


def _without_session(plain: str) -> str:
    for phrase in sorted(words("money")["per"], key=len, reverse=True):
        shorter = re.sub(rf"(?<=[0-9$€£a-z]) ?(?:/ ?| ){re.escape(phrase)}$", "", plain)
        if shorter != plain:
            return shorter.strip()
    return plain


def _amount(text: str) -> tuple[Decimal, str | None] | None:
    """Read ``$120`` or ``90 eur`` as a number and its sign of currency."""
    signs = "|".join(sorted(map(re.escape, _currencies()), key=len, reverse=True))
    match = re.fullmatch(rf"({signs})? ?({_NUMBER}) ?({signs})?", text.strip())
    if match is None:
        return None
    before, number, after = match.groups()
    amount = _number(number)
    if amount is None or amount > _LARGEST:
        return None
    if before and after and not _agree({_currencies()[before], _currencies()[after]}):
        return None
    return amount, after or before


def _agree(currencies: Set[str]) -> bool:
    """Tell whether signs may mean one currency; the bare dollar sign goes with every dollar."""
    named = currencies - {""}
    return len(named) <= 1 and not ("" in currencies and named & _NO_DOLLARS)


def _number(text: str) -> Decimal | None:
    """Read a number; three digits behind a point or comma are thousands, one or two are cents."""
    match = re.fullmatch(r"([0-9]+)(?:([.,])([0-9]{3}))?(?:([.,])([0-9]{1,2}))?", text)
    if match is None or (match[2] and match[2] == match[4]) or (match[3] and len(match[1]) > 3):
        return None
    return Decimal(f"{match[1]}{match[3] or ''}.{match[5] or '0'}").normalize() + 0


@cache
def _currencies() -> dict[str, str]:
    return {str(sign): str(code).upper() for sign, code in words("money")["currencies"].items()}


@cache
def _letters() -> frozenset[str]:
    return frozenset(_currencies().values()) - {""}
