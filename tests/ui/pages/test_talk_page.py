from dataclasses import replace

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from support.followup_pages import AfterTheList
from support.reading_sheets import words_of
from support.window import english, settle, show

from matcher.followup.first_talk import Met, TalkBook, TalkNote
from matcher.services.followup.files import NOTES, SLIP
from ui.pages.talk_page import TalkPage
from ui.widgets.talk_row import TalkRow
from ui.widgets.talk_rows import MOST_AT_ONCE


@pytest.fixture
def after(qapp: object) -> AfterTheList:
    return AfterTheList()


@pytest.fixture
def page(qtbot: QtBot, after: AfterTheList) -> TalkPage:
    page = TalkPage(english(), after.followup, after.paper, after.results)
    qtbot.addWidget(page)
    show(page, 1280, 800)
    page.enter()
    return page


def _row(page: TalkPage, subject: str) -> TalkRow:
    return next(row for row in page.rows if row.subject == subject)


def _meet(page: TalkPage, subject: str, met: Met, line: str = "") -> None:
    row = _row(page, subject)
    next(card for card in row.met.cards if card.property("code") == met).click()
    QTest.keyClicks(row.line.field, line)
    settle()


def test_page_when_entered_then_each_thing_has_what_the_profile_says(page: TalkPage) -> None:
    assert len(page.rows) > 5
    assert _row(page, "fee").stated.plain.startswith("Profile: ")
    assert {row.met.chosen for row in page.rows} == {()}
    assert page.table is None


def test_page_when_something_is_noted_then_it_is_kept_with_what_was_stated_and_the_day(
    page: TalkPage, after: AfterTheList
) -> None:
    _meet(page, "fee", Met.OTHERWISE, "110")
    QTest.keyClicks(page.impressions["how_it_felt"].field, "Easy")
    (talk,) = after.followup.talks.talks
    assert (talk.profile_id, talk.day) == (after.ids[0], after.days.day)
    assert talk.note("fee").line == "110"
    assert talk.note("fee").stated
    assert talk.impression("how_it_felt") == "Easy"
    page.enter()
    assert _row(page, "fee").line.line == "110"


def test_page_when_it_was_otherwise_then_that_is_named_and_a_slip_can_be_printed(
    page: TalkPage, after: AfterTheList
) -> None:
    _meet(page, "languages", Met.AS_STATED)
    assert not page.differences
    _meet(page, "fee", Met.OTHERWISE, "110")
    (row,) = page.differences
    assert "110" in row.said.plain
    assert "the profile says" in row.said.plain
    row.slip.click()
    (slip,) = after.printed()
    words = words_of(slip)
    assert "110" in words
    assert "Cost" in words
    assert "How it was" not in words
    assert after.paper.order(page.words.catalogue).kind == SLIP
    assert "notes" not in after.paper.usual_path().name
    page.print.click()
    assert after.paper.order(page.words.catalogue).kind == NOTES


def test_page_when_two_were_met_then_they_stand_side_by_side(
    page: TalkPage, after: AfterTheList
) -> None:
    _meet(page, "fee", Met.OTHERWISE, "110")
    after.followup.opened = after.ids[1]
    page.enter()
    assert page.table is None or len(page.table.rows[0].cells) == 1
    _meet(page, "fee", Met.AS_STATED)
    assert page.table is not None
    names = [each.name for each in after.followup.search.people]
    said = [cell.accessibleName() for row in page.table.rows[1:] for cell in row.cells]
    assert said[0].startswith(names[1])
    assert said[1].startswith(names[0])
    page.print.click()
    (sheet,) = after.printed()
    assert "110" in words_of(sheet)


def test_page_when_a_line_is_typed_then_it_stands_in_the_table_a_moment_later(
    page: TalkPage, after: AfterTheList, qtbot: QtBot
) -> None:
    for profile_id in after.ids:
        after.followup.opened = profile_id
        page.enter()
        _meet(page, "fee", Met.OTHERWISE)
    before = page.table
    QTest.keyClicks(_row(page, "fee").line.field, "110")
    assert "110" in page.differences[0].said.plain
    qtbot.waitUntil(lambda: page.table is not before)
    assert page.table is not None
    assert any("110" in cell.accessibleName() for row in page.table.rows for cell in row.cells)


