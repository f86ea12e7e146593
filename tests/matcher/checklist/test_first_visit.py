"""*First visit notes* hold the questions, and nothing that tells who the client is."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TypeVar

import pytest
from support.reading_sheets import texts_of, words_of
from support.results import make_asked, make_contribution, make_result, make_sitting, make_visit

from matcher.checklist.first_visit import first_visit_notes
from matcher.checklist.visit import Room
from matcher.document import Ask, Blank, Paragraph, Questions, Section, Sheet
from matcher.i18n import Catalogue
from matcher.questionnaire.response import Importance, Money, Place, Response, Times

_ENGLISH = Catalogue("en")
_Kind = TypeVar("_Kind")
_PRIVATE = make_asked(
    region="us",
    double=("culture",),
    issues=Response(("worry", "sexual_harm"), starred="worry"),
    communities=Response(("refugee",)),
    shared_identity=Response(("survivor",)),
    affirming=Response(("lgbtq",), importance=Importance.MATTERS_A_LOT),
    faith_stance=Response("keep_out"),
    fee=Response(Money(Decimal(37), "USD")),
    place=Response(Place(postcode="97299", country="US", max_km=Decimal(9))),
    names_pronouns=Response("Robin Quill, they"),
    first_meetings=Response("Talk about the accident"),
    prior_help=Response("did_not_help"),
    adjustments=Response(("breaks",)),
    times=Response(Times(good=("mon-evening",))),
)
_RESULT = make_result(
    make_contribution("issues", 0, 1000, weight=6000),
    make_contribution("communities", 0, 0, weight=3000),
    make_contribution("affirming", 0, 1000, weight=1000),
)


def _sheet(language: str = "en") -> str:
    visit = make_visit(_PRIVATE, _RESULT)
    sitting = make_sitting(_PRIVATE, *_RESULT.contributions)
    return words_of(first_visit_notes(sitting, visit, Catalogue(language)))


@pytest.mark.parametrize("language", ["en", "es"])
def test_first_visit_notes_when_private_things_were_answered_then_none_is_on_the_sheet(
    language: str,
) -> None:
    catalogue = Catalogue(language)
    private = [
        *(catalogue.text(f"term.issues.{code}") for code in ("worry", "sexual_harm")),
        *(catalogue.text(f"term.communities.{code}") for code in ("refugee", "survivor")),
        catalogue.text("term.affirming.lgbtq"),
        catalogue.text("term.faith_stance.keep_out"),
        "37", "97299", "Robin", "accident",
        "6000", "3000", "4711", "%",
    ]  # fmt: skip

    sheet = _sheet(language).lower()

    assert [word for word in private if word.lower() in sheet] == []


def test_first_visit_notes_when_made_then_page_one_reads_in_order() -> None:
    visit = make_visit(_PRIVATE, _RESULT)
    sheet = first_visit_notes(make_sitting(_PRIVATE), visit, _ENGLISH)
    words = words_of(sheet)

    order = [
        "First visit notes",
        "Ana Vidal",
        "Nothing here rates you.",
        "What I’d like to ask",
        "How often, and for how many years",
        "Good to know about me",
        "This helps me:",
        "Good times for me: Monday evenings",
        "I may ask what a word means, pass on a question,",
        "988",
        "yours to keep",
        "More questions",
        "What usually happens",
    ]
    places = [words.index(part) for part in order]
    assert places == sorted(places)


def test_first_visit_notes_when_printed_long_after_the_check_then_the_help_line_says_so() -> None:
    visit = make_visit(_PRIVATE, _RESULT)
    sitting = replace(make_sitting(_PRIVATE), today=date(2028, 1, 3))

    words = words_of(first_visit_notes(sitting, visit, _ENGLISH))

    assert "988 – Lifeline (last checked on November 21, 2026, so it may have changed)" in words


def test_first_visit_notes_when_picked_then_blocks_are_numbered_with_room_and_boxes() -> None:
    visit = make_visit(_PRIVATE, _RESULT)
    sheet = first_visit_notes(make_sitting(_PRIVATE), visit, _ENGLISH)

    asks = [
        block for section in sheet.sections for block in section.blocks if isinstance(block, Ask)
    ]

    assert [ask.number for ask in asks] == [*range(1, len(visit.selection.suggested) + 1)]
    assert all(ask.lines == 2 and ask.reason for ask in asks)
    assert {ask.boxes for ask in asks} == {("clear to me", "clear in part", "ask again")}


def test_first_visit_notes_when_made_then_the_second_page_begins_with_other_questions() -> None:
    visit = make_visit(_PRIVATE, _RESULT)
    sheet = first_visit_notes(make_sitting(_PRIVATE), visit, _ENGLISH)

    starting: list[Section] = [section for section in sheet.sections if section.starts_page]

    assert [section.heading for section in starting] == ["More questions, if there is time"]
    assert "?" in "".join(texts_of(starting[0]))


def _with_room(room: Room) -> Sheet:
    visit = replace(make_visit(_PRIVATE, _RESULT), room=room)
    return first_visit_notes(make_sitting(_PRIVATE), visit, _ENGLISH)


def _blocks(sheet: Sheet, kind: type[_Kind]) -> list[_Kind]:
    return [each for section in sheet.sections for each in section.blocks if isinstance(each, kind)]


def test_first_visit_notes_when_room_is_short_then_fewer_questions_and_lines() -> None:
    everything = _with_room(Room())
    short = _with_room(Room(asks=1, lines=1, others=4))

    (ask,) = _blocks(short, Ask)
    others = [text for block in _blocks(short, Questions) for text in block.items]
    left_over = [each.text for each in _blocks(everything, Ask)[1:]]
    assert ask.lines == 1
    assert len(others) == 4
    assert others[: len(left_over)] == left_over


def test_first_visit_notes_when_there_is_no_room_behind_then_only_the_front_is_left() -> None:
    sheet = _with_room(Room(others=0, tells_usual=False))

    assert [section.starts_page for section in sheet.sections] == [False] * 4


def test_first_visit_notes_when_no_others_fit_then_what_usually_happens_begins_the_back() -> None:
    sheet = _with_room(Room(others=0))

    assert sheet.sections[-1].starts_page
    assert "What usually happens" in "".join(texts_of(sheet.sections[-1]))


def test_first_visit_notes_when_made_then_no_topic_stands_twice() -> None:
    headings = [block.heading for block in _blocks(_with_room(Room(asks=1)), Questions)]

    assert len(headings) == len(set(headings))


@pytest.mark.parametrize(("lines", "blanks"), [(2, 1), (1, 0)])
def test_first_visit_notes_when_lines_are_scarce_then_none_is_kept_for_more_about_me(
    lines: int, blanks: int
) -> None:
    assert len(_blocks(_with_room(Room(lines=lines)), Blank)) == blanks


def test_first_visit_notes_when_nothing_is_known_about_me_then_it_says_what_to_write() -> None:
    asked = make_asked()
    sheet = first_visit_notes(make_sitting(asked), make_visit(asked, make_result()), _ENGLISH)

    hint, room = sheet.sections[2].blocks
    assert isinstance(hint, Paragraph)
    assert hint.text.startswith("Write here what they should know")
    assert isinstance(room, Blank)


def test_first_visit_notes_when_hours_follow_other_words_then_no_capital_begins_them() -> None:
    visit = make_visit(_PRIVATE, _RESULT)

    words = words_of(first_visit_notes(make_sitting(_PRIVATE), visit, Catalogue("es")))

    assert "Mis mejores horas: lunes al anochecer" in words
