from collections.abc import Callable
from functools import partial
from io import BytesIO

import pikepdf
import pytest
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import SimpleDocTemplate, Table, TableStyle

from matcher.pdf.tag import Field, Mark, Tag
from matcher.pdf.tagged_canvas import PageCounter, TaggedCanvas, TaggedText

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


def test_feet_when_saved_then_each_page_knows_its_number_and_how_many_there_are() -> None:
    canvas = TaggedCanvas(BytesIO())
    feet: list[tuple[str, int, int]] = []
    for name in ("one", "two", "three"):
        canvas.foot = lambda _, number, total, name=name: feet.append((name, number, total))
        canvas.line(0, 0, 10, 0)
        canvas.showPage()

    canvas.save()

    assert feet == [("one", 1, 3), ("two", 2, 3), ("three", 3, 3)]


@pytest.mark.parametrize("is_fillable", [True, False])
def test_field_when_added_then_it_is_there_if_it_can_be_filled(is_fillable: bool) -> None:
    canvas = TaggedCanvas(BytesIO(), is_fillable=is_fillable)
    parent = Tag("P")

    canvas.translate(5, 5)
    canvas.field("tick", (0, 0, 10, 10), "clear\n\x00 ", parent)

    fields = [kid for form in parent.kids if isinstance(form, Tag) for kid in form.kids]
    assert fields == ([Field("tick", 0, (5, 5, 15, 15), "clear")] if is_fillable else [])


def test_text_when_it_has_a_blank_then_it_can_be_written_on() -> None:
    tag = Tag("P")
    text = _text("Date ____________", tag)
    text.words = "Date ____________"

    SimpleDocTemplate(BytesIO()).build([text], canvasmaker=partial(TaggedCanvas, is_fillable=True))

    _, form = tag.kids
    assert isinstance(form, Tag)
    (field,) = form.kids
    assert isinstance(field, Field)
    assert field.about == "Date"
    assert field.place[0] > stringWidth("Date", "Helvetica", 12)


def _lines_of(words: str, tag: Tag) -> list[bytes]:
    target = BytesIO()
    SimpleDocTemplate(target, pagesize=(300, 300)).build(
        [_text(words, tag)], canvasmaker=TaggedCanvas
    )
    with pikepdf.open(target) as pdf:
        return [
            bytes(each.operands[0])
            for each in pikepdf.parse_content_stream(pdf.pages[0])
            if str(each.operator) == "Tj"
        ]


@pytest.mark.parametrize("words", ["many words " * 9, "many <b>bold</b> words " * 6])
def test_text_when_it_has_several_lines_then_a_space_stands_between_them(words: str) -> None:
    lines = _lines_of(words, Tag("P"))

    assert len(lines) > 2
    said = b"".join(lines).decode().split()
    assert {*said} == {*words.replace("<b>", "").replace("</b>", "").split()}


@pytest.mark.parametrize("words", ["Wolfeschlegelstein" * 5, "<b>Wolfe</b>schlegelstein" * 4])
def test_text_when_a_word_is_torn_then_no_space_stands_inside_it(words: str) -> None:
    lines = _lines_of(words, Tag("P"))

    assert len(lines) > 2
    assert b" " not in b"".join(lines).strip()


def test_text_when_it_has_a_dash_then_the_dash_is_decoration() -> None:
    tag = Tag("LBody")
    text = _text("one", tag)
    text.dash = "-"
    target = BytesIO()

    SimpleDocTemplate(target).build([text], canvasmaker=TaggedCanvas)

    with pikepdf.open(target) as pdf:
        operators = [str(each.operator) for each in pikepdf.parse_content_stream(pdf.pages[0])]
    marks = [each for each in operators if each in ("BMC", "BDC", "Tj")]
    assert marks == ["BMC", "Tj", "BDC", "Tj"]


def test_page_counter_when_saved_then_nothing_is_written() -> None:
    target = BytesIO()

    SimpleDocTemplate(target).build([_text("words", Tag("P"))], canvasmaker=PageCounter)

    assert target.getvalue() == b""
