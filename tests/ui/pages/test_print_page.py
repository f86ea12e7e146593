from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from support.printers import DESK, OFFICE, printers, silent_printers
from support.window import open_window, settle

from matcher.checklist.part import PartId
from matcher.errors import Message, OutputError
from ui.app import Wiring
from ui.controllers.print_controller import PrintController
from ui.demo import sample_answers
from ui.pages.print_page import PrintPage
from ui.printing import BrokenOffError, PrinterFacts, Printers
from ui.settings import Settings
from ui.widgets.print_parts import Step


def _settle() -> None:
    for _ in range(4):
        settle()


@pytest.fixture
def opened(qapp: object) -> Iterator[Wiring]:
    with open_window() as wiring:
        _choose(wiring)
        yield wiring


def _choose(wiring: Wiring) -> None:
    wiring.sitting.take(sample_answers())
    wiring.window.go("results")
    settle()
    assert wiring.results.match is not None
    wiring.results.choose(wiring.results.match.evaluation.snapshot.ids[0])
    wiring.checklist.set_parts([PartId.TAKE_IN])


def _open(wiring: Wiring, found: Printers, *, is_choosing: bool = True) -> PrintPage:
    printing = PrintController(found, is_choosing=is_choosing, parent=wiring)
    wiring.sheets_printout.printing = printing
    wiring.window.go("checklist")
    wiring.window.open("print")
    _settle()
    page = wiring.window.page
    assert isinstance(page, PrintPage)
    return page


def _pages(wiring: Wiring) -> int:
    made = wiring.sheets_printout.sheets.sheets
    assert made is not None
    return len(made.pages)


