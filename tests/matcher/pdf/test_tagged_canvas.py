from collections.abc import Callable
from io import BytesIO

import pikepdf
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import SimpleDocTemplate, Table, TableStyle

from matcher.pdf.tag import Mark, Tag
from matcher.pdf.tagged_canvas import TaggedCanvas, TaggedText

_STYLE = ParagraphStyle("plain", fontSize=12, leading=14)


def _drawn(draw: Callable[[TaggedCanvas], object]) -> list[str]:
    """Return the operators on the first page."""
    target = BytesIO()
    canvas = TaggedCanvas(target)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    with pikepdf.open(target) as pdf:
        return [str(each.operator) for each in pikepdf.parse_content_stream(pdf.pages[0])]


def _text(words: str, tag: Tag) -> TaggedText:
    text = TaggedText(words, _STYLE)
    text.tag = tag
    return text


def test_canvas_when_lines_and_words_at_the_foot_are_drawn_then_they_are_decoration() -> None:
    def draw(canvas: TaggedCanvas) -> None:
        canvas.line(0, 0, 10, 0)
        canvas.rect(0, 0, 10, 10)
        canvas.roundRect(0, 0, 10, 10, 2)
        canvas.drawString(0, 0, "foot")
        canvas.drawRightString(100, 0, "1")

    drawn = _drawn(draw)

    assert drawn.count("BMC") == drawn.count("EMC") == 5
    assert "BDC" not in drawn


def test_canvas_when_something_is_drawn_inside_a_mark_then_it_gets_none_of_its_own() -> None:
    tag = Tag("P")

    def draw(canvas: TaggedCanvas) -> None:
        with canvas.marked(tag):
            canvas.line(0, 0, 10, 0)

    drawn = _drawn(draw)

    assert (drawn.count("BDC"), drawn.count("BMC"), drawn.count("EMC")) == (1, 0, 1)
    assert tag.kids == [Mark(0, 0)]


def test_text_when_a_page_ends_inside_it_then_both_parts_are_one_paragraph() -> None:
    tag, after = Tag("P"), Tag("P")
    story = [_text("many words " * 500, tag), _text("after", after)]

    SimpleDocTemplate(BytesIO()).build(story, canvasmaker=TaggedCanvas)

    assert [mark.page for mark in tag.kids if isinstance(mark, Mark)] == [0, 1]
    assert after.kids == [Mark(1, 1)]


def test_headings_when_a_table_goes_on_then_they_are_read_once() -> None:
    head = Tag("TH")
    rows = [[_text("Heading", head)], *([_text(f"row {n}", Tag("TD"))] for n in range(80))]
    table = Table(rows, repeatRows=1)
    table.setStyle(TableStyle([("LINEBELOW", (0, 0), (-1, -1), 1, "black")]))

    SimpleDocTemplate(BytesIO()).build([table], canvasmaker=TaggedCanvas)

    assert head.kids == [Mark(0, 0)]
