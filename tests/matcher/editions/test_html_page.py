"""The page: sound and meaningful elements, every word in order, and text that stays text."""

import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from lxml.html import HtmlElement
from support.results import make_asked, make_contribution, make_result, make_sitting, make_visit
from support.strange_documents import (
    HOSTILE,
    LONG,
    UNSEEN,
    document_of,
    documents,
    first_missing,
    mapped,
    texts_in_order,
)

from matcher.checklist.composing import build_document
from matcher.document import (
    Ask,
    Blank,
    Block,
    Bullets,
    Contrast,
    Document,
    Fit,
    Paragraph,
    Questions,
    Script,
    Sheet,
    Table,
    Ticks,
    Tone,
)
from matcher.editions.html_page import html_page
from matcher.i18n import Catalogue, languages
from matcher.questionnaire.response import Response
from matcher.text_direction import NO_ISOLATES, isolated

_WORDS = st.text("ab é欧ن<&>\"'|", max_size=30)
_EVERY_SIGN = st.text(max_size=20)
_VOID = {"input", "meta"}
_ELEMENTS = set(
    "html head meta title style body main section div footer h1 h2 h3 h4 p ul li strong span bdi "
    "a label input textarea fieldset legend table thead tbody tr th td".split()
)
_ATTRIBUTES = set(
    "lang dir charset http-equiv content name class id type rows autocomplete scope href "
    "aria-label aria-labelledby".split()
)


