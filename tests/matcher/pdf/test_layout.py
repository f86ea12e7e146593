"""Every word stands inside the margins and on no other one, whatever a document holds."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Literal

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.sittings import sample_match

from matcher import document as content
from matcher.document import Document, Edition
from matcher.i18n import Catalogue, languages
from matcher.pdf.document_pdf import document_pdf
from matcher.pdf.styles import FOOTER, MARGIN, PAGE_SIZES, make_styles
from matcher.region import Paper
from matcher.scoring.result import Group
from matcher.services.sheets.checklist import make_document

_EDITIONS = {
    "usual": Edition(),
    "large": Edition(is_large=True),
    "airy": Edition(is_airy=True),
    "large_airy": Edition(is_large=True, is_airy=True),
}
_SLACK = 1.5
"""Letters may lean this far out of their place, in points."""


_NOTHING = 0.01


@dataclass(frozen=True)
class _Line:
    left: float
    bottom: float
    right: float
    top: float

    def overlaps(self, other: "_Line") -> bool:
        across = min(self.right, other.right) - max(self.left, other.left)
        up = min(self.top, other.top) - max(self.bottom, other.bottom)
        # Long tails and accents may reach into the next line's room.
        lower, higher = sorted((self.top - self.bottom, other.top - other.bottom))
        if lower < higher / 3:  # an accent of another font, in the line it belongs to
            return False
        return across > _SLACK and up > max(_SLACK, 0.35 * lower)


def _lines(page: pypdfium2.PdfPage) -> list[_Line]:
    text = page.get_textpage()
    return [_Line(*text.get_rect(number)) for number in range(text.count_rects())]


def _up_to_last_letter(line: _Line, page: pypdfium2.PdfPage) -> _Line:
    """Return a line without the space that may lie behind it."""
    text = page.get_textpage()
    for place in range(text.count_chars()):
        left, bottom, right, _ = text.get_charbox(place)
        is_end = abs(right - line.right) < _NOTHING and line.bottom <= bottom < line.top
        if is_end and text.get_text_range(place, 1).isspace():
            return replace(line, right=left)
    return line


def _ends_by(line: _Line, right: float, page: pypdfium2.PdfPage) -> bool:
    return line.right <= right or _up_to_last_letter(line, page).right <= right


def _troubles(data: bytes, paper: Paper) -> Iterator[str]:
    width, height = PAGE_SIZES[paper]
    with pypdfium2.PdfDocument(data) as pdf:
        for number, page in enumerate(pdf, start=1):
            lines = _lines(page)
            for line in lines:
                is_inside = (
                    line.left >= MARGIN - 2 * _SLACK
                    and _ends_by(line, width - MARGIN + 2 * _SLACK, page)
                    and line.top <= height - MARGIN + _SLACK
                    and line.bottom >= FOOTER / 2
                )
                if not is_inside:
                    yield f"page {number}: out of the margins: {line}"
            for one, other in combinations(lines, 2):
                if one.overlaps(other) and _up_to_last_letter(one, page).overlaps(
                    _up_to_last_letter(other, page)
                ):
                    yield f"page {number}: {one} on {other}"


def _has_ink(letter: str) -> bool:
    return unicodedata.category(letter)[0] not in "CZ"


_WORDS = st.one_of(
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=40),
    st.sampled_from(
        ["N" * 300, "word " * 60, "Straße 12", "Ольга Петрова", "李明", "Wg" * 30, "a", "i" * 90]
    ),
).filter(lambda words: any(map(_has_ink, words)))
_SEVERAL = st.lists(_WORDS, min_size=1, max_size=4).map(tuple)
_MANY = st.lists(_WORDS, min_size=1, max_size=25).map(tuple)


@st.composite
def _tables(draw: st.DrawFn) -> content.Table:
    columns = draw(st.integers(1, 5))
    row = st.lists(st.one_of(st.just(""), _WORDS), min_size=columns, max_size=columns).map(tuple)
    heads = draw(st.lists(_WORDS, min_size=columns, max_size=columns).map(tuple))
    kind: Literal["text", "log"] = draw(st.sampled_from(["text", "log"]))
    return content.Table(heads, tuple(draw(st.lists(row, max_size=30))), kind)


_BLOCKS = st.one_of(
    st.builds(content.Paragraph, _WORDS, st.sampled_from(content.Tone)),
    st.builds(content.Callout, _WORDS),
    st.builds(content.Bullets, _MANY),
    st.builds(content.Questions, _WORDS, _SEVERAL),
    st.builds(
        content.Ask,
        st.integers(0, 12),
        _WORDS,
        st.one_of(st.just(""), _WORDS),
        st.integers(1, 4),
        _SEVERAL,
    ),
    st.builds(content.Ticks, _WORDS, _SEVERAL),
    st.builds(content.Blank, st.one_of(st.just(""), _WORDS), st.integers(1, 5)),
    st.builds(content.Script, _WORDS, _SEVERAL),
    st.builds(content.Fit, _WORDS, _WORDS, _SEVERAL, st.one_of(st.just(""), _WORDS)),
    st.builds(content.Contrast, _WORDS, _SEVERAL, _SEVERAL),
    st.builds(content.Scale, st.tuples(_WORDS, _WORDS), st.integers(1, 5)),
    _tables(),
)
_SECTIONS = st.builds(
    content.Section,
    st.one_of(st.just(""), _WORDS),
    st.lists(_BLOCKS, max_size=6).map(tuple),
    st.booleans(),
    st.booleans(),
)
_SHEETS = st.builds(
    content.Sheet,
    _WORDS,
    st.lists(_WORDS, max_size=3).map(tuple),
    st.lists(_SECTIONS, min_size=1, max_size=5).map(tuple),
    st.just("the foot"),
)
_DOCUMENTS = st.builds(
    Document,
    st.just("First visit notes"),
    st.just("en"),
    st.lists(_SHEETS, min_size=1, max_size=2).map(tuple),
    st.just("Page {page} of {total}"),
    st.just("left empty"),
    st.just("(not printable)"),
)


@settings(max_examples=15, deadline=None, suppress_health_check=[*HealthCheck])
@given(
    document=_DOCUMENTS,
    edition=st.sampled_from([*_EDITIONS.values()]),
    paper=st.sampled_from([*PAGE_SIZES]),
    is_fillable=st.booleans(),
)
def test_page_when_a_document_holds_anything_then_no_words_meet_or_leave_it(
    document: Document, edition: Edition, paper: Paper, is_fillable: bool
) -> None:
    styles = make_styles(edition)

    data = document_pdf(document, paper=paper, styles=styles, is_fillable=is_fillable)

    assert [*_troubles(data, paper)] == []


def _sheets(language: str, count: int = 2) -> Document:
    match = sample_match()
    ids = [match.result(row).profile_id for row in match.order(Group.MEETS_ALL, count)]
    return make_document(match, ids, Catalogue(language))


@pytest.mark.parametrize("paper", [*PAGE_SIZES])
@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("edition", _EDITIONS.values(), ids=_EDITIONS)
def test_sheets_when_printed_then_no_words_meet_and_no_heading_ends_a_page(
    edition: Edition, language: str, paper: Paper
) -> None:
    document = _sheets(language)

    data = document_pdf(document, paper=paper, styles=make_styles(edition))

    assert [*_troubles(data, paper)] == []
    assert _headings(document) & {*_last_words(data)} == set()


def _headings(document: Document) -> set[str]:
    """Return the headings, but those that stand in a table, too, and may well end a page."""
    sections = [section for sheet in document.sheets for section in sheet.sections]
    tables = [
        block for each in sections for block in each.blocks if isinstance(block, content.Table)
    ]
    cells = {cell for table in tables for row in table.rows for cell in row}
    return {section.heading for section in sections} - cells


def _last_words(data: bytes) -> Iterator[str]:
    """Return the last line of each page above its foot."""
    with pypdfium2.PdfDocument(data) as pdf:
        for page in pdf:
            width, height = page.get_size()
            words = page.get_textpage().get_text_bounded(0, MARGIN - _SLACK, width, height)
            yield words.strip().splitlines()[-1]


def test_sheets_when_two_are_chosen_then_few_pages() -> None:
    with pypdfium2.PdfDocument(document_pdf(_sheets("en"))) as pdf:
        assert len(pdf) <= 14