def test_page_when_all_is_taken_back_then_no_talk_is_kept(
    page: TalkPage, after: AfterTheList
) -> None:
    _meet(page, "fee", Met.OTHERWISE)
    _row(page, "fee").back.click()
    assert not after.followup.talks.talks


def test_page_when_entered_then_how_it_was_is_asked_first_and_then_what_matters(
    page: TalkPage,
) -> None:
    assert page.first_focus() is page.impressions["how_it_felt"].field
    first, rest = page.rows[:MOST_AT_ONCE], page.rows[MOST_AT_ONCE:]
    assert [row.subject for row in first][:3] == ["times", "fee", "issues"]
    assert [row.subject for row in rest][-5:-2] == ["accepting", "licence", "register"]
    felt = page.impressions["how_it_felt"].field
    assert felt.mapTo(page, felt.pos()).y() < first[0].mapTo(page, first[0].rect().topLeft()).y()
    assert all(row.isVisible() for row in first)
    assert not any(row.isVisible() for row in rest)


def test_page_when_something_among_the_others_is_noted_then_it_is_seen_again(
    page: TalkPage, after: AfterTheList
) -> None:
    page.things.more.line.click()
    _meet(page, "register", Met.AS_STATED)
    page.enter()
    assert _row(page, "register").isVisible()
    after.followup.opened = after.ids[1]
    page.enter()
    assert not _row(page, "register").isVisible()


def test_page_when_it_is_said_that_it_was_not_talked_about_then_only_that_is_on_paper(
    page: TalkPage, after: AfterTheList
) -> None:
    _meet(page, "fee", Met.AS_STATED)
    page.print.click()
    assert "Not talked about" not in words_of(after.printed()[0])
    _meet(page, "times", Met.NOT_TALKED)
    page.print.click()
    assert words_of(after.printed()[0]).count("Not talked about") == 1


def test_page_when_it_was_not_talked_about_then_a_line_stays_with_what_the_profile_said(
    page: TalkPage, after: AfterTheList
) -> None:
    _meet(page, "fee", Met.OTHERWISE, "110")
    _meet(page, "fee", Met.NOT_TALKED)
    (note,) = after.followup.talks.talks[0].notes
    assert (note.met, note.line) == (Met.NOT_TALKED, "110")
    assert note.stated
    assert not page.differences


def test_page_when_nobody_is_looked_at_then_it_says_so(page: TalkPage, after: AfterTheList) -> None:
    after.followup.opened = ""
    page.enter()
    assert not page.can_note
    assert "Choose somebody" in page.problem.plain


def test_page_when_somebody_left_the_directory_then_what_was_met_can_still_be_noted(
    page: TalkPage, after: AfterTheList
) -> None:
    after.followup.set_search(after.followup.search.with_people({"gone-9": "Zoe"}))
    after.followup.opened = "gone-9"
    page.enter()
    assert "not in the list" in _row(page, "fee").stated.plain
    _meet(page, "fee", Met.OTHERWISE, "80")
    (row,) = page.differences
    assert row.slip.isHidden()


def test_page_when_there_is_no_match_yet_then_nobody_is_said_to_have_left(
    page: TalkPage, after: AfterTheList
) -> None:
    _meet(page, "fee", Met.OTHERWISE, "110")
    noted = after.followup.talks
    after.results.forget()
    settle()
    assert page.waiting.plain == page.words.text("results.waiting")
    assert [row.stated.plain for row in page.rows] == [""]
    assert not page.differences
    QTest.keyClicks(_row(page, "fee").line.field, " now")
    assert after.followup.talks.talks[0].note("fee").stated == noted.talks[0].note("fee").stated
    after.results.request()
    settle()
    assert page.waiting.isHidden()
    assert len(page.rows) > 5
    assert _row(page, "fee").stated.plain.startswith("Profile: ")
    (row,) = page.differences
    assert not row.slip.isHidden()
    assert "When you noted this" not in row.said.plain


