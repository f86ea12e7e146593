import pytest
from pytestqt.qtbot import QtBot
from support.window import english

from ui.widgets.order_notes import OrderNotes


@pytest.fixture
def notes(qtbot: QtBot) -> OrderNotes:
    notes = OrderNotes("place")
    qtbot.addWidget(notes)
    notes.retranslate(english())
    return notes


def test_notes_when_waiting_then_they_say_so_and_nothing_else(notes: OrderNotes) -> None:
    notes.say(("Old.",), ("Old.",), ("Old.",), english())

    notes.wait(english())

    assert notes.waiting.plain.startswith("One moment")
    assert (notes.why.words, notes.firm.words, notes.figures.words) == ((), (), ())
    assert notes.fold.isHidden()


def test_notes_when_said_then_figures_are_one_fold_away(notes: OrderNotes) -> None:
    notes.wait(english())

    notes.say(("Why.",), ("Firm.",), ("Figures.",), english())

    assert notes.waiting.isHidden()
    assert (notes.why.words, notes.firm.words) == (("Why.",), ("Firm.",))
    assert not notes.fold.isHidden()
    assert notes.figures.isHidden()
    notes.fold.line.click()
    assert not notes.figures.isHidden()


def test_notes_when_there_are_no_figures_then_there_is_no_fold(notes: OrderNotes) -> None:
    notes.say(("Why.",), (), (), english())

    assert notes.fold.isHidden()


def test_notes_when_how_it_works_is_wanted_then_it_is_told(notes: OrderNotes, qtbot: QtBot) -> None:
    assert notes.how.text() == "How this works"

    with qtbot.waitSignal(notes.how_requested):
        notes.how.click()