def test_page_when_entered_then_it_says_which_printer_and_how_much_paper(
    opened: Wiring, tmp_path: Path
) -> None:
    page = _open(opened, printers(tmp_path / "out.pdf", DESK))
    sheets = -(-_pages(opened) // 2)

    assert page.step is Step.READY
    assert "the printer Desk" in page.parts.told.plain
    assert f"{sheets} sheet" in page.parts.told.plain
    assert "both sides" in page.parts.told.plain
    assert page.focusWidget() is page.next_button


def test_page_when_another_printer_is_chosen_then_paper_is_counted_for_it(
    opened: Wiring, tmp_path: Path
) -> None:
    page = _open(opened, printers(tmp_path / "out.pdf", DESK, OFFICE))
    assert page.printers is not None

    page.printers.cards[1].click()

    assert f"Office. {_pages(opened)} sheets of paper will come out." in page.parts.told.plain


def test_page_when_printed_then_it_asks_whether_all_came_out(
    opened: Wiring, tmp_path: Path
) -> None:
    page = _open(opened, printers(tmp_path / "out.pdf", OFFICE))

    page.next_button.click()
    assert page.step is Step.PRINTING
    assert page.focusWidget() is page.parts.cancel
    _settle()

    assert page.step is Step.ASKED
    assert page.parts.told.plain == f"Did all {_pages(opened)} sheets of paper come out?"
    assert page.focusWidget() is page.parts.yes
    assert len(pypdf.PdfReader(tmp_path / "out.pdf").pages) == _pages(opened)

    page.parts.yes.click()
    assert page.next_button.text() == "Finish and clear"
    page.next_button.click()
    assert opened.window.page.objectName() == "page_finish"


def test_page_when_cancelled_then_nothing_comes_out_and_it_says_so(
    opened: Wiring, tmp_path: Path
) -> None:
    page = _open(opened, printers(tmp_path / "out.pdf", DESK))

    page.next_button.click()
    page.parts.cancel.click()
    _settle()

    assert page.step is Step.READY
    assert page.parts.told.plain == "Stopped. Nothing was sent to the printer."
    assert [*tmp_path.iterdir()] == []


def test_page_when_not_all_came_out_then_it_prints_from_a_page_on(
    opened: Wiring, tmp_path: Path
) -> None:
    page = _open(opened, printers(tmp_path / "out.pdf", OFFICE))
    page.next_button.click()
    _settle()
    page.parts.no.click()
    assert page.step is Step.AGAIN

    assert page.parts.from_page.text() == "Print from page 2 on"
    page.parts.from_page.click()
    _settle()

    assert len(pypdf.PdfReader(tmp_path / "out.pdf").pages) == _pages(opened) - 1


def test_page_when_there_is_no_printer_then_there_are_ways_out(
    opened: Wiring, tmp_path: Path
) -> None:
    page = _open(opened, printers(tmp_path / "out.pdf"))

    assert page.step is Step.STUCK
    assert page.parts.told.plain.startswith("No printer is set up here")
    assert page.parts.desk.plain.startswith("Save the PDF.")
    page.parts.copy.click()
    _settle()
    assert opened.window.page.objectName() == "page_copy_card"

    opened.window.go_back()
    assert opened.window.page is page
    assert page.step is Step.STUCK


def test_page_when_something_goes_wrong_in_large_letters_then_it_begins_with_what_did(
    opened: Wiring,
) -> None:
    opened.window.resize(1024, 640)
    opened.appearance.set_text_size(200)
    page = _open(opened, silent_printers())
    assert page.step is Step.STUCK
    assert page.scroll_bar.maximum() > 0
    assert page.scroll_bar.value() == 0

    page.parts.try_again.setFocus()
    _settle()
    page.scroll_bar.setValue(page.scroll_bar.maximum())
    page._tell_failed(OutputError(Message("checklist.error.printer", printer="Desk")))
    _settle()

    assert page.scroll_bar.value() == 0


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_page_when_the_printer_refuses_then_one_can_try_again(opened: Wiring) -> None:
    page = _open(opened, silent_printers(DESK))

    page.next_button.click()
    _settle()
    assert page.parts.problem.plain.startswith("The printer")
    assert page.parts.try_again.isVisible()

    page.parts.try_again.click()
    _settle()
    assert page.step is Step.READY
    assert page.parts.problem.plain == ""


@pytest.mark.parametrize(("paper", "is_asked"), [("A4", True), ("Letter", False), (None, False)])
def test_page_when_the_printer_has_other_paper_then_the_sheets_can_follow(
    opened: Wiring, tmp_path: Path, paper: str | None, is_asked: bool
) -> None:
    facts = PrinterFacts("Desk", paper)  # type: ignore[arg-type]
    page = _open(opened, printers(tmp_path / "out.pdf", facts))
    assert page.parts.other_paper.isVisible() is is_asked
    if not is_asked:
        return
    assert page.parts.paper.words == (
        "Your sheets are made for Letter paper. This printer is set to A4.",
    )

    page.parts.other_paper.click()
    _settle()

    assert opened.sheets_printout.sheets.sheets is not None
    assert opened.sheets_printout.sheets.sheets.paper == "A4"
    assert not page.parts.other_paper.isVisible()


def test_page_when_no_sheet_is_wanted_then_it_says_so(opened: Wiring, tmp_path: Path) -> None:
    opened.checklist.set_parts([])

    page = _open(opened, printers(tmp_path / "out.pdf", DESK))

    assert page.parts.problem.plain == "Pick at least one kind of sheet."
    assert page.next_button.isHidden()


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_page_when_another_copy_is_wanted_under_way_then_the_old_one_is_never_printed_again(
    opened: Wiring, tmp_path: Path, answer: str
) -> None:
    page = _open(opened, printers(tmp_path / "out.pdf", OFFICE))
    page.next_button.click()
    opened.window.go_back()
    opened.checklist.set_looks(["share"])
    opened.window.open("print")
    assert page.step is Step.PRINTING
    _settle()
    assert page.step is Step.ASKED

    getattr(page.parts, answer).click()
    if answer == "no":
        page.parts.all_again.click()
    _settle()

    assert page.step is Step.READY
    assert page.parts.told.plain.startswith("Your choices have changed")
    assert opened.sheets_printout.sheets.are_current(opened.words.catalogue)
    page.next_button.click()
    _settle()
    printed = opened.sheets_printout.sheets.sheets
    assert printed is not None
    assert printed.order == opened.checklist.order(opened.words.catalogue)
    assert "copy to share" in printed.pages[0].text


def test_page_when_the_printer_stops_half_way_then_the_rest_can_be_printed(
    opened: Wiring, tmp_path: Path
) -> None:
    page = _open(opened, printers(tmp_path / "out.pdf", OFFICE))
    page.next_button.click()
    opened.sheets_printout.printing.forget()

    opened.sheets_printout.printing.failed.emit(
        BrokenOffError(Message("checklist.error.broken_off", printer="Office"))
    )

    assert page.step is Step.AGAIN
    assert page.parts.problem.plain.startswith("The printer Office stopped before the end.")
    assert page.parts.from_page.isVisible()


def test_page_when_progress_comes_late_then_it_is_not_said(opened: Wiring, tmp_path: Path) -> None:
    page = _open(opened, printers(tmp_path / "out.pdf", OFFICE))
    before = page.parts.told.plain

    opened.sheets_printout.printing.moved.emit(1, 2)

    assert page.parts.told.plain == before


def test_page_when_the_sitting_ends_under_way_then_nothing_comes_out(
    opened: Wiring, tmp_path: Path
) -> None:
    page = _open(opened, printers(tmp_path / "out.pdf", DESK))

    page.next_button.click()
    opened.clear()
    _settle()

    assert [*tmp_path.iterdir()] == []


def test_page_when_strangers_share_the_computer_then_staff_can_help(
    qapp: object, tmp_path: Path
) -> None:
    with open_window(Settings(is_kiosk=True, own_words=False)) as wiring:
        _choose(wiring)
        page = _open(wiring, printers(tmp_path / "out.pdf", DESK, OFFICE), is_choosing=False)

        assert page.printers is None
        assert page.parts.desk.plain.startswith("Ask at the desk.")
        assert page.parts.save.isHidden()


@pytest.mark.parametrize("facts", [(), (DESK,)], ids=["none", "refuses"])
def test_page_when_a_kiosk_cannot_print_then_the_main_button_leads_to_what_is_copied(
    qapp: object, facts: tuple[PrinterFacts, ...]
) -> None:
    with open_window(Settings(is_kiosk=True, own_words=False)) as wiring:
        _choose(wiring)
        page = _open(wiring, silent_printers(*facts), is_choosing=False)
        if facts:
            error = OutputError(Message("checklist.error.printer", printer="Desk"))
            wiring.sheets_printout.printing.failed.emit(error)
        assert page.step is Step.STUCK
        assert page.next_button.text() == "Copy a few lines by hand"
        assert page.parts.copy.isHidden()
        assert page.focusWidget() is page.next_button

        page.next_button.click()
        assert wiring.window.page.objectName() == "page_copy_card"


def test_page_when_a_kiosk_has_no_printer_for_the_questions_then_it_says_where_there_is_paper(
    qapp: object,
) -> None:
    with open_window(Settings(is_kiosk=True, own_words=False)) as wiring:
        wiring.blank_printout.printing = PrintController(silent_printers(), parent=wiring)
        wiring.window.open("print_blank")
        _settle()
        page = wiring.window.page
        assert isinstance(page, PrintPage)

        assert page.parts.told.plain == "No printer is set up here, so nothing can be printed."
        assert page.parts.desk.plain.startswith("Ask at the desk for the questions on paper.")
        assert page.next_button.isHidden()
        wiring.words.set_code("es")
        assert page.parts.told.plain.startswith("Aquí no hay ninguna impresora")


def test_page_when_another_language_holds_then_it_says_where_one_is_anew(
    opened: Wiring, tmp_path: Path
) -> None:
    page = _open(opened, printers(tmp_path / "out.pdf", DESK))

    opened.words.set_code("es")
    _settle()

    assert "Van a la impresora Desk." in page.parts.told.plain
    assert page.next_button.text() == "Imprimir"