class _Skeleton(HTMLParser):
    """What a page is made of, without its texts; fails when an element is not closed in turn."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._open: list[str] = []
        self.feed(page)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts.append(f"<{tag} {' '.join(f'{name}={value}' for name, value in attrs)}>")
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_comment(self, data: str) -> None:
        self.parts.append("comment")

    def handle_pi(self, data: str) -> None:
        self.parts.append("instruction")


def _tree(*blocks: Block, language: str = "en", text: str = "T") -> HtmlElement:
    return html.document_fromstring(
        html_page(document_of(text, language=language, blocks=blocks)).encode()
    )


def _section(*blocks: Block) -> HtmlElement:
    return _tree(*blocks).find(".//section/section")


def _texts(element: HtmlElement, path: str) -> list[str]:
    return [" ".join(each.text_content().split()) for each in element.findall(path)]


def _words(page: str) -> str:
    """Return the texts of a page: its heading and what follows."""
    return str(html.document_fromstring(page.encode()).find("body").text_content())


def test_html_page_when_made_then_it_is_one_file_that_asks_for_nothing() -> None:
    page = html_page(document_of("Ana"))
    root = html.document_fromstring(page.encode())
    metas = {meta.get("http-equiv") or meta.get("name"): meta.get("content") for meta in root[0]}

    assert page.startswith("<!DOCTYPE html>\n<html ")
    assert page.endswith("</html>\n")
    assert root[0][0].get("charset") == "utf-8"
    assert metas["Content-Security-Policy"].startswith(
        "default-src 'none'; style-src 'unsafe-inline'"
    )
    assert metas["viewport"] == "width=device-width, initial-scale=1"
    assert not re.search(r"url\(|@import|https?:", root.find("head/style").text)


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("es", "ltr"), ("ar", "rtl")])
def test_html_page_when_made_then_language_and_direction_are_set(
    language: str, direction: str
) -> None:
    root = _tree(language=language)

    assert (root.get("lang"), root.get("dir")) == (language, direction)


def test_html_page_when_made_then_headings_step_down_from_one() -> None:
    root = _tree(Questions("Money", ("How?",)), Fit("Place", "Fits", ()))
    levels = [int(each.tag[1]) for each in root.iter("h1", "h2", "h3", "h4")]

    assert levels == [1, *[2, 3, 4, 4] * 2]
    for sheet in root.findall(".//main/section"):
        assert root.get_element_by_id(sheet.get("aria-labelledby")).tag == "h2"


def test_html_page_when_a_section_has_no_heading_then_no_level_is_left_out() -> None:
    document = document_of("T", blocks=(Questions("Money", ("How?",)),))
    sheet = document.sheets[0]
    bare = replace(sheet, sections=(replace(sheet.sections[0], heading=""),))
    root = html.document_fromstring(html_page(replace(document, sheets=(bare, bare))))

    assert [each.tag for each in root.iter("h1", "h2", "h3", "h4")] == ["h1", *["h2", "h3"] * 2]


def test_html_page_when_questions_are_asked_then_each_is_a_group_with_boxes_and_room() -> None:
    ask = Ask(2, "Who leads?", "Not in the profile.", boxes=("clear", "later"))
    group = _section(ask).find("fieldset")

    assert _texts(group, "legend") == ["2. Who leads?"]
    assert _texts(group, "p[@class='quiet']") == ["Not in the profile."]
    assert _texts(group, ".//label") == ["clear", "later", "Your notes"]
    assert [each.get("type") for each in group.findall(".//label/input")] == ["checkbox"] * 2
    assert [each.get("rows") for each in group.findall(".//label/textarea")] == ["2"]


def test_html_page_when_blocks_are_simple_then_each_is_what_it_means() -> None:
    part = _section(
        Paragraph("Phone 1  ·  E-mail 2", Tone.QUIET),
        Paragraph("Take care.", Tone.STRONG),
        Bullets(("One.", "Two.")),
        Ticks("What now?", ("Go on", "Stop")),
        Blank("I felt"),
        Script("To say", ("Hello.",)),
        Questions("Money", ("How much?",)),
    )

    assert _texts(part, "p[@class='quiet']") == ["Phone 1", "E-mail 2"]
    assert _texts(part, "p/strong") == ["Take care."]
    assert _texts(part, "ul/li") == ["One.", "Two.", "How much?"]
    assert _texts(part, "fieldset/legend") == ["What now?"]
    assert _texts(part, ".//label") == ["Go on", "Stop", "I felt", "How much?"]
    assert _texts(part, "h4") == ["To say", "Money"]


def test_html_page_when_labels_stand_above_columns_then_each_list_has_its_own() -> None:
    part = _section(Contrast("", ("Good",), ("Care",)), Contrast("Heard", ("a",), ("b",)))

    assert [each.text_content().strip() for each in part[1:]] == ["Heard", "Good", "a", "Care", "b"]
    assert [each.tag for each in part[1:]] == ["h4", "p", "ul", "p", "ul"]


def test_html_page_when_a_table_is_made_then_cells_know_their_headings() -> None:
    table = _section(Table(("", "Ana", "Ben"), (("Cost", "$8", ""),))).find(".//table")
    ids = {each.get("id"): each.text_content() for each in table.iter("th")}
    room = table.find(".//textarea")

    assert _texts(table, ".//th[@scope='col']") == ["Ana", "Ben"]
    assert _texts(table, ".//th[@scope='row']") == ["Cost"]
    assert [ids[each] for each in room.get("aria-labelledby").split()] == ["Cost", "Ben"]


def test_html_page_when_a_table_has_no_rows_then_nothing_is_said() -> None:
    assert _section(Table(("a", "b"), ())).find(".//table") is None


@given(documents(_WORDS))
def test_html_page_when_documents_are_random_then_everything_to_fill_in_has_a_name(
    document: Document,
) -> None:
    root = html.document_fromstring(html_page(document).encode())
    ids = Counter(each.get("id") for each in root.iter() if each.get("id"))

    assert all(times == 1 for times in ids.values())
    for field in root.iter("input", "textarea"):
        about = (field.get("aria-labelledby") or "").split()
        assert all(root.get_element_by_id(each).text_content().strip() for each in about)
        assert about or field.get("aria-label") or field.getparent().tag == "label"


@given(documents(_WORDS))
def test_html_page_when_documents_are_random_then_every_word_comes_in_order(
    document: Document,
) -> None:
    words = _words(html_page(document))

    assert first_missing(texts_in_order(document, in_rows=False), words) == ""


@given(documents(_EVERY_SIGN))
def test_html_page_when_documents_are_random_then_only_known_parts_are_in_it(
    document: Document,
) -> None:
    page = html_page(document)
    root = html.document_fromstring(page.encode())

    assert _Skeleton(page).parts
    assert {each.tag for each in root.iter()} <= _ELEMENTS
    assert {name for each in root.iter() for name in each.attrib} <= _ATTRIBUTES


@pytest.mark.parametrize("language", languages())
def test_html_page_when_real_then_every_word_comes_in_order(language: str) -> None:
    asked = make_asked(region="us", style_steer=Response(-2))
    wishes = (make_contribution("style_steer", 0, weight=6000),)
    visits = tuple(
        make_visit(asked, make_result(*wishes, profile_id=name, name=name), city=name)
        for name in ("Ana Vidal", "ليلى العربي")
    )
    document = build_document(make_sitting(asked, *wishes), visits, Catalogue(language))
    unmarked = mapped(document, lambda each: each.translate(NO_ISOLATES).rstrip("_"))

    words = _words(html_page(document))

    assert first_missing(texts_in_order(unmarked, in_rows=False), words) == ""
    assert Catalogue(language).text("edition.page_hint") in words


@pytest.mark.parametrize("hostile", [*HOSTILE, *UNSEEN], ids=ascii)
def test_html_page_when_foreign_text_is_hostile_then_the_page_is_built_as_ever(
    hostile: str,
) -> None:
    assert (
        _Skeleton(html_page(document_of(hostile))).parts
        == _Skeleton(html_page(document_of("Ana Vidal"))).parts
    )


@pytest.mark.parametrize("hostile", HOSTILE, ids=ascii)
def test_html_page_when_foreign_text_is_hostile_then_it_is_shown_as_written(hostile: str) -> None:
    document = document_of(hostile.replace("\x1b", ""))

    assert first_missing(texts_in_order(document, in_rows=False), _words(html_page(document))) == ""


@pytest.mark.parametrize("bio", LONG.values(), ids=LONG)
def test_html_page_when_a_text_is_very_long_then_it_is_whole(bio: str) -> None:
    document = document_of(bio)

    assert first_missing(texts_in_order(document, in_rows=False), _words(html_page(document))) == ""


def test_html_page_when_a_name_was_set_apart_then_it_keeps_its_own_direction() -> None:
    text = f"Ask {isolated('ليلى', 'ltr')} first."
    (paragraph,) = _section(Paragraph(text)).findall("p")

    assert html.tostring(paragraph, encoding="unicode").strip() == (
        '<p dir="auto">Ask <bdi>ليلى</bdi> first.</p>'
    )


def test_html_page_when_there_is_room_to_write_then_a_browser_offers_nothing_written_before() -> (
    None
):
    part = _section(
        Blank("I felt"), Ask(1, "Who leads?"), Table(("Who", "Date"), (("Ana", ""),), kind="log")
    )
    rooms = [*part.iter("textarea")]

    assert len(rooms) == 3
    assert {room.get("autocomplete") for room in rooms} == {"off"}


def test_html_page_when_a_line_beside_the_title_is_to_write_on_then_it_is_a_field() -> None:
    sheet = Sheet("T", ("Ana Vidal", "Date ____________"), (), "T")
    document = replace(document_of("T"), sheets=(sheet,))
    part = html.document_fromstring(html_page(document).encode()).find(".//section")

    assert _texts(part, "p[@class='aside']") == ["Ana Vidal"]
    assert _texts(part, "p/label/span") == ["Date"]
    assert part.find("p/label/textarea").get("rows") == "1"


@pytest.mark.parametrize("tone", [Tone.STRONG, Tone.BODY])
def test_html_page_when_a_number_can_be_called_then_its_words_lead_there(tone: Tone) -> None:
    part = _section(Paragraph("Call 988", tone, "tel:988"), Paragraph("Text 988", tone, "sms:988"))

    assert [(link.get("href"), link.text) for link in part.iter("a")] == [
        ("tel:988", "Call 988"),
        ("sms:988", "Text 988"),
    ]


@pytest.mark.parametrize(
    "address", ["", "https://example.org", "javascript:alert(1)", "tel:", "tel:988;ext=1", "tel:a"]
)
def test_html_page_when_an_address_is_no_number_then_nothing_leads_there(address: str) -> None:
    part = _section(Paragraph("Call", Tone.STRONG, address))

    assert [*part.iter("a")] == []
    assert _texts(part, "p/strong") == ["Call"]


@pytest.mark.parametrize(("text", "expected"), [("Ana", None), ("ليلى", "auto")])
def test_html_page_when_a_text_is_written_the_other_way_then_it_finds_its_direction(
    text: str, expected: str | None
) -> None:
    assert _tree(text=text).find(".//h2").get("dir") == expected
