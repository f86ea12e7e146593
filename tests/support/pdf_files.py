"""Small PDF files for tests."""

import io

from reportlab.pdfgen.canvas import Canvas


def blank_pdf(*sizes: tuple[float, float]) -> bytes:
    """Return a PDF with a black square and the words ``Page n`` on each page."""
    file = io.BytesIO()
    canvas = Canvas(file)
    for number, size in enumerate(sizes, start=1):
        canvas.setPageSize(size)
        canvas.rect(100, 100, 200, 200, fill=1)
        canvas.drawString(100, 400, f"Page {number}")
        canvas.showPage()
    canvas.save()
    return file.getvalue()
