"""A row of a table as it was read."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from matcher.errors import Message


@dataclass(frozen=True, slots=True)
class TableRecord:
    """A row; cells are ``None`` when it cannot be read."""

    number: int
    cells: tuple[str, ...] | None
    faults: Mapping[int, Message] = field(default_factory=dict)
