"""What a practitioner's page promises on paper, for several people, languages and editions."""

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from support.builders import make_profile
from support.pdf_files import accessibility_findings
from support.practitioners import days_ago, page_of, sample_page
from support.printed import Printed, form_faults, outside, reading_faults
from support.strange_people import BIO, NAMES

from matcher.directory.profile import Profile
from matcher.document import Edition
from matcher.i18n import Catalogue, languages
from matcher.services.practitioner.files import practitioner_pdf
from matcher.services.practitioner.page import PractitionerPage
from matcher.services.practitioner.words import PractitionerWords

_NEARLY_EMPTY, _ROOM_TO_WRITE = 200, 90
"""Letters on a page, and the width of a line to write on in points."""

_USUAL = ("s-markup", "s-arabic", "s-unbroken")
"""The others are printed in the long form."""


def _page(name: str, language: str) -> PractitionerPage:
    if name == "silent":
        return page_of(Profile("p-7", {}), language)
    if name == "hidden":
        profile = make_profile(confirmed_on=days_ago(70), name="Ana Vidal", accepting="yes")
        return page_of(replace(profile, published=False), language)
    return sample_page("p-005", language, later=int(name))


_CASES = [
    ("60", Edition(), "A4", False, False),
    ("400", Edition(is_large=True), "Letter", False, False),
    ("silent", Edition(is_airy=True), "A4", False, False),
    ("hidden", Edition(), "Letter", True, False),
    ("60", Edition(is_large=True), "A4", False, True),
    ("silent", Edition(is_airy=True), "Letter", True, True),
]


@pytest.fixture(
    scope="module", params=_CASES, ids=lambda case: f"{case[0]}-{'full' if case[4] else 'short'}"
)
def case(request: pytest.FixtureRequest):  # type: ignore[no-untyped-def]
    return request.param


@pytest.fixture(scope="module", params=languages())
def printed(
    request: pytest.FixtureRequest, case: tuple, tmp_path_factory: pytest.TempPathFactory
) -> Printed:
    name, edition, paper, is_fillable, is_full = case
    words = Catalogue(request.param)
    document = PractitionerWords(_page(name, request.param), words).document(is_full=is_full)
    file = tmp_path_factory.mktemp("printed") / "my-page.pdf"
    file.write_bytes(
        practitioner_pdf(document, paper=paper, edition=edition, is_fillable=is_fillable)
    )
    return Printed(document, file, request.param)


def test_page_when_printed_then_tools_find_nothing_and_fonts_are_in_it(printed: Printed) -> None:
    assert form_faults(printed) == []


def test_page_when_read_aloud_then_words_are_those_of_the_document_in_its_order(
    printed: Printed,
) -> None:
    assert [*reading_faults(printed)] == []


def test_page_when_printed_then_nothing_stands_outside_the_margins(printed: Printed) -> None:
    assert [*outside(printed.file)] == []


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize(
    ("edition", "most"), [(Edition(), 5), (Edition(is_large=True), 10)], ids=["usual", "large"]
)
@pytest.mark.parametrize("name", ["60", "400", "silent"])
def test_short_edition_when_printed_then_it_is_a_few_pages_none_of_them_nearly_empty(
    name: str, edition: Edition, most: int, language: str
) -> None:
    document = PractitionerWords(_page(name, language), Catalogue(language)).document()

    data = practitioner_pdf(document, paper="Letter", edition=edition)

    with pypdfium2.PdfDocument(data) as pdf:
        assert len(pdf) <= most
        for page in pdf:
            assert len(page.get_textpage().get_text_range()) > _NEARLY_EMPTY


def test_short_edition_when_a_word_has_no_end_then_room_to_write_stays() -> None:
    profile = make_profile(name="W" * 180, city="x")
    document = PractitionerWords(page_of(profile), Catalogue("en")).document()

    data = practitioner_pdf(document, paper="A4", edition=Edition(), is_fillable=True)

    with pikepdf.open(io.BytesIO(data)) as pdf:
        lines = [field.Rect for field in pdf.Root.AcroForm.Fields if field.FT == "/Tx"]
    assert min(float(line[2]) - float(line[0]) for line in lines) > _ROOM_TO_WRITE


@pytest.mark.parametrize("is_full", [False, True], ids=["short", "full"])
@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, id=id_, marks=() if id_ in _USUAL else pytest.mark.long)
        for id_, name in NAMES.items()
    ],
)
def test_page_when_somebody_is_strange_then_it_is_printed_all_the_same(
    name: str, is_full: bool, tmp_path: Path
) -> None:
    profile = make_profile(name="x", bio="x", city="x")
    facts = {
        "name": replace(profile.facts["name"], value=name),
        "bio": replace(profile.facts["bio"], value=BIO),
        "city": replace(profile.facts["city"], value=name * 3),
    }
    page = page_of(replace(profile, facts=facts))
    document = PractitionerWords(page, Catalogue("en")).document(is_full=is_full)
    file = tmp_path / "my-page.pdf"

    file.write_bytes(practitioner_pdf(document, paper="A4", edition=Edition()))

    with pikepdf.open(file) as pdf:
        assert pdf.check_pdf_syntax() == []
    assert accessibility_findings(file) == []
