from pytestqt.qtbot import QtBot

from matcher.directory.field import FIELDS
from ui.language import Language
from ui.widgets.code_cell import CodeCell


def test_cell_when_a_card_is_chosen_then_its_code_is_told(qtbot: QtBot, words: Language) -> None:
    field = CodeCell(FIELDS["accepting"], words)
    qtbot.addWidget(field)
    field.retranslate()
    field.set_cell("yes")
    assert field.first().objectName() == "field_accepting_yes"

    with qtbot.waitSignal(field.cell_changed) as told:
        field.group.cards[-1].click()

    assert told.args == ["waitlist"]
    assert [card.words for card in field.group.cards] == ["Yes", "No", "There is a waiting list"]


def test_cell_when_nothing_is_stated_then_no_card_is_chosen(qtbot: QtBot, words: Language) -> None:
    field = CodeCell(FIELDS["boundaries"], words)
    qtbot.addWidget(field)
    field.set_cell("written")
    field.set_cell("")

    assert field.group.chosen_card() is None
    assert field.first() is field.group.cards[0]
