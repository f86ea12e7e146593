"""Contributions and groups say what they mean."""

# ruff: noqa: E501 - one row of a table on one line

from fractions import Fraction

import pytest

from matcher.scoring.result import GROUPS, Contribution, Group, ValueStatus


def _contribution(value: int, value_high: int) -> Contribution:
    return Contribution("times", "scheduling", 3684, value, value_high, None, None)


@pytest.mark.parametrize(
    ("value", "value_high", "status"),
    [
        (600, 600, ValueStatus.STATED),
        (0, 1000, ValueStatus.NOT_STATED),
        (300, 1000, ValueStatus.PARTLY),
        (0, 500, ValueStatus.PARTLY),
        (0, 0, ValueStatus.STATED),
    ],
)
def test_contribution_when_low_and_high_differ_then_it_is_partly_or_not_stated(
    value: int, value_high: int, status: ValueStatus
) -> None:
    assert _contribution(value, value_high).status is status


def test_contribution_when_added_then_points_are_exact() -> None:
    part = _contribution(333, 1000)

    assert part.points == Fraction(3684 * 333, 100_000)
    assert part.points + part.could_add == Fraction(3684, 100)


@pytest.mark.parametrize(
    ("value", "high", "fits", "unknown"),
    [(749, 749, False, False), (750, 750, True, False), (250, 750, False, True), (251, 750, False, False)],
)  # fmt: skip
def test_contribution_when_valued_then_it_fits_from_750_and_is_unknown_from_a_gap_of_500(
    value: int, high: int, fits: bool, unknown: bool
) -> None:
    part = _contribution(value, high)

    assert (part.fits, part.is_unknown) == (fits, unknown)


@pytest.mark.parametrize(
    ("value", "high", "at_least"),
    [(0, 1000, False), (1, 501, True), (500, 1000, True), (500, 999, False), (1000, 1000, False)],
)
def test_contribution_when_open_above_what_is_known_then_it_fits_at_least_in_part(
    value: int, high: int, at_least: bool
) -> None:
    assert _contribution(value, high).fits_at_least_in_part == at_least


def test_groups_when_listed_then_in_the_order_of_the_result() -> None:
    assert [group.value for group in GROUPS] == [
        "meets_all", "to_check", "near_miss", "other", "not_accepting", "hidden",
    ]  # fmt: skip
    assert GROUPS.index(Group.MEETS_ALL) == 0
