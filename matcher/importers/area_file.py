"""A clinic's own list of areas: TOML with ``[[area]]`` tables, or a table with these columns."""

import json
import math
import statistics
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

from matcher.directory.area_list import Area, AreaList, name_key, postcode_key
from matcher.directory.geography import Coordinates
from matcher.directory.placing import apart_km
from matcher.errors import ImportFileError, Message
from matcher.importers.foreign_text import clean_text
from matcher.importers.table_file import open_table
from matcher.importers.table_header import column_key
from matcher.importers.us_place import country_code

LARGEST = 1 << 20
MOST_AREAS = 1000
_LONGEST_NAME = 80
_MOST_TEXTS = 500
_KEYS = ("name", "latitude", "longitude", "country", "aliases", "postcodes")
_LIMITS = {"latitude": 90, "longitude": 180}
_FAR_KM, _NEAR_KM = 1000, 300

_Row = Mapping[str, object]


def read_areas(path: Path) -> AreaList:
    """Read a list of areas.

    Parameters
    ----------
    path
        A TOML file, by its ending, or else a CSV file or a spreadsheet; in a table, several
        aliases or postcodes are parted by ``;``.

    Raises
    ------
    ImportFileError
        With a sentence for each thing that is wrong in it: nothing is guessed, and a list is taken
        whole or not at all.
    """
    rows = _toml(path) if path.suffix.lower() == ".toml" else _table(path)
    if len(rows) > MOST_AREAS:
        raise ImportFileError(Message("area.fault.many", file=path.name, most=MOST_AREAS))
    reading = _Reading(path.name)
    areas = [area for number, row in rows.items() if (area := reading.area(number, row))]
    reading.faults += _crossed(areas, path.name)
    reading.faults += _repeated(areas, path.name)
    if not (areas or reading.faults):
        raise ImportFileError(Message("area.fault.none", file=path.name))
    if reading.faults:
        raise ImportFileError(*reading.faults)
    return AreaList(tuple(areas))


def write_areas(areas: AreaList) -> bytes:
    """Return a list as TOML that `read_areas` reads back to the same."""
    return "\n".join(chain.from_iterable(map(_written, areas.areas))).encode() + b"\n"


def _written(area: Area) -> Iterator[str]:
    # What JSON calls a string, a list or a number, TOML does too.
    yield "[[area]]"
    for key in _KEYS:
        if value := getattr(area, key) or (0.0 if key in _LIMITS else ""):
            yield f"{key} = {json.dumps(value, ensure_ascii=False)}"
        elif key in _LIMITS:
            yield f"{key} = 0.0"
    yield ""


def _toml(path: Path) -> dict[int, _Row]:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise ImportFileError(Message("error.import.missing", file=path.name)) from error
    except OSError as error:
        raise ImportFileError(Message("error.import.unreadable", file=path.name)) from error
    if len(content) > LARGEST:
        raise ImportFileError(Message("area.fault.many", file=path.name, most=MOST_AREAS))
    try:
        document = tomllib.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ImportFileError(Message("area.fault.toml", file=path.name)) from error
    tables = document.pop("area", [])
    if document or not isinstance(tables, list) or not all(isinstance(t, dict) for t in tables):
        raise ImportFileError(Message("area.fault.toml", file=path.name))
    return dict(enumerate(tables, start=1))


def _table(path: Path) -> dict[int, _Row]:
    table = open_table(path)
    keys = [column_key(header) for header in table.headers]
    if lacking := [key for key in _KEYS[:3] if keys.count(key) != 1]:
        raise ImportFileError(Message("area.fault.column", file=path.name, column=lacking[0]))
    rows: dict[int, _Row] = {}
    for number, cells in table.rows():
        rows[number] = {key: cell for key, cell in zip(keys, cells, strict=False) if key and cell}
        if len(rows) > MOST_AREAS:
            break
    return rows


