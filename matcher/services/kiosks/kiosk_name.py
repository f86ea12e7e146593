"""What a kiosk is called, so that staff know one from the other."""

import platform

from matcher.importers.foreign_text import clean_text
from matcher.services.settings.options import LONGEST_NAME

_NAMELESS = "kiosk"


def kiosk_name(chosen: str) -> str:
    """Return the name that was chosen, or else the computer's, as one line that can be shown."""
    return next(filter(None, map(_clean, (chosen, platform.node()))), _NAMELESS)


def _clean(name: str) -> str:
    return clean_text(name, LONGEST_NAME)
