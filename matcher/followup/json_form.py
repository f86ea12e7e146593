"""What JSON says, read without trust: what is strange costs only itself."""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

_Entry = TypeVar("_Entry")
_Code = TypeVar("_Code", bound=StrEnum)


class UnreadError(ValueError):
    """An entry says too little to be read."""


def table_of(found: object) -> Mapping[str, Any]:
    """Return a table.

    Raises
    ------
    UnreadError
        When it is none.
    """
    if not isinstance(found, Mapping):
        raise UnreadError
    return found


def text_of(found: object) -> str:
    """Return a text; ``""`` when it is none."""
    return found if isinstance(found, str) else ""


def id_of(found: object) -> str:
    """Return a text that is not empty.

    Raises
    ------
    UnreadError
        When it is none.
    """
    if not isinstance(found, str) or not found:
        raise UnreadError
    return found


def day_of(found: object) -> date | None:
    """Return a day; ``None`` when it is none."""
    try:
        return date.fromisoformat(text_of(found))
    except ValueError:
        return None


def sure_day_of(found: object) -> date:
    """Return a day.

    Raises
    ------
    UnreadError
        When it is none.
    """
    day = day_of(found)
    if day is None:
        raise UnreadError
    return day


def code_of(codes: type[_Code], found: object, otherwise: _Code) -> _Code:
    """Return a code of a closed list; another one when it is none of them."""
    return next((code for code in codes if code == found), otherwise)


def entries_of(
    found: object, read: Callable[[Any], _Entry], unread: object = ()
) -> tuple[tuple[_Entry, ...], tuple[str, ...]]:
    """Return entries, and as JSON those that could not be read.

    Parameters
    ----------
    found
        A list of entries; anything else is one that cannot be read.
    read
        Reads one; raises `UnreadError`.
    unread
        Those that could not be read before. They are tried again: they may be of a later version.
    """
    read_ones: list[_Entry] = []
    left: list[str] = []
    for entry in (*_list_of(found), *_list_of(unread)):
        try:
            read_ones.append(read(entry))
        except UnreadError:
            left.append(_as_json(entry))
    return tuple(read_ones), tuple(left)


def written(unread: Iterable[str]) -> list[Any]:
    """Return what could not be read as it was found, as far as a file can hold it."""
    return [_plain(entry) for entry in unread]


def written_text(words: str) -> str:
    """Return a text as a file can hold it: half of a letter that takes two is replaced."""
    return words.encode("utf-8", "replace").decode()


def written_day(day: date | None) -> str | None:
    """Return a day as text."""
    return None if day is None else day.isoformat()


def once_each(
    entries: Iterable[_Entry],
    key_of: Callable[[_Entry], object],
    written_as: Callable[[_Entry], object],
) -> tuple[tuple[_Entry, ...], tuple[str, ...]]:
    """Return the first entry of each key, and all others as JSON."""
    first: dict[object, _Entry] = {}
    others: list[str] = []
    for entry in entries:
        if key_of(entry) in first:
            others.append(_as_json(written_as(entry)))
        else:
            first[key_of(entry)] = entry
    return tuple(first.values()), tuple(others)


def _as_json(entry: object) -> str:
    """Return an entry as JSON that any file can hold."""
    said = json.dumps(entry, ensure_ascii=False)
    return json.dumps(_plain(said), ensure_ascii=False, sort_keys=True)


def _plain(said: str) -> Any:
    return json.loads(written_text(said), parse_constant=str)


def _list_of(found: object) -> list[Any]:
    if found is None or found == ():
        return []
    return found if isinstance(found, list) else [found]
