"""Sizes, spaces and paragraph styles of the printed sheets: black on white, generous, calm."""

from dataclasses import dataclass

from reportlab.lib import pagesizes
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from matcher.document import Edition
from matcher.pdf.airy_fonts import AIRY, register_airy_fonts
from matcher.pdf.fonts import BOLD, REGULAR
from matcher.region import Paper

PAGE_SIZES: dict[Paper, tuple[float, float]] = {
    "A4": pagesizes.A4,
    "Letter": pagesizes.LETTER,
}

MARGIN = 18 * mm
FOOTER = 10 * mm
"""Height of the footer's baseline above the edge."""

GAP = 3 * mm
"""The small space; others are multiples of it."""

HAIRLINE = 0.4
FRAME_LINE = 0.8
BOX = 10.5
"""Side of a box to tick, in points."""

WRITING_LINE = 8.2 * mm
"""Height of a line to write on."""

ROW_PADDING = 3.0
TIGHT_PADDING = 1.5
"""Room above and below the words of a row, in points; and where rows would not fit on a page."""

BODY = 13
LARGE_BODY = 18
"""Size of running text, and what it is in large print."""

_LARGE_FOOTER = 14
_AIRY_LEADING = 1.5
_AIRY_AFTER = 1.6
_SHORTER = 14 * mm
"""How much earlier a line ends when lines are to be short."""


@dataclass(frozen=True, slots=True)
class Styles:
    """The paragraph styles, from the loudest to the quietest.

    Attributes
    ----------
    scale
        How much larger everything is than in the regular edition: boxes to tick and lines to write
        on grow with the text.
    row_padding
        Room above and below the words of a row of a table, in points.
    """

    loud: ParagraphStyle
    title: ParagraphStyle
    aside: ParagraphStyle
    heading: ParagraphStyle
    subheading: ParagraphStyle
    strong: ParagraphStyle
    body: ParagraphStyle
    small_strong: ParagraphStyle
    small: ParagraphStyle
    dense: ParagraphStyle
    quiet: ParagraphStyle
    footer: ParagraphStyle
    scale: float = 1.0
    row_padding: float = ROW_PADDING


@dataclass(frozen=True, slots=True)
class _Look:
    """One style of the regular edition."""

    font: str
    size: float
    leading: float
    before: float = 0
    after: float = 0
    is_running: bool = False


_LOOKS = {
    "loud": _Look(BOLD, 25, 34),
    "title": _Look(BOLD, 22, 26),
    "aside": _Look(REGULAR, 11, 16),
    "heading": _Look(BOLD, 16, 20, before=4.2 * mm, after=2 * mm),
    "subheading": _Look(BOLD, 11.5, 15, before=1.8 * mm, after=0.7 * mm),
    "strong": _Look(BOLD, BODY, 18, before=2 * mm, after=2 * mm, is_running=True),
    "body": _Look(REGULAR, BODY, 18, after=2 * mm, is_running=True),
    "small_strong": _Look(BOLD, 11, 15),
    "small": _Look(REGULAR, 11, 15, after=1 * mm),
    "dense": _Look(REGULAR, 10, 12.6, after=0.7 * mm),
    "quiet": _Look(REGULAR, 10.5, 14, after=1.6 * mm, is_running=True),
    "footer": _Look(REGULAR, 9.5, 12),
}


def make_styles(edition: Edition = Edition()) -> Styles:  # noqa: B008 - it cannot change
    """Return the styles of an edition."""
    if edition.is_airy:
        register_airy_fonts()
    scale = LARGE_BODY / BODY if edition.is_large else 1.0
    styles = {name: _style(name, look, edition, scale) for name, look in _LOOKS.items()}
    return Styles(**styles, scale=scale)


def _style(name: str, look: _Look, edition: Edition, scale: float) -> ParagraphStyle:
    size, leading = look.size * scale, look.leading * scale
    least = _LARGE_FOOTER if name == "footer" else LARGE_BODY
    if edition.is_large and size < least:
        size, leading = least, leading * least / size
    before, after, font, shorter = look.before * scale, look.after * scale, look.font, 0.0
    if edition.is_airy:
        font, leading = AIRY[font], max(leading, size * _AIRY_LEADING)
        before, after = before * _AIRY_AFTER, after * _AIRY_AFTER
        # Large letters make short lines by themselves.
        shorter = _SHORTER if look.is_running and not edition.is_large else 0.0
    return ParagraphStyle(
        name,
        fontName=font,
        bulletFontName=font,
        fontSize=size,
        bulletFontSize=size,
        leading=leading,
        spaceBefore=before,
        spaceAfter=after,
        rightIndent=shorter,
        allowWidows=0,
        allowOrphans=0,
        splitLongWords=1,
    )
