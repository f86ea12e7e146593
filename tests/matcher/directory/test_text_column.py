from bisect import bisect_left

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.directory.text_column import TextColumn, make_text_column

_ANY_TEXT = st.text(st.characters(), max_size=5)  # lone surrogates too


@given(st.lists(_ANY_TEXT, max_size=6))
def test_texts_when_kept_then_read_as_a_sequence_of_them(texts: list[str]) -> None:
    column = make_text_column(texts)

    assert [*column] == texts
    assert len(column) == len(texts)
    assert [column[row] for row in range(len(texts))] == texts
    assert [column[-row] for row in range(1, len(texts) + 1)] == texts[::-1]
    assert column[1:4] == tuple(texts[1:4])
    assert [*reversed(column)] == texts[::-1]


@given(st.sets(_ANY_TEXT, min_size=1))
def test_texts_when_sorted_then_bisecting_finds_each(texts: set[str]) -> None:
    ordered = sorted(texts)
    column = make_text_column(ordered)

    assert [bisect_left(column, text) for text in ordered] == [*range(len(ordered))]


@pytest.mark.parametrize("row", [2, -3])
def test_row_when_there_is_none_then_index_error(row: int) -> None:
    with pytest.raises(IndexError):
        make_text_column(["a", "b"])[row]


def test_texts_when_membership_is_asked_then_by_value() -> None:
    column = make_text_column(["a", "ñ"])

    assert "ñ" in column
    assert "b" not in column
    assert repr(column) == "TextColumn(2 texts)"


def test_bytes_when_they_are_no_utf8_then_a_sign_stands_for_them() -> None:
    column = TextColumn(np.array([0xFF, 0x41], np.uint8), np.array([0, 2], np.uint64))

    assert column[0] == "\ufffdA"
