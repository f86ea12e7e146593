"""Find people in the table of the directory, in the order somebody wants."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from matcher.letters import folded
from matcher.services.people.people_table import LAST, PeopleTable
from matcher.services.people.people_wish import CHOICES, PeopleColumn

if TYPE_CHECKING:
    from matcher.services.people.people_wish import PeopleWish

Rows = NDArray[np.intp]

_WORD = re.compile(r"\w+")


def find_people(table: PeopleTable, wish: PeopleWish) -> Rows:
    """Return the rows of whoever is wanted, in the wanted order; ties go by name, then by id."""
    rows = _spelt(table, wish.typed, _chosen(table, wish))
    return rows[np.argsort(_keys(table, wish)[rows], kind="stable")]


def _chosen(table: PeopleTable, wish: PeopleWish) -> Rows:
    wanted = np.ones(table.size, np.bool_)
    for column, choices in CHOICES.items():
        choice = wish.chosen(column)
        if not choice:
            continue
        place = choices.index(choice)
        if column is PeopleColumn.SOURCE:
            wanted &= (table.said_by & (1 << place)) > 0
        else:
            wanted &= table.codes[column] == place
    return np.flatnonzero(wanted)


def _spelt(table: PeopleTable, typed: str, rows: Rows) -> Rows:
    """Return those of the rows in which every word is found, wherever it stands."""
    words = sorted({*_WORD.findall(folded(typed))}, key=len, reverse=True)
    spellings = table.spellings
    for word in words:
        rows = np.array([row for row in rows.tolist() if word in spellings[row]], np.intp)
    return rows


def _keys(table: PeopleTable, wish: PeopleWish) -> NDArray[np.int64]:
    """Return what the rows are sorted by: the column's place, then the name's."""
    places = table.places_of[wish.sorted_by].astype(np.int64)
    if wish.reverse:
        places = np.where(places == LAST, LAST, -places)
    return places * LAST + table.places_of[PeopleColumn.NAME]
