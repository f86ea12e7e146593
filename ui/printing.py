"""Sheets onto paper: the same PDF that is saved, page by page as pictures for the printer."""

import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Event

from PySide6.QtCore import QMarginsF, QObject, QRectF, QSizeF, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from matcher.errors import Message, OutputError
from matcher.region import Paper
from ui.pdf_pages import PdfPage, page_picture, read_pages

JOB_NAME = "First visit notes"
"""Neutral: it may stand on a screen beside the printer. Never translated, as it names a file."""

_DOTS_PER_INCH = 300
_QUICK = 1
"""How hard pictures are packed: white paper packs well without trying."""

_PAPERS: dict[QPageSize.PageSizeId, Paper] = {
    QPageSize.PageSizeId.A4: "A4",
    QPageSize.PageSizeId.Letter: "Letter",
}


@dataclass(frozen=True, slots=True)
class PrinterFacts:
    """What is said of a printer before it is used.

    Attributes
    ----------
    name
        As the computer calls it.
    paper
        What it is set to; ``None`` for anything else than the sheets can be.
    is_two_sided
        Whether it prints on both sides by itself.
    """

    name: str
    paper: Paper | None = None
    is_two_sided: bool = False


class PrintWatch(QObject):
    """What a job that prints tells, and is told, while it is under way.

    Signals
    -------
    moved
        With how many pages are ready, and how many there are.
    """

    moved = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self._stop = Event()

    @property
    def is_cancelled(self) -> bool:
        """Whether nothing should come out any more."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Let nothing come out."""
        self._stop.set()


@dataclass(frozen=True, slots=True)
class Printers:
    """The way to the printers of this computer.

    Attributes
    ----------
    find
        Returns the printers, the usual one first.
    open
        Opens the printer of a name.
    """

    find: Callable[[], Sequence[PrinterFacts]]
    open: Callable[[str], QPrinter]


def known_printers() -> tuple[PrinterFacts, ...]:
    """Return the printers of this computer, the usual one first."""
    known = sorted(QPrinterInfo.availablePrinters(), key=lambda each: not each.isDefault())
    return tuple(
        PrinterFacts(
            each.printerName(),
            _PAPERS.get(each.defaultPageSize().id()),
            each.defaultDuplexMode() is not QPrinter.DuplexMode.DuplexNone,
        )
        for each in known
    )


def open_printer(name: str) -> QPrinter:
    """Return the printer of a name, set as it usually prints."""
    information = QPrinterInfo.printerInfo(name)
    printer = QPrinter(information, QPrinter.PrinterMode.HighResolution)
    printer.setDuplex(information.defaultDuplexMode())
    return printer


def print_pdf(data: bytes) -> str:
    """Print a PDF on the usual printer of this computer and return the printer's name.

    Raises
    ------
    OutputError
        When there is no printer, or it does not take the job.
    """
    known = known_printers()
    if not known:
        raise OutputError(Message("checklist.error.no_printer"))
    paint_pages(data, open_printer(known[0].name))
    return known[0].name


def paint_pages(
    data: bytes, printer: QPrinter, first: int = 0, watch: PrintWatch | None = None
) -> bool:
    """Paint the pages of a PDF onto the sheets of a printer, and tell whether it did.

    Some systems print what they were given when a job is given up half-way. So every page is made
    ready before the printer hears of the job: until then cancelling leaves no trace.

    Parameters
    ----------
    first
        The page to begin with, counted from 0.
    watch
        Hears of each page that is ready, and may cancel.

    Raises
    ------
    OutputError
        When the printer does not take the job.
    """
    watch = watch or PrintWatch()
    pages = [*enumerate(read_pages(data))][first:]
    ready = []
    for number, page in pages:
        if watch.is_cancelled:
            return False
        ready.append((page, _Packed.of(page_picture(data, number, _DOTS_PER_INCH))))
        watch.moved.emit(len(ready), len(pages))
    return not watch.is_cancelled and _send(ready, printer, watch)


@dataclass(frozen=True, slots=True)
class _Packed:
    """A picture that waits without taking much room."""

    width: int
    height: int
    stride: int
    data: bytes

    @classmethod
    def of(cls, picture: QImage) -> "_Packed":
        packed = zlib.compress(picture.constBits(), _QUICK)
        return cls(picture.width(), picture.height(), picture.bytesPerLine(), packed)

    def unpacked(self) -> QImage:
        grey = QImage.Format.Format_Grayscale8
        raw = zlib.decompress(self.data)
        return QImage(raw, self.width, self.height, self.stride, grey).copy()


def _send(ready: Sequence[tuple[PdfPage, _Packed]], printer: QPrinter, watch: PrintWatch) -> bool:
    printer.setDocName(JOB_NAME)
    printer.setResolution(_DOTS_PER_INCH)
    printer.setFullPage(True)
    painter = QPainter()
    for page, picture in ready:
        if painter.isActive() and watch.is_cancelled and printer.abort():
            return False
        layout = QPageLayout(
            QPageSize(QSizeF(page.width, page.height), QPageSize.Unit.Point),
            QPageLayout.Orientation.Portrait,
            QMarginsF(),
        )
        printer.setPageLayout(layout)
        has_begun = printer.newPage() if painter.isActive() else painter.begin(printer)
        if not has_begun:
            raise OutputError(Message("checklist.error.printer", printer=printer.printerName()))
        painter.drawImage(QRectF(printer.paperRect(QPrinter.Unit.DevicePixel)), picture.unpacked())
    if not painter.end():
        raise OutputError(Message("checklist.error.printer", printer=printer.printerName()))
    return True


THIS_COMPUTER = Printers(known_printers, open_printer)
"""The printers that are set up here."""
