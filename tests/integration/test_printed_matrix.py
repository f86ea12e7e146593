"""What printed sheets promise, held for ten sittings: each in one form, every form twice."""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from support.paper_sittings import SITTINGS
from support.pdf_files import accessibility_findings, read_aloud
from support.reading_sheets import words_of

from matcher.document import Document
from matcher.i18n import Catalogue, languages
from matcher.pdf.styles import FOOTER, MARGIN, PAGE_SIZES
from matcher.services.directory.sample_directory import sample_directory
from matcher.services.matching.match import Match, match
from matcher.services.sheets.checklist import make_document
from matcher.services.sheets.checklist_files import make_checklist

_SLACK = 14.0
"""A space at the end of a line may stand outside, in points; it is not seen."""


@dataclass(frozen=True)
class _Printed:
    document: Document
    file: Path
    language: str


@pytest.fixture(scope="module")
def matches() -> dict[str, Match]:
    directory = sample_directory()
    return {name: match(directory, each.answers, seed=7) for name, each in SITTINGS.items()}


@pytest.fixture(scope="module", params=SITTINGS)
def sitting(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module", params=languages())
def printed(
    request: pytest.FixtureRequest,
    sitting: str,
    matches: dict[str, Match],
    tmp_path_factory: pytest.TempPathFactory,
) -> _Printed:
    found, options = matches[sitting], SITTINGS[sitting].options
    ids = found.evaluation.snapshot.ids[: SITTINGS[sitting].count]
    catalogue = Catalogue(request.param)
    file = tmp_path_factory.mktemp("printed") / "first-visit-notes.pdf"
    file.write_bytes(make_checklist(found, ids, catalogue, options))
    return _Printed(make_document(found, ids, catalogue, options), file, request.param)


def test_sheets_when_printed_then_tools_find_nothing(printed: _Printed) -> None:
    with pikepdf.open(printed.file) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert printed.language == pdf.Root.Lang
        assert printed.document.title == pdf.docinfo.Title
    assert accessibility_findings(printed.file) == []


def test_sheets_when_printed_then_every_font_is_in_the_file(printed: _Printed) -> None:
    done = subprocess.run(
        ["pdffonts", str(printed.file)], check=True, capture_output=True, text=True
    )
    fonts = done.stdout.splitlines()[2:]

    assert fonts
    assert all("yes" in font.split() for font in fonts)


def test_sheets_when_read_aloud_then_words_are_those_of_the_document(printed: _Printed) -> None:
    numbers = {str(number) for number in range(1, 20)}
    known = {*words_of(printed.document).split()} | numbers

    assert [word for word in read_aloud(printed.file) if word not in known] == []


def test_sheets_when_read_aloud_then_sections_come_in_order(printed: _Printed) -> None:
    said = " ".join(read_aloud(printed.file))
    place = 0
    for sheet in printed.document.sheets:
        for heading in (sheet.title, *(section.heading for section in sheet.sections)):
            place = said.find(" ".join(heading.split()), place)
            assert place >= 0, heading


def test_sheets_when_printed_then_nothing_stands_outside_the_margins(printed: _Printed) -> None:
    assert [*_outside(printed.file)] == []


def _outside(file: Path) -> Iterator[str]:
    with pypdfium2.PdfDocument(file) as pdf:
        for number, page in enumerate(pdf, start=1):
            width, height = page.get_size()
            assert (width, height) in [pytest.approx(size, abs=0.1) for size in PAGE_SIZES.values()]
            words = page.get_textpage()
            for each in range(words.count_rects()):
                left, bottom, right, top = words.get_rect(each)
                across = left >= MARGIN - 3 and right <= width - MARGIN + _SLACK
                if not (across and bottom >= FOOTER / 2 and top <= height - MARGIN + 3):
                    yield f"page {number}: {words.get_text_bounded(left, bottom, right, top)}"


def test_sheet_when_it_is_to_be_one_then_two_pages_a_person(
    printed: _Printed, sitting: str
) -> None:
    with pikepdf.open(printed.file) as pdf:
        count = len(pdf.pages)

    if SITTINGS[sitting].options.is_one_sheet:
        assert count <= 2 * SITTINGS[sitting].count
    else:
        assert count > 2
