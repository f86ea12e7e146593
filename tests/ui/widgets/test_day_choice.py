from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from ui.language import Language
from ui.widgets.day_choice import DayChoice

pytestmark = pytest.mark.usefixtures("qapp")

_TODAY = date(2026, 3, 10)


def test_choice_when_shown_then_it_offers_the_days_from_the_nearest_on(qtbot: QtBot) -> None:
    choice = DayChoice("day", (-2, 0))
    qtbot.addWidget(choice)
    choice.show_day("When", _TODAY, _TODAY, Language("en"))
    codes = [action.data() for action in choice._group.actions()]
    assert codes == ["2026-03-10", "2026-03-09", "2026-03-08"]
    assert choice.day == _TODAY
    assert "today" in choice.text()


def test_choice_when_a_day_is_further_away_then_it_is_offered_all_the_same(qtbot: QtBot) -> None:
    choice = DayChoice("day", (0, 2), has_none=True)
    qtbot.addWidget(choice)
    far = _TODAY - timedelta(60)
    choice.show_day("Until", far, _TODAY, Language("es"))
    assert choice.day == far
    choice.show_day("Until", None, _TODAY, Language("es"))
    assert choice.day is None
    assert len(choice._group.actions()) == 4
