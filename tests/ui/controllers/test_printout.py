from pathlib import Path

import pypdf
from support.printers import DESK, printers
from support.window import open_window, settle

from ui.controllers.print_controller import PrintController
from ui.pages.print_page import PrintPage
from ui.widgets.print_parts import Step


def test_printout_when_the_questions_are_printed_then_they_take_the_same_way_as_sheets(
    qapp: object, tmp_path: Path
) -> None:
    with open_window() as wiring:
        found = printers(tmp_path / "out.pdf", DESK)
        wiring.blank_printout.printing = PrintController(found, parent=wiring)
        wiring.window.open("paper")
        wiring.window.open("print_blank")
        settle()
        page = wiring.window.page
        assert isinstance(page, PrintPage)
        assert (page.step, page.title) == (Step.READY, "Print the questions")

        page.next_button.click()
        settle()
        page.parts.yes.click()

        assert page.next_button.isHidden()
        assert page.parts.copy.isHidden()
        pages = pypdf.PdfReader(tmp_path / "out.pdf").pages
        made = wiring.blank_printout.sheets.sheets
        assert made is not None
        assert len(pages) == len(made.pages)

        wiring.blank_printout.forget()
        assert wiring.blank_printout.sheets.sheets is None
