"""A line of marks with a ring and a disc, drawn as paths, and the names of its two ends."""

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from matcher.document import Scale
from matcher.pdf.styles import FRAME_LINE, GAP, HAIRLINE

_APART, _LEAST_APART = 1.5, 0.9
"""Between two marks, in heights of a line of text; closer, two rings would meet."""

_RING, _DISC, _MARK = 0.40, 0.22, 0.09
"""Radii, likewise: a disc has room in a ring on the same mark."""

_DROP = 0.3
"""How far the words stand below the middle, as part of their size."""


class ScaleLine(Flowable):  # type: ignore[misc]
    """The picture; all of it is decoration.

    Parameters
    ----------
    scale
        What it shows.
    style
        Of the words at its ends.
    """

    def __init__(self, scale: Scale, style: ParagraphStyle) -> None:
        super().__init__()
        self._scale = scale
        self._style = style
        self._apart = 0.0
        self._size = float(style.fontSize)

    def getSpaceAfter(self) -> float:  # noqa: N802 - reportlab's name
        """Return the room below."""
        return float(GAP / 3)

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return the size it takes in this width.

        Where words are long, marks stand closer; then the words are smaller.
        """
        line, between = self._style.leading, max(self._scale.marks - 1, 1)
        beside = width - line - GAP
        self._size = float(self._style.fontSize)
        words = sum(map(self._words_width, self._scale.ends))
        self._size *= min(1.0, (beside - _LEAST_APART * line * between) / max(words, 1.0))
        words = sum(map(self._words_width, self._scale.ends))
        self._apart = min(_APART * line, (beside - words) / between)
        self.width, self.height = width, 1.1 * line
        return self.width, self.height

    def draw(self) -> None:
        """Draw the line, its marks, the ring and the disc, and the words."""
        canvas, scale, line = self.canv, self._scale, self._style.leading
        middle = self.height / 2
        places = [self._place(mark) for mark in range(scale.marks)]
        with canvas.decoration():
            canvas.setLineWidth(HAIRLINE)
            canvas.line(places[0], middle, places[-1], middle)
            for place in places:
                canvas.circle(place, middle, _MARK * line, stroke=0, fill=1)
            canvas.setLineWidth(FRAME_LINE)
            if scale.ring is not None:
                canvas.circle(places[scale.ring], middle, _RING * line)
            if scale.disc is not None:
                canvas.circle(places[scale.disc], middle, _DISC * line, stroke=0, fill=1)
            canvas.setFont(self._style.fontName, self._size)
            below = middle - _DROP * self._size
            least, most = scale.ends
            canvas.drawString(0, below, least)
            canvas.drawString(places[-1] + (line + GAP) / 2, below, most)

    def _words_width(self, words: str) -> float:
        return float(stringWidth(words, self._style.fontName, self._size))

    def _place(self, mark: int) -> float:
        begins = self._words_width(self._scale.ends[0]) + (self._style.leading + GAP) / 2
        return float(begins + mark * self._apart)
