"""The sheets as plain text, to be heard, felt on a braille display, embossed or read on a phone.

Everything stands one below the other, in the order of the sheets; no columns, no drawing. Marks
that set apart what is written the other way are left out: voices spell them, braille has no cell
for them, and each line is laid out by its own letters wherever it is shown.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from wcwidth import width as width_of

from matcher.document import (
    Ask,
    Blank,
    Bullets,
    Callout,
    Document,
    Fit,
    Paragraph,
    Questions,
    Script,
    Section,
    Sheet,
    Table,
    Ticks,
)
from matcher.editions.linear import (
    Sides,
    closing,
    in_line,
    label_of_room,
    pieces_of,
    readable,
)
from matcher.i18n import Catalogue

_TO_WRITE = "____"
"""Where to write. One is enough for any number of lines: here a place grows with what it holds."""

_BOX = "[ ] "
_BETWEEN_BOXES = "  "
_ITEM = "- "
_INDENT = "  "
_ENDS = ".:?!…"
"""What a small heading may end with by itself."""
_FRESH_SHEET = "\f"
_ADDRESS_SIGNS = ("://", "@")
_HELD_TOGETHER = str.maketrans({"\u00a0": " ", "\u202f": " "})


def plain_text(document: Document, width: int = 72) -> str:
    """Return a document as text in lines.

    Parameters
    ----------
    document
        Its words for page numbers, empty backs and letters without a font have no place here.
    width
        Most cells in a line, two for a wide letter. Only an address may be longer, so that it can
        be copied whole.

    Returns
    -------
    str
        Ends with a line end. A form feed on a line of its own stands between sheets: they come
        out apart when they are printed or embossed.
    """
    return _PlainText(width).document(document)


class _PlainText:
    """Writes blocks as lines of bounded width; a block is a list of lines."""

    def __init__(self, width: int) -> None:
        self._width = max(width, 1)
        self._by_kind: dict[type, Callable[[Any], Iterable[list[str]]]] = {
            Paragraph: self._paragraph,
            Callout: self._paragraph,
            Bullets: self._bullets,
            Questions: self._questions,
            Ask: self._ask,
            Ticks: self._ticks,
            Blank: self._blank,
            Script: self._script,
            Fit: self._fit,
            Sides: self._sides,
            Table: self._table,
        }

    def document(self, document: Document) -> str:
        hint = Catalogue(document.language).text("edition.text_hint")
        head = _joined([self._heading(document.title, "="), self._lines(hint)])
        sheets = f"\n\n{_FRESH_SHEET}\n".join(
            _joined(self._sheet(sheet)) for sheet in document.sheets
        )
        return "\n\n".join(filter(None, (head, sheets))) + "\n"

    def _sheet(self, sheet: Sheet) -> Iterator[list[str]]:
        yield self._heading(sheet.title, "=")
        yield [line for text in sheet.aside for line in self._lines(_with_room(text))]
        for section in sheet.sections:
            yield from self._section(section)
        yield self._lines(closing(sheet))

    def _section(self, section: Section) -> Iterator[list[str]]:
        yield self._heading(section.heading, "-")
        for block in in_line(section.blocks):
            yield from self._by_kind[type(block)](block)

    def _paragraph(self, block: Paragraph | Callout) -> Iterator[list[str]]:
        yield [line for piece in pieces_of(block.text) for line in self._lines(piece)]

    def _bullets(self, bullets: Bullets) -> Iterator[list[str]]:
        yield self._list(bullets.items)

    def _questions(self, questions: Questions) -> Iterator[list[str]]:
        yield [*self._label(questions.heading), *self._list(questions.items, _BOX)]

    def _ask(self, ask: Ask) -> Iterator[list[str]]:
        number = f"{ask.number}. " if ask.number else ""
        indent = " " * len(number)
        yield [
            *self._lines(ask.text, number),
            *self._lines(ask.reason, indent),
            *self._boxes(ask.boxes, indent),
            *self._lines(_TO_WRITE if ask.lines else "", indent),
        ]

    def _ticks(self, ticks: Ticks) -> Iterator[list[str]]:
        yield [*self._lines(ticks.text), *self._boxes(ticks.boxes)]

    def _blank(self, blank: Blank) -> Iterator[list[str]]:
        yield self._lines(f"{blank.label} {_TO_WRITE}")

    def _script(self, script: Script) -> Iterator[list[str]]:
        yield self._label(script.label)
        yield from map(self._lines, script.lines)

    def _fit(self, fit: Fit) -> Iterator[list[str]]:
        head = ". ".join(filter(None, (readable(fit.name), readable(fit.status))))
        yield [*self._lines(head), *self._details((*fit.lines, fit.source))]

    def _sides(self, sides: Sides) -> Iterator[list[str]]:
        lines = self._label(sides.heading)
        for label, items in sides.lists:
            lines += [*self._label(label), *self._list(items)]
        yield lines

    def _boxes(self, labels: Sequence[str], indent: str = _INDENT) -> list[str]:
        """Return boxes in one line when they fit, otherwise one below the other."""
        beside = indent + _BETWEEN_BOXES.join(f"{_BOX}{readable(label)}" for label in labels)
        if labels and width_of(beside) <= self._width:
            return [beside.translate(_HELD_TOGETHER).rstrip()]
        return self._list(labels, indent + _BOX)

    def _table(self, table: Table) -> Iterator[list[str]]:
        """Yield rows as small lists: each cell after the heading of its column."""
        rows = [
            [_cell(heading, cell) for heading, cell in zip(table.headings, row, strict=True)]
            for row in table.rows
        ]
        if len(table.headings) == 2:
            yield self._list(["; ".join(row) for row in rows])
            return
        for first, *others in rows:
            yield [*self._lines(first), *self._details(others)]

    def _details(self, texts: Sequence[str]) -> list[str]:
        return [line for text in texts for line in self._lines(text, _INDENT, 2 * _INDENT)]

    def _list(self, items: Sequence[str], mark: str = _ITEM) -> list[str]:
        return [line for item in items for line in self._lines(item, mark)]

    def _label(self, text: str) -> list[str]:
        """Return a small heading: without a line below it, so that lists stay together."""
        words = readable(text)
        return self._lines(f"{words}:" if words and words[-1] not in _ENDS else words)

    def _heading(self, text: str, line: str) -> list[str]:
        lines = self._lines(text)
        return [*lines, line * max(map(width_of, lines))] if lines else []

    def _lines(self, text: str, mark: str = "", rest: str | None = None) -> list[str]:
        """Return a text in lines, the first after a mark, the others in by `rest`."""
        indent = " " * len(mark) if rest is None else rest
        lines = _wrapped(readable(text), max(self._width - max(len(mark), len(indent)), 1))
        return [
            f"{indent if number else mark}{line}".translate(_HELD_TOGETHER).rstrip()
            for number, line in enumerate(lines)
        ]


def _with_room(text: str) -> str:
    label = label_of_room(text)
    return f"{label} {_TO_WRITE}" if label else text


def _cell(heading: str, cell: str) -> str:
    return ": ".join(filter(None, (readable(heading), readable(cell) or _TO_WRITE)))


def _joined(blocks: Iterable[list[str]]) -> str:
    """Return blocks as text, an empty line between those that have any."""
    return "\n\n".join("\n".join(lines) for lines in blocks if lines)


def _wrapped(text: str, width: int) -> list[str]:
    """Divide a text like `textwrap.wrap`, but by the cells its letters take."""
    lines: list[str] = []
    for word in text.split(" ") if text else []:
        if lines and width_of(lines[-1]) + 1 + width_of(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines += _pieces(word, width)
    return lines


def _pieces(word: str, width: int) -> list[str]:
    """Divide a word that is wider than a line, such as a sentence in Chinese."""
    if width_of(word) <= width or any(sign in word for sign in _ADDRESS_SIGNS):
        return [word]
    pieces = [""]
    for letter in word:
        if pieces[-1] and width_of(pieces[-1]) + width_of(letter) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces
