"""A fact's value as text and back: the one form used in CSV cells and in the database.

An empty cell is *not stated*; ``-`` alone is *stated: none*.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from matcher.directory.field import Field, FieldKind
from matcher.directory.profile import FactValue, split_token
from matcher.directory.vocabulary import NO, Vocabulary, load_vocabulary
from matcher.directory.week import CELLS, parse_hours
from matcher.errors import Message

NONE = "-"
SEPARATOR = ";"
EXAMPLE = MappingProxyType({"id": "example", "register_number": "EX-0001"})
"""The row that shows how a profile is written, as long as nobody has typed over it."""
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_+\-]{0,79}")
_DETAIL = re.compile(r"[A-Za-z0-9_ .\-]{1,40}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_STEPS = re.compile(r"(-?[0-2])(?:\.\.(-?[0-2]))?")
_NUMBER = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,20})?")
_DECIMALS = 6
_LARGEST = Decimal(10) ** 8


@dataclass(frozen=True, slots=True)
class CellReading:
    """What one cell said.

    Attributes
    ----------
    value
        The value, or ``None`` when nothing usable was stated.
    faults
        What could not be used; the rest of the cell still counts.
    """

    value: FactValue | None
    faults: tuple[Message, ...] = ()


def read_cell(field: Field, text: str) -> CellReading:
    """Read a cell of column `field`.

    Parameters
    ----------
    field
        The column.
    text
        The cell as it stands; white space around it does not count.

    Returns
    -------
    CellReading
        The good part of the cell, and a message for each part that is not allowed.
    """
    text = text.strip()
    if not text:
        return CellReading(None)
    if text == NONE:
        return CellReading(_STATED_NONE.get(field.kind))
    return _READERS[field.kind](field, text)


def read_text(text: str) -> str:
    """Return what a cell of words says; ``""`` where that is nothing.

    The same as `read_cell` for a field of words, in a fraction of the time.
    """
    text = text.strip()
    return "" if text == NONE else text


def write_cell(value: FactValue) -> str:
    """Write a value the way `read_cell` reads it."""
    if value in {"", ()}:
        return NONE
    if isinstance(value, tuple):
        if isinstance(value[0], int):
            low, high = value
            return str(low) if low == high else f"{low}..{high}"
        return SEPARATOR.join(str(token) for token in value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value


_STATED_NONE: dict[FieldKind, FactValue] = {
    FieldKind.TEXT: "",
    FieldKind.CODE: "",
    FieldKind.CODES: (),
    FieldKind.TIMES: (),
}


def _read_text(_field: Field, text: str) -> CellReading:
    return CellReading(text)


def _read_code(field: Field, text: str) -> CellReading:
    vocabulary = load_vocabulary(field.vocabulary) if field.vocabulary else None
    code = _known(text, field, vocabulary)
    if code in field.codes or (vocabulary and _is_allowed(code, field, vocabulary)):
        return CellReading(code)
    return CellReading(None, (_unknown(text, field),))


def _read_codes(field: Field, text: str) -> CellReading:
    vocabulary = load_vocabulary(field.vocabulary) if field.vocabulary else None
    tokens: dict[str, str] = {}
    faults: list[Message] = []
    for part in filter(None, (part.strip() for part in text.split(SEPARATOR))):
        said, details = split_token(":".join(word.strip() for word in part.split(":")))
        code = _known(said, field, vocabulary)
        if not _is_allowed(code, field, vocabulary):
            faults.append(_unknown(said, field))
            continue
        details = _known_details(details, vocabulary)
        if not _details_are_allowed(details, vocabulary):
            detail = _shortened(":".join(details))
            faults.append(Message("finding.cell.detail", code=code, detail=detail))
            details = ()
        tokens.setdefault(code, ":".join((code, *details)))
    return CellReading(tuple(tokens.values()) or None, tuple(faults))


def _known(text: str, field: Field, vocabulary: Vocabulary | None) -> str:
    """Return the code meant by a text, which may be written in capitals; else the text itself."""
    small = text.casefold()
    known = vocabulary if vocabulary is not None else field.codes
    return small if small in known else text


def _known_details(details: tuple[str, ...], vocabulary: Vocabulary | None) -> tuple[str, ...]:
    if not details:
        return details
    small = details[0].casefold()
    kinds = (*vocabulary.levels, *vocabulary.kinds) if vocabulary else ()
    return (small, *details[1:]) if small in {NO, *kinds} else details


def _is_allowed(code: str, field: Field, vocabulary: Vocabulary | None) -> bool:
    if vocabulary is None or field.extensible:
        return _CODE.fullmatch(code) is not None
    return code in vocabulary and not vocabulary.term(code).answer_only


def _details_are_allowed(details: tuple[str, ...], vocabulary: Vocabulary | None) -> bool:
    if not details or details == (NO,):
        return True
    if vocabulary is None:
        return False
    first, *rest = details
    if first in vocabulary.levels:
        return not rest
    return first in vocabulary.kinds and all(_DETAIL.fullmatch(detail) for detail in rest)


def _read_steps(_field: Field, text: str) -> CellReading:
    match = _STEPS.fullmatch(text.replace(" ", ""))
    if match is None:
        return CellReading(None, (Message("finding.cell.steps", text=_shortened(text)),))
    low = int(match[1])
    high = low if match[2] is None else int(match[2])
    return CellReading((min(low, high), max(low, high)))


def _read_times(_field: Field, text: str) -> CellReading:
    good: list[str] = []
    faults: list[Message] = []
    for part in filter(None, (part.strip() for part in text.split(SEPARATOR))):
        small = part.casefold()
        if small in CELLS or parse_hours(small) is not None:
            good.append(small)
        else:
            faults.append(Message("finding.cell.times", text=_shortened(part)))
    return CellReading(tuple(dict.fromkeys(good)) or None, tuple(faults))


def _read_number(field: Field, text: str) -> CellReading:
    low, high = _LIMITS.get(field.name, (Decimal(0), _LARGEST))
    # More decimals than these are noise, and would not survive JSON.
    number = round(Decimal(text), _DECIMALS) if _NUMBER.fullmatch(text) else None
    if number is None or not low <= number <= high:
        return CellReading(
            None, (Message("finding.cell.number", text=_shortened(text), low=low, high=high),)
        )
    return CellReading(number.normalize() + 0 if number else Decimal(0))


_LIMITS = {
    "latitude": (Decimal(-90), Decimal(90)),
    "longitude": (Decimal(-180), Decimal(180)),
    "years": (Decimal(0), Decimal(80)),
}


def _read_date(_field: Field, text: str) -> CellReading:
    try:
        # Python reads other forms too; the file format knows this one only.
        return CellReading(date.fromisoformat(text if _DAY.fullmatch(text) else ""))
    except ValueError:
        return CellReading(None, (Message("finding.cell.date", text=_shortened(text)),))


_READERS: dict[FieldKind, Callable[[Field, str], CellReading]] = {
    FieldKind.TEXT: _read_text,
    FieldKind.CODE: _read_code,
    FieldKind.CODES: _read_codes,
    FieldKind.STEPS: _read_steps,
    FieldKind.TIMES: _read_times,
    FieldKind.NUMBER: _read_number,
    FieldKind.DATE: _read_date,
}


def _unknown(code: str, field: Field) -> Message:
    return Message("finding.cell.code", code=_shortened(code), field=field.name)


def _shortened(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}…"
