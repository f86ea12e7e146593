"""A page that is drawn on with tags: text says what it is, and everything else is decoration."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from matcher.pdf.tag import Mark, Tag


class TaggedCanvas(Canvas):  # type: ignore[misc]
    """Marks what is drawn; lines, frames and whatever stands at the foot need no tag."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._is_marking = False
        self._marks = 0

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

    def showPage(self) -> None:
        """Begin to count anew on the next page."""
        super().showPage()
        self._marks = 0

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


class TaggedText(Paragraph):  # type: ignore[misc]
    """A paragraph with its tag, which stays that of its parts when a page ends inside it.

    A second drawing of the same, as of the headings of a table that goes on, is decoration.
    """

    tag: Tag
    _was_drawn = False

    def split(self, width: float, height: float) -> list[Paragraph]:
        """Divide it at the end of a page."""
        parts: list[Paragraph] = super().split(width, height)
        for part in parts:
            part.tag = self.tag
        return parts

    def draw(self) -> None:
        """Draw it, marked."""
        around = self.canv.decoration() if self._was_drawn else self.canv.marked(self.tag)
        self._was_drawn = True
        with around:
            super().draw()
