from collections.abc import Sequence

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from support.followup_pages import AfterTheList
from support.reading_sheets import words_of
from support.window import english, settle, show

from matcher.checklist.statements import STATEMENTS, Step, WhatNow
from matcher.followup.check_in import Answer, CheckIn
from ui.pages.check_in_page import CheckInPage

_FIRST = (Step.MOSTLY, Step.PARTLY, Step.FULLY, Step.CANNOT_SAY)
_LATER = (Step.A_LITTLE, Step.PARTLY, Step.CANNOT_SAY, Step.PARTLY)


@pytest.fixture
def after(qapp: object) -> AfterTheList:
    return AfterTheList()


@pytest.fixture
def page(qtbot: QtBot, after: AfterTheList) -> CheckInPage:
    page = CheckInPage(english(), after.followup, after.paper)
    qtbot.addWidget(page)
    show(page, 1200, 800)
    page.enter()
    return page


def _say(page: CheckInPage, steps: Sequence[Step]) -> None:
    for row, step in zip(page.statements, steps, strict=False):
        row.steps.cards[[*Step].index(step)].click()
    settle()


def _said(page: CheckInPage) -> str:
    return " ".join(row.picture.accessibleName() for row in page.changes)


def test_page_when_statements_are_answered_then_each_is_kept_with_its_line(
    page: CheckInPage, after: AfterTheList
) -> None:
    _say(page, _FIRST)
    QTest.keyClicks(page.statements[0].line.field, "Yes")
    page.what_now.cards[1].click()
    QTest.keyClicks(page.outside.field, "Said no")

    (kept,) = after.followup.check_ins.check_ins
    assert kept.day == after.days.day
    assert kept.profile_id == after.ids[0]
    assert kept.answer("heard") == Answer("heard", Step.MOSTLY, "Yes")
    assert kept.answer("respect").step is Step.CANNOT_SAY
    assert (kept.what_now, kept.outside) == (WhatNow.ONCE_MORE, "Said no")
    assert not page.changes


def test_page_when_entered_again_that_day_then_it_is_as_it_was(
    page: CheckInPage, after: AfterTheList
) -> None:
    _say(page, _FIRST)
    page.enter()
    assert page.statements[0].answer == Answer("heard", Step.MOSTLY)
    _say(page, (Step.FULLY,))
    assert len(after.followup.check_ins.check_ins) == 1


def test_page_when_another_day_has_come_then_what_changed_is_said_and_pictured(
    page: CheckInPage, after: AfterTheList
) -> None:
    _say(page, _FIRST)
    after.days.pass_by(7)
    page.enter()
    assert page.statements[0].answer.is_empty
    assert not page.changes
    _say(page, _LATER)

    assert [row.picture.marks for row in page.changes] == [(3, 1), (2, 2), (4, None), (None, 2)]
    said = _said(page)
    for words in (
        "Less than last time.",
        "As last time.",
        "This time I can’t say yet.",
        "New since",
    ):
        assert words in said
    assert len(after.followup.check_ins.check_ins) == 2


def test_page_when_something_is_less_then_a_sentence_is_offered_and_can_be_used(
    page: CheckInPage, after: AfterTheList
) -> None:
    _say(page, _FIRST)
    assert page.use.isHidden()
    after.days.pass_by(7)
    page.enter()
    _say(page, _LATER)

    assert "When …, I felt …" in page.suggested.plain
    page.use.click()
    QTest.keyClicks(page.builder.gaps[0].field, "you looked away")
    page.builder.paper.click()
    (sheet,) = after.printed()
    assert "When you looked away, I felt …" in words_of(sheet)


def test_page_when_all_is_as_last_time_then_it_says_so_and_offers_nothing(
    page: CheckInPage, after: AfterTheList
) -> None:
    _say(page, _FIRST[:2])
    after.days.pass_by(7)
    page.enter()
    _say(page, _FIRST[:1])
    assert page.words.text("followup.change.none_so_far") in " ".join(_texts(page))
    _say(page, _FIRST[:2])
    assert "Nothing is different from last time." in " ".join(_texts(page))
    assert page.use.isHidden()


def _texts(page: CheckInPage) -> list[str]:
    return [child.text() for child in page._changes.children() if hasattr(child, "text")]


def test_page_when_it_is_about_somebody_else_then_nothing_of_the_first_is_there(
    page: CheckInPage, after: AfterTheList
) -> None:
    _say(page, _FIRST)
    QTest.keyClicks(page.outside.field, "Said no")
    after.followup.opened = after.ids[1]
    page.enter()
    assert all(row.answer.is_empty for row in page.statements)
    assert not page.outside.text
    assert after.followup.check_ins.of(after.ids[0])


