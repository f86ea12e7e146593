"""Every kind of block becomes shapes, and columns come out even."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.checklist import document as content
from matcher.pdf.blocks import BlockPrinter, _column_pairs
from matcher.pdf.fonts import register_fonts
from matcher.pdf.styles import make_styles

register_fonts()
_BLOCKS = [
    content.Paragraph("words", content.Tone.QUIET),
    content.Callout("words"),
    content.Bullets(("one", "two")),
    content.Questions("Heading", ("one?", "two?")),
    content.Ask(1, "Question?", "Reason.", boxes=("clear",)),
    content.Ask(0, "Question?"),
    content.Ticks("words", ("yes", "no")),
    content.Blank("Label"),
    content.Blank(""),
    content.Script("Label", ("words",)),
    content.Fit("Name", "Fits", ("asked", "says"), "source"),
    content.Contrast("Heading", ("good",), ("care",)),
    content.Contrast("", ("good",), ("care",)),
    content.Table(("a", "b"), (("1", ""),)),
    content.Table(("a", "b"), (("1", ""),), kind="log"),
    content.Table(("a",), ()),
]


def _printer() -> BlockPrinter:
    return BlockPrinter(make_styles(), (490, 740), "(not printable)")


@pytest.mark.parametrize("block", _BLOCKS, ids=lambda block: type(block).__name__)
def test_page_when_it_has_one_block_then_it_takes_room(block: content.Block) -> None:
    printer = _printer()
    section = content.Section("Heading", (block, content.Paragraph("after")))

    shapes = [*printer.page([section], 740)]

    assert shapes
    assert printer.room() == 740


@given(st.lists(st.floats(10, 300), max_size=30))
def test_column_pairs_when_any_groups_then_each_stands_once_in_order(heights: list[float]) -> None:
    pairs = [*_column_pairs(heights)]

    order = [place for pair in pairs for part in pair for place in range(len(heights))[part]]
    assert order == [*range(len(heights))]


def test_column_pairs_when_all_fit_on_a_page_then_two_even_columns() -> None:
    assert [*_column_pairs([100, 50, 50, 100])] == [(slice(0, 2), slice(2, 4))]
