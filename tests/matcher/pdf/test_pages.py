"""Lines to write on take the room there is; what announces a table stays with it."""

import pytest
from reportlab.platypus import CondPageBreak, KeepTogether

from matcher import document as content
from matcher.pdf.blocks import BlockPrinter
from matcher.pdf.columns import height_of
from matcher.pdf.flowables import WritingLines
from matcher.pdf.fonts import register_fonts
from matcher.pdf.pages import PageFiller
from matcher.pdf.styles import WRITING_LINE, make_styles

register_fonts()
_HEIGHT = 740.0


def _filler() -> PageFiller:
    return PageFiller(BlockPrinter(make_styles(), (490, _HEIGHT), "(not printable)"))


def _line_heights(count: int, room: float) -> set[float]:
    blocks = tuple(content.Ask(0, f"Question {number}?", lines=2) for number in range(count))
    shapes = [*_filler().page([content.Section("", blocks)], room)]
    return {
        shape.line_height / WRITING_LINE
        for kept in shapes
        for shape in kept._content
        if isinstance(shape, WritingLines)
    }


@pytest.mark.parametrize(
    ("count", "room", "lowest", "highest"),
    [(1, _HEIGHT, 1.4, 1.4), (5, 360, 0.73, 1.3), (60, _HEIGHT, 0.9, 0.9)],
    ids=["much_room", "just_enough", "too_little"],
)
def test_page_when_there_are_lines_to_write_on_then_they_take_the_room(
    count: int, room: float, lowest: float, highest: float
) -> None:
    (share,) = _line_heights(count, room)

    assert lowest <= share <= highest


def test_page_when_a_table_is_long_then_only_its_beginning_is_kept_with_the_heading() -> None:
    table = content.Table(("a", "b"), (("1", "2"),) * 40)

    shapes = [*_filler().page([content.Section("Heading", (table,))], _HEIGHT)]

    assert isinstance(shapes[0], CondPageBreak)
    assert len(shapes) == 3


def test_page_when_a_table_is_short_then_it_stays_whole() -> None:
    table = content.Table(("a", "b"), (("1", "2"),) * 4)

    (shape,) = _filler().page([content.Section("Heading", (table,))], _HEIGHT)

    assert isinstance(shape, KeepTogether)


def test_page_when_there_is_room_then_questions_are_set_larger() -> None:
    filler = _filler()
    section = content.Section(
        "", (content.Questions("Heading", ("word " * 30,) * 3),), together=True
    )

    heights = []
    for room in (_HEIGHT, 100):
        (kept,) = filler.page([section], room)
        heights.append(height_of(kept._content, 490))

    assert heights[0] > heights[1]


def test_page_when_a_section_is_to_stay_together_then_its_table_is_whole() -> None:
    section = content.Section("", (content.Table(("a",), (("1",),) * 15),), together=True)

    (kept,) = _filler().page([section], 100)

    assert isinstance(kept, KeepTogether)


def test_page_when_large_lines_do_not_fit_then_they_are_as_high_as_usual_ones() -> None:
    printer = BlockPrinter(make_styles(content.Edition(is_large=True)), (490, _HEIGHT), "")
    asks = tuple(content.Ask(0, "Question?", lines=2) for _ in range(60))

    [*_] = PageFiller(printer).page([content.Section("", asks)], _HEIGHT)

    (height,) = {line.line_height for line in printer.lines}
    assert height == pytest.approx(0.9 * WRITING_LINE)
