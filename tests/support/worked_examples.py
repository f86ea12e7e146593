"""The page of worked examples as tables of cells: what a person reads there, a test compares."""

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any

from support.builders import make_profile
from support.directories import MemoryDirectory
from support.source import ROOT

from matcher.directory.field import FIELDS
from matcher.directory.profile import Profile, Source
from matcher.questionnaire.answers_file import read_answers
from matcher.services.matching.match import match
from matcher.services.matching.result_document import result_document

PAGE = ROOT / "resources" / "docs" / "worked-examples.md"
FOLDER = ROOT / "tests" / "data" / "worked_examples"
SEED = 7

Row = dict[str, str]
_FILES = re.compile(r"^Files: `([a-z_]+\.json)`, `([a-z_]+\.csv)`$", re.MULTILINE)
_PROFILE = re.compile(r"w-\d{3}")


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the page, with the heading it stands under."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """One client of the page: what is written of them, and the files of the same."""

    title: str
    answers: str
    directory: str
    tables: tuple[Table, ...]

    def rows(self, *columns: str) -> list[Row]:
        """Return the rows of all tables that have these columns."""
        return [row for table in self._tables(columns) for row in table.rows]

    def has(self, *columns: str) -> bool:
        """Tell whether there is a table with these columns."""
        return bool(self._tables(columns))

    @property
    def values(self) -> dict[str, tuple[Row, ...]]:
        """What is written of each profile's wishes, by profile."""
        return {
            _PROFILE.findall(table.heading)[0]: table.rows
            for table in self._tables(("Wish", "Stated"))
        }

    @property
    def profiles(self) -> list[Profile]:
        """The people of its directory file."""
        return [_profile(row) for row in self.cells]

    @property
    def cells(self) -> list[Row]:
        """The rows of its directory file."""
        with (FOLDER / self.directory).open(encoding="utf-8", newline="") as file:
            return [*csv.DictReader(file, strict=True)]

    @property
    def document(self) -> dict[str, Any]:
        """What the program says, as its JSON stands for it."""
        answers = read_answers(FOLDER / self.answers)
        made = match(MemoryDirectory(self.profiles), answers, seed=SEED)
        document: dict[str, Any] = json.loads(json.dumps(result_document(made)))
        return document

    def _tables(self, columns: tuple[str, ...]) -> list[Table]:
        return [table for table in self.tables if {*columns} <= {*table.columns}]


@cache
def examples() -> tuple[Example, ...]:
    """Read the page."""
    parts = re.split(r"^## ", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return tuple(_example(part) for part in parts)


def number(cell: str) -> Fraction:
    """Read a whole number, a decimal one, a fraction or a mixed one."""
    return sum((Fraction(part) for part in cell.split()), Fraction(0))


def exact(value: object) -> Fraction:
    """Return a number of the program's JSON by the digits it is printed with."""
    return Fraction(json.dumps(value))


def code(cell: str) -> str:
    """Return the one code of a cell."""
    (found,) = codes(cell)
    return found


def codes(cell: str) -> list[str]:
    """Return the codes of a cell, in order."""
    return re.findall(r"`([^`]+)`", cell)


def _example(part: str) -> Example:
    files = _FILES.search(part)
    assert files is not None, f"no files are named under {part.splitlines()[0]}"
    answers, directory = files.groups()
    return Example(part.splitlines()[0], answers, directory, tuple(_tables(part)))


def _tables(part: str) -> Iterator[Table]:
    for block in re.split(r"^### ", part, flags=re.MULTILINE):
        for lines in re.findall(r"(?:^\|.*\|$\n?)+", block, flags=re.MULTILINE):
            header, _, *body = [_cells(line) for line in lines.splitlines()]
            rows = tuple(dict(zip(header, row, strict=True)) for row in body)
            yield Table(block.splitlines()[0], tuple(header), rows)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def _profile(row: Row) -> Profile:
    confirmed = row["confirmed_on"]
    return make_profile(
        row["id"],
        source=Source(row["confirmed_by"]),
        confirmed_on=date.fromisoformat(confirmed) if confirmed else None,
        **{field: cell for field, cell in row.items() if field in FIELDS},
    )
