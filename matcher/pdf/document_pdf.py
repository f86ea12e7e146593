"""The checklist as PDF: document in, bytes out, equal bytes for equal input."""

from collections.abc import Iterator
from functools import partial
from io import BytesIO

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    HRFlowable,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Spacer,
)

from matcher.document import Document, Section, Sheet
from matcher.pdf.blocks import BlockPrinter
from matcher.pdf.flowables import EmptyBack
from matcher.pdf.fonts import REGULAR, register_fonts
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
from matcher.pdf.tagged_canvas import Foot, TaggedCanvas
from matcher.pdf.tagging import tagged
from matcher.region import Paper


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
        The sheets; each begins on an odd page, so that it never shares a sheet of paper.
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
    register_fonts()
    rl_config.useA85 = 0  # what is compressed need not be spelt out in letters
    styles = styles or make_styles()
    target = BytesIO()
    pages = BaseDocTemplate(
        target,
        pagesize=PAGE_SIZES[paper],
        title=document.title,
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
    feet = [_foot(pages, sheet.footer, document.page, styles) for sheet in document.sheets]
    for number, foot in enumerate(feet):
        pages.addPageTemplates(_template(pages, str(number), foot))
    printer = BlockPrinter(styles, (pages.width, pages.height), document.unprintable)
    root = printer.tag
    pages.build(
        [*_story(document, styles, printer, feet)],
        canvasmaker=partial(TaggedCanvas, is_fillable=is_fillable),
    )
    return tagged(target.getvalue(), root, document.title, document.language)


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
        canvas.setFont(look.fontName, look.fontSize)
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
        room = filler.room(head)
        for position, sections in enumerate(_pages(sheet)):
            if position:
                yield PageBreak()
                room = filler.room()
            yield from filler.page(sections, room)


def _pages(sheet: Sheet) -> list[list[Section]]:
    """Return the sections of a sheet, those that begin on the same page together."""
    pages: list[list[Section]] = []
    for section in sheet.sections:
        if section.starts_page or not pages:
            pages.append([])
        pages[-1].append(section)
    return pages


def _head(sheet: Sheet, styles: Styles, printer: BlockPrinter) -> list[Flowable]:
    title: Flowable = printer.text(sheet.title, styles.title, Tag("H1", printer.tag))
    if sheet.aside:
        title = printer.beside(title, [printer.text(line, styles.aside) for line in sheet.aside])
    rule = HRFlowable(width="100%", thickness=FRAME_LINE, color="black", spaceAfter=GAP)
    return [title, Spacer(0, GAP / 2), rule]
