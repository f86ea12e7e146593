import pytest
from pytestqt.qtbot import QtBot

from matcher.directory.field import FIELDS
from ui.language import Language
from ui.widgets.option_card import CheckCard
from ui.widgets.steps_cell import StepsCell


@pytest.fixture
def field(qtbot: QtBot, words: Language) -> StepsCell:
    field = StepsCell(FIELDS["style_steer"], words)
    qtbot.addWidget(field)
    field.retranslate()
    return field


def _card(field: StepsCell, step: int) -> CheckCard:
    card = field.findChild(CheckCard, f"field_style_steer_{step}")
    assert card is not None
    return card


def test_cell_when_a_range_is_shown_then_its_steps_are_ticked(field: StepsCell) -> None:
    field.set_cell("-1..1")
    assert [step for step in range(-2, 3) if _card(field, step).isChecked()] == [-1, 0, 1]

    field.set_cell("many")
    assert not any(_card(field, step).isChecked() for step in range(-2, 3))


def test_cell_when_steps_are_turned_then_the_range_is_told(field: StepsCell, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.cell_changed) as told:
        _card(field, 1).click()
    assert told.args == ["1"]

    with qtbot.waitSignal(field.cell_changed) as told:
        _card(field, -1).click()
    assert told.args == ["-1..1"]

    field.set_cell("0")
    with qtbot.waitSignal(field.cell_changed) as told:
        _card(field, 0).click()
    assert told.args == [""]


def test_cell_when_read_then_it_speaks_of_the_client(field: StepsCell) -> None:
    assert _card(field, 2).words == "The client leads"
    assert field.first() is _card(field, -2)
