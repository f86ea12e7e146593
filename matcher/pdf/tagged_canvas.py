"""A page that is drawn on with tags: text says what it is, and everything else is decoration."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import Paragraph

from matcher.pdf.fonts import spoken
from matcher.pdf.tag import Field, FieldKind, Mark, Tag

Foot = Callable[[Canvas, int, int], None]
"""Draws what stands at the foot of a page, given its number and how many there are."""

_BLANK = re.compile("_{4,}")
_SAME_WIDTH = 1e-6
_TORN = "_SplitWord"
"""What reportlab calls a word that goes on in the next line, where its kind says so."""


class TaggedCanvas(Canvas):  # type: ignore[misc]
    """Marks what is drawn; lines, frames and whatever stands at the foot need no tag.

    Parameters
    ----------
    is_fillable
        Whether places to tick and to write in become fields.

    Attributes
    ----------
    is_fillable
        Whether they do.
    foot
        Draws what stands at the foot of this page.
    """

    def __init__(self, *arguments: Any, is_fillable: bool = False, **options: Any) -> None:
        self.is_fillable = is_fillable
        self._is_marking = False
        self._marks = 0
        self._pages: list[dict[str, Any]] = []
        self.foot: Foot | None = None
        super().__init__(*arguments, **options)

    @contextmanager
    def marked(self, tag: Tag) -> Iterator[None]:
        """Let everything drawn inside belong to a tag."""
        mark = Mark(self.getPageNumber() - 1, self._marks)
        self._marks += 1
        tag.add(mark)
        with self._between(f"/{tag.kind} <</MCID {mark.number}>> BDC"):
            yield

    @contextmanager
    def decoration(self) -> Iterator[None]:
        """Let what is drawn inside be passed over by whoever reads aloud."""
        with self._between("/Artifact BMC"):
            yield

    @contextmanager
    def _between(self, beginning: str) -> Iterator[None]:
        if self._is_marking:  # one mark does not stand inside another
            yield
            return
        self._is_marking = True
        self.addLiteral(beginning)
        try:
            yield
        finally:
            self.addLiteral("EMC")
            self._is_marking = False

    def field(
        self, kind: FieldKind, place: tuple[float, float, float, float], about: str, parent: Tag
    ) -> None:
        """Let a place be filled in on a screen.

        Nothing is drawn: a box and a line stand on the page whether or not anyone can click them.

        Parameters
        ----------
        place
            Left, bottom, right and top, in points.
        about
            What belongs there.
        parent
            What the field is a part of.
        """
        if not self.is_fillable:
            return
        left, bottom = self.absolutePosition(*place[:2])
        right, top = self.absolutePosition(*place[2:])
        drawn = Field(kind, self.getPageNumber() - 1, (left, bottom, right, top), spoken(about))
        Tag("Form", parent).add(drawn)

    def showPage(self) -> None:
        """Put a page by until it is known how many there are, and begin to count anew."""
        self._pages.append(dict(vars(self)))
        self._startPage()
        self._marks = 0

    def save(self) -> None:
        """Write all pages, each with its foot."""
        pages = self._pages
        if self._code:
            pages.append(dict(vars(self)))
        for number, page in enumerate(pages, start=1):
            self.__dict__.update(page)
            if self.foot is not None:
                self.foot(self, number, len(pages))
            super().showPage()
        super().save()

    def line(self, *place: float) -> None:
        """Draw a line."""
        with self.decoration():
            super().line(*place)

    def rect(self, *place: float, **options: Any) -> None:
        """Draw a rectangle."""
        with self.decoration():
            super().rect(*place, **options)

    def roundRect(self, *place: float, **options: Any) -> None:
        """Draw a rectangle with round corners."""
        with self.decoration():
            super().roundRect(*place, **options)

    def drawString(self, *arguments: Any, **options: Any) -> None:
        """Draw words that stand on every page."""
        with self.decoration():
            super().drawString(*arguments, **options)

    def drawRightString(self, *arguments: Any, **options: Any) -> None:
        """Draw words that stand on every page."""
        with self.decoration():
            super().drawRightString(*arguments, **options)


class PageCounter(TaggedCanvas):
    """Takes what is drawn, and writes nothing: enough to know how many pages there are."""

    def save(self) -> None:
        """Write nothing."""


class _LinesReadOn(PDFTextObject):  # type: ignore[misc]
    """Lines that end in a space: it is not seen, but read between two words.

    Parameters
    ----------
    torn
        For each line, whether its last word goes on in the next one.
    """

    def __init__(self, canvas: Canvas, place: tuple[float, float], torn: list[bool]) -> None:
        super().__init__(canvas, *place)
        self._torn = iter(torn)

    def _textOut(self, text: str, TStar: int = 0) -> None:  # noqa: N803 - reportlab's name
        if TStar and not next(self._torn, False):
            text += " "
        super()._textOut(text, TStar)


class TaggedText(Paragraph):  # type: ignore[misc]
    """A paragraph with its tag, which stays that of its parts when a page ends inside it.

    Attributes
    ----------
    words
        As they are, without markup.
    dash
        Stands before an item of a list.
    is_decoration
        Whether it is passed over by whoever reads aloud, as a second drawing of the same is: the
        headings of a table that goes on.
    """

    tag: Tag
    words = ""
    dash = ""
    is_decoration = False
    _wrapped_to = -1.0
    _size = (0.0, 0.0)

    @property
    def least_width(self) -> float:
        """How wide its longest word is, in points, with what it is indented."""
        return float(self.minWidth() + self.style.leftIndent + self.style.rightIndent)

    def beginText(self, x: float, y: float) -> PDFTextObject:
        """Return what takes its lines."""
        return _LinesReadOn(self.canv, (x, y), self._torn())

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size it takes in this width; asked often, so lines are broken once."""
        if abs(width - self._wrapped_to) > _SAME_WIDTH:
            self._size = super().wrap(width, height)
            self._wrapped_to = width
        return self._size

    def split(self, width: float, height: float) -> list[Paragraph]:
        """Divide it at the end of a page."""
        parts: list[Paragraph] = super().split(width, height)
        self._wrapped_to = -1.0  # it may have thrown its lines away
        for number, part in enumerate(parts):
            part.tag, part.words = self.tag, self.words
            part.dash = "" if number else self.dash
        return parts

    def draw(self) -> None:
        """Draw it, marked; the dash before an item of a list is decoration."""
        if self.dash:
            self._draw_dash()
        around = self.canv.decoration() if self.is_decoration else self.canv.marked(self.tag)
        self.is_decoration = True
        with around:
            super().draw()
        self._offer_blanks()

    def _torn(self) -> list[bool]:
        """Tell for each line whether it ends inside a word."""
        if not self.blPara.kind:  # of one font
            return [type(words[-1]).__name__ == _TORN for _, words in self.blPara.lines]
        rest, torn = self.getPlainText(), []
        for line in self.blPara.lines:
            for letter in "".join("".join(part.text for part in line.words).split()):
                rest = rest[rest.find(letter) + 1 :]
            torn.append(not rest[:1].isspace())
        return torn

    def _draw_dash(self) -> None:
        look, lines = self.style, self.blPara
        first = lines.lines[0] if lines.kind else lines
        self.canv.setFont(look.bulletFontName, look.bulletFontSize)
        self.canv.drawString(look.bulletIndent, self.height - first.ascent, self.dash)

    def _offer_blanks(self) -> None:
        """Let a row of low lines, as after *Date*, be written on."""
        lines = self.blPara.lines if _BLANK.search(self.words) and not self.blPara.kind else ()
        font, size = self.style.fontName, self.style.fontSize
        for number, (_, words) in enumerate(lines, start=1):
            line = " ".join(words)
            for blank in _BLANK.finditer(line):
                left = stringWidth(line[: blank.start()], font, size)
                right = left + stringWidth(blank.group(), font, size)
                bottom = self.height - (number - 0.3) * self.style.leading
                place = (left, bottom, right, bottom + size)
                self.canv.field("line", place, _BLANK.sub(" ", self.words), self.tag)
