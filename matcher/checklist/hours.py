"""The hours of a week in words: *Weekday mornings; Saturday afternoons*."""

from collections.abc import Iterable, Iterator

from matcher.directory.week import CELLS, DAYS, PARTS, free_cells, parse_hours
from matcher.i18n import Catalogue
from matcher.questionnaire.response import Times

_RUNS = {DAYS[:5]: "weekdays", DAYS[5:]: "weekend", DAYS: "all"}


def hours_asked_for(asked: Times, tokens: Iterable[str]) -> tuple[str, ...]:
    """Return what of a profile's hours lies in the cells asked for, exact where it is.

    Parameters
    ----------
    asked
        The good times count, and so do those that would do: who said so can use them.
    tokens
        Cells of the week grid and exact hours.

    Returns
    -------
    tuple of str
        Exact hours as the profile states them. Hours that only together leave room for a session
        are told by their part of the day. Empty when none of them was asked for.
    """
    cells, tokens = {*asked.good, *asked.possible}, tuple(tokens)
    told = tuple(token for token in tokens if cells & free_cells((token,)))
    return (*told, *sorted((cells & free_cells(tokens)) - free_cells(told)))


def describe_hours(
    tokens: Iterable[str], catalogue: Catalogue, *, in_a_sentence: bool = False
) -> str:
    """Say which hours a ``times`` fact, or an answer, names.

    Parameters
    ----------
    tokens
        Cells of the week grid and exact hours, in any order.
    in_a_sentence
        Whether words stand before them, so that no capital begins them.

    Returns
    -------
    str
        In the order of the week, by the first day and hour of each; ``""`` when there are none.
    """
    tokens = tuple(tokens)
    told = sorted([*_cell_phrases(tokens, catalogue), *_exact_phrases(tokens, catalogue)])
    phrases = [phrase for *_, phrase in told]
    if in_a_sentence:
        return "; ".join(phrases)
    return "; ".join(phrase[:1].upper() + phrase[1:] for phrase in phrases)


def _cell_phrases(
    tokens: tuple[str, ...], catalogue: Catalogue
) -> Iterator[tuple[int, int, int, str]]:
    """Give first day, first and last minute, and the words for each part of the day."""
    for part, (start, end) in PARTS.items():
        days = tuple(day for day in DAYS if f"{day}-{part}" in tokens)
        if not days:
            continue
        phrase = (
            catalogue.text(f"fact.daily.{part}")
            if days == DAYS
            else catalogue.text(f"fact.part.{part}", days=_days(days, "fact.days", catalogue))
        )
        yield DAYS.index(days[0]), start, end, phrase


def _exact_phrases(
    tokens: tuple[str, ...], catalogue: Catalogue
) -> Iterator[tuple[int, int, int, str]]:
    """Give first day, first and last minute, and the words for each stretch of hours."""
    days_of: dict[tuple[int, int], set[str]] = {}
    for token in tokens:
        hours = None if token in CELLS else parse_hours(token)
        if hours is not None:
            days_of.setdefault(hours[1:], set()).add(hours[0])
    for (start, end), named in days_of.items():
        days = tuple(day for day in DAYS if day in named)
        phrase = catalogue.text(
            "fact.hours",
            days=_days(days, "fact.days_at", catalogue),
            start=clock_words(start, catalogue),
            end=clock_words(end, catalogue),
        )
        yield DAYS.index(days[0]), start, end, phrase


def _days(days: tuple[str, ...], runs: str, catalogue: Catalogue) -> str:
    if days in _RUNS:
        return catalogue.text(f"{runs}.{_RUNS[days]}")
    return catalogue.list(catalogue.text(f"fact.day.{day}") for day in days)


def clock_words(minutes: int, catalogue: Catalogue) -> str:
    """Say a time of day, in minutes after midnight."""
    hour, minute = divmod(minutes, 60)
    half = "am" if hour % 24 < 12 else "pm"
    return catalogue.text(
        f"fact.clock.{half}", hour=hour % 24, hour12=hour % 12 or 12, minute=f"{minute:02}"
    )
