"""Short ways to make the values that tests are about, from cell texts."""

from datetime import date

from matcher.directory.cells import read_cell
from matcher.directory.field import FIELDS
from matcher.directory.profile import Fact, FactValue, Profile, Source
from matcher.directory.statement import Statement


def make_value(field: str, cell: str) -> FactValue | None:
    """Read a cell of a directory file; a cell that is not allowed fails the test."""
    reading = read_cell(FIELDS[field], cell)
    assert not reading.faults, f"{field}: {reading.faults}"
    return reading.value


def make_profile(
    id: str = "p-001",  # noqa: A002 - reads as the profile's own field
    *,
    source: Source = Source.THERAPIST,
    confirmed_on: date | None = None,
    published: bool = True,
    **cells: str,
) -> Profile:
    """Make a profile that states these cells; empty ones are not stated."""
    values = {field: make_value(field, cell) for field, cell in cells.items()}
    facts = {
        field: Fact(value, source, confirmed_on)
        for field, value in values.items()
        if value is not None
    }
    return Profile(id, facts, published=published)


def make_statement(
    profile_id: str = "p-001",
    *,
    source: Source = Source.THERAPIST,
    confirmed_on: date | None = None,
    published: bool | None = None,
    **cells: str,
) -> Statement:
    """Make a source's statement of these cells; an empty one withdraws what was stated."""
    values = {field: make_value(field, cell) for field, cell in cells.items()}
    return Statement(profile_id, source, confirmed_on, values, published)
