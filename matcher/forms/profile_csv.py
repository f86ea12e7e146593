"""The file that filled-in profile forms are typed into: header, one example, a list of codes."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from io import StringIO

from matcher.directory.cells import EXAMPLE, SEPARATOR
from matcher.directory.field import FIELDS, STATED_FIELDS, FieldKind
from matcher.directory.vocabulary import NO
from matcher.forms.profile_form import (
    ABOUT_ROW,
    code_label,
    codes_of,
    detail_label,
    details_of,
    field_name,
)
from matcher.i18n import Catalogue

COLUMNS = (*ABOUT_ROW[:2], *STATED_FIELDS, *ABOUT_ROW[2:])
"""In the order of the file."""

_EXAMPLE = {
    **EXAMPLE,
    "published": "no",
    "confirmed_by": "therapist",
    "pronouns": "they/them",
    "credential": "LPC",
    "register_area": "US-OR",
    "supervisor": "-",
    "postcode": "97758",
    "country": "US",
    "latitude": "43.39",
    "longitude": "-119.88",
    "area": "Old Mill",
    "city": "Larkhaven",
    "licensed_areas": "US-OR",
    "times": "mon-evening;tue-morning;wed 16:00-20:00",
    "time_zone": "America/Los_Angeles",
    "fee_min": "60",
    "fee_max": "110",
    "currency": "USD",
    "years": "12",
    "phone": "555-0100",
    "email": "example@example.org",
    "website": "https://example.org",
}
"""Invented, and not shown to anybody who searches."""

_STEPS = "-1..1"
_WAIT = timedelta(days=14)


def profile_csv(catalogue: Catalogue, today: date) -> bytes:
    """Return the file with its header and one row that shows how cells are written.

    Parameters
    ----------
    catalogue
        The language of the words in the example.
    today
        The day the example says it was confirmed.
    """
    return _csv([COLUMNS, [_example(name, catalogue, today) for name in COLUMNS]])


def codes_csv(catalogue: Catalogue) -> bytes:
    """Return every code of every column with what it means, to open beside the file.

    Of a column without codes it says what is written there.
    """
    rows = [("column", "code", "after_the_colon", "name", "meaning")]
    for name in COLUMNS:
        column = field_name(name, catalogue)
        rows += [
            (name, code, "", column, code_label(name, code, catalogue)) for code in codes_of(name)
        ]
        rows += [
            (name, "", detail, column, detail_label(name, detail, catalogue))
            for detail in details_of(name)
        ]
        if name in FIELDS and FIELDS[name].kind is FieldKind.CODES and codes_of(name):
            rows.append((name, "", NO, column, catalogue.text("form.profile.denied")))
        if not codes_of(name):
            how = f"form.profile.write.{name}"
            meaning = catalogue.text(how) if catalogue.has(how) else column
            rows.append((name, "", "", column, meaning))
    # A spreadsheet takes a file for another alphabet unless it begins like this.
    return "\ufeff".encode() + _csv(rows)


def _example(name: str, catalogue: Catalogue, today: date) -> str:
    if name in _EXAMPLE:
        return _EXAMPLE[name]
    if name == "confirmed_on" or FIELDS[name].kind is FieldKind.DATE:
        return (today + _WAIT if name == "next_opening" else today).isoformat()
    match FIELDS[name].kind:
        case FieldKind.CODE:
            return codes_of(name)[-1]
        case FieldKind.CODES:
            return SEPARATOR.join(_tokens(name))
        case FieldKind.STEPS:
            return _STEPS
        case _:
            return catalogue.text(f"form.profile.example.{name}")


def _tokens(name: str) -> Iterable[str]:
    details = details_of(name)
    for place, code in enumerate(codes_of(name)[:2]):
        is_detailed = details and name != "shares"
        yield f"{code}:{details[-1 - place]}" if is_detailed else code


def _csv(rows: Sequence[Sequence[str]]) -> bytes:
    text = StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()
