import pytest
from pytestqt.qtbot import QtBot
from support.sittings import make_results, sample_match

from matcher.checklist.part import PartId
from matcher.i18n import Catalogue
from ui.controllers.checklist_controller import ChecklistController
from ui.controllers.sheets_controller import SheetsController

_ENGLISH = Catalogue("en")
_SLOW = 60_000


@pytest.fixture
def checklist(qtbot: QtBot) -> ChecklistController:
    results, _ = make_results(lambda _: sample_match())
    with qtbot.waitSignal(results.match_changed):
        results.request()
    results.choose("p-001")
    checklist = ChecklistController(results)
    results.setParent(checklist)
    checklist.set_parts([PartId.TAKE_IN])
    return checklist


def _text(sheets: SheetsController, qtbot: QtBot) -> str:
    with qtbot.waitSignal(sheets.made, timeout=_SLOW):
        sheets.make(_ENGLISH)
    assert sheets.sheets is not None
    return " ".join(" ".join(page.text for page in sheets.sheets.pages).split())


def test_make_when_asked_then_the_pages_can_be_read(
    checklist: ChecklistController, qtbot: QtBot
) -> None:
    sheets = SheetsController(checklist)

    assert not checklist.lacks
    assert "What I’d like to ask" in _text(sheets, qtbot)
    assert sheets.sheets is not None
    assert sheets.sheets.paper == "Letter"


def test_make_when_a_question_is_ones_own_then_it_stands_on_the_sheet(
    checklist: ChecklistController, qtbot: QtBot
) -> None:
    assert checklist.add_own("p-001", "Do you know the firm I work for?")

    assert "Do you know the firm I work for?" in _text(SheetsController(checklist), qtbot)


def test_make_when_another_language_is_wanted_then_the_screen_does_not_matter(
    checklist: ChecklistController, qtbot: QtBot
) -> None:
    checklist.set_language("es")

    assert Catalogue("es").text("sheet.visit.ask") in _text(SheetsController(checklist), qtbot)


def test_make_when_large_print_is_wanted_then_there_are_more_pages(
    checklist: ChecklistController, qtbot: QtBot
) -> None:
    sheets = SheetsController(checklist)
    _text(sheets, qtbot)
    assert sheets.sheets is not None
    usual = len(sheets.sheets.pages)

    checklist.set_looks(["large"])
    _text(sheets, qtbot)

    assert len(sheets.sheets.pages) > usual


def test_forget_when_a_sitting_ends_then_no_sheets_are_held(
    checklist: ChecklistController, qtbot: QtBot
) -> None:
    sheets = SheetsController(checklist)
    _text(sheets, qtbot)

    sheets.forget()

    assert sheets.sheets is None


def test_lacks_when_no_part_is_wanted_then_it_says_so(checklist: ChecklistController) -> None:
    checklist.set_parts([])

    assert checklist.lacks == "checklist.no_parts"


def test_are_current_when_something_else_is_wanted_then_they_are_not(
    checklist: ChecklistController, qtbot: QtBot
) -> None:
    sheets = SheetsController(checklist)
    assert not sheets.are_current(_ENGLISH)
    _text(sheets, qtbot)
    assert sheets.are_current(_ENGLISH)

    checklist.set_looks(["share"])

    assert not sheets.are_current(_ENGLISH)