def test_page_when_the_list_has_somebody_else_under_the_id_then_no_profile_and_no_slip(
    page: TalkPage, after: AfterTheList
) -> None:
    _meet(page, "fee", Met.OTHERWISE, "110")
    log = after.followup.search
    one = log.candidate(after.ids[0])
    assert one is not None
    after.followup.set_search(log.with_candidate(replace(one, name="Ana Andere")))
    page.enter()
    another = page.words.text("notes.talk.another")
    assert {row.stated.plain.startswith(another) for row in page.rows} == {True}
    assert not any("Now it says" in row.stated.plain for row in page.rows)
    (row,) = page.differences
    assert row.slip.isHidden()


def _gone(after: AfterTheList, *notes: TalkNote) -> None:
    """Let whom the page is about have left the directory."""
    (talk,) = after.followup.talks.talks
    gone = replace(talk, profile_id="gone-9", notes=notes or talk.notes)
    after.followup.set_talks(TalkBook((gone,)))
    after.followup.set_search(after.followup.search.with_people({"gone-9": talk.name}))
    after.followup.opened = "gone-9"


def test_page_when_somebody_left_then_as_stated_stays_with_what_the_profile_had_said(
    page: TalkPage, after: AfterTheList
) -> None:
    _meet(page, "languages", Met.AS_STATED)
    (before,) = after.followup.talks.talks[0].notes
    _gone(after)
    page.enter()
    row = _row(page, "languages")
    assert row.met.chosen == (Met.AS_STATED,)
    assert "When you noted this, the profile said “" in row.stated.plain
    QTest.keyClicks(row.line.field, "x")
    assert after.followup.talks.talks[0].notes == (replace(before, line="x"),)
    assert not page.differences
    _meet(page, "languages", Met.OTHERWISE)
    assert after.followup.talks.talks[0].note("languages").stated == before.stated
    (difference,) = page.differences
    assert "When you noted this, the profile said “" in difference.said.plain
    assert difference.slip.isHidden()


def test_page_when_the_profile_says_another_thing_by_now_then_both_are_said(
    page: TalkPage, after: AfterTheList
) -> None:
    _meet(page, "fee", Met.AS_STATED)
    talk = after.followup.talks.talks[0]
    then = TalkNote("fee", Met.AS_STATED, "", "fee_max=7\ncurrency=USD")
    after.followup.set_talks(TalkBook((talk.with_note(then),)))
    page.enter()
    row = _row(page, "fee")
    assert row.stated.plain.startswith("When you noted this, the profile said “$7”. Now it says “")
    assert row.met.cards[0].accessibleName() == "As the profile said then"
    QTest.keyClicks(row.line.field, "x")
    assert after.followup.talks.talks[0].note("fee") == replace(then, line="x")
    _meet(page, "fee", Met.OTHERWISE)
    assert row.stated.plain.startswith("When you noted this, the profile said “$7”.")
    (difference,) = page.differences
    assert difference.slip.isHidden()


def test_page_when_an_answer_is_taken_back_then_the_next_is_about_what_the_profile_says_now(
    page: TalkPage, after: AfterTheList
) -> None:
    _meet(page, "fee", Met.AS_STATED)
    talk = after.followup.talks.talks[0]
    then = TalkNote("fee", Met.AS_STATED, "", "fee_max=7\ncurrency=USD")
    after.followup.set_talks(TalkBook((talk.with_note(then),)))
    page.enter()
    _row(page, "fee").back.click()
    settle()
    _meet(page, "fee", Met.OTHERWISE)
    assert _row(page, "fee").stated.plain.startswith("Profile: ")
    (difference,) = page.differences
    assert not difference.slip.isHidden()


def test_page_when_something_is_chosen_before_there_is_a_match_then_what_is_stated_comes_with_it(
    page: TalkPage, after: AfterTheList
) -> None:
    _meet(page, "fee", Met.NOT_TALKED)
    _meet(page, "languages", Met.AS_STATED)
    after.results.forget()
    settle()
    _meet(page, "fee", Met.OTHERWISE, "110")
    _meet(page, "languages", Met.OTHERWISE)
    stated = after.followup.talks.talks[0].note("languages").stated
    assert stated
    after.results.request()
    settle()
    fee, languages = (after.followup.talks.talks[0].note(each) for each in ("fee", "languages"))
    assert (fee.met, fee.line) == (Met.OTHERWISE, "110")
    assert fee.stated
    assert languages.stated == stated
    assert [row.slip.isHidden() for row in page.differences] == [False, False]
    assert "When you noted this" not in "".join(row.said.plain for row in page.differences)
