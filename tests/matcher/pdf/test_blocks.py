"""Every kind of block becomes shapes, and keeps to what belongs together."""

import pytest

from matcher import document as content
from matcher.pdf.blocks import BlockPrinter
from matcher.pdf.flowables import ReasonRow, TickBoxes
from matcher.pdf.fonts import register_fonts
from matcher.pdf.pages import PageFiller
from matcher.pdf.styles import make_styles
from matcher.pdf.tagged_canvas import TaggedText

register_fonts()
_BLOCKS = [
    content.Paragraph("words", content.Tone.QUIET),
    content.Callout("words"),
    content.Bullets(("one", "two")),
    content.Questions("Heading", ("one?", "two?")),
    content.Ask(1, "Question?", "Reason.", boxes=("clear",)),
    content.Ask(0, "Question?"),
    content.Ask(1, "Question?", boxes=("clear",)),
    content.Ask(1, "Question?", "Reason."),
    content.Ticks("words", ("yes", "no")),
    content.Ticks("words", ()),
    content.Questions("Heading", ()),
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
    filler = PageFiller(_printer())
    section = content.Section("Heading", (block, content.Paragraph("after")))

    shapes = [*filler.page([section], 740)]

    assert shapes
    assert filler.room() == 740


@pytest.mark.parametrize(
    ("reason", "boxes", "kinds"),
    [
        ("Reason.", ("clear",), [ReasonRow]),
        ("", ("clear",), [TickBoxes]),
        ("Reason.", (), [TaggedText]),
        ("", (), []),
    ],
    ids=["both", "boxes alone", "reason alone", "neither"],
)
def test_ask_when_something_is_left_out_then_the_rest_stands(
    reason: str, boxes: tuple[str, ...], kinds: list[type]
) -> None:
    ask = content.Ask(0, "Question?", reason, boxes=boxes)

    ((_question, *between, _lines),) = _printer().section(content.Section("", (ask,)))

    assert [type(shape) for shape in between] == kinds
