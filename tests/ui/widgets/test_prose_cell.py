from pytestqt.qtbot import QtBot

from matcher.directory.field import FIELDS
from ui.language import Language
from ui.widgets.prose_cell import ProseCell


def test_prose_when_written_in_then_it_is_told(qtbot: QtBot, words: Language) -> None:
    field = ProseCell(FIELDS["bio"], words)
    qtbot.addWidget(field)
    field.retranslate()
    with qtbot.assertNotEmitted(field.cell_changed):
        field.set_cell("Once.")

    with qtbot.waitSignal(field.cell_changed) as told:
        field.text.setPlainText("One.\nTwo.\n")

    assert told.args == ["One.\nTwo."]
    assert field.first() is field.text
