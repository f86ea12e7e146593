from pathlib import Path

import pypdf
import pytest
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from reportlab.lib.pagesizes import A4, letter
from support.pdf_files import blank_pdf
from support.printers import paper_printer

from matcher.errors import OutputError
from ui.printing import JOB_NAME, PrintWatch, known_printers, paint_pages, print_pdf


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
    watch = PrintWatch()
    told: list[tuple[int, int]] = []
    watch.moved.connect(lambda done, of: told.append((done, of)))

    paint_pages(blank_pdf(A4, A4, A4), printer, 1, watch)

    assert len(pypdf.PdfReader(printer.outputFileName()).pages) == 2
    assert told == [(1, 2), (2, 2)]


@pytest.mark.parametrize("after", [1, 2], ids=["half-way", "all ready"])
def test_paint_pages_when_cancelled_then_the_printer_never_hears_of_it(
    printer: QPrinter, after: int
) -> None:
    watch = PrintWatch()
    watch.moved.connect(lambda done, _of: watch.cancel() if done == after else None)

    assert not paint_pages(blank_pdf(A4, A4), printer, watch=watch)

    assert not Path(printer.outputFileName()).exists()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_paint_pages_when_the_printer_takes_nothing_then_a_sentence_says_so(
    printer: QPrinter, tmp_path: Path
) -> None:
    printer.setOutputFileName(str(tmp_path / "nowhere" / "printed.pdf"))

    with pytest.raises(OutputError) as refused:
        paint_pages(blank_pdf(A4), printer)

    assert refused.value.messages[0].key == "checklist.error.printer"


def test_print_pdf_when_there_is_no_printer_then_a_sentence_says_so(
    qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinters", staticmethod(list))

    assert known_printers() == ()
    with pytest.raises(OutputError) as refused:
        print_pdf(blank_pdf(A4))

    assert refused.value.messages[0].key == "checklist.error.no_printer"
