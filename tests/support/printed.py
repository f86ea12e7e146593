"""What every printed document promises, whatever is on it."""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from support.pdf_files import accessibility_findings, read_aloud
from support.reading_sheets import words_of

from matcher.document import Document
from matcher.pdf.styles import FOOTER, MARGIN, PAGE_SIZES

_SLACK = 14.0
"""A space at the end of a line may stand outside, in points; it is not seen."""

_MOST_PAGES = 60
_HEAD_OF_FONTS = 2


@dataclass(frozen=True)
class Printed:
    """A document, the file it was printed to, and its language."""

    document: Document
    file: Path
    language: str


def form_faults(printed: Printed) -> list[str]:
    """Return what other tools find wrong with the file, and fonts that are not in it."""
    with pikepdf.open(printed.file) as pdf:
        found = [*pdf.check_pdf_syntax()]
        if printed.language != pdf.Root.Lang:
            found.append(f"language {pdf.Root.Lang}")
        if printed.document.title != pdf.docinfo.Title:
            found.append(f"title {pdf.docinfo.Title}")
    listed = subprocess.run(
        ["pdffonts", str(printed.file)], check=True, capture_output=True, text=True
    ).stdout.splitlines()[_HEAD_OF_FONTS:]
    found += [font for font in listed if "yes" not in font.split()]
    return found + ([] if listed else ["no fonts"]) + accessibility_findings(printed.file)


def reading_faults(printed: Printed) -> Iterator[str]:
    """Give words read aloud that are not the document's, and headings that are not where they are.

    Pages have numbers, which no document knows.
    """
    words = [*read_aloud(printed.file)]
    known = {*words_of(printed.document).split(), *map(str, range(1, _MOST_PAGES))}
    yield from (word for word in words if word not in known)
    said, place = " ".join(words), 0
    for sheet in printed.document.sheets:
        for heading in (sheet.title, *(section.heading for section in sheet.sections)):
            place = said.find(" ".join(heading.split()), max(place, 0))
            if place < 0:
                yield f"missing or too early: {heading}"


def outside(file: Path) -> Iterator[str]:
    """Give words outside the margins, and pages of another size than paper has."""
    sizes = [pytest.approx(size, abs=0.1) for size in PAGE_SIZES.values()]
    with pypdfium2.PdfDocument(file) as pdf:
        for number, page in enumerate(pdf, start=1):
            width, height = page.get_size()
            if (width, height) not in sizes:
                yield f"page {number}: {width} x {height}"
            words = page.get_textpage()
            for each in range(words.count_rects()):
                left, bottom, right, top = words.get_rect(each)
                across = left >= MARGIN - 3 and right <= width - MARGIN + _SLACK
                if not (across and bottom >= FOOTER / 2 and top <= height - MARGIN + 3):
                    yield f"page {number}: {words.get_text_bounded(left, bottom, right, top)}"
