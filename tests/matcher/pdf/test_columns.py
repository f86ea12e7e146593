"""Columns come out even, and hold every group once."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.document import Table
from matcher.pdf.columns import column_pairs, column_shares, widened

_TALLEST = 620.0


@given(st.lists(st.floats(10, 300), max_size=30))
def test_column_pairs_when_any_groups_then_each_stands_once_in_order(heights: list[float]) -> None:
    pairs = [*column_pairs(heights, _TALLEST)]

    order = [place for pair in pairs for part in pair for place in range(len(heights))[part]]
    assert order == [*range(len(heights))]


@given(st.lists(st.floats(10, 300), max_size=30))
def test_column_pairs_when_any_groups_then_no_column_is_too_high(heights: list[float]) -> None:
    columns = [part for pair in column_pairs(heights, _TALLEST) for part in pair]

    assert all(sum(heights[part]) <= _TALLEST for part in columns)


def test_column_pairs_when_all_fit_on_a_page_then_two_even_columns() -> None:
    assert [*column_pairs([100, 50, 50, 100], _TALLEST)] == [(slice(0, 2), slice(2, 4))]


@pytest.mark.parametrize("kind", ["text", "log"])
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
