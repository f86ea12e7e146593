"""Boxes and lines take the room they need, whatever the words beside them."""

import pytest

from matcher.pdf.flowables import BoxedLine, Framed, ReasonRow, TickBoxes, WritingLines
from matcher.pdf.fonts import register_fonts
from matcher.pdf.styles import BOX, WRITING_LINE, make_styles
from matcher.pdf.tag import Tag
from matcher.pdf.tagged_canvas import TaggedText

register_fonts()
_BODY = make_styles().body
_WIDTH = 400.0


def _text(words: str) -> TaggedText:
    text = TaggedText(words, _BODY)
    text.tag, text.words = Tag("P"), words
    return text


@pytest.mark.parametrize(
    ("label", "lines_in_all"), [(None, 2), ("Short", 2)], ids=["no_label", "short_label"]
)
def test_writing_lines_when_the_label_is_short_then_it_takes_no_line_of_its_own(
    label: str | None, lines_in_all: int
) -> None:
    lines = WritingLines(2, _text(label or ""), is_label=bool(label))

    assert lines.wrap(_WIDTH, 999) == (_WIDTH, lines_in_all * WRITING_LINE)


def test_writing_lines_when_the_label_is_long_then_it_stands_above() -> None:
    lines = WritingLines(1, _text("word " * 30), is_label=True)

    assert lines.wrap(_WIDTH, 999)[1] > WRITING_LINE + _BODY.leading


def test_writing_lines_when_made_higher_then_they_take_their_share_more() -> None:
    lines = WritingLines(2, _text("about"), space_after=0.5)
    before = lines.wrap(_WIDTH, 999)[1] + lines.getSpaceAfter()

    lines.line_height += 1

    assert lines.wrap(_WIDTH, 999)[1] + lines.getSpaceAfter() == before + lines.share
    assert lines.share == 2.5


def test_tick_boxes_when_labels_are_many_then_they_go_on_below() -> None:
    few, many = (TickBoxes([_text("label")] * count) for count in (2, 30))

    assert few.wrap(_WIDTH, 999)[1] == _BODY.leading
    assert many.wrap(_WIDTH, 999)[1] > 3 * _BODY.leading
    assert many.natural_width <= _WIDTH


@pytest.mark.parametrize("words", ["short", "long " * 60])
def test_reason_row_when_words_are_long_then_nothing_overlaps(words: str) -> None:
    row = ReasonRow(_text(words), TickBoxes([_text("clear"), _text("partly"), _text("later")]))

    width, height = row.wrap(_WIDTH, 999)

    assert width == _WIDTH
    assert height >= _BODY.leading


def test_reason_row_when_a_short_reason_has_little_room_then_boxes_stand_beside_it() -> None:
    boxes = TickBoxes([_text("clear enough to me now"), _text("once again later")])
    row = ReasonRow(_text("It matters."), boxes)

    _, height = row.wrap(_WIDTH, 999)

    assert boxes.natural_width > 0.6 * _WIDTH
    assert height == _BODY.leading


@pytest.mark.parametrize("shape", [Framed, BoxedLine])
def test_shapes_when_wrapped_then_as_high_as_their_words(shape: type) -> None:
    _, height = shape(_text("word " * 60)).wrap(_WIDTH, 999)

    assert height > 3 * _BODY.leading > BOX
