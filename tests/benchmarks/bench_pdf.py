"""How long the sheets take: four pages, tagged, again and in a fresh process, beside other ways.

Run by ``make bench``; prints figures and asserts nothing on time. Other makers of PDFs are timed in
their own environment, when `make oracles` has made it and it has them.
"""

import json
import pickle
import subprocess
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas
from support.sittings import sample_match
from support.timing import shortest

from matcher.checklist.part import PartId
from matcher.document import Document
from matcher.i18n import Catalogue
from matcher.pdf.document_pdf import document_pdf
from matcher.pdf.fonts import BOLD, REGULAR
from matcher.pdf.styles import FOOTER, MARGIN, PAGE_SIZES
from matcher.scoring.result import Group
from matcher.services.sheets.checklist import ChecklistOptions, make_document
from matcher.services.sheets.checklist_files import make_checklist

_PEERS_PYTHON = Path(__file__).resolve().parents[2] / ".venv-oracles" / "bin" / "python"
_AIM = 60
_PAGES = 4
_ROUNDS = 7

_FRESH = """
import pickle, sys
from matcher.pdf.document_pdf import document_pdf
document_pdf(pickle.load(sys.stdin.buffer))
"""


def _ids(count: int) -> list[str]:
    match = sample_match()
    return [match.result(row).profile_id for row in match.order(Group.MEETS_ALL, count)]


def _four_pages() -> Document:
    """Return notes for the first visits to two people, two pages each."""
    options = ChecklistOptions(parts=(PartId.TAKE_IN,))
    return make_document(sample_match(), _ids(2), Catalogue("en"), options)


def _words(data: bytes) -> list[list[str]]:
    return [page.extract_text().splitlines() for page in PdfReader(BytesIO(data)).pages]


def _plain(pages: list[list[str]]) -> bytes:
    """Draw the same lines where they come, by reportlab alone: no layout, no structure."""
    target = BytesIO()
    canvas = Canvas(target, pagesize=PAGE_SIZES["A4"], invariant=1)
    for lines in pages:
        canvas.setFont(BOLD, 16)
        y = PAGE_SIZES["A4"][1] - MARGIN
        for line in lines:
            canvas.drawString(MARGIN, y, line)
            canvas.rect(MARGIN - 12, y, 10, 10)
            canvas.setFont(REGULAR, 11)
            y = max(y - 15, FOOTER)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _fresh(document: Document, program: str) -> None:
    data = pickle.dumps(document)
    subprocess.run([sys.executable, "-c", program], input=data, check=True)


def _peers(pages: list[list[str]]) -> dict[str, float | None]:
    if not _PEERS_PYTHON.exists():
        return {"weasyprint": None, "typst": None}
    peer = Path(__file__).with_name("peer_pdf.py")
    done = subprocess.run(
        [_PEERS_PYTHON, peer],
        input=json.dumps(pages).encode(),
        check=True,
        capture_output=True,
    )
    figures: dict[str, float | None] = json.loads(done.stdout)
    return figures


def bench_four_pages() -> None:
    """Measure notes for two first visits, and the same words made in other ways."""
    document = _four_pages()
    data = document_pdf(document)
    pages = _words(data)
    assert len(pages) == _PAGES
    ways: list[Callable[[], object]] = [
        lambda: document_pdf(document),
        lambda: document_pdf(document, is_fillable=True),
        lambda: _plain(pages),
    ]
    ours, fillable, plain = shortest(*ways, rounds=_ROUNDS)
    (fresh,) = shortest(lambda: _fresh(document, _FRESH), rounds=3)
    (empty,) = shortest(lambda: _fresh(document, "pass"), rounds=3)
    print(f"\n{_PAGES} tagged pages: {ours:.0f} ms (aim {_AIM} ms), {len(data):,} bytes")
    figures = {
        "fillable": fillable,
        "fresh process": fresh,
        "fresh process, Python alone": empty,
        "same words, reportlab's canvas, untagged": plain,
        **_peers(pages),
    }
    for name, taken in figures.items():
        says = "not installed" if taken is None else f"{taken:.0f} ms, {taken / ours:.2f} of ours"
        print(f"  {name}: {says}")


def bench_three_people() -> None:
    """Measure all sheets of three people, chosen, worded and printed."""
    started = time.perf_counter()
    data = make_checklist(sample_match(), _ids(3), Catalogue("en"))
    print(
        f"\nall sheets of three people: {time.perf_counter() - started:.2f} s, {len(data):,} bytes"
    )
