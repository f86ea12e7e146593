"""States, ZIP codes and telephone numbers of the USA, as files write them."""

import re

from matcher.importers.foreign_text import clean_text
from matcher.region import load_region

STATES = load_region("us").licence_areas

_COUNTRY_NAMES = frozenset({"US", "USA", "UNITED STATES", "UNITED STATES OF AMERICA"})
_ZIP = re.compile(r"([0-9]{5})(?:-?[0-9]{4})?")
_TEN_DIGITS = re.compile(r"(?:1[ .-]?)?\(?([0-9]{3})\)?[ .-]*([0-9]{3})[ .-]*([0-9]{4})")


def restored_zip(text: str) -> str:
    """Give back the zeros a spreadsheet took from the front of a ZIP code.

    Examples
    --------
    >>> [restored_zip(text) for text in ("2101", "601", "21011234", "02101", "SW1A")]
    ['02101', '00601', '021011234', '02101', 'SW1A']
    """
    if not (text.isascii() and text.isdigit()):
        return text
    if len(text) in {3, 4}:
        return text.zfill(5)
    return text.zfill(9) if len(text) in {7, 8} else text


def zip_area(text: str) -> str:
    """Return the five digits of a ZIP code, or ``""`` when it is none.

    The four digits that may follow name a block of houses: more than a directory should tell of
    people who may work at home.
    """
    match = _ZIP.fullmatch(text)
    return match[1] if match is not None and match[1] != "00000" else ""


def state_area(text: str) -> str:
    """Return the ISO 3166-2 code of a state given by its two letters, or ``""``."""
    letters = text.strip().upper().removeprefix("US-")
    return f"US-{letters}" if letters in STATES else ""


def country_code(text: str) -> str:
    """Return a country's two letters, or ``""`` when the text does not give them."""
    letters = text.strip().upper()
    if letters in _COUNTRY_NAMES:
        return "US"
    return letters if re.fullmatch("[A-Z]{2}", letters) else ""


def readable_phone(text: str) -> str:
    """Write ten digits as ``508-555-0101``; leave any other number as it stands, cleaned."""
    cleaned = clean_text(text, 40)
    match = _TEN_DIGITS.fullmatch(cleaned)
    return "-".join(match.groups()) if match is not None else cleaned