def test_page_when_entered_then_it_says_what_is_an_answer_and_what_is_none(
    page: CheckInPage,
) -> None:
    assert "“Can’t say yet” is an answer" in page.leave_out.plain


def test_page_when_what_now_is_taken_back_then_nothing_is_kept_of_it(
    page: CheckInPage, after: AfterTheList
) -> None:
    assert page.no_what_now.isHidden()
    page.what_now.cards[0].click()
    page.no_what_now.click()
    assert not after.followup.check_ins.check_ins
    assert page.no_what_now.isHidden()


def test_page_when_all_is_taken_back_then_nothing_is_kept(
    page: CheckInPage, after: AfterTheList
) -> None:
    QTest.keyClicks(page.outside.field, "a")
    assert after.followup.check_ins.check_ins == (
        CheckIn(after.days.day, after.ids[0], page.name, outside="a"),
    )
    page.outside.field.selectAll()
    QTest.keyClick(page.outside.field, "\b")
    assert not after.followup.check_ins.check_ins


def test_page_when_seen_then_no_number_stands_on_it_but_in_days(page: CheckInPage) -> None:
    _say(page, _FIRST)
    assert len(page.statements) == len(STATEMENTS)
    assert not any(letter.isdigit() for letter in _said(page))


@pytest.mark.parametrize("name", ["reading", "ending"])
def test_page_when_another_is_wanted_then_it_opens_over_this_one(
    page: CheckInPage, qtbot: QtBot, name: str
) -> None:
    with qtbot.waitSignal(page.detour_requested) as told:
        page.links[name].click()
    assert told.args == [name]


def _find(after: AfterTheList) -> None:
    """Note that the first on the list was found."""
    found = after.followup.search.with_found(after.ids[0], after.days.day)
    after.followup.set_search(found)


def test_page_when_somebody_is_found_then_the_last_time_without_a_name_stands_beside(
    page: CheckInPage, after: AfterTheList
) -> None:
    after.followup.opened = ""
    page.enter()
    _say(page, _FIRST)
    (unnamed,) = after.followup.check_ins.check_ins
    after.days.pass_by(7)
    _find(after)
    page.enter()
    assert after.followup.opened == after.ids[0]
    _say(page, _LATER)

    assert [row.picture.marks for row in page.changes] == [(3, 1), (2, 2), (4, None), (None, 2)]
    day = english().catalogue.date(unnamed.day)
    last = f"Last time was on {day}. You had not noted yet with whom."
    assert any(last in said for said in _texts(page))
    page.print.click()
    assert last in words_of(after.printed()[0])
    assert unnamed in after.followup.check_ins.check_ins
    assert len(after.followup.check_ins.of(after.ids[0])) == 1


def test_page_when_a_day_was_begun_without_a_name_then_it_goes_on_so_that_day(
    page: CheckInPage, after: AfterTheList
) -> None:
    after.followup.opened = ""
    page.enter()
    _say(page, _FIRST)
    _find(after)
    page.enter()
    assert after.followup.opened == ""
    assert page.statements[0].answer.step is Step.MOSTLY


def test_page_when_midnight_passes_then_what_is_seen_is_of_the_day_that_was_begun(
    page: CheckInPage, after: AfterTheList
) -> None:
    begun = after.days.day
    _say(page, _FIRST)
    after.days.pass_by(1)
    page.statements[0].steps.cards[[*Step].index(Step.FULLY)].click()
    (kept,) = after.followup.check_ins.check_ins
    assert (kept.day, kept.answer("heard").step) == (begun, Step.FULLY)
    assert [kept.answer(row.statement) for row in page.statements] == [
        row.answer for row in page.statements
    ]
    page.print.click()
    (sheet,) = after.printed()
    assert english().catalogue.date(begun) in words_of(sheet)
    page.enter()
    assert page.statements[0].answer.step is Step.FULLY
    page.take_return()
    page.enter()
    assert page.statements[0].answer.is_empty


def test_page_when_a_sentence_is_built_then_it_says_that_its_gaps_are_not_kept(
    page: CheckInPage,
) -> None:
    assert page.not_kept.plain == page.words.text("notes.check_in.not_kept")


def test_page_when_it_forgets_then_the_sentence_is_forgotten_too(page: CheckInPage) -> None:
    page.builder.choose(page.builder.kinds.cards[0].property("code"))
    QTest.keyClicks(page.builder.gaps[0].field, "Said no")
    page.forget_notes()
    assert page.builder.sentence == ""
    assert not page.builder.gaps[0].text
