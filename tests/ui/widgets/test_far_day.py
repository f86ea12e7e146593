from datetime import date

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from ui.language import Language
from ui.widgets.choice_button import ChoiceButton
from ui.widgets.far_day import FarDay

pytestmark = pytest.mark.usefixtures("qapp")

_TODAY = date(2026, 3, 10)


def _codes(button: ChoiceButton) -> list[str]:
    return [action.data() for action in button._group.actions()]


def _far(qtbot: QtBot, day: date, way: int = 1) -> FarDay:
    far = FarDay("day", way)
    qtbot.addWidget(far)
    far.show_day("Until", day, _TODAY, Language("en"))
    return far


@pytest.mark.parametrize(
    ("way", "first", "last"), [(1, "2026-03-01", "2027-03-01"), (-1, "2026-03-01", "2025-03-01")]
)
def test_far_when_shown_then_it_offers_the_months_of_a_year_and_only_days_of_it(
    qtbot: QtBot, way: int, first: str, last: str
) -> None:
    far = _far(qtbot, _TODAY, way)
    months = _codes(far.month)
    assert (months[0], months[-1], len(months)) == (first, last, 13)
    assert far.month.text() == "March 2026"
    days = _codes(far.in_month)
    assert days[0] == ("2026-03-10" if way == 1 else "2026-03-01")
    assert days[-1] == ("2026-03-31" if way == 1 else "2026-03-10")


@pytest.mark.parametrize(
    ("day", "month", "expected"),
    [
        (date(2027, 1, 31), "2027-02-01", date(2027, 2, 28)),
        (date(2026, 9, 2), "2026-03-01", date(2026, 3, 10)),
        (date(2026, 9, 25), "2027-03-01", date(2027, 3, 10)),
    ],
)
def test_far_when_another_month_is_chosen_then_the_nearest_day_it_has_is_told(
    qtbot: QtBot, day: date, month: str, expected: date
) -> None:
    far = _far(qtbot, day)
    action = far.findChild(QAction, f"day_month_{month}")
    assert action is not None
    with qtbot.waitSignal(far.chosen) as told:
        action.trigger()
    assert told.args == [expected]


@pytest.mark.parametrize(
    ("day", "way"), [(date(2026, 3, 5), 1), (date(2027, 3, 20), 1), (date(2026, 3, 20), -1)]
)
def test_far_when_the_day_is_past_in_a_month_that_is_offered_then_it_is_there_and_stays(
    qtbot: QtBot, day: date, way: int
) -> None:
    far = _far(qtbot, day, way)
    assert day.isoformat() in _codes(far.in_month)
    assert far.in_month.text().endswith(str(day.day))
    action = far.findChild(QAction, f"day_month_{day.replace(day=1).isoformat()}")
    assert action is not None
    with qtbot.waitSignal(far.chosen) as told:
        action.trigger()
    assert told.args == [day]


def test_far_when_a_day_is_beyond_the_year_then_its_month_is_there_as_a_whole(
    qtbot: QtBot,
) -> None:
    far = _far(qtbot, date(2024, 2, 7), -1)
    assert far.month.text() == "February 2024"
    assert len(_codes(far.in_month)) == 29
