"""Times of the day as people write them, with or without *am* and *pm*."""

import re
from collections.abc import Collection, Sequence

TIME = (
    r"(?:[0-9]{1,2}(?::[0-9]{2})?(?: ?(?:a ?m|p ?m|h(?:rs?|s)?)(?![a-z])|[ap](?![a-z]))?"
    r"|noon\b|midday\b|midnight\b|mediodia\b|medianoche\b)"
)
"""What a time looks like in small letters, points and accents left out."""
_TIME = re.compile(r"([0-9]{1,2})(?::([0-9]{2}))?(am?|pm?|h(?:rs?|s)?)?")
_HALF = 12 * 60
_NOON, _MIDNIGHT = (_HALF, "p"), (2 * _HALF, "24")
_NAMED = {
    "noon": _NOON,
    "midday": _NOON,
    "mediodia": _NOON,
    "midnight": _MIDNIGHT,
    "medianoche": _MIDNIGHT,
}
_FIRST_MORNING, _LAST_AFTERNOON = 6 * 60, 9 * 60
_FIRST_AFTERNOON, _FIRST_DOUBTFUL = 60, 5 * 60


def is_range(tokens: Sequence[str], between: Collection[str]) -> bool:
    """Tell whether three tokens are a time, a word for *to*, and a time."""
    if len(tokens) < 3 or tokens[1] not in between:
        return False
    return all(re.fullmatch(TIME, token) for token in (tokens[0], tokens[2]))


def range_of(first: str, last: str) -> str:
    """Return two times as ``09:00-17:00``; ``""`` when they could mean several things.

    Examples
    --------
    >>> [range_of(*times) for times in (("9", "5"), ("5", "8pm"), ("8", "10"), ("17:00", "20:00"))]
    ['09:00-17:00', '17:00-20:00', '', '17:00-20:00']
    """
    start, end = _time(first), _time(last)
    if start is None or end is None:
        return ""
    minutes = _minutes(start, end)
    if minutes is None or not 0 <= minutes[0] < minutes[1] <= 2 * _HALF:
        return ""
    return "-".join(f"{minute // 60:02}:{minute % 60:02}" for minute in minutes)


_Time = tuple[int, str]
"""Minutes as they stand, and the half of the day: ``a``, ``p``, ``24``, or ``""``."""


def _time(token: str) -> _Time | None:
    if token in _NAMED:
        return _NAMED[token]
    match = _TIME.fullmatch(token)
    if match is None:
        return None
    hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "")[:1]
    if hour > 24 or minute > 59 or (half in {"a", "p"} and not 1 <= hour <= 12):
        return None
    # Who writes 09:00, 13:00 or 9h counts to 24.
    counts_to_24 = half == "h" or hour > 12 or hour == 0 or (match[1][0] == "0" and match[2])
    return hour * 60 + minute, half if half in {"a", "p"} else "24" if counts_to_24 else ""


def _minutes(start: _Time, end: _Time) -> tuple[int, int] | None:
    (first, first_half), (last, last_half) = start, end
    if not first_half and not last_half:
        return _without_halves(first, last)
    if first_half and last_half:
        return _of_half(first, first_half), _of_half(last, last_half)
    if "24" in {first_half, last_half}:
        return _beside_24(start, end)
    if last_half:
        half = last_half if first % _HALF < last % _HALF else _other(last_half)
        if last_half == "p" and last == _HALF:
            half = "a"
        return _of_half(first, half), _of_half(last, last_half)
    half = first_half if first % _HALF < last % _HALF else _other(first_half)
    return _of_half(first, first_half), _of_half(last, half)


def _without_halves(first: int, last: int) -> tuple[int, int] | None:
    """Read *9-5*, *9-12* and *1-5*; *8-10* may be morning or evening and is left."""
    if first == _HALF and last <= _LAST_AFTERNOON:
        return first, last + _HALF
    if last // 60 == 12 and _FIRST_MORNING <= first < last:
        return first, last
    if first > last and first >= _FIRST_MORNING and last <= _LAST_AFTERNOON:
        return first, last + _HALF
    if _FIRST_AFTERNOON <= first < _FIRST_DOUBTFUL and first < last <= _LAST_AFTERNOON:
        return first + _HALF, last + _HALF
    return None


def _beside_24(start: _Time, end: _Time) -> tuple[int, int] | None:
    """Read *9-17:00* and *9-noon*: the other time counts to 24 as well, if that makes sense."""
    (first, first_half), (last, last_half) = start, end
    if first_half in {"a", "p"} or last_half in {"a", "p"}:
        return _of_half(first, first_half), _of_half(last, last_half)
    if first_half == "24" and first <= _HALF and last < first:
        return None
    return first, last


def _of_half(minute: int, half: str) -> int:
    if half not in {"a", "p"}:
        return minute
    return minute % _HALF + (_HALF if half == "p" else 0)


def _other(half: str) -> str:
    return "a" if half == "p" else "p"
