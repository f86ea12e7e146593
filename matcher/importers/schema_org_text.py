"""The two things schema.org writes as text of its own kind: opening hours and price ranges."""

import re

from matcher.directory.week import DAYS, parse_hours
from matcher.importers.json_value import as_list, as_text

_DAY_NAMES = {name[:2]: name for name in DAYS}
_HOURS_OF_DAYS = re.compile(
    r"([A-Za-z ,\-–]{2,60}?) ?([0-9]{1,2}:[0-9]{2})(?::00)? ?[-–] ?([0-9]{1,2}:[0-9]{2})(?::00)?"
)
_FULL_NAMES = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
)  # fmt: skip
_AMOUNT = r"([0-9]{1,6}(?:[.,][0-9]{2})?)"
_SIGN = r"([A-Z]{3}|[$€£])?"
_FEES = re.compile(rf"{_SIGN} ?{_AMOUNT} ?{_SIGN}(?: ?(?:-|–|—|to) ?{_SIGN} ?{_AMOUNT} ?{_SIGN})?")
# The sign $ is that of many countries.
_CURRENCIES = {"€": "EUR", "£": "GBP", "$": ""}


def hours_in(text: str) -> list[str] | None:
    """Read ``Mo-Fr 09:00-17:00``; ``None`` when it is written in another way.

    Several days or ranges are parted by commas.
    """
    match = _HOURS_OF_DAYS.fullmatch(text)
    days = _days_in(match[1]) if match is not None else None
    if match is None or days is None:
        return None
    return _tokens(days, match[2], match[3])


def hours_of(entry: dict[str, object]) -> list[str] | None:
    """Read an ``OpeningHoursSpecification``; ``None`` when days or times are not to be had.

    A day that opens and closes at one time is closed. Hours of some weeks only are not read.
    """
    if as_text(entry.get("validFrom")) or as_text(entry.get("validThrough")):
        return None
    names = [as_text(day).rsplit("/", 1)[-1] for day in as_list(entry.get("dayOfWeek"))]
    days = [_day(name) for name in names]
    if not days or not all(days):
        return None
    opens, closes = (as_text(entry.get(name))[:5] for name in ("opens", "closes"))
    return [] if opens and opens == closes else _tokens(days, opens, closes)


def _tokens(days: list[str], opens: str, closes: str) -> list[str] | None:
    closes = "24:00" if closes in {"00:00", "23:59"} else closes
    tokens = [f"{day} {opens:0>5}-{closes:0>5}" for day in days]
    return tokens if all(map(parse_hours, tokens)) else None


def _days_in(text: str) -> list[str] | None:
    found: list[str] = []
    for part in filter(None, (part.strip() for part in text.split(","))):
        first, *last = (_day(name.strip()) for name in re.split("[-–]", part))
        if not first or len(last) > 1 or not all(last):
            return None
        begin, end = DAYS.index(first), DAYS.index(last[0] if last else first)
        if end < begin:
            return None
        found += DAYS[begin : end + 1]
    return found or None


def _day(name: str) -> str:
    """Return the day of ``Mo``, ``Mon`` or ``Monday``, or ``""``."""
    lowered = name.casefold()
    is_one = len(lowered) > 1 and any(lowered in {day[:2], day[:3], day} for day in _FULL_NAMES)
    return _DAY_NAMES.get(lowered[:2], "") if is_one else ""


def fees_in(text: str) -> tuple[str, str, str] | None:
    """Read ``$80 - $120`` as lowest and highest amount and currency, ``""`` when it is not sure.

    Returns ``None`` for anything else, such as ``$$``.
    """
    match = _FEES.fullmatch(text)
    if match is None:
        return None
    before, low, after, before_high, high, after_high = match.groups()
    signs = {
        _CURRENCIES.get(sign, sign) for sign in (before, after, before_high, after_high) if sign
    }
    low, high = (amount.replace(",", ".") for amount in (low, high or low))
    low, high = sorted((low, high), key=float)
    return low, high, next(iter(signs)) if len(signs) == 1 else ""
