"""Sheets onto paper: the same PDF that is saved, page by page as pictures for the printer."""

import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Event

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from matcher.errors import Message, OutputError
from matcher.region import Paper
from ui.pdf_pages import PdfPage, page_picture, read_pages

JOB_NAME = "Pages"
"""Neutral: it may stand on a screen beside the printer. Never translated, as it names a file."""

Tell = Callable[[tuple[int, int]], object]
"""Hears how many pages are ready, and how many there are."""

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


class BrokenOffError(OutputError):
    """A printer took some pages and then no more: some of them may have come out."""


@dataclass(frozen=True, slots=True)
class Printers:
    """The way to the printers of this computer.

    Attributes
    ----------
    find
        Returns the printers, the usual one first. An `OutputError` says why one that is wanted
        cannot be found.
    print
        Prints the pages of a PDF from one on, counted from 0, on the printer of a name, and tells
        whether it did; the rest is as of `paint_pages`.
    """

    find: Callable[[], Sequence[PrinterFacts]]
    print: Callable[[str, bytes, int, Event, Tell], bool]


def only(printers: Printers, wanted: str) -> Printers:
    """Return the way to one printer by its name; ``""`` leaves all."""

    def find() -> Sequence[PrinterFacts]:
        found = [each for each in printers.find() if each.name == wanted]
        if not found:
            raise OutputError(Message("checklist.error.away", printer=wanted))
        return found

    return Printers(find, printers.print) if wanted else printers


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


def paint_pages(
    data: bytes,
    printer: QPrinter,
    first: int = 0,
    stop: Event | None = None,
    tell: Tell = lambda _: None,
) -> bool:
    """Paint the pages of a PDF onto the sheets of a printer, and tell whether it did.

    Some systems print what they were given when a job is given up half-way. So every page is made
    ready before the printer hears of the job: until then cancelling leaves no trace.

    Parameters
    ----------
    first
        The page to begin with, counted from 0.
    stop
        Once set, nothing should come out any more.
    tell
        Hears, for each page that is ready, how many are, and how many there are.

    Raises
    ------
    OutputError
        When the printer does not take the job; `BrokenOffError` when it took a part of it.
    """
    stop = stop or Event()
    pages = [*enumerate(read_pages(data))][first:]
    ready = []
    for number, page in pages:
        if stop.is_set():
            return False
        ready.append((page, _Packed.of(page_picture(data, number, _DOTS_PER_INCH))))
        tell((len(ready), len(pages)))
    return not stop.is_set() and _send(ready, printer, stop)


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


def _send(ready: Sequence[tuple[PdfPage, _Packed]], printer: QPrinter, stop: Event) -> bool:
    printer.setDocName(JOB_NAME)
    printer.setResolution(_DOTS_PER_INCH)
    printer.setFullPage(True)
    painter = QPainter()
    for page, picture in ready:
        if painter.isActive() and stop.is_set() and printer.abort():
            return False
        layout = QPageLayout(
            QPageSize(QSizeF(page.width, page.height), QPageSize.Unit.Point),
            QPageLayout.Orientation.Portrait,
            QMarginsF(),
        )
        printer.setPageLayout(layout)
        if not painter.isActive():
            if not painter.begin(printer):
                raise OutputError(_refusal("printer", printer))
        elif not printer.newPage():
            # Left to itself the painter would end the job, and what it has would be printed.
            printer.abort()
            raise BrokenOffError(_refusal("broken_off", printer))
        painter.drawImage(QRectF(printer.paperRect(QPrinter.Unit.DevicePixel)), picture.unpacked())
    if not painter.end():
        raise BrokenOffError(_refusal("broken_off", printer))
    return True


def _refusal(what: str, printer: QPrinter) -> Message:
    return Message(f"checklist.error.{what}", printer=printer.printerName())


def _print_here(name: str, data: bytes, first: int, stop: Event, tell: Tell) -> bool:
    return paint_pages(data, open_printer(name), first, stop, tell)


THIS_COMPUTER = Printers(known_printers, _print_here)
"""The printers that are set up here."""
