"""*Keep at home* says how a profile fits, who said so, and what is not known."""

from dataclasses import replace
from datetime import date

import pytest
from support.reading_sheets import words_of
from support.results import make_asked, make_contribution, make_result, make_sitting, make_visit

from matcher.checklist.keep_at_home import keep_at_home
from matcher.document import Sheet, Table
from matcher.i18n import Catalogue
from matcher.questionnaire.response import Response
from matcher.scoring.result import RequirementStatus

_ENGLISH = Catalogue("en")
_ASKED = make_asked(
    region="us",
    languages=Response(("es",)),
    style_steer=Response(-2),
    goals=Response("in_writing"),
    practise=Response(("saying_no",)),
    first_meetings=Response("Sleep <b>better</b>"),
)
_PARTS = (
    make_contribution("style_steer", 1000, weight=6000),
    make_contribution("goals", 0, 1000, weight=4000),
)


def _sheet(count: int = 1, catalogue: Catalogue = _ENGLISH) -> Sheet:
    visits = tuple(
        make_visit(
            _ASKED,
            make_result(
                *_PARTS,
                profile_id=f"p-{number}",
                name=f"Person {number}",
                requirements={"languages": RequirementStatus.MET},
            ),
            languages="es:fluent",
            style_steer="-2..0",
        )
        for number in range(count)
    )
    return keep_at_home(make_sitting(_ASKED, *_PARTS), visits, catalogue)


def test_keep_at_home_when_two_are_chosen_then_they_stand_side_by_side() -> None:
    assert "Side by side" not in words_of(_sheet(1))
    assert "Side by side" in words_of(_sheet(2))


@pytest.mark.parametrize(
    "part",
    [
        "What you may notice",
        "sexual contact, threats",
        "What you can always do",
        "988",
        "Not yet checked",
        "After the visit",
        "Right now I’d rather not",
        "Sleep <b>better</b>",
        "A profile that fits every wish has 100 points.",
        "Seed 4711",
        "additive/1",
        "0.1.0",
    ],
)
def test_keep_at_home_when_made_then_it_holds(part: str) -> None:
    assert part in words_of(_sheet())


def test_keep_at_home_when_printed_long_after_the_check_then_the_help_lines_say_so() -> None:
    visits = (make_visit(_ASKED, make_result(*_PARTS)),)
    sitting = make_sitting(_ASKED)
    late = replace(sitting, today=date(2028, 1, 3))

    in_time, too_late = (words_of(keep_at_home(each, visits, _ENGLISH)) for each in (sitting, late))

    assert "may have changed" not in in_time
    assert "may have changed" in too_late


def test_keep_at_home_when_weights_are_told_then_they_add_up_to_a_hundred_points() -> None:
    (table,) = [
        block
        for section in _sheet().sections
        for block in section.blocks
        if isinstance(block, Table)
    ]

    assert table.rows == (("Who leads", "60"), ("Goals", "40"))


def test_keep_at_home_when_own_words_are_long_then_they_are_whole() -> None:
    wrote = "Go slowly with me, please. " * 148
    asked = make_asked(
        first_meetings=Response(wrote), helped_or_not=Response(("being_heard",), own_words=wrote)
    )
    words = words_of(
        keep_at_home(make_sitting(asked), (make_visit(asked, make_result()),), _ENGLISH)
    )

    assert words.count(wrote.strip()) == 2


def test_keep_at_home_when_made_then_pages_begin_with_fit_cues_and_what_comes_after() -> None:
    starting = [section.heading for section in _sheet(2).sections if section.starts_page]

    assert starting == [
        "Side by side",
        "What you may notice",
        "After the visit",
    ]


def test_keep_at_home_when_a_copy_to_share_then_nothing_tells_how_the_order_came_about() -> None:
    visits = (make_visit(_ASKED, make_result(*_PARTS)),)
    sitting = make_sitting(_ASKED, *_PARTS)

    words = words_of(keep_at_home(replace(sitting, is_share_copy=True), visits, _ENGLISH))

    assert "How much each wish counted" not in words
    assert "4711" not in words
    assert "additive/1" in words


def test_keep_at_home_when_a_version_is_empty_then_no_gap_is_left() -> None:
    visits = (make_visit(_ASKED, make_result()),)
    sitting = replace(make_sitting(_ASKED), versions=(("program", "0.1.0"), ("directory", "")))

    lines = words_of(keep_at_home(sitting, visits, _ENGLISH)).splitlines()

    assert next(line for line in lines if "Program" in line).endswith("Program 0.1.0")


def test_keep_at_home_when_nothing_counts_then_it_says_so() -> None:
    asked = make_asked()
    words = words_of(
        keep_at_home(make_sitting(asked), (make_visit(asked, make_result()),), _ENGLISH)
    )

    assert "There is nothing to compare yet." in words
    assert "How much each wish counted" not in words


def test_keep_at_home_when_spanish_then_no_english_line_is_left() -> None:
    english = set(words_of(_sheet(2)).splitlines())
    spanish = set(words_of(_sheet(2, Catalogue("es"))).splitlines())

    shared = {line for line in english & spanish if line.replace(" ", "").isalpha()}
    assert shared <= {"text", "log"}
