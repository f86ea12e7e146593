"""Pages of a PDF as pictures and as words; safe to ask from any thread."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import Any

from PySide6.QtGui import QImage

from matcher.errors import Message, OutputError

POINTS_PER_INCH = 72

# PDFium holds one state for the whole process: two threads in it at once end the program.
_pdfium = Lock()


@dataclass(frozen=True, slots=True)
class PdfPage:
    """One page: its size in points, and its words in the order they are read."""

    width: float
    height: float
    text: str


def read_pages(data: bytes) -> tuple[PdfPage, ...]:
    """Return what is on each page of a PDF.

    Raises
    ------
    OutputError
        When it is no PDF.
    """
    with _opened(data) as document:
        return tuple(_read(page) for page in document)


def page_picture(data: bytes, number: int, dots_per_inch: float) -> QImage:
    """Return the picture of a page, counted from 0, in shades of grey on white.

    Raises
    ------
    OutputError
        When it is no PDF.
    """
    with _opened(data) as document:
        bitmap = document[number].render(scale=dots_per_inch / POINTS_PER_INCH, grayscale=True)
        picture = QImage(
            bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride,
            QImage.Format.Format_Grayscale8,
        )  # fmt: skip
        return picture.copy()


def _read(page: Any) -> PdfPage:
    width, height = page.get_size()
    return PdfPage(width, height, _words(page))


def _words(page: Any) -> str:
    lines = page.get_textpage().get_text_range().splitlines()
    return "\n".join(line.strip() for line in lines if line.strip())


@contextmanager
def _opened(data: bytes) -> Iterator[Any]:
    import pypdfium2

    with _pdfium:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError:
            raise OutputError(Message("preview.failed")) from None
        try:
            # Fields to fill in are drawn only by this.
            document.init_forms()
            yield document
        finally:
            document.close()
