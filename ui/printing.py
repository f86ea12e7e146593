"""Sheets onto paper: the same PDF that is saved, page by page as pictures for the printer."""

from collections.abc import Iterator

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from matcher.errors import Message, OutputError

JOB_NAME = "First visit notes"
"""Neutral: it may stand on a screen beside the printer. Never translated, as it names a file."""

_DOTS_PER_INCH = 300
_POINTS_PER_INCH = 72


def print_pdf(data: bytes) -> str:
    """Print a PDF on the usual printer of this computer and return the printer's name.

    Raises
    ------
    OutputError
        When there is no printer, or it does not take the job.
    """
    information = QPrinterInfo.defaultPrinter()
    if information.isNull():
        known = QPrinterInfo.availablePrinters()
        if not known:
            raise OutputError(Message("checklist.error.no_printer"))
        information = known[0]
    printer = QPrinter(information, QPrinter.PrinterMode.HighResolution)
    paint_pages(data, printer)
    return information.printerName()


def paint_pages(data: bytes, printer: QPrinter) -> None:
    """Paint every page of a PDF onto the sheets of a printer.

    Raises
    ------
    OutputError
        When the printer does not take the job.
    """
    printer.setDocName(JOB_NAME)
    printer.setResolution(_DOTS_PER_INCH)
    printer.setFullPage(True)
    painter = QPainter()
    for size, picture in _pages(data):
        layout = QPageLayout(
            QPageSize(size, QPageSize.Unit.Point), QPageLayout.Orientation.Portrait, QMarginsF()
        )
        printer.setPageLayout(layout)
        has_begun = printer.newPage() if painter.isActive() else painter.begin(printer)
        if not has_begun:
            raise OutputError(Message("checklist.error.printer", printer=printer.printerName()))
        painter.drawImage(QRectF(printer.paperRect(QPrinter.Unit.DevicePixel)), picture)
    painter.end()


def _pages(data: bytes) -> Iterator[tuple[QSizeF, QImage]]:
    """Yield each page's size in points and its picture."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        for page in document:
            bitmap = page.render(scale=_DOTS_PER_INCH / _POINTS_PER_INCH, grayscale=True)
            picture = QImage(
                bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride,
                QImage.Format.Format_Grayscale8,
            )  # fmt: skip
            yield QSizeF(*page.get_size()), picture.copy()
    finally:
        document.close()
