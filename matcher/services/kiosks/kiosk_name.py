"""What a kiosk is called, so that staff know one from the other."""

import platform

from matcher.importers.foreign_text import clean_text
from matcher.services.settings.options import LONGEST_NAME

_NAMELESS = "kiosk"
"""What one is called of which no name can be read."""


def kiosk_name(chosen: str) -> str:
    """Return what this kiosk is called: the name that was chosen, or else the computer's."""
    return _clean(chosen) or readable_name(platform.node())


def readable_name(told: str) -> str:
    """Return the name that a kiosk told, as one line that can be shown."""
    return _clean(told) or _NAMELESS


def _clean(name: str) -> str:
    return clean_text(name, LONGEST_NAME)
