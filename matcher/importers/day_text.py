"""Days as people write them; which number is the month is decided for a whole column."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from matcher.importers.free_text import folded, words

ISO, DMY, MDY = "iso", "dmy", "mdy"
STYLES = (ISO, DMY, MDY)
"""Year first; day, month, year; month, day, year."""

_DOT = "."
_ISO = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[t ][0-9:.,+z-]*)?")
_NUMBERS = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})(?: 0?0:00(?::00)?)?")
_DAY_FIRST = re.compile(
    r"([0-9]{1,2})(?:st|nd|rd|th)?[ -](?:de )?([a-z]+)\.?,?[ -](?:de )?([0-9]{4})"
)
_MONTH_FIRST = re.compile(r"([a-z]+)\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})")


def read_day(text: str, style: str = ISO) -> date | None:
    """Read a day out of a cell.

    Parameters
    ----------
    text
        Anything. The year first, or the month as a word, is read in every style.
    style
        One of `STYLES`, for numbers such as ``3/4/2026`` or ``3.4.2026``.

    Returns
    -------
    datetime.date or None
        ``None`` when it is not surely a day.
    """
    plain = folded(text)
    if match := _ISO.fullmatch(plain):
        return _day(match[1], match[2], match[3])
    if match := _DAY_FIRST.fullmatch(plain):
        return _day(match[3], _months().get(match[2], ""), match[1])
    if match := _MONTH_FIRST.fullmatch(plain):
        return _day(match[3], _months().get(match[1], ""), match[2])
    match = _NUMBERS.fullmatch(plain)
    return _of_numbers(match, style) if match else None


def styles_of(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the styles in which a whole column can be read.

    Parameters
    ----------
    texts
        Its cells.

    Returns
    -------
    tuple
        ``("iso",)`` when no cell needs another; one of the others; both when no cell tells them
        apart; nothing when the column is mixed. Those with dots must tell by themselves, as must
        those without: one hand writes *3/4* and another *4.3*.
    """
    numbers = [plain for plain in map(folded, texts) if _NUMBERS.fullmatch(plain)]
    groups = [[text for text in numbers if (_DOT in text) == dotted] for dotted in (True, False)]
    fitting = {_styles_of_all(group) for group in groups if group}
    if not fitting:
        return (ISO,)
    return fitting.pop() if len(fitting) == 1 else ()


def readings(text: str) -> int:
    """Return how many days a cell may mean.

    Examples
    --------
    >>> [readings(text) for text in ("3.4.2026", "13/4/2026", "2026-04-03", "next week")]
    [2, 1, 1, 0]
    """
    return len({day for style in (DMY, MDY) if (day := read_day(text, style)) is not None})


def days_of(text: str) -> tuple[date, ...]:
    """Return the days that numbers such as ``11/22/2026`` may mean; nothing for other texts.

    Spreadsheet programs that write dots by themselves put the day first.

    Examples
    --------
    >>> [len(days_of(text)) for text in ("11/22/2026", "3/4/2026", "3.4.2026", "2026-11-22")]
    [1, 2, 1, 0]
    """
    match = _NUMBERS.fullmatch(folded(text))
    styles = (DMY,) if match and match[2] == _DOT else (MDY, DMY)
    days = (_of_numbers(match, style) for style in styles) if match else ()
    return tuple(dict.fromkeys(day for day in days if day is not None))


def _styles_of_all(numbers: Iterable[str]) -> tuple[str, ...]:
    texts = [*numbers]
    return tuple(
        style for style in (DMY, MDY) if all(read_day(text, style) is not None for text in texts)
    )


def _of_numbers(match: re.Match[str], style: str) -> date | None:
    first, sign, second, year = match.groups()
    if style == ISO or (len(year) == 2 and sign == "-"):  # 26-11-21 may begin with the year
        return None
    year = year if len(year) == 4 else f"20{year}"
    return _day(year, second, first) if style == DMY else _day(year, first, second)


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


@cache
def _months() -> dict[str, str]:
    return {
        name: str(number)
        for number, names in enumerate(words("months")["names"], start=1)
        for name in names
    }