class _Reading:
    """One file as it is read, and what is wrong in it."""

    def __init__(self, file: str) -> None:
        self._file = file
        self.faults: list[Message] = []

    def area(self, number: int, row: _Row) -> Area | None:
        """Return the area of a row; ``None`` when something is wrong with it, which is kept."""
        before = len(self.faults)
        name = self._text(number, row, "name")
        place = {key: self._degrees(number, row, key) for key in _LIMITS}
        country = self._text(number, row, "country")
        lists = {key: self._texts(number, row, key) for key in ("aliases", "postcodes")}
        for key in sorted(row.keys() - {*_KEYS}):
            self._say("key", number, key=clean_text(key, 40))
        if not name:
            self._say("name", number)
        if [*place.values()] == [0.0, 0.0]:
            self._say("zero", number, name=name)
        if lists["postcodes"] and not country_code(country):
            self._say("country", number, name=name)
        if len(self.faults) > before:
            return None
        code = country_code(country) if lists["postcodes"] else ""
        return Area(name, **place, **lists, country=code)  # type: ignore[arg-type]

    def _say(self, what: str, number: int, **params: object) -> None:
        self.faults.append(Message(f"area.fault.{what}", file=self._file, number=number, **params))

    def _text(self, number: int, row: _Row, key: str) -> str:
        value = row.get(key, "")
        if not isinstance(value, str):
            self._say("text", number, key=key)
            return ""
        return clean_text(value, _LONGEST_NAME)

    def _texts(self, number: int, row: _Row, key: str) -> tuple[str, ...]:
        value = row.get(key, [])
        parts = value.split(";") if isinstance(value, str) else value
        if not (isinstance(parts, list) and all(isinstance(part, str) for part in parts)):
            self._say("texts", number, key=key)
            return ()
        if len(parts) > _MOST_TEXTS:
            self._say("long", number, key=key, most=_MOST_TEXTS)
            return ()
        return tuple(filter(None, (clean_text(part, _LONGEST_NAME) for part in parts)))

    def _degrees(self, number: int, row: _Row, key: str) -> float:
        value, most = row.get(key, ""), _LIMITS[key]
        if value == "":
            self._say("missing", number, key=key)
            return math.nan
        try:
            if isinstance(value, bool) or not isinstance(value, str | int | float):
                raise ValueError
            degrees = float(value.replace(",", ".") if isinstance(value, str) else value)
        except (ValueError, OverflowError):
            degrees = math.nan
        if not -most <= degrees <= most:
            self._say("degrees", number, key=key, text=clean_text(str(value), 40), most=most)
            return math.nan
        return degrees + 0.0  # never -0.0, which reads as another list


def _crossed(areas: list[Area], file: str) -> Iterator[Message]:
    """Say whose latitude and longitude must have changed places: those far from all others.

    A list whose every place is turned round cannot be told from one of another country.
    """
    if len(areas) < 3:
        return
    middle: Coordinates = (
        statistics.median(area.latitude for area in areas),
        statistics.median(area.longitude for area in areas),
    )
    for area in areas:
        turned = area.longitude, area.latitude
        if apart_km(area.place, middle) > _FAR_KM and apart_km(turned, middle) < _NEAR_KM:
            yield Message("area.fault.crossed", file=file, name=area.name)


def _repeated(areas: list[Area], file: str) -> Iterator[Message]:
    names = ((name, name_key(name)) for a in areas for name in (a.name, *a.aliases))
    yield from _twice("twice", names, file)
    codes = ((code, a.country + postcode_key(code)) for a in areas for code in a.postcodes)
    yield from _twice("postcode_twice", codes, file)


def _twice(what: str, texts: Iterable[tuple[str, str]], file: str) -> Iterator[Message]:
    seen: set[str] = set()
    for text, key in texts:
        if key in seen:
            yield Message(f"area.fault.{what}", file=file, name=text)
        seen.add(key)
