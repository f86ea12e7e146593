"""One thing looked at, how it came out, and what to do about it."""

from dataclasses import dataclass
from enum import StrEnum

from matcher.errors import Message


class Status(StrEnum):
    """How a check came out."""

    OK = "ok"
    KIOSK = "kiosk"
    """The program works; whoever sets up a kiosk should look at this."""
    WARNING = "warning"
    """The program works; somebody should look at this."""
    PROBLEM = "problem"
    """Something does not work."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at.

    Attributes
    ----------
    id
        Stable id.
    remedy
        What to do; ``None`` when there is nothing to do.
    """

    id: str
    status: Status
    message: Message
    remedy: Message | None = None
