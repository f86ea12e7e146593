from pytestqt.qtbot import QtBot

from ui.language import Language
from ui.staff.account_row import AccountRow


def test_row_when_pressed_then_the_name_is_told(qtbot: QtBot, words: Language) -> None:
    row = AccountRow(words, 0)
    qtbot.addWidget(row)
    row.show_account("Ana", is_own=True, is_locked=True)

    with qtbot.waitSignal(row.remove_requested) as told:
        row._remove.click()
    assert told.args == ["Ana"]
    with qtbot.waitSignal(row.change_requested) as told:
        row._change.click()
    assert told.args == [row.account]
    assert row._remove.accessibleName() == "Remove the account of Ana"
    assert "This is you" in row._state.plain
