"""Texts of which only some can be what their field holds: a country, a telephone number, a page."""

import re
from functools import cache
from zoneinfo import available_timezones

from matcher.directory.cells import NONE, SEPARATOR
from matcher.errors import Message
from matcher.importers.combined_text import state_of
from matcher.importers.foreign_text import clean_text
from matcher.importers.free_text import folded, is_not_stated
from matcher.importers.money_text import currency_of
from matcher.importers.row_builder import RowBuilder, shortened
from matcher.importers.us_place import country_code
from matcher.region import countries

LICENSED_AREAS = "licensed_areas"
CHECKED = frozenset(
    {"country", "currency", "time_zone", "phone", "email", "website", "register_number"}
)
"""Fields of one text that are looked at."""

_HOST = r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}"
_PAGE = re.compile(rf"(?:https?://)?{_HOST}(?::[0-9]{{1,5}})?(?:[/?#]\S*)?", re.IGNORECASE)
_EMAIL = re.compile(rf"[^\s@]+@{_HOST}")
_ROUNDED = re.compile(r"[0-9]+(?:[.,][0-9]+)?E\+?[0-9]+", re.IGNORECASE)
_POINT_ZERO = re.compile(r"([0-9]+)\.0+")
_CURRENCY = re.compile("[A-Z]{3}")
_AREA = re.compile("[A-Z]{2}(?:-[A-Z0-9]{1,3})?")
_UNITED_STATES = frozenset({"estados unidos", "ee uu", "eeuu", "america"})


def checked_text(field: str, text: str) -> str:
    """Return a text as the directory has it; ``""`` when it cannot be what the field holds.

    A number of which a spreadsheet kept only the first digits is none.

    Examples
    --------
    >>> [checked_text("phone", text) for text in ("5035550105.0", "1.50356E+10", "tbd")]
    ['5035550105', '', '']
    >>> [checked_text("currency", text) for text in ("usd", "$")]
    ['USD', '']
    """
    cleaned = clean_text(text)
    if field == "country":
        return country_of(cleaned)
    if field == "currency":
        is_written = _CURRENCY.fullmatch(cleaned) and not is_not_stated(cleaned)
        return cleaned if is_written else currency_of(cleaned)
    if field == "time_zone":
        return cleaned if cleaned in _time_zones() else ""
    if field == "email":
        return cleaned if _EMAIL.fullmatch(cleaned) else ""
    if field == "website":
        return cleaned if _PAGE.fullmatch(cleaned) else ""
    return _number(cleaned, "[0-9]" if field == "register_number" else "[0-9]{3}")


def country_of(text: str) -> str:
    """Return the two letters of a country, ``""`` when a text does not give them."""
    return country_code(text.replace(".", "")) or ("US" if folded(text) in _UNITED_STATES else "")


def area_of(text: str) -> str:
    """Return the code of an area that gives licences, ``""`` when a text does not give one.

    Examples
    --------
    >>> [area_of(text) for text in ("US-OR", "OR", "us-or", "US-Washington", "US", "US-XX", "?")]
    ['US-OR', 'US-OR', 'US-OR', 'US-WA', 'US', '', '']
    """
    plain = text.strip()
    is_abroad = _AREA.fullmatch(plain) and not plain.startswith("US-")
    if is_abroad and ("-" in plain or plain in countries()):
        return plain
    letters = state_of(plain)
    return f"US-{letters}" if letters else plain if is_abroad else ""


def read_checked(builder: RowBuilder, field: str, text: str) -> None:
    """Take over a cell of our own form; what cannot be so leaves its field as it is."""
    is_looked_at = not (builder.options.as_it_stands or text in {"", NONE})
    if is_looked_at and field == LICENSED_AREAS:
        _read_areas(builder, text)
    elif not (is_looked_at and field in CHECKED):
        builder.read(field, text)
    elif known := checked_text(field, text):
        builder.read(field, known)
    else:
        builder.error(Message("finding.cell.text", text=shortened(text), field=field), field)


def _read_areas(builder: RowBuilder, text: str) -> None:
    """Read what gives licences, each with what stands behind its code."""
    parts = [part.strip() for part in text.split(SEPARATOR) if part.strip()]
    known = {part: area_of(part.partition(":")[0]) for part in parts}
    for part in [part for part, area in known.items() if not area]:
        unknown = Message("finding.cell.text", text=shortened(part), field=LICENSED_AREAS)
        builder.error(unknown, LICENSED_AREAS)
        builder.keep(LICENSED_AREAS, text)
    tokens = ["".join((area, *part.partition(":")[1:])) for part, area in known.items() if area]
    if tokens:
        builder.read(LICENSED_AREAS, SEPARATOR.join(tokens))


@cache
def _time_zones() -> frozenset[str]:
    """Return their names, which are looked for in the files of the system each time."""
    return frozenset(available_timezones())


def _number(text: str, least: str) -> str:
    match = _POINT_ZERO.fullmatch(text)
    whole = match[1] if match else text
    return whole if re.search(least, whole) and not _ROUNDED.fullmatch(whole) else ""
