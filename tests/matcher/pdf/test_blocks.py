"""Every kind of block becomes shapes, and keeps to what belongs together."""

import pytest

from matcher import document as content
from matcher.pdf.blocks import BlockPrinter
from matcher.pdf.columns import height_of
from matcher.pdf.flowables import ReasonRow, TickBoxes
from matcher.pdf.fonts import register_fonts
from matcher.pdf.pages import PageFiller
from matcher.pdf.styles import GAP, make_styles
from matcher.pdf.tagged_canvas import TaggedText

register_fonts()
_BLOCKS = [
    content.Paragraph("words", content.Tone.QUIET),
    content.Callout("words"),
    content.Callout("words", is_loud=True),
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
    content.Table(("a", "b"), (("1", ""), ("", "2")), kind="ticks"),
    content.Table(("a",), ()),
    content.Scale(("least", "most"), 5, 3, 1),
    content.Scale(("least", "most"), 5),
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


def test_blocks_when_questions_stand_between_others_then_the_order_is_kept() -> None:
    list_ = content.Questions("List", ("one",))
    blocks = (content.Paragraph("before"), list_, content.Paragraph("after"))

    clusters = _printer().section(content.Section("", blocks))

    (before,), (columns,) = clusters
    assert before.words == "before"
    assert [shape.words for shape in columns.tail] == ["after"]


@pytest.mark.parametrize(
    ("items", "is_beside"),
    [
        pytest.param(("Spanish", "Serbian, Croatian or Bosnian"), True, id="short words"),
        pytest.param(
            ("What helps when it is hard to begin, and what does not? " * 3,), False, id="questions"
        ),
    ],
)
def test_questions_when_in_large_print_then_short_words_alone_stand_in_columns(
    items: tuple[str, ...], is_beside: bool
) -> None:
    printer = BlockPrinter(make_styles(content.Edition(is_large=True)), (490, 740), "-")
    section = content.Section("", (content.Questions("A", items), content.Questions("B", items)))

    assert len(printer.section(section)) == (1 if is_beside else 2)


def test_questions_when_they_go_on_then_no_heading_is_made() -> None:
    printer = _printer()
    heights = [
        height_of(
            printer.section(content.Section("", (content.Questions(heading, ("a",)),)))[0], 490
        )
        for heading in ("Heading", "")
    ]

    assert heights[1] < heights[0]


@pytest.mark.parametrize(("name", "is_beside"), [("Ana Vidal", True), ("N" * 75, False)])
def test_title_when_a_long_name_would_squeeze_it_then_the_name_stands_below(
    name: str, is_beside: bool
) -> None:
    printer = _printer()
    title = printer.text("Your page in the directory", printer.styles.title)

    shapes = printer.beside(title, [printer.text(name, printer.styles.aside)])

    assert (len(shapes) == 1) is is_beside
    assert (shapes[0] is not title) is is_beside


def test_frame_when_words_follow_it_then_they_do_not_touch_it() -> None:
    printer = _printer()
    section = content.Section("", (content.Callout("framed"), content.Paragraph("after")))
    ((frame,), (after,)) = printer.section(section)

    assert frame.wrap(490, 740)[1] > 0
    assert max(frame.getSpaceAfter(), after.getSpaceBefore()) >= GAP
