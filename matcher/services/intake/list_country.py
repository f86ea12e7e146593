"""In which country the people of a list may work, and whether somebody should say it."""

from __future__ import annotations

from matcher.directory.geography import locate_postcode
from matcher.importers.free_text import is_not_stated
from matcher.importers.us_place import restored_zip, zip_area
from matcher.services.intake.mapping import MappingDraft

_OF_ZIP_CODES = "US"
_PLACES = frozenset({"postcode", "city"})
_FEES = frozenset({"fees", "fee_min", "fee_max"})
_SAY_MORE = frozenset({"country", "state", "place", "latitude"})


def does_country_matter(draft: MappingDraft) -> bool:
    """Tell whether a list has anything that means more with a country."""
    return bool(_fields(draft) & (_PLACES | _FEES | _SAY_MORE))


def is_country_wanted(draft: MappingDraft) -> bool:
    """Tell whether a list has places or fees, and no column that may say in which country."""
    fields = _fields(draft)
    wanting = _PLACES if "currency" in fields else _PLACES | _FEES
    return bool(fields & wanting) and not fields & _SAY_MORE


def likely_country(draft: MappingDraft) -> str:
    """Return the country that has all postcodes of a list; ``""`` when it is none we know.

    No more than likely: other countries have postcodes like these, so somebody must say it.
    """
    columns = zip(draft.columns, draft.cells, strict=True)
    postcodes = {
        zip_area(restored_zip(cell))
        for column, cells in columns
        if column.field == "postcode"
        for cell in cells
        if not is_not_stated(cell)
    }
    are_known = bool(postcodes) and all(locate_postcode(each, _OF_ZIP_CODES) for each in postcodes)
    return _OF_ZIP_CODES if are_known else ""


def _fields(draft: MappingDraft) -> set[str]:
    return {column.field for column in draft.columns}
