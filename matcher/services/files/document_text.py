"""Sections as plain text for a terminal: paragraphs, lists and tables within a line's width."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap

from matcher.document import Block, Bullets, Fit, Paragraph, Section, Table, Tone

WIDTH = 80
_GAP = "  "
_INDENT = "   "


def document_text(title: str, sections: Sequence[Section]) -> str:
    """Return a document of paragraphs, bullets, fits and tables.

    Returns
    -------
    str
        Lines without a line end after the last, none longer than `WIDTH` but for words that are.
    """
    lines = [title, "=" * len(title)]
    for section in sections:
        lines += ["", section.heading, "-" * len(section.heading)]
        for block in section.blocks:
            lines += [*_before(block), *_block(block)]
    return "\n".join(lines)


def _before(block: Block) -> list[str]:
    return [""] if isinstance(block, Table) or _leads(block) else []


def _leads(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.tone is Tone.STRONG


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield from _wrapped(block.text)
        case Bullets():
            for item in block.items:
                yield from _wrapped(item, first="-  ", rest=_INDENT)
        case Fit():
            yield from _fit(block)
        case Table():
            yield from _table((block.headings, *block.rows))
        case _:
            raise TypeError(type(block).__name__)


def _fit(fit: Fit) -> Iterator[str]:
    yield ""
    yield from _wrapped(". ".join(filter(None, (fit.name, fit.status))))
    for line in filter(None, (*fit.lines, fit.source)):
        yield from _wrapped(line, first=_INDENT, rest=_INDENT)


def _table(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    widths = _widths(rows)
    for row in rows:
        cells = [wrap(cell, width) for cell, width in zip(row, widths, strict=True)]
        for parts in zip_longest(*cells, fillvalue=""):
            line = (part.ljust(width) for part, width in zip(parts, widths, strict=True))
            yield _GAP.join(line).rstrip()


def _widths(rows: Sequence[tuple[str, ...]]) -> list[int]:
    """Return each column's width; the widest give way until all fit on a line."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    room = WIDTH - len(_GAP) * (len(widths) - 1)
    while sum(widths) > room:
        widths[widths.index(max(widths))] -= 1
    return widths


def _wrapped(text: str, *, first: str = "", rest: str = "") -> list[str]:
    return wrap(text, WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False)
