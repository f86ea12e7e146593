"""Sizes, spaces and paragraph styles of the printed sheets: black on white, generous, calm."""

from dataclasses import dataclass

from reportlab.lib import pagesizes
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from matcher.checklist.document import Paper
from matcher.pdf.fonts import BOLD, REGULAR

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


@dataclass(frozen=True, slots=True)
class Styles:
    """The paragraph styles, from the loudest to the quietest."""

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


def make_styles() -> Styles:
    """Return the styles of the regular edition."""
    return Styles(
        title=_style("title", BOLD, 22, 26),
        aside=_style("aside", REGULAR, 11, 16),
        heading=_style("heading", BOLD, 16, 20, before=4.2 * mm, after=2 * mm),
        subheading=_style("subheading", BOLD, 11.5, 15, before=1.8 * mm, after=0.7 * mm),
        strong=_style("strong", BOLD, 13, 18, before=2 * mm, after=2 * mm),
        body=_style("body", REGULAR, 13, 18, after=2 * mm),
        small_strong=_style("small_strong", BOLD, 11, 15),
        small=_style("small", REGULAR, 11, 15, after=1 * mm),
        dense=_style("dense", REGULAR, 10, 12.6, after=0.7 * mm),
        quiet=_style("quiet", REGULAR, 10.5, 14, after=1.6 * mm),
    )


def _style(  # noqa: PLR0913 - a table row
    name: str,
    font: str,
    size: float,
    leading: float,
    *,
    before: float = 0,
    after: float = 0,
) -> ParagraphStyle:
    return ParagraphStyle(
        name,
        fontName=font,
        bulletFontName=font,
        fontSize=size,
        leading=leading,
        spaceBefore=before,
        spaceAfter=after,
        allowWidows=0,
        allowOrphans=0,
        splitLongWords=1,
    )
