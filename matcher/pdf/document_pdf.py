"""A document as PDF: the one door to everything that is printed."""

from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    HRFlowable,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Spacer,
)

from matcher.document import Document, Edition, Section, Sheet
from matcher.pdf.blocks import BlockPrinter
from matcher.pdf.flowables import EmptyBack
from matcher.pdf.fonts import REGULAR, register_fonts, spoken
from matcher.pdf.pages import PageFiller
from matcher.pdf.styles import (
    FOOTER,
    FRAME_LINE,
    GAP,
    MARGIN,
    PAGE_SIZES,
    Styles,
    make_styles,
)
from matcher.pdf.tag import Tag
from matcher.pdf.tagged_canvas import Foot, PageCounter, TaggedCanvas
from matcher.pdf.tagging import tagged
from matcher.region import Paper

_ROOM_TO_BEGIN = 0.4
"""What begins a page begins below what did not fit on one, with this part of a page left."""


def document_pdf(
    document: Document,
    *,
    paper: Paper = "A4",
    styles: Styles | None = None,
    is_fillable: bool = False,
) -> bytes:
    """Print a document.

    Parameters
    ----------
    document
        The sheets; each begins on an odd page, so that it never shares a sheet of paper. On a
        screen there is no paper: what is to be filled in has no pages left empty.
    paper
        ``"A4"`` or ``"Letter"``.
    styles
        Those of another edition; left out, those of the sheets.
    is_fillable
        Whether boxes can be ticked and lines written on in a program that shows it. What is drawn
        is the same.

    Returns
    -------
    bytes
        A PDF with its title and language set and all fonts embedded; no date, no name of a user.
    """
    canvas_maker = partial(TaggedCanvas, is_fillable=is_fillable)
    data, root, _ = _drawn(document, paper, styles or make_styles(), canvas_maker)
    return tagged(data, root, spoken(document.title), document.language)


def count_pages(document: Document, paper: Paper, edition: Edition) -> int:
    """Return the number of pages a document has on this paper in this edition.

    They are laid out, but neither written nor tagged: to find out what fits, that is enough.
    """
    _, _, count = _drawn(document, paper, make_styles(edition), PageCounter)
    return count


def _drawn(
    document: Document, paper: Paper, styles: Styles, canvas_maker: Callable[..., TaggedCanvas]
) -> tuple[bytes, Tag, int]:
    """Return a PDF without its structure, its structure, and the number of its pages."""
    register_fonts()
    rl_config.useA85 = 0  # what is compressed need not be spelt out in letters
    target = BytesIO()
    pages = BaseDocTemplate(
        target,
        pagesize=PAGE_SIZES[paper],
        title=spoken(document.title),
        author="",
        subject="",
        creator="",
        lang=document.language,
        invariant=1,
        initialFontName=REGULAR,
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=MARGIN,
        bottomMargin=MARGIN,
    )
    feet = [_foot(pages, spoken(sheet.footer), document.page, styles) for sheet in document.sheets]
    for number, foot in enumerate(feet):
        pages.addPageTemplates(_template(pages, str(number), foot))
    printer = BlockPrinter(styles, (pages.width, pages.height), document.unprintable)
    root = printer.tag
    pages.build([*_story(document, styles, printer, feet)], canvasmaker=canvas_maker)
    return target.getvalue(), root, pages.page


def _template(pages: BaseDocTemplate, name: str, foot: Foot) -> PageTemplate:
    frame = Frame(
        pages.leftMargin,
        pages.bottomMargin,
        pages.width,
        pages.height,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
        id=name,
    )

    def stand(canvas: TaggedCanvas, _: BaseDocTemplate) -> None:
        canvas.foot = foot

    return PageTemplate(id=name, frames=[frame], onPage=stand)


def _foot(pages: BaseDocTemplate, words: str, page: str, styles: Styles) -> Foot:
    look = styles.footer

    def draw(canvas: Canvas, number: int, total: int) -> None:
        widest = canvas.stringWidth(words, look.fontName, look.fontSize)
        size = look.fontSize * min(1.0, pages.width / max(widest, 1.0))
        canvas.setFont(look.fontName, size)
        count = page.format(page=number, total=total)
        taken = canvas.stringWidth(words) + canvas.stringWidth(count) + GAP
        # On two lines where they would meet.
        apart = 0 if taken <= pages.width else 0.6 * look.fontSize
        canvas.drawString(pages.leftMargin, FOOTER + apart, words)
        canvas.drawRightString(pages.leftMargin + pages.width, FOOTER - apart, count)

    return draw


def _story(
    document: Document, styles: Styles, printer: BlockPrinter, feet: list[Foot]
) -> Iterator[Flowable]:
    root, filler = printer.tag, PageFiller(printer)
    for number, sheet in enumerate(document.sheets):
        if number:
            yield NextPageTemplate(str(number))
            yield PageBreak()
            why = printer.text(document.left_empty, styles.quiet)
            yield EmptyBack(why, feet[number - 1])
        printer.tag = Tag("Sect", root)
        head = _head(sheet, styles, printer)
        yield from head
        room, spilt = filler.room(head), False
        for position, sections in enumerate(_pages(sheet)):
            if position:
                yield CondPageBreak(_ROOM_TO_BEGIN * printer.height) if spilt else PageBreak()
                room = 0.0 if spilt else filler.room()
            yield from filler.page(sections, room)
            spilt = filler.has_spilt


def _pages(sheet: Sheet) -> list[list[Section]]:
    """Return the sections of a sheet, those that begin on the same page together."""
    pages: list[list[Section]] = []
    for section in sheet.sections:
        if section.starts_page or not pages:
            pages.append([])
        pages[-1].append(section)
    return pages


def _head(sheet: Sheet, styles: Styles, printer: BlockPrinter) -> list[Flowable]:
    above: list[Flowable] = [printer.text(sheet.title, styles.title, Tag("H1", printer.tag))]
    if sheet.aside:
        aside = [printer.text(line, styles.aside) for line in sheet.aside]
        above = printer.beside(above[0], aside)
    rule = HRFlowable(width="100%", thickness=FRAME_LINE, color="black", spaceAfter=GAP)
    return [*above, Spacer(0, GAP / 2), rule]
