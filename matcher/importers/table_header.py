"""The names of a table's columns: in which row they stand, among titles and groups."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from matcher.directory.field import FIELDS
from matcher.errors import Message
from matcher.importers.foreign_text import clean_text

LOOKED_THROUGH = 20
"""Filled rows among which the names of the columns are looked for."""


@dataclass(frozen=True, slots=True)
class TableRecord:
    """One row of a table.

    Attributes
    ----------
    number
        Line or row as a person sees it, counted from 1.
    cells
        Without white space around; ``None`` when the row's quotation marks cannot be made out.
    faults
        By place, why a cell could not be read; such a cell is empty.
    """

    number: int
    cells: tuple[str, ...] | None
    faults: Mapping[int, Message] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Header:
    """The names of the columns.

    Attributes
    ----------
    names
        One for each column; ``""`` for one without.
    row
        The last row they stand in; what comes behind is data.
    groups
        The row above with groups of columns; 0 when there is none.
    is_first
        Whether nothing stands above.
    """

    names: tuple[str, ...]
    row: int
    groups: int = 0
    is_first: bool = True


def column_key(header: str) -> str:
    """Return a header as a column name: ``Fee (min)`` becomes ``fee_min``."""
    return re.sub(r"\W+", "_", header.strip().lower()).strip("_")


def find_header(records: Sequence[TableRecord]) -> Header | None:
    """Find the names of the columns among the first filled rows of a table.

    It is the first row of mostly words that fills as many cells as the widest row, or more than
    half as many and has a filled row below; failing that, the first row. A row of groups above it,
    as merged cells leave them, lends its words to the names.
    """
    rows = [record for record in records if record.cells is not None and any(record.cells)]
    if not rows or records[0].cells is None:
        return None
    widest = max(_filled(row) for row in rows)
    place = next(
        (
            place
            for place, row in enumerate(rows[:-1])
            if _is_header(row, widest) and (_filled(row) == widest or _filled(rows[place + 1]) > 1)
        ),
        0,
    )
    if place + 2 < len(rows) and _are_groups(rows[place], rows[place + 1]):
        place += 1
    elif not (place and _are_groups(rows[place - 1], rows[place])):
        names = tuple(clean_text(cell) for cell in rows[place].cells or ())
        return Header(names, rows[place].number, is_first=place == 0)
    above, row = rows[place - 1], rows[place]
    return Header(_joined(above, row), row.number, above.number, is_first=place == 1)


def _filled(row: TableRecord) -> int:
    return sum(map(bool, row.cells or ()))


def _is_words(cell: str) -> bool:
    return any(sign.isalpha() for sign in cell)


def _is_header(row: TableRecord, widest: int) -> bool:
    filled = [cell for cell in row.cells or () if cell]
    words = sum(map(_is_words, filled))
    return len(filled) > 1 and 2 * len(filled) > widest and 2 * words > len(filled)


def _are_groups(above: TableRecord, row: TableRecord) -> bool:
    """Tell whether `above` names groups of the columns in `row`, as merged cells leave them.

    A group's cells but the first are empty, and each has a name below; what belongs to no group
    has no name below.
    """
    groups, below = _padded(above, row), _padded(row, above)
    spans = _spans(groups, below)
    filled = [cell for cell in (*groups, *below) if cell]
    if _filled(above) < 2 or not spans or any(map(_has_digit, filled)):
        return False
    grouped = {place for span in spans for place in span}
    return all(
        bool(name) == (place in grouped)
        for place, (group, name) in enumerate(zip(groups, below, strict=True))
        if group or name
    )


def _has_digit(cell: str) -> bool:
    return any(sign.isdigit() for sign in cell)


def _spans(groups: Sequence[str], below: Sequence[str]) -> list[range]:
    """Return the places of each group of more than one column."""
    starts = [place for place, group in enumerate(groups) if group] + [len(groups)]
    spans = []
    for start, limit in pairwise(starts):
        end = start
        while end < limit and below[end]:
            end += 1
        if end > start + 1:
            spans.append(range(start, end))
    return spans


def _padded(row: TableRecord, other: TableRecord) -> list[str]:
    cells = [*(row.cells or ())]
    return cells + [""] * (len(other.cells or ()) - len(cells))


def _joined(above: TableRecord, row: TableRecord) -> tuple[str, ...]:
    groups, below = _padded(above, row), _padded(row, above)
    names, group = [], ""
    for upper, lower in zip(groups, below, strict=True):
        group = upper or group
        # A name of ours stands for itself.
        is_ours = column_key(lower) in FIELDS
        names.append(clean_text(lower if is_ours else f"{group} {lower}" if lower else upper))
    return tuple(names)
