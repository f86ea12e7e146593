"""The PDF: equal bytes, embedded fonts, title and language, and nothing that text can break."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from pypdf import PdfReader
from support.results import make_asked, make_contribution, make_result, make_sitting, make_visit
from support.strange_documents import HOSTILE, LONG, UNSEEN, document_of

from matcher.checklist.composing import build_document
from matcher.checklist.part import PartId
from matcher.document import Document, Edition
from matcher.i18n import Catalogue, languages
from matcher.pdf.document_pdf import count_pages, document_pdf
from matcher.pdf.styles import make_styles
from matcher.questionnaire.response import Response
from matcher.region import Paper

_EXTREMES = {
    "long": "N" * 300,
    "very_long": "word " * 5000,
    "markup": "<para><font size=80>Ana</font> & <img src='x'/>",
    "han": "李明",
    "arabic": "ليلى العربي",
    "cyrillic": "Ольга Петрова",
    "emoji": "Ana 🙂",
    "bidi": "Ana \u202eladiV",
    "controls": "Ana\x00\x1f\nVidal",
    "surrogate": "Ana\udcff",
}


def _document(
    name: str = "Ana Vidal",
    count: int = 1,
    language: str = "en",
    parts: tuple[PartId, ...] = (*PartId,),
) -> Document:
    codes = tuple(f"plan_{number}" for number in range(60))
    asked = make_asked(
        region="us", style_steer=Response(-2), payers=Response(codes), first_meetings=Response(name)
    )
    wishes = (
        make_contribution("style_steer", 0, weight=6000),
        make_contribution("payers", 0, 1000, weight=4000),
    )
    visits = tuple(
        make_visit(asked, make_result(*wishes, profile_id=f"p-{n}", name=name), city=name)
        for n in range(count)
    )
    return build_document(make_sitting(asked, *wishes), visits, Catalogue(language), parts)


def _read(document: Document, paper: Paper = "A4") -> PdfReader:
    return PdfReader(BytesIO(document_pdf(document, paper=paper)))


def _first_page_of_each_sheet(reader: PdfReader, document: Document) -> list[int]:
    pages = [page.extract_text() for page in reader.pages]
    return [
        next(number for number, text in enumerate(pages) if text.startswith(sheet.title))
        for sheet in document.sheets
    ]


def test_document_pdf_when_made_twice_then_equal_bytes() -> None:
    assert document_pdf(_document()) == document_pdf(_document())


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_document_pdf_when_made_then_title_and_language_are_set(
    language: str, paper: Paper
) -> None:
    document = _document(language=language)

    reader = _read(document, paper)

    assert reader.metadata is not None
    assert reader.metadata.title == document.title
    assert reader.root_object["/Lang"] == language
    assert reader.root_object["/ViewerPreferences"]["/DisplayDocTitle"]


@pytest.mark.parametrize("name", ["Ana Vidal", "Ольга Петрова"])
def test_document_pdf_when_made_then_every_font_is_embedded(name: str) -> None:
    fonts = {
        font["/BaseFont"]: font.get_object()["/FontDescriptor"]
        for page in _read(_document(name)).pages
        for font in (each.get_object() for each in page["/Resources"]["/Font"].values())
    }

    assert fonts
    assert all("/FontFile2" in descriptor for descriptor in fonts.values())
    assert all("Hyperlegible" in font or "NotoSans" in font for font in fonts)


def test_document_pdf_when_three_are_chosen_then_each_sheet_begins_on_an_odd_page() -> None:
    document = _document(count=3, parts=(PartId.BEFORE, PartId.HOME))
    first_pages = _first_page_of_each_sheet(_read(document), document)

    assert [page % 2 for page in first_pages] == [0] * len(first_pages)


def test_document_pdf_when_a_back_stays_empty_then_it_says_why() -> None:
    document = _document(parts=(PartId.BEFORE, PartId.TAKE_IN))
    texts = [page.extract_text() for page in _read(document).pages]

    assert "This side is left empty" in texts[1]
    assert texts[2].startswith("First visit notes")


def test_document_pdf_when_read_then_words_come_in_the_documents_order() -> None:
    document = _document(parts=(PartId.TAKE_IN,))
    text = " ".join(" ".join(page.extract_text() for page in _read(document).pages).split())

    order = ["First visit notes", "Ana Vidal", "What I’d like to ask", "Good to know", "I may ask"]
    places = [text.index(part) for part in order]
    assert places == sorted(places)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_document_pdf_when_five_questions_then_notes_fit_on_two_pages(paper: Paper) -> None:
    asked = make_asked(region="us", practise=Response(("saying_no",)))
    axes = ("style_steer", "style_plan", "style_talk", "style_us", "style_challenge")
    result = make_result(*(make_contribution(axis, 0, 1000, weight=2000) for axis in axes))
    visit = make_visit(asked, result)
    document = build_document(make_sitting(asked), (visit,), Catalogue("en"), (PartId.TAKE_IN,))

    assert len(visit.selection.suggested) == 5
    assert len(_read(document, paper).pages) == 2


@pytest.mark.parametrize("name", _EXTREMES.values(), ids=_EXTREMES)
def test_document_pdf_when_texts_are_extreme_then_a_readable_file_comes_out(name: str) -> None:
    reader = _read(_document(name, count=3))

    assert len(reader.pages) < 60


def test_document_pdf_when_a_name_holds_markup_then_it_is_shown_as_written() -> None:
    text = "".join(page.extract_text() for page in _read(_document("<b>Ana</b> &amp; Co")).pages)

    assert "<b>Ana</b> &amp; Co" in text


def test_document_pdf_when_letters_have_no_font_then_it_says_so() -> None:
    text = "".join(page.extract_text() for page in _read(_document("李明")).pages)

    assert "in letters we cannot print" in " ".join(text.split())


def test_document_pdf_when_boxes_are_to_be_ticked_then_they_are_paths() -> None:
    reader = _read(_document(parts=(PartId.TAKE_IN,)))

    content = reader.pages[0].get_contents()
    assert content is not None
    assert content.get_data().count(b" re ") >= 9
    assert "/AcroForm" not in reader.root_object


@pytest.mark.parametrize(
    ("words", "last"),
    [("Page {page} of {total}", "Page 2 of 2"), ("{page}", "2")],
    ids=["with_total", "without"],
)
def test_foot_when_read_then_it_says_the_page_and_how_many_there_are(words: str, last: str) -> None:
    document = replace(_document(parts=(PartId.TAKE_IN,)), page=words)

    assert _read(document).pages[-1].extract_text().rstrip().endswith(last)


def test_document_pdf_when_a_back_stays_empty_then_its_foot_is_that_of_its_front() -> None:
    document = _document(parts=(PartId.BEFORE, PartId.TAKE_IN))
    back = _read(document).pages[1].extract_text()

    assert document.sheets[0].footer in back
    assert document.sheets[1].footer not in back


def test_document_pdf_when_it_is_filled_in_on_a_screen_then_no_back_stays_empty() -> None:
    document = _document(parts=(PartId.BEFORE, PartId.TAKE_IN))
    reader = PdfReader(BytesIO(document_pdf(document, is_fillable=True)))

    texts = [page.extract_text() for page in reader.pages]
    assert not any("This side is left empty" in text for text in texts)
    assert texts[1].startswith("First visit notes")


def test_count_pages_when_counted_then_as_many_as_the_file_has() -> None:
    document, large = _document(), Edition(is_large=True)

    pages = count_pages(document, "A4", large)

    assert pages == len(PdfReader(BytesIO(document_pdf(document, styles=make_styles(large)))).pages)
    assert pages > count_pages(document, "A4", Edition())


@pytest.mark.parametrize("text", [*HOSTILE, *UNSEEN])
def test_document_pdf_when_a_text_is_hostile_then_nothing_in_the_file_does_anything(
    text: str,
) -> None:
    with pikepdf.open(BytesIO(document_pdf(document_of(text)))) as pdf:
        assert pdf.check_pdf_syntax() == []
        keys = {key for each in pdf.objects for key in _keys(each)}
        assert keys.isdisjoint({"/URI", "/JS", "/AA", "/OpenAction", "/Launch", "/EmbeddedFiles"})
        assert all("/Annots" not in page.obj for page in pdf.pages)
        assert not any(page.get_images() for page in pdf.pages)


def _keys(found: pikepdf.Object) -> set[str]:
    return {*found.keys()} if isinstance(found, pikepdf.Dictionary | pikepdf.Stream) else set()


@pytest.mark.parametrize("name", ["words", "lines"])
def test_document_pdf_when_texts_are_longer_than_a_page_then_they_go_on(name: str) -> None:
    reader = PdfReader(BytesIO(document_pdf(document_of(LONG[name]))))

    assert len(reader.pages) > 20
