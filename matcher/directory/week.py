"""The week as a grid of 35 cells, and which of them some stated hours leave free."""

import re

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PARTS = {
    "early": (0, 9 * 60),
    "morning": (9 * 60, 12 * 60),
    "afternoon": (12 * 60, 17 * 60),
    "evening": (17 * 60, 20 * 60),
    "late": (20 * 60, 24 * 60),
}
"""Parts of the day with their first and last minute."""

CELLS = tuple(f"{day}-{part}" for day in DAYS for part in PARTS)
"""All cells, Monday early first; the position of a cell is its bit."""

SESSION_MINUTES = 50
"""A cell is free with this much time in one stretch inside it."""

_HOURS = re.compile(r"(mon|tue|wed|thu|fri|sat|sun) (\d{2}):(\d{2})-(\d{2}):(\d{2})", re.ASCII)
_DAY_END = 24 * 60


def parse_hours(token: str) -> tuple[str, int, int] | None:
    """Read ``mon 17:00-20:00`` as day, first and last minute; ``None`` when it is not that."""
    match = _HOURS.fullmatch(token)
    if match is None:
        return None
    day, *numbers = match.groups()
    from_hour, from_minute, to_hour, to_minute = map(int, numbers)
    start, end = from_hour * 60 + from_minute, to_hour * 60 + to_minute
    well_formed = from_minute < 60 and to_minute < 60 and start < end <= _DAY_END
    return (day, start, end) if well_formed else None


def free_cells(tokens: tuple[str, ...]) -> frozenset[str]:
    """Return the cells in which one session fits.

    Parameters
    ----------
    tokens
        Cells and exact hours of a ``times`` fact; hours that touch or overlap are one stretch.
    """
    free = {token for token in tokens if token in CELLS}
    for day in DAYS:
        hours = sorted(
            (start, end)
            for token in tokens
            if (parsed := parse_hours(token)) is not None and parsed[0] == day
            for start, end in [parsed[1:]]
        )
        for start, end in _joined(hours):
            for part, (first, last) in PARTS.items():
                if min(end, last) - max(start, first) >= SESSION_MINUTES:
                    free.add(f"{day}-{part}")
    return frozenset(free)


def _joined(hours: list[tuple[int, int]]) -> list[tuple[int, int]]:
    stretches: list[tuple[int, int]] = []
    for start, end in hours:
        if stretches and start <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], max(end, stretches[-1][1]))
        else:
            stretches.append((start, end))
    return stretches
