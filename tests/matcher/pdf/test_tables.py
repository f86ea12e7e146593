"""Rows keep to their widths, and a long table says what its next page begins with."""

import pytest
from reportlab.platypus import PageBreak

from matcher.pdf.flowables import EmptyCell
from matcher.pdf.fonts import register_fonts
from matcher.pdf.styles import make_styles
from matcher.pdf.tables import LogTable, LongTable, RowLook, long_table, side_by_side
from matcher.pdf.tag import Tag
from matcher.pdf.tagged_canvas import TaggedText

register_fonts()
_PAGE = 740.0


def _text(words: str) -> TaggedText:
    text = TaggedText(words, make_styles().small)
    text.tag = Tag("P")
    return text


def _table(count: int, heads: int = 0) -> LongTable:
    table = long_table([[_text("words")] for _ in range(count)], [300], RowLook(), LongTable)
    table.goes_on(heads, lambda: _text("again"), _PAGE)
    return table


def test_long_table_when_asked_then_its_beginning_is_a_part_of_it() -> None:
    table = _table(20)

    _, height = table.wrap(300, 9999)

    assert 0 < table.height_of_beginning(300, 9999) < height / 5


def test_long_table_when_there_is_to_be_room_below_then_rows_are_higher() -> None:
    heights = [
        long_table(
            [[_text("words")] for _ in range(5)], [300], RowLook(below=below), LongTable
        ).wrap(300, 9999)[1]
        for below in (3, 30)
    ]

    assert heights[1] == heights[0] + 4 * 27


def test_long_table_when_it_goes_on_then_its_heading_is_said_again() -> None:
    first, page_break, again, rest = _table(10).split(300, 100)

    assert isinstance(first, LongTable)
    assert isinstance(rest, LongTable)
    assert isinstance(page_break, PageBreak)
    assert isinstance(again, TaggedText)


def test_long_table_when_it_goes_on_once_more_then_its_heading_is_said_once_more() -> None:
    *_, rest = _table(10).split(300, 100)

    first, page_break, again, last = rest.split(300, 100)

    assert isinstance(page_break, PageBreak)
    assert isinstance(again, TaggedText)
    assert isinstance(first, LongTable)
    assert isinstance(last, LongTable)


def test_long_table_when_it_has_headings_then_they_are_said_again_instead() -> None:
    first, rest = _table(10, heads=1).split(300, 100)

    assert len(first._cellvalues) + len(rest._cellvalues) == 11
    assert rest._cellvalues[0] == first._cellvalues[0]


@pytest.mark.parametrize("height", range(30, 250, 10))
def test_long_table_when_it_goes_on_then_no_row_stands_alone(height: int) -> None:
    parts = [part for part in _table(10).split(300, height) if isinstance(part, LongTable)]

    assert len(parts) < 2 or len(parts[1]._cellvalues) >= 2


def test_long_table_when_a_row_has_no_room_but_would_on_a_page_then_it_is_not_torn() -> None:
    table = long_table([[_text("word " * 150)], [_text("words")]], [300], RowLook(), LongTable)
    table.goes_on(0, lambda: None, _PAGE)

    assert table.split(300, 100) == []


def test_long_table_when_a_row_is_higher_than_most_of_a_page_then_it_is_divided() -> None:
    table = long_table([[_text("word " * 2000)], [_text("words")]], [300], RowLook(), LongTable)
    table.goes_on(0, lambda: None, _PAGE)

    assert len(table.split(300, _PAGE)) == 2


def test_side_by_side_when_wrapped_then_as_wide_as_asked_and_as_high_as_the_highest() -> None:
    row = side_by_side([_text("one"), [_text("word " * 40)]], [100, 200])

    width, height = row.wrap(300, 9999)

    assert width == 300
    assert height > 3 * make_styles().small.leading


def _log(rows: int, page_height: float = _PAGE) -> LogTable:
    cells = [[EmptyCell(_text("who"), 30.0)] for _ in range(rows)]
    look = RowLook(below=30.0, has_columns=True)
    table = long_table([[_text("head")], *cells], [300], look, LogTable)
    table.goes_on(1, lambda: None, page_height)
    table.stands_whole(30.0, 10.0, page_height)
    return table


def test_log_table_when_a_page_is_nearly_full_then_its_rows_are_lower() -> None:
    table = _log(4)
    _, usual = table.wrap(300, 9999)

    (same,) = table.split(300, usual - 40)

    assert same is table
    assert usual - 41 < table.wrap(300, 9999)[1] <= usual - 40
    assert table._cellvalues[1][0][0].below == pytest.approx(20, abs=0.1)


@pytest.mark.parametrize(("page_height", "parts"), [(_PAGE, 0), (120.0, 2)], ids=["page", "higher"])
def test_log_table_when_it_does_not_fit_then_it_is_divided_only_if_higher_than_a_page(
    page_height: float, parts: int
) -> None:
    assert len(_log(4, page_height).split(300, 110)) == parts
