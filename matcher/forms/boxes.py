"""Boxes to tick on a form: short lists in a row, long ones in columns under their groups."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from matcher.document import Document, Questions, Section, Sheet
from matcher.forms.numbering import chunks
from matcher.i18n import Catalogue

LONGEST_ROW = 13
"""A list with more answers than this is set in columns."""


def long_list(
    section: Section, vocabulary: str, labels: dict[str, str], catalogue: Catalogue
) -> Iterator[Section]:
    """Yield a section, and after it a long list in two columns that may go on overleaf.

    Parameters
    ----------
    section
        What stands before the list; it stays with the beginning of it.
    vocabulary
        Whose groups these are.
    labels
        What stands beside each box, by code, in display order.
    """
    groups = [*_groups(vocabulary, labels, catalogue)]
    # Two groups stand side by side; a last one without a neighbour joins the two before it.
    starts = [*range(0, max(len(groups) - 1, 1), 2)]
    rows = [
        tuple(groups[start:end]) for start, end in zip(starts, [*starts[1:], None], strict=True)
    ]
    yield replace(section, blocks=(*section.blocks, *rows[0]), together=True)
    for row in rows[1:]:
        yield Section("", row)


def _groups(vocabulary: str, labels: dict[str, str], catalogue: Catalogue) -> Iterator[Questions]:
    before = None
    for group, codes in chunks(vocabulary, [*labels]):
        name = catalogue.text(f"term.group.{vocabulary}.{group}")
        if group == before:
            name = catalogue.text("form.go_on", group=name)
        before = group
        yield Questions(name, tuple(labels[code] for code in codes))


def form_document(
    title: str, aside: Iterable[str], sections: Iterable[Section], catalogue: Catalogue
) -> Document:
    """Return a form of one sheet, to be printed like every other sheet."""
    sheet = Sheet(title, tuple(aside), tuple(sections), title)
    return Document(
        title=title,
        language=catalogue.language,
        sheets=(sheet,),
        page=catalogue.text("sheet.page", page="{page}", total="{total}"),
        left_empty=catalogue.text("sheet.left_empty"),
        unprintable=catalogue.text("sheet.unprintable"),
    )
