from collections.abc import Callable
from pathlib import Path
from threading import Event

import pypdf
import pytest
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from reportlab.lib.pagesizes import A4, letter
from support.pdf_files import blank_pdf
from support.printers import paper_printer

from matcher.errors import OutputError
from ui import printing
from ui.printing import (
    JOB_NAME,
    BrokenOffError,
    known_printers,
    open_printer,
    paint_pages,
)


@pytest.fixture
def printer(qapp: object, tmp_path: Path) -> QPrinter:
    return paper_printer(tmp_path / "printed.pdf")


@pytest.mark.parametrize("size", [A4, letter], ids=["A4", "Letter"])
def test_paint_pages_when_there_are_two_then_both_keep_their_size(
    printer: QPrinter, size: tuple[float, float]
) -> None:
    assert paint_pages(blank_pdf(size, size), printer)

    pages = pypdf.PdfReader(printer.outputFileName()).pages
    assert [tuple(map(round, page.mediabox[2:])) for page in pages] == [tuple(map(round, size))] * 2


def test_paint_pages_when_printed_then_the_job_has_a_neutral_name(printer: QPrinter) -> None:
    paint_pages(blank_pdf(A4), printer)

    assert printer.docName() == JOB_NAME


def test_paint_pages_when_begun_later_then_only_the_rest_comes_out(printer: QPrinter) -> None:
    told: list[tuple[int, int]] = []

    paint_pages(blank_pdf(A4, A4, A4), printer, 1, tell=told.append)

    assert len(pypdf.PdfReader(printer.outputFileName()).pages) == 2
    assert told == [(1, 2), (2, 2)]


@pytest.mark.parametrize("after", [1, 2], ids=["half-way", "all ready"])
def test_paint_pages_when_cancelled_then_the_printer_never_hears_of_it(
    printer: QPrinter, after: int
) -> None:
    stop = Event()

    def tell(progress: tuple[int, int]) -> None:
        if progress[0] == after:
            stop.set()

    assert not paint_pages(blank_pdf(A4, A4), printer, stop=stop, tell=tell)

    assert not Path(printer.outputFileName()).exists()


class _Fickle(QPrinter):
    """A printer that does something else at its second page."""

    def __init__(self, path: Path, at_second: Callable[[], bool], *, can_abort: bool) -> None:
        super().__init__(QPrinter.PrinterMode.HighResolution)
        self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.setOutputFileName(str(path))
        self._at_second = at_second
        self._can_abort = can_abort
        self.aborted = 0

    def newPage(self) -> bool:  # noqa: N802 - as Qt calls it
        return self._at_second() and super().newPage()

    def abort(self) -> bool:
        self.aborted += 1
        return self._can_abort


def test_paint_pages_when_the_printer_stops_at_a_later_page_then_the_job_is_given_up(
    qapp: object, tmp_path: Path
) -> None:
    printer = _Fickle(tmp_path / "out.pdf", lambda: False, can_abort=True)

    with pytest.raises(BrokenOffError) as broken:
        paint_pages(blank_pdf(A4, A4), printer)

    assert printer.aborted == 1
    assert broken.value.messages[0].key == "checklist.error.broken_off"


@pytest.mark.parametrize("can_abort", [True, False])
def test_paint_pages_when_cancelled_while_sending_then_it_is_given_up_where_that_is_possible(
    qapp: object, tmp_path: Path, can_abort: bool
) -> None:
    stop = Event()

    def cancel() -> bool:
        stop.set()
        return True

    printer = _Fickle(tmp_path / "out.pdf", cancel, can_abort=can_abort)

    assert paint_pages(blank_pdf(A4, A4, A4), printer, stop=stop) is not can_abort

    assert printer.aborted == 1


def test_paint_pages_when_the_job_cannot_be_ended_then_it_does_not_count_as_printed(
    printer: QPrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    class _Painter(QPainter):
        def end(self) -> bool:
            super().end()
            return False

    monkeypatch.setattr(printing, "QPainter", _Painter)

    with pytest.raises(BrokenOffError):
        paint_pages(blank_pdf(A4), printer)


def test_open_printer_when_it_usually_prints_on_both_sides_then_it_does(
    qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = QPrinter.DuplexMode.DuplexLongSide
    told: list[QPrinter.DuplexMode] = []
    monkeypatch.setattr(QPrinterInfo, "defaultDuplexMode", lambda _: both)
    monkeypatch.setattr(QPrinter, "setDuplex", lambda _, mode: told.append(mode))

    open_printer("Desk")

    assert told == [both]


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_paint_pages_when_the_printer_takes_nothing_then_a_sentence_says_so(
    printer: QPrinter, tmp_path: Path
) -> None:
    printer.setOutputFileName(str(tmp_path / "nowhere" / "printed.pdf"))

    with pytest.raises(OutputError) as refused:
        paint_pages(blank_pdf(A4), printer)

    assert refused.value.messages[0].key == "checklist.error.printer"


def test_known_printers_when_there_is_none_then_none_is_known(
    qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinters", staticmethod(list))

    assert known_printers() == ()
