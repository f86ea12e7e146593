"""What is noticed about a file or a profile: how serious, where, and in which words."""

from dataclasses import dataclass
from enum import StrEnum

from matcher.errors import Message


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    """Something could not be taken over."""
    WARNING = "warning"
    """It was taken over but should be looked at."""
    NOTE = "note"
    """Good to know."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to say about one place.

    Attributes
    ----------
    field
        Column or field name; ``""`` when it concerns the whole row or file.
    row
        Line or record number in the file, counted from 1 for the first line; ``None`` elsewhere.
    file
        Name of the file; ``""`` when it is not about a file.
    """

    severity: Severity
    message: Message
    field: str = ""
    row: int | None = None
    file: str = ""
