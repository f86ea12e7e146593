from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from support.printers import printers
from support.window import open_window, settle

from matcher.checklist.part import PartId
from ui.controllers.print_controller import PrintController
from ui.demo import sample_answers
from ui.pages.print_page import PrintPage
from ui.widgets.print_parts import Step


@pytest.mark.parametrize(
    ("folder", "said"),
    [("", "Saved as mine.pdf in "), ("nowhere", "nowhere")],
    ids=["there", "no such folder"],
)
def test_saving_when_there_is_no_printer_then_the_pages_become_a_file(
    qapp: object, tmp_path: Path, folder: str, said: str
) -> None:
    with open_window() as wiring:
        wiring.sitting.take(sample_answers())
        wiring.window.go("results")
        settle()
        assert wiring.results.match is not None
        wiring.results.choose(wiring.results.match.evaluation.snapshot.ids[0])
        wiring.checklist.set_parts([PartId.TAKE_IN])
        wiring.checklist.set_form("html")
        found = printers(tmp_path / "out.pdf")
        wiring.sheets_printout.printing = PrintController(found, parent=wiring)
        wiring.window.go("checklist")
        wiring.window.open("preview")
        wiring.window.open("print")
        settle()
        page = wiring.window.page
        assert isinstance(page, PrintPage)
        assert page.step is Step.STUCK
        assert page.focusWidget() is page.parts.save

        page.parts.save.click()
        dialog = page.findChild(QFileDialog, "save_dialog")
        assert isinstance(dialog, QFileDialog)
        assert Path(dialog.selectedFiles()[0]).suffix == ".pdf"
        path = tmp_path / folder / "mine.pdf"
        dialog.fileSelected.emit(str(path))
        settle()

        assert said in page.parts.saved.plain
        assert path.exists() is not bool(folder)
        assert not path.exists() or path.read_bytes().startswith(b"%PDF")
