import io
from pathlib import Path

import pypdf
import pytest
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from reportlab.lib.pagesizes import A4, letter
from reportlab.pdfgen.canvas import Canvas

from matcher.errors import OutputError
from ui.printing import JOB_NAME, paint_pages, print_pdf


def _pdf(*sizes: tuple[float, float]) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file)
    for size in sizes:
        canvas.setPageSize(size)
        canvas.rect(100, 100, 200, 200, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


@pytest.fixture
def printer(qapp: object, tmp_path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    return printer


@pytest.mark.parametrize("size", [A4, letter], ids=["A4", "Letter"])
def test_paint_pages_when_there_are_two_then_both_keep_their_size(
    printer: QPrinter, size: tuple[float, float]
) -> None:
    paint_pages(_pdf(size, size), printer)

    pages = pypdf.PdfReader(printer.outputFileName()).pages
    assert [tuple(map(round, page.mediabox[2:])) for page in pages] == [tuple(map(round, size))] * 2


def test_paint_pages_when_printed_then_the_job_has_a_neutral_name(printer: QPrinter) -> None:
    paint_pages(_pdf(A4), printer)

    assert printer.docName() == JOB_NAME


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_paint_pages_when_the_printer_takes_nothing_then_a_sentence_says_so(
    printer: QPrinter, tmp_path: Path
) -> None:
    printer.setOutputFileName(str(tmp_path / "nowhere" / "printed.pdf"))

    with pytest.raises(OutputError) as refused:
        paint_pages(_pdf(A4), printer)

    assert refused.value.messages[0].key == "checklist.error.printer"


def test_print_pdf_when_there_is_no_printer_then_a_sentence_says_so(
    qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "defaultPrinter", staticmethod(QPrinterInfo))
    monkeypatch.setattr(QPrinterInfo, "availablePrinters", staticmethod(list))

    with pytest.raises(OutputError) as refused:
        print_pdf(_pdf(A4))

    assert refused.value.messages[0].key == "checklist.error.no_printer"
