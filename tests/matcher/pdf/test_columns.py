"""Columns come out even, and hold every group once."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.document import Table
from matcher.pdf.columns import are_short, column_shares, widened
from matcher.pdf.fonts import register_fonts
from matcher.pdf.styles import make_styles


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        pytest.param((), True, id="none"),
        pytest.param(("Spanish", "Serbian, Croatian or Bosnian"), True, id="one on two lines"),
        pytest.param(("Serbian, Croatian or Bosnian",), False, id="most on two lines"),
        pytest.param(("Spanish", "Spanish " * 20), False, id="one on many lines"),
    ],
)
def test_short_when_asked_then_most_are_on_one_line_and_none_on_many(
    labels: tuple[str, ...], expected: bool
) -> None:
    register_fonts()

    assert are_short(labels, make_styles().small, 150) is expected


@pytest.mark.parametrize("count", [1, 3, 4, 7])
def test_column_shares_when_boxes_are_to_be_ticked_then_they_are_equal_and_leave_room_for_words(
    count: int,
) -> None:
    table = Table(("Time", *"abcdefg"[:count]), (("Afternoon", *[""] * count),), kind="ticks")
    first, *boxes = column_shares(table)

    assert {round(each, 6) for each in boxes} == {round(boxes[0], 6)}
    assert first >= 0.22


@pytest.mark.parametrize("kind", ["text", "log", "ticks"])
def test_column_shares_when_added_up_then_the_whole_width(kind: str) -> None:
    table = Table(("a", "b", "c"), (("word " * 60, "word", ""),), kind=kind)  # type: ignore[arg-type]

    assert sum(column_shares(table)) == pytest.approx(1)


def test_column_shares_when_a_text_is_longer_then_its_column_is_no_narrower() -> None:
    lengths = (1, 12, 20, 40, 60, 300)
    table = Table(("",) * len(lengths), (tuple("x" * length for length in lengths),))

    assert all(left <= right for left, right in pairwise(column_shares(table)))


@pytest.mark.parametrize(
    ("widths", "least", "expected"),
    [
        ([100, 200], [50, 60], [100, 200]),
        ([100, 200], [150, 60], [150, 150]),
        ([100, 100, 100], [120, 50, 50], [120, 90, 90]),
        ([100, 200], [260, 90], [210, 90]),
    ],
    ids=["wide enough", "one takes", "two give", "the longest is broken"],
)
def test_widened_when_a_word_is_long_then_its_column_takes_what_others_spare(
    widths: list[float], least: list[float], expected: list[float]
) -> None:
    assert widened(widths, least) == pytest.approx(expected)


@given(st.lists(st.tuples(st.floats(20, 300), st.floats(10, 600)), min_size=1, max_size=6))
def test_widened_when_any_words_then_the_whole_stays_as_wide(
    columns: list[tuple[float, float]],
) -> None:
    widths, least = (list(each) for each in zip(*columns, strict=True))

    wide = widened(widths, least)

    assert sum(wide) == pytest.approx(sum(widths))
    assert min(wide) > 0
    if sum(least) <= sum(widths):
        pairs = zip(wide, least, strict=True)
        assert all(width >= word - 1e-6 for width, word in pairs)
