"""Brings a page into a state in which something is missing, wrong, late or refused.

What a computer or another program would have to do for it is told by the same signals.
"""

from dataclasses import replace
from pathlib import PurePosixPath

from PySide6.QtWidgets import QLineEdit
from support.printers import DESK, OFFICE, silent_printers
from support.window import settle

from matcher.errors import Message, OutputError, StoreError
from matcher.scoring.result import Group
from matcher.services.directory.sample_directory import SampleDirectory
from matcher.services.matching.match import Match, match
from ui.app import Wiring
from ui.controllers.print_controller import PrintController
from ui.pages.checklist_page import ChecklistPage
from ui.pages.print_page import PrintPage, Step
from ui.pages.results_page import ResultsPage
from ui.printing import PrinterFacts
from ui.widgets.curtain import Curtain

_FOLDER = PurePosixPath("/home/ana.vidal/Documents")
_FEW = 2


def answer_wrongly(wiring: Wiring, page: str, field: str, words: str) -> None:
    """Write what cannot be read into a field, and wish to go on."""
    wiring.window.go(page)
    settle()
    found = wiring.window.page.findChild(QLineEdit, field)
    assert found is not None, field
    found.setText(words)
    wiring.window.page.next_button.click()
    settle()
    assert found.hasFocus(), f"{words} is taken for an answer"


def wait_for_list(wiring: Wiring) -> None:
    """Show the list while its match is being made."""
    wiring.matching.forget()
    wiring.window.go("results")
    # What is under way will not arrive.
    wiring.matching.forget()
    _assert_no_match(wiring, can_retry=False)


def fail_list(wiring: Wiring) -> None:
    """Let the match fail, for a reason that names a long way to a file."""
    file = _FOLDER / "Rapport" / "directory.sqlite"
    wait_for_list(wiring)
    wiring.matching.failed.emit(StoreError(Message("error.store.locked", file=str(file))))
    _assert_no_match(wiring, can_retry=True)


def fit_nobody(wiring: Wiring) -> None:
    """Ask a directory of people who each miss one need: what could be changed is offered."""
    found = wiring.source.match(wiring.sitting.answers)
    missing = [found.result(row).profile_id for row in found.order(Group.NEAR_MISS, _FEW)]
    shown = _ask(wiring, *missing)
    assert shown.counts[Group.NEAR_MISS] == len(missing) > 0
    assert shown.relaxations


def empty_directory(wiring: Wiring) -> None:
    """Ask a directory that holds nobody."""
    assert not sum(_ask(wiring).counts.values())


def outdate_list(wiring: Wiring) -> None:
    """Let somebody of the list that is shown be gone when they are looked for."""
    assert wiring.results.match is not None
    with wiring.results.reading():
        raise StoreError(Message("error.store.no_profile", id="p-001"))
    _assert_no_match(wiring, can_retry=True)


def set_printers(wiring: Wiring, *facts: PrinterFacts) -> None:
    """Let there be these printers from now on, and no page that knows of others."""
    found = silent_printers(*facts)
    is_choosing = not wiring.settings.is_kiosk
    printing = PrintController(found, is_choosing=is_choosing, parent=wiring)
    wiring.sheets_printout.printing = printing
    wiring.window.make_anew(wholly=True)


def set_usual_printers(wiring: Wiring) -> None:
    """Let there be two printers with other paper than the sheets are made for."""
    set_printers(wiring, replace(DESK, paper="A4"), OFFICE)


def meet_printers(wiring: Wiring) -> PrintPage:
    """Come to the page that prints."""
    wiring.window.go("checklist")
    wiring.window.open("print")
    settle()
    page = wiring.window.page
    assert isinstance(page, PrintPage)
    assert page.step is Step.READY
    return page


def miss_a_sheet(wiring: Wiring) -> None:
    """Have sheets printed of which not all came out."""
    page = meet_printers(wiring)
    wiring.sheets_printout.printing.printed.emit()
    page.parts.no.click()
    assert page.parts.from_page.isVisible()


def be_refused_by_printer(wiring: Wiring) -> None:
    """Wish to print where the printer does not take it."""
    page = meet_printers(wiring)
    refusal = OutputError(Message("checklist.error.printer", printer="Desk"))
    wiring.sheets_printout.printing.failed.emit(refusal)
    assert page.parts.problem.isVisible()


def have_no_printer(wiring: Wiring, page: str = "") -> None:
    """Come to the sheets, and to a page that takes them on, where nothing can be printed."""
    wiring.window.go("results")
    set_printers(wiring)
    wiring.window.go("checklist")
    settle()
    if page:
        wiring.window.open(page)
        settle()


def be_refused_by_folder(wiring: Wiring) -> None:
    """Wish to save where nobody may write."""
    file = _FOLDER / "first-visit-notes.pdf"
    _fail_sheets(wiring, Message("error.output.read_only", file=str(file), folder=str(_FOLDER)))


def have_sheets(wiring: Wiring) -> None:
    """Have sheets saved; or printed, where nothing is saved."""
    if wiring.settings.is_kiosk:
        page = meet_printers(wiring)
        wiring.sheets_printout.printing.printed.emit()
        assert page.parts.yes.isVisible()
        return
    wiring.window.go("checklist")
    wiring.checklist.saved.emit(_FOLDER / "first-visit-notes.pdf")
    assert _sheets(wiring).told.isVisible()


def enter_wrong_code(wiring: Wiring) -> None:
    """Try a code that is not the one, on the curtain."""
    curtain = wiring.window.findChild(Curtain)
    assert curtain is not None
    curtain.code_entered.emit("0000")


def _ask(wiring: Wiring, *profile_ids: str) -> Match:
    """Show what a directory of some people of the usual one says to the answers."""
    whole = wiring.source.open()
    few = SampleDirectory([whole.profile(id_) for id_ in profile_ids], whole.as_of)
    found = match(few, wiring.sitting.answers)
    wait_for_list(wiring)
    wiring.matching.matched.emit(found)
    assert wiring.results.match is found
    return found


def _assert_no_match(wiring: Wiring, *, can_retry: bool) -> None:
    page = wiring.window.page
    assert isinstance(page, ResultsPage)
    assert page.head.retry.isVisible() is can_retry
    assert not page.shelves.isVisible()


def _fail_sheets(wiring: Wiring, message: Message) -> None:
    wiring.window.go("checklist")
    wiring.checklist.failed.emit(OutputError(message))
    assert _sheets(wiring).problem.isVisible()


def _sheets(wiring: Wiring) -> ChecklistPage:
    page = wiring.window.page
    assert isinstance(page, ChecklistPage)
    assert page.next_button.isVisible(), "nobody is chosen"
    return page
