"""The hours of a week in words: *Weekday mornings; Saturday afternoons*."""

from collections.abc import Iterable

from matcher.directory.week import CELLS, DAYS, PARTS, parse_hours
from matcher.i18n import Catalogue

_RUNS = {DAYS[:5]: "weekdays", DAYS[5:]: "weekend", DAYS: "all"}


def describe_hours(tokens: Iterable[str], catalogue: Catalogue) -> str:
    """Say which hours a ``times`` fact, or an answer, names.

    Parameters
    ----------
    tokens
        Cells of the week grid and exact hours, in any order.

    Returns
    -------
    str
        Cells by part of the day, then exact hours; ``""`` when there are none.
    """
    tokens = tuple(tokens)
    phrases = [*_cell_phrases(tokens, catalogue), *_exact_phrases(tokens, catalogue)]
    return "; ".join(phrase[:1].upper() + phrase[1:] for phrase in phrases)


def _cell_phrases(tokens: tuple[str, ...], catalogue: Catalogue) -> list[str]:
    phrases = []
    for part in PARTS:
        days = tuple(day for day in DAYS if f"{day}-{part}" in tokens)
        if days == DAYS:
            phrases.append(catalogue.text(f"fact.daily.{part}"))
        elif days:
            phrases.append(
                catalogue.text(f"fact.part.{part}", days=_days(days, "fact.days", catalogue))
            )
    return phrases


def _exact_phrases(tokens: tuple[str, ...], catalogue: Catalogue) -> list[str]:
    days_of: dict[tuple[int, int], list[str]] = {}
    for token in tokens:
        hours = None if token in CELLS else parse_hours(token)
        if hours is not None:
            days_of.setdefault(hours[1:], []).append(hours[0])
    return [
        catalogue.text(
            "fact.hours",
            days=_days(tuple(day for day in DAYS if day in days), "fact.days_at", catalogue),
            start=_clock(start, catalogue),
            end=_clock(end, catalogue),
        )
        for (start, end), days in sorted(days_of.items())
    ]


def _days(days: tuple[str, ...], runs: str, catalogue: Catalogue) -> str:
    if days in _RUNS:
        return catalogue.text(f"{runs}.{_RUNS[days]}")
    return catalogue.list(catalogue.text(f"fact.day.{day}") for day in days)


def _clock(minutes: int, catalogue: Catalogue) -> str:
    hour, minute = divmod(minutes, 60)
    half = "am" if hour % 24 < 12 else "pm"
    return catalogue.text(
        f"fact.clock.{half}", hour=hour % 24, hour12=hour % 12 or 12, minute=f"{minute:02}"
    )
