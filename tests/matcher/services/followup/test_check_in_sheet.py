"""A check-in on paper: now and last time in words, and no number but a day."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.followup import CHECK_INS
from support.followup_paper import LINE, OUTSIDE, check_ins
from support.reading_sheets import words_of

from matcher.checklist.statements import STATEMENTS, Step
from matcher.document import Callout, Scale
from matcher.followup.check_in import Answer, CheckIn
from matcher.i18n import Catalogue, languages
from matcher.services.followup.check_in_sheet import check_in_sheet

_BEFORE, _NOW = check_ins()


def test_sheet_when_made_then_each_statement_says_now_then_and_how_it_changed() -> None:
    said = words_of(check_in_sheet(_NOW, _BEFORE, Catalogue("en"), "I felt lost."))

    for part in (
        "Last time was on March 16, 2026.",
        "Now: A little. Last time: Mostly. Less than last time.",
        "Now: Mostly. Last time: Partly. More than last time.",
        "Now: not answered. Last time: Fully.",
        "Now: Partly. Last time: Can’t say yet.",
        f"My words: {LINE}",
        f"What I tried outside: {OUTSIDE}",
        "What now: One more talk first",
    ):
        assert part in said
    assert "Not answered this time" not in said
    assert "New since last time" not in said


@pytest.mark.parametrize("language", languages())
def test_statement_when_it_was_said_before_then_a_picture_has_named_ends(language: str) -> None:
    words = Catalogue(language)
    sheet = check_in_sheet(_NOW, _BEFORE, words)
    pictures = [each for part in sheet.sections for each in part.blocks if isinstance(each, Scale)]

    marks = [(each.ring, each.disc) for each in pictures]
    assert marks == [(3, 1), (2, 3), (2, 2), (None, 4), (4, None), (None, 2)]
    ends = words.text("sheet.home.step.not_at_all"), words.text("sheet.home.step.fully")
    assert {each.ends for each in pictures} == {ends}
    assert all(f"“{end}”" in words_of(sheet.sections[0]) for end in ends)


def test_answer_when_it_cannot_be_said_yet_then_it_is_told_apart_from_no_answer() -> None:
    unsure = _BEFORE.with_answer(Answer("frame", Step.CANNOT_SAY))
    said = words_of(check_in_sheet(unsure, _BEFORE, Catalogue("en")))
    assert "Now: Can’t say yet. Last time: Fully." in said
    assert "ot answered" not in said
    assert "“Not answered” means that nothing was chosen." in words_of(
        check_in_sheet(_NOW, _BEFORE, Catalogue("en"))
    )


def test_first_check_in_when_printed_then_it_has_no_picture() -> None:
    sheet = check_in_sheet(_NOW, None, Catalogue("en"))
    assert not any(isinstance(each, Scale) for part in sheet.sections for each in part.blocks)
    assert "ring" not in words_of(sheet.sections[0])


def test_sentence_when_there_is_one_then_it_stands_in_a_frame_of_its_own() -> None:
    for sentence, frames in (("I felt lost.", 1), ("", 0)):
        sheet = check_in_sheet(_NOW, _BEFORE, Catalogue("en"), sentence)
        blocks = [block for section in sheet.sections for block in section.blocks]
        assert sum(isinstance(block, Callout) for block in blocks) == frames


def test_first_check_in_when_printed_then_nothing_is_said_of_a_last_time() -> None:
    assert "ast time" not in words_of(check_in_sheet(_NOW, None, Catalogue("en")))


@pytest.mark.parametrize("language", languages())
def test_check_in_when_nothing_was_said_then_it_says_so(language: str) -> None:
    words = Catalogue(language)
    sheet = check_in_sheet(CheckIn(_NOW.day), None, words)

    assert words.text("followup.paper.check_in.nothing") in words_of(sheet)


@given(CHECK_INS, st.none() | CHECK_INS, st.sampled_from(languages()))
def test_sheet_when_made_from_anything_then_its_only_numbers_are_days(
    check_in: CheckIn, before: CheckIn | None, language: str
) -> None:
    """No total and no share of anything can stand there without one."""
    words = Catalogue(language)
    bare = CheckIn(check_in.day, what_now=check_in.what_now)
    for statement in STATEMENTS:
        bare = bare.with_answer(Answer(statement, check_in.answer(statement).step))
    said = words_of(check_in_sheet(bare, before, words))
    days = [words.date(each.day) for each in (check_in, before) if each is not None]
    for day in sorted(days, key=len, reverse=True):  # one may stand within the other
        said = said.replace(day, "")

    assert re.findall(r"\d", said) == []
