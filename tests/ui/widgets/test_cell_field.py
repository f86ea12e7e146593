import pytest
from pytestqt.qtbot import QtBot

from matcher.directory.field import FIELDS
from ui.language import Language
from ui.widgets.cell_field import CellField


def test_field_when_nothing_is_filled_in_then_it_knows_its_names_alone(
    qtbot: QtBot, words: Language
) -> None:
    field = CellField(FIELDS["accepting"], words)
    qtbot.addWidget(field)

    assert field.title == "Taking new people"
    assert field.label("waitlist") == "There is a waiting list"
    assert field.settle()
    with pytest.raises(NotImplementedError):
        field.set_cell("")
    with pytest.raises(NotImplementedError):
        field.retranslate()
    with pytest.raises(NotImplementedError):
        field.first()
