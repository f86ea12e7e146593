"""Groups in two columns are even, go on over the next page, and keep what ends them."""

import pytest
from reportlab.platypus import PageBreak, Spacer

from matcher.pdf.group_columns import GroupColumns

_PAGE = 700.0
_WIDTH = 400.0


def _columns(count: int, height: float = 100.0, tail: float = 0.0) -> GroupColumns:
    groups = [[Spacer(10, height)] for _ in range(count)]
    columns = GroupColumns(groups, lambda number: [Spacer(10, number)], _PAGE)
    columns.tail = [Spacer(10, tail)] if tail else []
    return columns


@pytest.mark.parametrize(("count", "height"), [(1, 100), (4, 200), (5, 300)])
def test_group_columns_when_wrapped_then_they_are_even(count: int, height: float) -> None:
    assert _columns(count).wrap(_WIDTH, _PAGE) == (_WIDTH, height)


def test_group_columns_when_a_page_is_full_then_they_go_on_and_say_whose_they_are() -> None:
    first, page_break, again, rest = _columns(8).split(_WIDTH, 350)

    assert first.wrap(_WIDTH, _PAGE)[1] == 300
    assert isinstance(page_break, PageBreak)
    assert again.height == 6
    assert rest.wrap(_WIDTH, _PAGE)[1] == 100


def test_group_columns_when_only_what_ends_them_does_not_fit_then_a_group_goes_with_it() -> None:
    first, _, again, rest = _columns(8, tail=50).split(_WIDTH, 420)

    assert again.height == 7
    assert first.tail == []
    assert rest.wrap(_WIDTH, _PAGE)[1] > 150


def test_group_columns_when_no_group_fits_then_they_begin_the_next_page() -> None:
    assert _columns(4).split(_WIDTH, 80) == []


def test_group_columns_when_asked_then_little_room_is_enough_to_begin() -> None:
    assert _columns(8).height_of_beginning(_WIDTH, _PAGE) == pytest.approx(140)
