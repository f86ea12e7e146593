"""Boxes to tick on a form: short lists in a row, long ones in columns under their groups."""

from collections.abc import Iterable, Mapping

from matcher.directory.week import DAYS, PARTS
from matcher.document import Document, Questions, Section, Sheet, Table
from matcher.document_words import document_of
from matcher.forms.numbering import chunks
from matcher.i18n import Catalogue

LONGEST_ROW = 13
"""A list with more answers than this is set in columns, and told only on request on a terminal."""


def grouped(
    vocabulary: str, labels: Mapping[str, str], catalogue: Catalogue
) -> tuple[Questions, ...]:
    """Return a long list under the names of its groups.

    Parameters
    ----------
    vocabulary
        Whose groups these are.
    labels
        What stands beside each box, by code, in display order.

    Returns
    -------
    tuple of Questions
        In short pieces; one with which a group goes on has no heading.
    """
    pieces = []
    before = None
    for group, codes in chunks(vocabulary, [*labels]):
        name = "" if group == before else catalogue.text(f"term.group.{vocabulary}.{group}")
        pieces.append(Questions(name, tuple(labels[code] for code in codes)))
        before = group
    return tuple(pieces)


def times_table(numbers: Mapping[str, int] | None, catalogue: Catalogue) -> Table:
    """Return the week with a box for each time.

    Parameters
    ----------
    numbers
        What stands beside each box, by code; ``None`` for nothing.
    """
    days = (catalogue.text(f"screen.times.day.{day}") for day in DAYS)
    rows = (
        (
            _with_hours(catalogue.text(f"screen.times.part.{part}")),
            *("" if numbers is None else str(numbers[f"{day}-{part}"]) for day in DAYS),
        )
        for part in PARTS
    )
    return Table((catalogue.text("form.times"), *days), tuple(rows), kind="ticks")


def form_document(
    title: str, aside: Iterable[str], sections: Iterable[Section], catalogue: Catalogue
) -> Document:
    """Return a form of one sheet, to be printed like every other sheet."""
    sheet = Sheet(title, tuple(aside), tuple(sections), title)
    return document_of(title, (sheet,), catalogue)


def _with_hours(part: str) -> str:
    """Keep the hours of a part of the day on one line."""
    name, comma, hours = part.partition(", ")
    return f"{name}{comma}{hours.replace(' ', chr(0xA0))}"
