import pytest
from pytestqt.qtbot import QtBot
from support.window import settle, show

from ui.widgets.option_card import CheckCard, RadioCard
from ui.widgets.step_row import STEPS, StepRow


def _row(qtbot: QtBot, kind: type[RadioCard] | type[CheckCard]) -> StepRow:
    row = StepRow("row", {step: kind(f"row_{step}") for step in STEPS})
    qtbot.addWidget(row)
    row.set_words("Leads", "Follows", lambda step: f"Step{step}withalongword")
    return row


@pytest.mark.parametrize("kind", [RadioCard, CheckCard])
def test_row_when_there_is_room_then_the_steps_stand_side_by_side(
    qtbot: QtBot, kind: type[RadioCard] | type[CheckCard]
) -> None:
    row = _row(qtbot, kind)
    show(row, 1400, 300)
    settle()

    cards = [row.findChild(kind, f"row_{step}") for step in STEPS]

    assert [card.words for card in cards if card] == [f"Step{step}withalongword" for step in STEPS]
    assert len({card.y() for card in cards if card}) == 1


def test_row_when_narrow_then_the_steps_stand_below_each_other(qtbot: QtBot) -> None:
    row = _row(qtbot, CheckCard)
    show(row, 200, 600)
    settle()

    cards = [row.findChild(CheckCard, f"row_{step}") for step in STEPS]

    assert len({card.x() for card in cards if card}) == 1
