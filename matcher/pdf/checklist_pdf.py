"""The checklist as PDF: document in, bytes out, equal bytes for equal input."""

from collections.abc import Iterator
from io import BytesIO

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

from matcher.checklist.document import ChecklistDocument, Paper, Section, Sheet
from matcher.pdf.blocks import BlockPrinter
from matcher.pdf.flowables import EmptyBack
from matcher.pdf.fonts import REGULAR, register_fonts
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
from matcher.pdf.tagged_canvas import TaggedCanvas
from matcher.pdf.tagging import tagged


def checklist_pdf(
    document: ChecklistDocument, *, paper: Paper = "A4", styles: Styles | None = None
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

    Returns
    -------
    bytes
        A PDF with its title and language set and all fonts embedded; no date, no name of a user.
    """
    register_fonts()
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
    for number, sheet in enumerate(document.sheets):
        pages.addPageTemplates(_template(pages, str(number), sheet.footer, document))
    printer = BlockPrinter(styles, (pages.width, pages.height), document.unprintable)
    root = printer.tag
    pages.build([*_story(document, styles, printer)], canvasmaker=TaggedCanvas)
    return tagged(target.getvalue(), root, document.title, document.language)


def _template(
    pages: BaseDocTemplate, name: str, footer: str, document: ChecklistDocument
) -> PageTemplate:
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

    def draw_footer(canvas: Canvas, pages: BaseDocTemplate) -> None:
        canvas.setFont(REGULAR, 9.5)
        canvas.drawString(pages.leftMargin, FOOTER, footer)
        page = document.page.format(page=canvas.getPageNumber())
        canvas.drawRightString(pages.leftMargin + pages.width, FOOTER, page)

    return PageTemplate(id=name, frames=[frame], onPage=draw_footer)


def _story(
    document: ChecklistDocument, styles: Styles, printer: BlockPrinter
) -> Iterator[Flowable]:
    root = printer.tag
    for number, sheet in enumerate(document.sheets):
        if number:
            yield NextPageTemplate(str(number))
            yield PageBreak()
            yield EmptyBack(printer.text(document.left_empty, styles.quiet))
        printer.tag = Tag("Sect", root)
        head = _head(sheet, styles, printer)
        yield from head
        room = printer.room(head)
        for position, sections in enumerate(_pages(sheet)):
            if position:
                yield PageBreak()
                room = printer.room()
            yield from printer.page(sections, room)


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
