import pytest
from pytestqt.qtbot import QtBot
from support.printers import DESK, silent_printers

from ui.controllers.print_controller import PrintController
from ui.pages.sheets_way import SheetsWay
from ui.printing import PrinterFacts
from ui.widgets.save_dialog import ask_where


@pytest.mark.parametrize(
    ("saves", "facts", "page"),
    [
        (True, (), "print"),
        (True, (DESK,), "print"),
        (False, (DESK,), "print"),
        (False, (), "copy_card"),
    ],
)
def test_way_when_it_is_known_what_there_is_then_it_leads_there(
    qtbot: QtBot, saves: bool, facts: tuple[PrinterFacts, ...], page: str
) -> None:
    printing = PrintController(silent_printers(*facts))
    with qtbot.waitSignal(printing.found):
        printing.look()
    way = SheetsWay(ask_where if saves else None, printing)

    assert way.page == page
    assert way.key == ("checklist.copy" if page == "copy_card" else "checklist.print")


def test_way_when_nobody_looked_yet_then_paper_is_hoped_for(qtbot: QtBot) -> None:
    way = SheetsWay(printing=PrintController(silent_printers()))
    assert not way.is_by_hand

    assert way.printing is not None
    with qtbot.waitSignal(way.printing.found):
        way.look()

    assert way.is_by_hand
