import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from support.window import english, focused, press, show

from matcher.services.intake.mapping import ColumnDraft
from ui.staff.column_list import COLUMNS_SHOWN, ColumnList


@pytest.fixture
def columns(qtbot: QtBot) -> ColumnList:
    made = ColumnList(english())
    qtbot.addWidget(made)
    drafts = [ColumnDraft(f"Column {n}", "name", "exact", 100) for n in range(COLUMNS_SHOWN)]
    drafts += [ColumnDraft("", "", "", 0), ColumnDraft("Shoes", "", "chosen", 0)]
    made.retranslate()
    made.show_columns(tuple(drafts), 0)
    show(made)
    return made


def test_columns_when_shown_then_each_card_says_what_it_holds(columns: ColumnList) -> None:
    card = columns.cards.cards[0]

    assert (card.words, card.accessibleDescription()) == ("Column 0", "Name")
    assert card.isChecked()
    assert columns.where.plain == f"1 to {COLUMNS_SHOWN} of {COLUMNS_SHOWN + 2}"


def test_columns_when_an_arrow_is_pressed_then_the_next_is_chosen(
    columns: ColumnList, qtbot: QtBot
) -> None:
    columns.focus_chosen().setFocus()

    with qtbot.waitSignal(columns.place_chosen) as told:
        press(Qt.Key.Key_Down)

    assert told.args == [1]
    assert focused() == "columns_1"


def test_columns_when_turned_then_the_first_of_the_next_page_is_chosen(
    columns: ColumnList, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(columns.place_chosen) as told:
        columns.later.click()

    assert told.args == [COLUMNS_SHOWN]
    nameless, shoes = columns.cards.cards[:2]
    assert nameless.words == f"(column {COLUMNS_SHOWN + 1}, no name)"
    assert nameless.accessibleDescription() == "Not decided yet"
    assert shoes.accessibleDescription() == "Left out"
    assert columns.cards.cards[2].isHidden()
