"""The three kinds of sheets, and for how many people they are made."""

from enum import StrEnum

MOST_TO_CHOOSE = 3
"""How many people's sheets are made at a time."""


class PartId(StrEnum):
    """The three kinds of sheets, kept apart."""

    BEFORE = "before"
    """Before you book: what to settle, and how to ask."""
    TAKE_IN = "take-in"
    """What goes into the room; it never grades its reader."""
    HOME = "home"
    """What stays with the person."""
