from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reportlab.lib.pagesizes import A4
from support.pdf_files import blank_pdf
from support.printers import DESK, OFFICE, printers, silent_printers

from matcher.errors import OutputError
from ui.controllers.print_controller import PrintController
from ui.controllers.sheets_controller import Sheets
from ui.pdf_pages import read_pages
from ui.printing import Printers

_SLOW = 60_000


class _Order:
    paper = "A4"

    def make(self) -> bytes:
        return b""


@pytest.fixture
def sheets() -> Sheets:
    data = blank_pdf(A4, A4, A4)
    return Sheets(data, read_pages(data), _Order())


def _looked(qtbot: QtBot, printers: Printers, *, is_choosing: bool = True) -> PrintController:
    printing = PrintController(printers, is_choosing=is_choosing)
    with qtbot.waitSignal(printing.found, timeout=_SLOW):
        printing.look()
    return printing


def test_look_when_there_are_two_then_the_first_is_used_until_one_is_chosen(
    qtbot: QtBot, tmp_path: Path
) -> None:
    printing = _looked(qtbot, printers(tmp_path / "out.pdf", DESK, OFFICE))
    assert printing.printer == DESK

    printing.choose("Office")

    assert printing.printer == OFFICE


def test_look_when_strangers_share_the_screen_then_only_the_usual_one_is_known(
    qtbot: QtBot, tmp_path: Path
) -> None:
    usual = printers(tmp_path / "out.pdf", DESK, OFFICE)

    assert _looked(qtbot, usual, is_choosing=False).known == (DESK,)


def test_look_when_there_is_none_then_that_is_known(qtbot: QtBot, tmp_path: Path) -> None:
    printing = _looked(qtbot, printers(tmp_path / "out.pdf"))

    assert (printing.known, printing.printer) == ((), None)
    assert printing.has_none


def test_has_none_when_nobody_looked_or_there_is_one_then_it_is_not_said(
    qtbot: QtBot, tmp_path: Path
) -> None:
    assert not PrintController(printers(tmp_path / "out.pdf")).has_none
    assert not _looked(qtbot, printers(tmp_path / "out.pdf", DESK)).has_none


def test_print_when_asked_then_all_pages_come_out_and_progress_is_told(
    qtbot: QtBot, tmp_path: Path, sheets: Sheets
) -> None:
    printing = _looked(qtbot, printers(tmp_path / "out.pdf", DESK))
    told: list[tuple[int, int]] = []
    printing.moved.connect(lambda done, of: told.append((done, of)))

    with qtbot.waitSignal(printing.printed, timeout=_SLOW):
        printing.print(sheets)

    assert told == [(1, 3), (2, 3), (3, 3)]
    assert len(pypdf.PdfReader(tmp_path / "out.pdf").pages) == 3
    assert not printing.busy
    assert printing.has_printed

    printing.forget()
    assert not printing.has_printed


def test_cancel_when_under_way_then_nothing_comes_out(
    qtbot: QtBot, tmp_path: Path, sheets: Sheets
) -> None:
    printing = _looked(qtbot, printers(tmp_path / "out.pdf", DESK))

    with qtbot.waitSignal(printing.stopped, timeout=_SLOW):
        printing.print(sheets)
        printing.cancel()

    assert [*tmp_path.iterdir()] == []
    assert not printing.has_printed


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_print_when_the_printer_refuses_then_it_fails_with_words(
    qtbot: QtBot, sheets: Sheets
) -> None:
    printing = _looked(qtbot, silent_printers(DESK))

    with qtbot.waitSignal(printing.failed, timeout=_SLOW) as told:
        printing.print(sheets)

    assert isinstance(told.args[0], OutputError)


def test_forget_when_under_way_then_nothing_comes_out_and_nothing_is_told(
    qtbot: QtBot, tmp_path: Path, sheets: Sheets
) -> None:
    printing = _looked(qtbot, printers(tmp_path / "out.pdf", DESK, OFFICE))
    printing.choose("Office")

    with qtbot.assertNotEmitted(printing.printed, wait=300):
        printing.print(sheets)
        printing.forget()

    assert [*tmp_path.iterdir()] == []
    assert printing.printer == DESK


def test_forget_when_pages_are_ready_then_their_news_does_not_arrive_any_more(
    qtbot: QtBot, tmp_path: Path, sheets: Sheets
) -> None:
    printing = _looked(qtbot, printers(tmp_path / "out.pdf", DESK))
    told: list[int] = []
    printing.moved.connect(lambda done, _of: told.append(done))

    printing.print(sheets)
    QThreadPool.globalInstance().waitForDone()
    printing.forget()
    QApplication.processEvents()

    assert told == []
