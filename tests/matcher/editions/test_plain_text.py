"""The plain text: every word in order, lines of bounded width, nothing unseen."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.results import make_asked, make_contribution, make_result, make_sitting, make_visit
from support.strange_documents import (
    HOSTILE,
    LONG,
    UNSEEN,
    document_of,
    documents,
    first_missing,
    mapped,
    squeezed,
    texts_in_order,
)

from matcher.checklist.composing import build_document
from matcher.document import (
    Ask,
    Blank,
    Block,
    Bullets,
    Callout,
    Contrast,
    Document,
    Fit,
    Paragraph,
    Questions,
    Script,
    Sheet,
    Table,
    Ticks,
)
from matcher.editions.plain_text import plain_text
from matcher.i18n import Catalogue, languages
from matcher.questionnaire.response import Response
from matcher.text_direction import NO_ISOLATES, isolated

_WORDS = st.text("ab é欧ن<&>|", max_size=30)
_EVERY_SIGN = st.text(max_size=20)

_LAID_OUT = {
    "paragraph": (Paragraph("Some words."), "Some words."),
    "pieces": (Paragraph("Phone 1  ·  E-mail 2"), "Phone 1\nE-mail 2"),
    "callout": (Callout("For them."), "For them."),
    "bullets": (Bullets(("One.", "Two words.")), "- One.\n- Two words."),
    "questions": (Questions("Money", ("How much?",)), "Money:\n[ ] How much?"),
    "ask": (
        Ask(2, "Who leads?", "Not in the profile.", boxes=("clear", "later")),
        "2. Who leads?\n   Not in the profile.\n   [ ] clear  [ ] later\n   ____",
    ),
    "ask_without_number": (Ask(0, "Who leads?", lines=0), "Who leads?"),
    "ticks": (Ticks("What now?", ("Go on", "Stop")), "What now?\n  [ ] Go on  [ ] Stop"),
    "many_ticks": (
        Ticks("Felt heard.", ("Not at all", "A little bit", "Fully and more")),
        "Felt heard.\n  [ ] Not at all\n  [ ] A little bit\n  [ ] Fully and more",
    ),
    "blank": (Blank("I felt", lines=3), "I felt ____"),
    "blank_without_label": (Blank(""), "____"),
    "script": (Script("To say", ("Hello.", "Bye.")), "To say:\n\nHello.\n\nBye."),
    "script_that_asks": (Script("What now?", ()), "What now?"),
    "fit": (
        Fit("Place", "Fits", ("You asked: Old Mill, near to the river",), "Said in May"),
        "Place. Fits\n  You asked: Old Mill, near to the\n    river\n  Said in May",
    ),
    "contrasts": (Contrast("Heard", ("a",), ("b", "c")), "Heard:\n- a\n- b\n- c"),
    "log": (
        Table(("Who", "Date", "How"), (("Ana", "", ""), ("", "", "")), kind="log"),
        "Who: Ana\n  Date: ____\n  How: ____\n\nWho: ____\n  Date: ____\n  How: ____",
    ),
    "comparison": (Table(("", "A", "B"), (("Cost", "$8", "$9"),)), "Cost\n  A: $8\n  B: $9"),
    "two_columns": (Table(("Wish", "Parts"), (("Place", "15"),)), "- Wish: Place; Parts: 15"),
    "no_rows": (Table(("Wish", "Parts"), ()), ""),
}


def _body(*blocks: Block, width: int = 40) -> str:
    """Return what stands below the second heading, up to the foot of the first sheet."""
    text = plain_text(document_of("T", blocks=blocks), width)
    return text.partition("T\n-\n")[2].partition("\nT foot")[0].strip("\n")


def _cells(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in line)


@pytest.mark.parametrize(("block", "expected"), _LAID_OUT.values(), ids=_LAID_OUT)
def test_plain_text_when_a_block_is_written_then_it_reads_as_a_list(
    block: Block, expected: str
) -> None:
    assert _body(block) == expected


def test_plain_text_when_labels_stand_above_columns_then_each_list_begins_with_its_own() -> None:
    labels = Contrast("", ("Good",), ("Take care",))

    assert _body(labels, Contrast("Heard", ("a",), ("b",))) == (
        "Heard:\nGood:\n- a\nTake care:\n- b"
    )


def test_plain_text_when_made_then_headings_are_underlined_and_sheets_are_apart() -> None:
    text = plain_text(document_of("Größe 欧", blocks=()))

    assert text.startswith("Größe 欧\n========\n\n")
    assert text.count("\n\nGröße 欧\n--------\n") == 2
    assert text.count("\n\f\nGröße 欧\n========\n") == 1
    assert text.endswith("\n\nGröße 欧 foot\n")


def test_plain_text_when_a_line_beside_the_title_is_to_write_on_then_it_is_as_short_as_any() -> (
    None
):
    sheet = Sheet("T", ("Ana Vidal", "Date ____________"), (), "T")

    text = plain_text(replace(document_of("T"), sheets=(sheet,)))

    assert "\nAna Vidal\nDate ____\n" in text


@pytest.mark.parametrize("language", languages())
def test_plain_text_when_made_then_it_begins_with_how_to_read_it(language: str) -> None:
    text = plain_text(document_of("T", language=language))

    hint = Catalogue(language).text("edition.text_hint")
    assert squeezed(text).startswith(squeezed(f"T={hint}"))


@pytest.mark.parametrize("language", languages())
def test_plain_text_when_real_then_every_word_comes_in_order(language: str) -> None:
    asked = make_asked(region="us", style_steer=Response(-2))
    wishes = (make_contribution("style_steer", 0, weight=6000),)
    visits = tuple(
        make_visit(asked, make_result(*wishes, profile_id=name, name=name), city=name)
        for name in ("Ana Vidal", "ليلى العربي")
    )
    document = build_document(make_sitting(asked, *wishes), visits, Catalogue(language))
    text = plain_text(document)

    unmarked = mapped(document, lambda each: each.translate(NO_ISOLATES).rstrip("_"))
    assert first_missing(texts_in_order(unmarked, in_rows=True), text) == ""
    assert "ليلى العربي" in text
    assert not {*text} & {*"\u2066\u2067\u2068\u2069\u200e\u200f"}


@given(documents(_WORDS), st.integers(12, 90))
def test_plain_text_when_documents_are_random_then_every_word_comes_in_order(
    document: Document, width: int
) -> None:
    assert first_missing(texts_in_order(document, in_rows=True), plain_text(document, width)) == ""


@given(documents(_EVERY_SIGN), st.integers(12, 90))
def test_plain_text_when_documents_are_random_then_lines_are_clean_and_bounded(
    document: Document, width: int
) -> None:
    text = plain_text(document, width)
    lines = text.split("\n")

    text.encode()
    assert lines.pop() == ""
    assert text.count("\f") == max(len(document.sheets) - 1, 0)
    for line in lines:
        assert line == "\f" or all(sign.isprintable() or sign in "\u200c\u200d" for sign in line)
        assert line == "\f" or line == line.rstrip()
        assert _cells("".join(filter(_takes_room, line))) <= width or "@" in line or ":" in line


def _takes_room(sign: str) -> bool:
    return unicodedata.category(sign) not in {"Mn", "Me", "Cf"}


@pytest.mark.parametrize("hostile", HOSTILE, ids=ascii)
def test_plain_text_when_foreign_text_is_hostile_then_it_is_text(hostile: str) -> None:
    text = plain_text(document_of(hostile))

    assert squeezed(hostile.replace("\x1b", " ")) in squeezed(text)
    assert all(sign.isprintable() for sign in text.translate({10: None, 12: None}))


@pytest.mark.parametrize("unseen", UNSEEN, ids=ascii)
def test_plain_text_when_signs_are_unseen_then_they_are_gone(unseen: str) -> None:
    text = plain_text(document_of(unseen))

    assert all(sign.isprintable() for sign in text.translate({10: None, 12: None}))


@pytest.mark.parametrize("bio", LONG.values(), ids=LONG)
def test_plain_text_when_a_text_is_very_long_then_it_is_whole_and_in_lines(bio: str) -> None:
    document = document_of(bio)
    text = plain_text(document)

    assert first_missing(texts_in_order(document, in_rows=True), text) == ""
    assert max(map(_cells, text.split("\n"))) <= 72


def test_plain_text_when_an_address_is_longer_than_a_line_then_it_stays_whole() -> None:
    address = "https://example.org/" + "therapist/" * 10

    assert _body(Paragraph(f"See {address} first.")) == f"See\n{address}\nfirst."


def test_plain_text_when_a_name_is_set_apart_then_its_marks_are_left_out() -> None:
    assert _body(Paragraph(f"Ask {isolated('ليلى', 'ltr')} first.")) == "Ask ليلى first."


def test_plain_text_when_words_are_held_together_then_no_line_ends_between_them() -> None:
    assert _body(Paragraph("noon 4\u202fpm"), width=8) == "noon\n4 pm"


def test_plain_text_when_made_twice_then_it_is_the_same() -> None:
    assert plain_text(document_of("Ana")) == plain_text(document_of("Ana"))
