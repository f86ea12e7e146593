"""Rows keep to their widths, and a long table says how much of it is its beginning."""

from matcher.pdf.fonts import register_fonts
from matcher.pdf.styles import make_styles
from matcher.pdf.tables import long_table, side_by_side
from matcher.pdf.tag import Tag
from matcher.pdf.tagged_canvas import TaggedText

register_fonts()


def _text(words: str) -> TaggedText:
    text = TaggedText(words, make_styles().small)
    text.tag = Tag("P")
    return text


def test_long_table_when_asked_then_its_beginning_is_a_part_of_it() -> None:
    table = long_table([[_text("words")] for _ in range(20)], [300])

    _, height = table.wrap(300, 9999)

    assert 0 < table.height_of_beginning(300, 9999) < height / 5


def test_long_table_when_there_is_to_be_room_below_then_rows_are_higher() -> None:
    heights = [
        long_table([[_text("words")] for _ in range(5)], [300], below).wrap(300, 9999)[1]
        for below in (3, 30)
    ]

    assert heights[1] == heights[0] + 4 * 27


def test_side_by_side_when_wrapped_then_as_wide_as_asked_and_as_high_as_the_highest() -> None:
    row = side_by_side([_text("one"), [_text("word " * 40)]], [100, 200])

    width, height = row.wrap(300, 9999)

    assert width == 300
    assert height > 3 * make_styles().small.leading
