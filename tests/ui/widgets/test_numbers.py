from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot
from support.sittings import first_of

from matcher.scoring.result import Group
from ui.language import Language
from ui.widgets.numbers import Numbers, rounded

_points = st.integers(0, 10_000_000).map(lambda units: Fraction(units, 100_000))


@given(parts=st.lists(_points, max_size=20))
def test_rounded_when_added_up_then_it_is_the_rounded_sum(parts: list[Fraction]) -> None:
    shown = rounded(parts)

    assert abs(Fraction(sum(shown, Decimal(0))) - sum(parts)) <= Fraction(1, 200)
    assert all(abs(Fraction(a) - b) < Fraction(1, 100) for a, b in zip(shown, parts, strict=True))


def test_rounded_when_parts_end_in_thirds_then_the_largest_rest_takes_the_hundredth() -> None:
    assert rounded([Fraction(1, 3), Fraction(2, 3)]) == [Decimal("0.33"), Decimal("0.67")]


def test_numbers_when_shown_then_each_column_adds_up(qtbot: QtBot) -> None:
    result, _ = first_of(Group.MEETS_ALL, 1)
    numbers = Numbers("numbers", result)
    qtbot.addWidget(numbers)

    numbers.say(Language("en"))

    _, *parts, sums = numbers.rows
    for column in (1, 2, 3):
        assert sum(Decimal(row[column]) for row in parts) == Decimal(sums[column])
    assert sums[1] == "100"
    assert result.score is not None
    assert abs(Fraction(sums[2]) - result.score) <= Fraction(1, 200)


def test_numbers_when_read_aloud_then_each_cell_says_wish_and_column(qtbot: QtBot) -> None:
    result, _ = first_of(Group.MEETS_ALL)
    numbers = Numbers("numbers", result)
    qtbot.addWidget(numbers)

    numbers.say(Language("en"))

    wish, weight = numbers.rows[1][:2]
    assert numbers._cells[1][1].accessibleName() == f"{wish}, Weight: {weight}"
