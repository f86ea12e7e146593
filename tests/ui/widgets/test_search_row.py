import pytest
from pytestqt.qtbot import QtBot

from matcher.followup.search_log import Candidate
from ui.language import Language
from ui.widgets.search_row import DOWN, UP, SearchRow

pytestmark = pytest.mark.usefixtures("qapp")


def test_row_when_said_then_each_button_names_the_person(qtbot: QtBot) -> None:
    row = SearchRow("a")
    qtbot.addWidget(row)
    row.say(Candidate("a", "Ana"), Language("en"), is_found=False)
    for button in (row.open, *row.moves.values()):
        assert "Ana" in button.accessibleName()
    with qtbot.waitSignal(row.moved) as moved:
        row.moves[DOWN].click()
    assert moved.args == ["a", DOWN]


def test_row_when_it_is_the_first_then_it_cannot_go_up(qtbot: QtBot) -> None:
    row = SearchRow("a")
    qtbot.addWidget(row)
    row.set_place(is_first=True, is_last=False)
    assert not row.moves[UP].isEnabled()
    assert row.moves[DOWN].isEnabled()
