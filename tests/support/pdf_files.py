"""Small PDF files for tests, and what other tools say of larger ones."""

import io
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pdfua
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


_NOT_CLAIMED = "UA-28-004"
"""No claim to conform is made, which a tool would like to see."""


def accessibility_findings(file: Path) -> list[str]:
    """Return what a tool for accessible PDFs finds, but that no claim is made."""
    findings = pdfua.validate(file).findings
    return [str(each) for each in findings if each.rule_id != _NOT_CLAIMED]


def read_aloud(file: Path) -> Iterator[str]:
    """Yield the words of the structure in reading order, as poppler finds them."""
    done = subprocess.run(
        ["pdfinfo", "-struct-text", str(file)], check=True, capture_output=True, text=True
    )
    for line in done.stdout.splitlines():
        said = line.strip()
        if said.startswith('"') and said.endswith('"'):
            yield from said[1:-1].split()
