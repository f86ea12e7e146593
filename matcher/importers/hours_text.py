"""Hours as people write them: *Mon-Thu 9-5*. What is not surely meant is left, never guessed."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from matcher.directory.week import CELLS, DAYS, parse_hours
from matcher.importers.clock_text import TIME, is_range, range_of
from matcher.importers.foreign_text import clean_text
from matcher.importers.free_text import folded, words

_PIECES = re.compile(r"[;|\n]+")
_FILLERS = frozenset("on from de los las el at every todos cada between entre only solo".split())
_AND = frozenset({",", "&", "and", "y", "e", "+", "/"})
_TO = frozenset({"-", "to", "through", "thru", "a", "until", "til", "till", "hasta"})
_TOKEN = re.compile(rf"{TIME}|[^\W\d_]+|[-,&+/:()]|\S")
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class HoursReading:
    """What a cell said of hours.

    Attributes
    ----------
    tokens
        Tokens of a ``times`` cell.
    rest
        The pieces of the text of which nothing was understood, as they stand.
    """

    tokens: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()


def read_hours(text: str) -> HoursReading:
    """Read hours out of a cell, in English or Spanish.

    Parameters
    ----------
    text
        Anything. Pieces end at ``;``, ``|`` and line ends, and at a comma before a day.

    Examples
    --------
    >>> read_hours("Tue 5pm–8pm; Sat by appointment")
    HoursReading(tokens=('tue 17:00-20:00',), rest=('Sat by appointment',))
    >>> read_hours("evenings")
    HoursReading(tokens=(), rest=('evenings',))
    """
    text = clean_text(text, _LONGEST, lines=True)
    if not text:
        return HoursReading()
    tokens: list[str] = []
    rest: list[str] = []
    for piece in _pieces(text):
        found = _read_piece(piece)
        tokens += found
        if not found:
            rest.append(piece)
    if rest and (_limits(text) or _concern(tokens, rest)):
        return HoursReading((), (text.replace("\n", " "),))
    return HoursReading(tuple(dict.fromkeys(tokens)), tuple(rest))


def _pieces(text: str) -> Iterable[str]:
    """Give the pieces; one that cannot be read whole is parted at its commas before days."""
    for piece in filter(None, map(str.strip, _PIECES.split(text))):
        if _read_piece(piece):
            yield piece
        else:
            yield from filter(None, (part.strip(" ,") for part in _parted(piece)))


def _parted(piece: str) -> Iterable[str]:
    start = 0
    for comma in re.finditer(",", piece):
        following = _tokens(piece[comma.end() :])
        if following and following[0] in _days():
            yield piece[start : comma.start()]
            start = comma.end()
    yield piece[start:]


def _limits(text: str) -> bool:
    """Tell whether a word says that what stands around it may not hold as it stands."""
    plain = folded(text)
    return any(re.search(rf"\b{re.escape(word)}\b", plain) for word in words("hours")["limits"])


def _concern(tokens: Sequence[str], rest: Iterable[str]) -> bool:
    """Tell whether what was not understood speaks of a day on which hours were."""
    spoken = {day for piece in rest for token in _tokens(piece) for day in _days().get(token, ())}
    return any(token[:3] in spoken for token in tokens)


def _read_piece(piece: str) -> list[str]:
    """Return the tokens of a piece that is understood to its last sign, else nothing."""
    plain = folded(piece)
    if plain in CELLS or parse_hours(plain):
        return [plain]
    tokens = [token for token in _tokens(piece) if token not in _FILLERS]
    return _parts_first(tokens) or _days_first(tokens)


def _tokens(piece: str) -> list[str]:
    plain = re.sub("[–—−]", "-", folded(piece)).replace(".", "")
    for phrase, name in _phrases():
        plain = re.sub(rf"(?<!\w){re.escape(phrase)}(?!\w)", name, plain)
    return [match[0].replace(" ", "") for match in _TOKEN.finditer(plain)]


def _parts_first(tokens: Sequence[str]) -> list[str]:
    """Read *evenings Mon and Tue*."""
    parts, place = _list_of(tokens, 0, _parts())
    days, place = _day_list(tokens, place) if parts else ([], 0)
    return _cells(days, parts) if days and place == len(tokens) else []


def _days_first(tokens: Sequence[str]) -> list[str]:
    """Read *Mon-Thu 9-5, 6pm-8pm, Fri mornings*."""
    found: list[str] = []
    place = 0
    while place < len(tokens):
        days, place = _day_list(tokens, place)
        place += tokens[place : place + 1] in ([":"], [","], ["-"])
        hours, place = _hours_list(tokens, place, days)
        if not (days and hours):
            return []
        found += hours
        place += place < len(tokens) and tokens[place] in _AND
    return found


def _day_list(tokens: Sequence[str], place: int) -> tuple[list[str], int]:
    """Read days joined by commas or *and*, and runs of days."""
    found: list[str] = []
    while place < len(tokens) and tokens[place] in _days():
        days = [*_days()[tokens[place]]]
        place += 1
        last = _days().get(tokens[place + 1], ()) if place + 1 < len(tokens) else ()
        if len(last) == 1 and tokens[place] in _TO:
            first_day, last_day = DAYS.index(days[0]), DAYS.index(last[0])
            if len(days) > 1 or first_day >= last_day:
                return [], place
            days = [*DAYS[first_day : last_day + 1]]
            place += 2
        found += days
        if place + 1 < len(tokens) and tokens[place] in _AND and tokens[place + 1] in _days():
            place += 1
    return found, place


def _hours_list(tokens: Sequence[str], place: int, days: Sequence[str]) -> tuple[list[str], int]:
    """Read ranges of hours and parts of the day, joined by commas or *and*."""
    found: list[str] = []
    while place < len(tokens):
        if tokens[place] in _parts():
            found += _cells(days, [_parts()[tokens[place]]])
            place += 1
        elif is_range(tokens[place : place + 3], _TO):
            hours = range_of(tokens[place], tokens[place + 2])
            if not hours:
                return [], place
            found += [f"{day} {hours}" for day in days]
            place += 3
        else:
            break
        joined = place + 1 < len(tokens) and tokens[place] in _AND
        if not joined or tokens[place + 1] in _days():
            break
        place += 1
    return found, place


def _list_of(tokens: Sequence[str], place: int, known: dict[str, str]) -> tuple[list[str], int]:
    found: list[str] = []
    while place < len(tokens) and tokens[place] in known:
        found.append(known[tokens[place]])
        place += 1
        if place + 1 < len(tokens) and tokens[place] in _AND and tokens[place + 1] in known:
            place += 1
    return found, place


def _cells(days: Iterable[str], parts: Sequence[str]) -> list[str]:
    return [f"{day}-{part}" for day in days for part in parts]


@cache
def _days() -> dict[str, tuple[str, ...]]:
    """Return the days each word stands for; phrases by the word that is put in their place."""
    return {
        _as_word(word): tuple(days.split())
        for days, known in words("days").items()
        for word in known
    }


@cache
def _parts() -> dict[str, str]:
    return {_as_word(word): part for part, known in words("parts").items() for word in known}


@cache
def _phrases() -> tuple[tuple[str, str], ...]:
    """Return the words that are no single token, the longest first, and what replaces each."""
    known = [word for table in ("days", "parts") for each in words(table).values() for word in each]
    phrases = {word for word in known if not word.isalpha()}
    return tuple((word, _as_word(word)) for word in sorted(phrases, key=len, reverse=True))


def _as_word(word: str) -> str:
    """Return a word as one token: ``por la tarde`` as ``porlatarde``."""
    return "".join(sign for sign in word if sign.isalpha())
