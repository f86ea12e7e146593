from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from support.window import show

from ui.language import Language
from ui.widgets.choice_button import ChoiceButton
from ui.widgets.day_choice import AHEAD, BACK, DayChoice

pytestmark = pytest.mark.usefixtures("qapp")

_TODAY = date(2026, 3, 10)


def _codes(button: ChoiceButton) -> list[str]:
    return [action.data() for action in button._group.actions()]


def _press(widget: QWidget, name: str) -> None:
    buttons = widget.findChildren(ChoiceButton)
    actions = (action for button in buttons for action in button._group.actions())
    next(action for action in actions if action.objectName() == name).trigger()


def _choice(qtbot: QtBot, day: date | None, way: int = AHEAD) -> DayChoice:
    choice = DayChoice("day", way, has_none=way == AHEAD)
    qtbot.addWidget(choice)
    show(choice, 500, 200)
    choice.show_day("When", day, _TODAY, Language("en"))
    return choice


def test_choice_when_shown_then_it_offers_two_weeks_from_today_on_and_the_way_to_any_other_day(
    qtbot: QtBot,
) -> None:
    choice = _choice(qtbot, _TODAY, BACK)
    codes = _codes(choice.button)
    assert codes[:3] == ["2026-03-10", "2026-03-09", "2026-03-08"]
    assert codes[-2:] == ["2026-02-24", "other"]
    assert choice.day == _TODAY
    assert "today" in choice.button.text()
    assert choice.far.isHidden()


def test_choice_when_another_day_is_wanted_then_month_and_day_lead_to_it_by_keys(
    qtbot: QtBot,
) -> None:
    choice = _choice(qtbot, None)
    _press(choice, "day_other")
    assert QApplication.focusWidget() is choice.far.month
    assert choice.day == date(2026, 3, 25)  # the first that is not listed
    _press(choice, "day_month_2026-09-01")
    assert choice.day == date(2026, 9, 25)
    _press(choice, "day_in_month_2026-09-14")
    assert choice.day == date(2026, 9, 14)
    assert choice.button.text() == "Sep 14, 2026"
    assert choice.far.in_month.text() == "Monday 14"
    assert choice.far.in_month.accessibleName() == "When, day: Monday 14"


def test_choice_when_a_near_day_or_none_is_chosen_after_all_then_the_other_way_closes(
    qtbot: QtBot,
) -> None:
    choice = _choice(qtbot, _TODAY + timedelta(200))
    assert not choice.far.isHidden()
    _press(choice, "day_2026-03-12")
    assert (choice.day, choice.far.isHidden()) == (date(2026, 3, 12), True)
    _press(choice, "day_other")
    _press(choice, "day_month_2026-03-01")
    _press(choice, "day_in_month_2026-03-11")
    assert (choice.day, choice.far.isHidden()) == (date(2026, 3, 11), False)
    _press(choice, "day_")
    assert (choice.day, choice.far.isHidden()) == (None, True)


def test_choice_when_a_day_is_beyond_the_year_then_it_is_offered_all_the_same(
    qtbot: QtBot,
) -> None:
    far = _TODAY - timedelta(900)
    choice = _choice(qtbot, far, BACK)
    assert choice.day == far
    assert far.isoformat() in _codes(choice.button)
    assert choice.far.in_month.code == far.isoformat()
    choice.show_day("Until", None, _TODAY, Language("es"))
    assert choice.day is None
    assert far.isoformat() not in _codes(choice.button)
