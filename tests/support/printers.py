"""Printers for tests: Qt writes what would come out into a PDF file."""

from pathlib import Path
from threading import Event

from PySide6.QtPrintSupport import QPrinter

from ui.printing import PrinterFacts, Printers, Tell, paint_pages

DESK = PrinterFacts("Desk", "Letter", is_two_sided=True)
OFFICE = PrinterFacts("Office", "A4")


def paper_printer(path: Path) -> QPrinter:
    """Return a printer whose paper is a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def printers(path: Path, *facts: PrinterFacts) -> Printers:
    """Return the way to some printers, all of which print into a file."""

    def put_on_paper(_name: str, data: bytes, first: int, stop: Event, tell: Tell) -> bool:
        return paint_pages(data, paper_printer(path), first, stop, tell)

    return Printers(lambda: facts, put_on_paper)


def silent_printers(*facts: PrinterFacts) -> Printers:
    """Return the way to printers that take no job."""
    return printers(Path("nowhere") / "at" / "all.pdf", *facts)
